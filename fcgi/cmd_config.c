#include <stdio.h>
#include <string.h>

#include "fcgi/cmd.h"

enum outcome cmd_config(struct command *c, struct err *e)
{
    const char *what = c->argc == 1 ? c->argv[0] : "";
    struct conf *conf;
    enum outcome out;

    if (strcmp(what, "sample") == 0) {
        conf_sample(stdout);
        return OUT_OK;
    }
    if (strcmp(what, "check") != 0 && strcmp(what, "show") != 0)
        return err_set(e, OUT_INVALID, "usage", "check, show or sample?");
    out = conf_load(c->pool, c->config_path, &conf, e);
    if (out != OUT_OK)
        return out;
    if (strcmp(what, "show") == 0)
        conf_show(conf, stdout);
    else
        printf("%s: ok\n", c->config_path);
    return OUT_OK;
}
