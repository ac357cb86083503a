#include "fcgi/on_system.h"

#include "fcgi/form_parse.h"
#include "lib/db/migrate.h"

static enum outcome say(struct call *c, const char *text)
{
    struct buf *out = buf_new(c->pool, 256);

    buf_puts(out, text);
    c->plain = out;
    return OUT_OK;
}

enum outcome on_healthz(struct call *c, struct err *e)
{
    (void)e;
    return say(c, "ok\n");
}

enum outcome on_readyz(struct call *c, struct err *e)
{
    enum outcome out = db_ping(c->app->db, e);

    if (out == OUT_OK)
        out = migrate_check(c->app->db,
                            pool_printf(c->pool, "%s/sql/migrate", c->app->conf->data_dir), e);
    return out == OUT_OK ? say(c, "ready\n") : out;
}
