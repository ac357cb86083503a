#include "fcgi/todo.h"

#include <string.h>

#include "lib/store/nomination.h"

/* An action that gives something back or ends it is open to its role, but nobody waits for it. */
static bool is_awaited(const struct flow_action *a, enum role role)
{
    return (a->roles & (1u << role)) != 0 && a->likely;
}

const char *todo_states(const struct call *c)
{
    const struct flow *flow = c->app->nomination_flow;
    struct buf *states = buf_new(c->pool, 1000);

    for (unsigned s = 0; s < flow->states; s++) {
        bool awaited = false;

        for (unsigned i = 0; i < flow->actions && !awaited; i++)
            awaited = strcmp(flow->action[i].from, flow->state[s].id) == 0 &&
                      is_awaited(&flow->action[i], c->actor.role);
        if (!awaited)
            continue;
        if (states->len)
            buf_putc(states, ',');
        buf_puts(states, flow->state[s].id);
    }
    return states->data;
}

enum outcome todo_count(struct call *c, int64_t *count, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    return nomination_waiting_count(c->tx, &viewer, todo_states(c), c->actor.role == ROLE_CLERK,
                                    count, e);
}

enum outcome todo_read(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    return nomination_waiting_read(c->tx, c->doc, &viewer, todo_states(c),
                                   c->actor.role == ROLE_CLERK, e);
}
