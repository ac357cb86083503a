#include "fcgi/todo.h"

#include <string.h>

#include "fcgi/step_page.h"
#include "lib/store/nomination.h"

/* An action that gives something back or ends it is open to its role, but nobody waits for it. */
static bool is_awaited(const struct flow_action *a, enum role role)
{
    return (a->roles & (1u << role)) != 0 && a->likely;
}

/* Whose decision the step is about; NULL: anybody's. */
static const char *authority_word(unsigned guards)
{
    return guards & GUARD_AUTHORITY_OURS ? "ours" : guards & GUARD_AUTHORITY_ABOVE ? "above" : NULL;
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

void todo_steps(struct call *c)
{
    const struct flow *flow = c->app->nomination_flow;

    for (unsigned i = 0; i < flow->actions; i++) {
        const struct flow_action *a = &flow->action[i];

        if (!is_awaited(a, c->actor.role))
            continue;
        doc_open(c->doc, "step");
        doc_attr(c->doc, "state", a->from);
        doc_attr(c->doc, "action", a->id);
        doc_attr(c->doc, "label", a->label);
        step_write_needs(c, a->needs);
        if (a->irreversible)
            doc_attr_bool(c->doc, "irreversible", true);
        doc_attr(c->doc, "authority", authority_word(a->guards));
        doc_close(c->doc);
    }
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
                                   c->actor.role == ROLE_CLERK, form_int(c->form, "from"), e);
}
