#include "fcgi/page.h"

#include <string.h>

#include "lib/store/nomination.h"

/* The states in which the flow lets this role do something, joined by commas. */
static const char *states_for(struct pool *pool, const struct flow *flow, enum role role)
{
    struct buf *out = buf_new(pool, 2048);

    for (unsigned s = 0; s < flow->states; s++) {
        bool acts = false;

        for (unsigned a = 0; a < flow->actions && !acts; a++)
            acts = (flow->action[a].roles & 1u << role) &&
                   strcmp(flow->action[a].from, flow->state[s].id) == 0;
        if (acts)
            buf_printf(out, "%s%s", out->len ? "," : "", flow->state[s].id);
    }
    return out->data;
}

enum outcome page_todo(struct call *c, int64_t *count, struct err *e)
{
    const struct viewer viewer = {c->actor.person_id, c->actor.scope, c->today};
    const char *states = states_for(c->pool, c->app->nomination_flow, c->actor.role);

    *count = 0;
    if (!*states)
        return OUT_OK;
    return nomination_waiting_count(c->tx, &viewer, states, c->actor.role == ROLE_CLERK, count, e);
}
