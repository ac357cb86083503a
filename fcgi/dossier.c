#include "fcgi/dossier.h"

#include <string.h>

#include "lib/core/correction.h"
#include "lib/store/eligibility.h"
#include "lib/store/person.h"
#include "lib/store/unit.h"

enum outcome dossier_load(struct call *c, bool hold, struct dossier *d, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    enum outcome rc;

    memset(d, 0, sizeof *d);
    d->day = c->today;
    rc = hold ? nomination_hold(c->tx, c->pool, &viewer, c->id[0], &d->n, e)
              : nomination_get(c->tx, c->pool, &viewer, c->id[0], &d->n, e);
    if (rc == OUT_OK)
        rc = nomination_tally_of(c->tx, d->n.id, c->actor.person_id, &d->tally, e);
    if (rc == OUT_OK)
        rc = nomination_papers_of(c->tx, &d->n, law_on(c->app->laws, d->day), &d->papers, e);
    if (rc == OUT_OK)
        rc = nomination_awards_on(c->tx, c->pool, c->app->laws, d->n.id, d->day, &d->awards_error,
                                  e);
    if (rc == OUT_OK)
        rc = nomination_facts(
            c->tx, &d->n, &(struct nomination_known){&d->tally, &d->papers, &d->awards_error},
            &d->facts, &d->quota_error, e);
    if (rc != OUT_OK)
        return rc;
    d->state = flow_state(c->app->nomination_flow, d->n.state);
    if (!d->state)
        return err_set(e, OUT_INTERNAL, "flow.unknown-state", "state %s is not in the flow",
                       d->n.state);
    return OUT_OK;
}

enum outcome dossier_may_edit(const struct call *c, const struct dossier *d, const char *row_outcome,
                              struct err *e)
{
    bool given_back = row_outcome && strcmp(row_outcome, "returned") == 0;

    if (c->actor.role != ROLE_CLERK)
        return err_set(e, OUT_DENIED, "nomination.not-clerk", "not the unit's clerk");
    if (d->state->editable || (d->state->judging && given_back))
        return OUT_OK;
    err_arg(e, "state", d->state->label);
    return err_set(e, OUT_CONFLICT, "nomination.not-editable", "dossier is in %s", d->n.state);
}

unsigned dossier_opened(const struct dossier *d, const struct nominee *n)
{
    if (d->state->editable)
        return ROW_ALL;
    return strcmp(n->outcome, "returned") == 0 ? row_opened(n->return_fields) : 0;
}

enum outcome nominee_record_name(struct call *c, const struct nominee *n, const char **name,
                                 struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct err why = ERR_INIT;
    struct person_face person;
    struct unit_face unit;
    enum outcome rc =
        n->person_id ? person_face_of(c->tx, c->pool, &viewer, n->person_id, &person, &why)
                     : unit_face_of(c->tx, c->pool, &viewer, n->collective_id, &unit, &why);

    *name = n->name;
    if (rc == OUT_OK)
        *name = n->person_id ? person.name : unit.official;
    else if (rc != OUT_NOTFOUND)
        *e = why;
    return rc == OUT_NOTFOUND ? OUT_OK : rc;
}

enum outcome dossier_may_judge(const struct call *c, const struct dossier *d, struct err *e)
{
    if (c->actor.role != ROLE_APPRAISER)
        return err_set(e, OUT_DENIED, "nomination.not-appraiser", "not the standing office");
    if (!d->state->judging) {
        err_arg(e, "state", d->state->label);
        return err_set(e, OUT_CONFLICT, "nomination.not-judging", "dossier is in %s", d->n.state);
    }
    if (d->tally.self > 0)
        return err_set(e, OUT_INVALID, "flow.not-a-nominee", "actor is a nominee");
    return OUT_OK;
}

bool dossier_editable(const struct call *c, const struct dossier *d)
{
    return c->actor.role == ROLE_CLERK && d->state->editable;
}

bool dossier_judging(const struct call *c, const struct dossier *d)
{
    return c->actor.role == ROLE_APPRAISER && d->state->judging && d->tally.self == 0;
}

enum outcome dossier_same_version(const struct dossier *d, int64_t version, struct err *e)
{
    if (d->n.version == version)
        return OUT_OK;
    return err_set(e, OUT_CONFLICT, "changed", "version %lld, form was filled in from %lld",
                   (long long)d->n.version, (long long)version);
}

enum outcome dossier_check(struct call *c, const struct dossier *d, int64_t nominee_id,
                           struct err *e)
{
    return eligibility_check(c->tx, c->pool, c->app->laws, &d->n, nominee_id, d->day, e);
}
