#include <sysexits.h>
#include <unistd.h>

#include "fcgi/app.h"
#include "fcgi/master.h"
#include "lib/base/log.h"

/* A configuration that takes longer to read than this is not in order. */
#define CHECK_SECONDS 60
#define CHECK_MEMORY (256u << 20)

enum outcome settings_load(struct pool *pool, const char *path, struct conf **out, struct err *e)
{
    enum outcome result = conf_load(pool, path, out, e);

    if (result == OUT_OK && !*(*out)->data_dir)
        (*out)->data_dir = TDKT_DATA_DIR;
    return result;
}

static int check(const char *conf_path)
{
    struct pool *pool = pool_new("check", CHECK_MEMORY);
    struct err e = ERR_INIT;
    struct conf *conf;
    struct app *app;
    int status = EX_OK;

    if (settings_load(pool, conf_path, &conf, &e) != OUT_OK ||
        app_load(pool, conf, &app, &e) != OUT_OK) {
        log_error("check", "why", e.text, NULL);
        status = EX_CONFIG;
    }
    pool_free(pool);
    return status;
}

int settings_check(const char *conf_path)
{
    alarm(CHECK_SECONDS);
    return check(conf_path);
}
