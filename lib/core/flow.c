#include "lib/core/flow.h"

#include <string.h>

/* In the order they are asked: the first that does not hold is the one a user is told. */
static const struct {
    enum guard guard;
    const char *name;
    const char *key;
} guards[] = {
    {GUARD_NOT_A_NOMINEE, "not-a-nominee", "flow.not-a-nominee"},
    {GUARD_NOBODY_ACTED, "nobody-acted", "flow.nobody-acted"},
    {GUARD_AUTHORITY_OURS, "authority-ours", "flow.authority-ours"},
    {GUARD_AUTHORITY_ABOVE, "authority-above", "flow.authority-above"},
    {GUARD_HAS_NOMINEES, "has-nominees", "flow.has-nominees"},
    {GUARD_WITHIN_ALLOTMENT, "within-allotment", "flow.within-allotment"},
    {GUARD_AWARDS_GIVEN, "awards-given", "flow.awards-given"},
    {GUARD_ELIGIBLE, "eligible", "flow.eligible"},
    {GUARD_PAPERS_COMPLETE, "papers-complete", "flow.papers-complete"},
    {GUARD_ROWS_JUDGED, "rows-judged", "flow.rows-judged"},
    {GUARD_SOME_ACCEPTED, "some-accepted", "flow.some-accepted"},
    {GUARD_VOTE_RECORDED, "vote-recorded", "flow.vote-recorded"},
    {GUARD_SOME_PASSED, "some-passed", "flow.some-passed"},
};

#define GUARDS (sizeof guards / sizeof guards[0])

const char *flow_guard_name(enum guard guard)
{
    for (size_t i = 0; i < GUARDS; i++)
        if (guards[i].guard == guard)
            return guards[i].name;
    return NULL;
}

const struct flow_state *flow_state(const struct flow *flow, const char *id)
{
    for (unsigned i = 0; i < flow->states; i++)
        if (strcmp(flow->state[i].id, id) == 0)
            return &flow->state[i];
    return NULL;
}

const struct flow_action *flow_action(const struct flow *flow, const char *from, const char *id)
{
    for (unsigned i = 0; i < flow->actions; i++)
        if (strcmp(flow->action[i].from, from) == 0 && strcmp(flow->action[i].id, id) == 0)
            return &flow->action[i];
    return NULL;
}

static enum outcome refuse(enum outcome code, const char *key, const struct flow_action *action,
                           const struct flow_state *state, enum role role, struct err *e)
{
    err_set(e, code, key, "%s in state %s as %s", action != NULL ? action->id : "unknown action",
            state != NULL ? state->id : "unknown", role_code(role));
    err_arg(e, "action", action != NULL ? action->label : "");
    err_arg(e, "state", state != NULL ? state->label : "");
    err_arg(e, "holder", state != NULL ? state->holder : "");
    err_arg(e, "role", role_label(role));
    return code;
}

/* Does the role take an action of that name anywhere?  Then a dossier in which it is another's has moved on from where it was
 * this role's. */
static bool takes_elsewhere(const struct flow *flow, const char *id, enum role role)
{
    for (unsigned i = 0; i < flow->actions; i++)
        if (strcmp(flow->action[i].id, id) == 0 && (flow->action[i].roles & (1u << role)) != 0)
            return true;
    return false;
}

enum outcome flow_decide(const struct flow *flow, const char *state, const char *action,
                         enum role role, unsigned facts, const struct flow_action **out,
                         struct err *e)
{
    const struct flow_state *at = flow_state(flow, state);
    const struct flow_action *found = flow_action(flow, state, action);

    if (found == NULL)
        return refuse(OUT_CONFLICT, "flow.state", NULL, at, role, e);
    if ((found->roles & (1u << role)) == 0 && takes_elsewhere(flow, action, role))
        return refuse(OUT_CONFLICT, "flow.state", NULL, at, role, e);
    if ((found->roles & (1u << role)) == 0)
        return refuse(OUT_DENIED, "flow.role", found, at, role, e);
    for (size_t i = 0; i < GUARDS; i++)
        if ((found->guards & guards[i].guard) != 0 && (facts & guards[i].guard) == 0)
            return refuse(OUT_INVALID, guards[i].key, found, at, role, e);
    *out = found;
    return OUT_OK;
}
