/* Everything that workers are forked with, loaded in one go: by a child to see whether it can be, then by the master. */
#include "fcgi/generation.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "lib/base/log.h"

/* Files that take longer to read than this are not in order. */
#define CHECK_SECONDS 60
/* Configuration, messages, law and what is known of the sheets; more is fatal, to the child that looks first. */
#define GENERATION_MEMORY (256u << 20)

enum outcome generation_load(const char *conf_path, struct generation *out, struct err *e)
{
    struct generation g = {.pool = pool_new("generation", GENERATION_MEMORY)};
    struct conf *conf;
    struct app *app;
    enum outcome rc = conf_load(g.pool, conf_path, &conf, e);

    if (rc == OUT_OK)
        rc = app_load(g.pool, conf, &app, e);
    if (rc != OUT_OK) {
        pool_free(g.pool);
        return rc;
    }
    g.app = app;
    *out = g;
    return OUT_OK;
}

void generation_free(struct generation *generation)
{
    pool_free(generation->pool);
    *generation = (struct generation){0};
    malloc_trim(0); /* two were held at once: the library would keep what they took */
}

/* Everything but papers goes on without it, so it is told and not refused. */
static void tell_of_folder(const char *folder)
{
    if (access(folder, R_OK | W_OK | X_OK) != 0)
        log_warn("check", "files_dir", folder, "why", strerror(errno), "then", "no file can be handed in or fetched", NULL);
}

int generation_check(const char *conf_path)
{
    struct generation g;
    struct err e = ERR_INIT;

    alarm(CHECK_SECONDS);
    if (generation_load(conf_path, &g, &e) != OUT_OK) {
        log_error("check", "why", e.text, NULL);
        return EX_CONFIG;
    }
    tell_of_folder(g.app->conf->files_dir);
    generation_free(&g);
    return EX_OK;
}
