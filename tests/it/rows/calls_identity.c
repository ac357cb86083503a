/* Sessions, roles at work and forms, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/core/role.h"
#include "lib/store/login.h"
#include "lib/store/session.h"

static enum outcome find(struct asked *a, struct err *e)
{
    const struct session_limits limits = {.idle_minutes = (int)arg_int(a, "idle"), .absolute_hours = (int)arg_int(a, "hours")};
    struct session s;
    enum outcome rc = session_find(a->tx, a->pool, arg_text(a, "digest"), &limits, &s, e);

    if (rc == OUT_OK)
        buf_printf(a->out, "%lld %s, %s by grant %lld in unit %lld %s, scope %s, %s, stale %d\n", (long long)s.person_id,
                   s.name, role_code(s.role), (long long)s.grant_id, (long long)s.unit_id, s.unit_name, s.scope, s.csrf,
                   s.stale);
    return rc;
}

static enum outcome grants(struct asked *a, struct err *e)
{
    const struct session s = {.person_id = arg_int(a, "person")};
    const struct session_grant *grant;
    unsigned count = 0;
    enum outcome rc = session_grants(a->tx, a->pool, &s, &grant, &count, e);

    for (unsigned i = 0; rc == OUT_OK && i < count; i++)
        buf_printf(a->out, "%lld %s %s\n", (long long)grant[i].id, role_code(grant[i].role), grant[i].unit_name);
    return rc;
}

static enum outcome choose(struct asked *a, struct err *e)
{
    struct session_grant chosen;

    return session_choose(a->tx, a->pool, arg_int(a, "person"), arg_text(a, "digest"), arg_int(a, "grant"), &chosen, e);
}

static enum outcome list(struct asked *a, struct err *e)
{
    return session_list_read(a->tx, a->doc, arg_int(a, "person"), arg_text(a, "digest"), (int)arg_int(a, "idle"), e);
}

static enum outcome close_one(struct asked *a, struct err *e)
{
    return session_close(a->tx, arg_int(a, "person"), arg_text(a, "name"), e);
}

static enum outcome end(struct asked *a, struct err *e)
{
    return session_end(a->tx, arg_text(a, "digest"), e);
}

static enum outcome touch(struct asked *a, struct err *e)
{
    return session_touch(a->tx, arg_text(a, "digest"), e);
}

static enum outcome claim(struct asked *a, struct err *e)
{
    return form_token_claim(a->tx, arg_text(a, "digest"), arg_int(a, "person"), e);
}

static enum outcome settle(struct asked *a, struct err *e)
{
    const char *location = arg_text(a, "location");

    return form_token_settle(a->tx, arg_text(a, "digest"), *location ? location : NULL, e);
}

static enum outcome location(struct asked *a, struct err *e)
{
    const char *text = NULL;
    enum outcome rc = form_token_location(a->tx, a->pool, arg_text(a, "digest"), arg_int(a, "person"), &text, e);

    if (rc == OUT_OK)
        say_text(a, "location", text);
    return rc;
}

static enum outcome listed(struct asked *a, struct err *e)
{
    int64_t id = -1;
    enum outcome rc = login_listed(a->tx, arg_text(a, "login"), &id, e);

    say_int(a, "person", id);
    return rc;
}

const struct row_call identity_calls[] = {
    {"session_find", find}, {"session_grants", grants}, {"session_choose", choose}, {"session_list", list},
    {"session_close", close_one}, {"session_end", end}, {"session_touch", touch}, {"form_token_claim", claim},
    {"form_token_settle", settle}, {"form_token_location", location}, {"login_listed", listed}, {NULL, NULL},
};
