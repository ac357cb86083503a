/* Taking a dossier one step further: a page that says what will happen, and the step itself. */
#include <string.h>

#include "fcgi/on.h"
#include "fcgi/step.h"
#include "fcgi/step_page.h"
#include "fcgi/step_rows.h"
#include "lib/store/eligibility.h"

enum outcome on_act_page(struct call *c, struct err *e)
{
    struct step s;
    enum outcome rc = step_load(c, false, &s, e);

    return rc == OUT_OK ? step_write(c, &s, e) : rc;
}

/* The rules are asked again before a dossier leaves its unit: what they said yesterday may have changed. */
static enum outcome check_afresh(struct call *c, struct step *s, struct err *e)
{
    enum outcome rc;

    if (!(s->action->guards & GUARD_ELIGIBLE))
        return OUT_OK;
    rc = dossier_check(c, &s->d, 0, e);
    return rc == OUT_OK ? step_load(c, true, s, e) : rc;
}

static enum outcome log_step(struct call *c, const struct step *s, struct err *e)
{
    bool signs = (s->action->needs & NEED_CAPACITY) != 0;
    bool reasoned = (s->action->needs & NEED_REASON) != 0;
    struct act act = call_act(c, signs ? form_text(c->form, "capacity") : "");

    return nomination_log(c->tx, &s->d.n, &act,
                          &(struct nomination_step){.action = s->action->id,
                                                    .from = s->action->from,
                                                    .to = s->action->to,
                                                    .note = reasoned ? form_text(c->form, "reason") : ""},
                          e);
}

static enum outcome take(struct call *c, struct step *s, struct err *e)
{
    const struct flow *flow = c->app->nomination_flow;
    enum outcome rc = check_afresh(c, s, e);

    if (rc == OUT_OK)
        rc = step_check_fields(c, s, e);
    if (rc == OUT_OK)
        rc = step_effect(c, s, e);
    if (rc == OUT_OK)
        rc = nomination_move(c->tx, &s->d.n, flow_state(flow, s->action->to), c->today, e);
    if (rc == OUT_OK)
        rc = log_step(c, s, e);
    return rc == OUT_OK ? call_see_other(c, pool_printf(c->pool, "done.%s", s->action->id),
                                         "/nominations/%lld", (long long)s->d.n.id)
                        : rc;
}

enum outcome on_act(struct call *c, struct err *e)
{
    struct step s;
    enum outcome rc = step_load(c, true, &s, e);

    if (rc == OUT_OK)
        rc = dossier_same_version(&s.d, form_int(c->form, "version"), e);
    if (rc == OUT_OK && step_looks(c))
        return step_write(c, &s, e);
    return rc == OUT_OK ? take(c, &s, e) : rc;
}

enum outcome step_follow(struct call *c, const char *action, struct err *e)
{
    struct step s;
    enum outcome rc;

    c->word = action;
    rc = step_load(c, true, &s, e);
    if (rc == OUT_OK && s.action->needs)
        return call_see_other(c, NULL, "/nominations/%lld/act/%s", (long long)s.d.n.id, action);
    return rc == OUT_OK ? take(c, &s, e) : rc;
}
