#include "fcgi/cmd.h"

#include <string.h>

/* Takes n words away at i. */
static void take(struct command *c, int i, int n)
{
    for (int k = i; k + n < c->argc; k++)
        c->argv[k] = c->argv[k + n];
    c->argc -= n;
}

const char *cmd_option(struct command *c, const char *name)
{
    for (int i = 0; i + 1 < c->argc; i++)
        if (strcmp(c->argv[i], name) == 0) {
            const char *value = c->argv[i + 1];

            take(c, i, 2);
            return value;
        }
    return NULL;
}

bool cmd_flag(struct command *c, const char *name)
{
    for (int i = 0; i < c->argc; i++)
        if (strcmp(c->argv[i], name) == 0) {
            take(c, i, 1);
            return true;
        }
    return false;
}

enum outcome cmd_no_more(const struct command *c, int most, struct err *e)
{
    for (int i = 0; i < c->argc; i++)
        if (i >= most || c->argv[i][0] == '-')
            return err_set(e, OUT_INVALID, "usage", "unknown argument: %s", c->argv[i]);
    return OUT_OK;
}

enum outcome cmd_db(struct command *c, struct db **out, struct err *e)
{
    struct db_settings settings;
    enum outcome result = settings_db(c->pool, c->conf, &settings, e);

    if (result == OUT_OK)
        *out = db_new(c->pool, &settings);
    return result;
}

const char *cmd_data(const struct command *c, const char *name)
{
    return pool_printf(c->pool, "%s/%s", c->conf->data_dir, name);
}
