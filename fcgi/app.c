#include "fcgi/app.h"

#include "fcgi/asset.h"
#include "fcgi/messages.h"
#include "fcgi/router.h"
#include "fcgi/settings.h"
#include "fcgi/sheets.h"

static enum outcome load_adapters(struct pool *pool, const struct conf *conf, struct app *app,
                                  struct err *e)
{
    struct dir_settings *dir = pool_alloc(pool, sizeof *dir);
    struct db_settings *db = pool_alloc(pool, sizeof *db);
    enum outcome out = settings_db(pool, conf, db, e);

    if (out == OUT_OK)
        out = settings_dir(pool, conf, dir, e);
    if (out == OUT_OK)
        out = settings_scanner_check(conf, e);
    app->db_settings = db;
    app->dir = dir;
    return out;
}

enum outcome app_load(struct pool *pool, const struct conf *conf, struct app **out, struct err *e)
{
    struct app *app = pool_alloc(pool, sizeof *app);
    const char *data = conf->data_dir;
    struct messages *messages = NULL;
    struct sheets *sheets = NULL;
    struct flow *flow = NULL;
    struct laws *laws = NULL;
    enum outcome result;

    app->conf = conf;
    xml_init();
    result = router_check(routes, routes_count, e);
    if (result == OUT_OK)
        result = messages_load(pool, pool_printf(pool, "%s/conf/messages.xml", data), &messages, e);
    if (result == OUT_OK)
        result = sheets_load(pool, data, routes, routes_count, &sheets, e);
    if (result == OUT_OK)
        result = flow_load(pool, pool_printf(pool, "%s/conf/flow/nomination.xml", data), &flow, e);
    if (result == OUT_OK)
        result = laws_load(pool, pool_printf(pool, "%s/conf/law", data), &laws, e);
    if (result == OUT_OK)
        result = asset_version(pool, pool_printf(pool, "%s/xslt/asset", data), &app->asset, e);
    if (result == OUT_OK)
        result = load_adapters(pool, conf, app, e);
    app->messages = messages;
    app->sheets = sheets;
    app->nomination_flow = flow;
    app->laws = laws;
    *out = app;
    return result;
}
