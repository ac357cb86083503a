#include "fcgi/route.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fcgi/app.h"

/* Longer than any path of the site, and no longer than form_token keeps; a page that was asked for before may have a longer query. */
#define PATH_MAX_LEN 300

struct viewer call_viewer(const struct call *c)
{
    return (struct viewer){
        .person_id = c->actor.person_id, .scope = c->actor.scope, .today = c->today};
}

struct act call_act(const struct call *c, const char *capacity)
{
    return (struct act){.person_id = c->actor.person_id,
                        .role = role_code(c->actor.role),
                        .capacity = capacity,
                        .request_id = c->request_id,
                        .address = c->address};
}

void call_go_on(const struct call *c, unsigned more)
{
    if (alarm(0) > 0)
        alarm((unsigned)c->app->conf->request_seconds + more);
}

enum outcome call_see_other(struct call *c, const char *flash, const char *fmt, ...)
{
    char path[PATH_MAX_LEN];
    va_list ap;

    va_start(ap, fmt);
    if (vsnprintf(path, sizeof path, fmt, ap) >= (int)sizeof path)
        path[strcspn(path, "?")] = '\0'; /* cut, it would end within a %XX: the page without its query */
    va_end(ap);
    c->see_other = pool_strdup(c->pool, path);
    c->flash = flash;
    return OUT_OK;
}
