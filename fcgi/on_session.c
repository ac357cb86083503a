/* A person's own sessions, and the role acted in. */
#include "fcgi/guard.h"
#include "fcgi/on.h"
#include "lib/store/session.h"

enum outcome on_session_list(struct call *c, struct err *e)
{
    struct visitor visitor;

    guard_init(&visitor, c->pool, c->app->conf, c->request);
    return session_list_read(c->tx, c->doc, c->actor.person_id, visitor.digest,
                             c->app->conf->session_idle_minutes, e);
}

enum outcome on_session_close(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    enum outcome out = session_close(c->tx, c->actor.person_id, c->word, e);

    if (out == OUT_OK)
        out = audit_add(c->tx, &act,
                        &(struct audit_entry){.action = "session.close", .object = "person",
                                              .object_id = c->actor.person_id, .before = c->word},
                        e);
    return out == OUT_OK ? call_see_other(c, "session.closed", "/sessions") : out;
}

enum outcome on_capacity(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct audit_entry entry = {.action = "capacity", .object = "person",
                                .object_id = c->actor.person_id};
    struct session_grant chosen;
    struct visitor visitor;
    enum outcome out;

    guard_init(&visitor, c->pool, c->app->conf, c->request);
    out = session_choose(c->tx, c->pool, c->actor.person_id, visitor.digest,
                         form_int(c->form, "grant_id"), &chosen, e);
    if (out != OUT_OK)
        return out;
    entry.before = pool_printf(c->pool, "%s; %s", role_label(c->actor.role), c->actor.unit_name);
    entry.after = pool_printf(c->pool, "%s; %s", role_label(chosen.role), chosen.unit_name);
    out = audit_add(c->tx, &act, &entry, e);
    return out == OUT_OK ? call_see_other(c, "capacity.changed", "%s",
                                          site_path(form_text(c->form, "next")))
                         : out;
}
