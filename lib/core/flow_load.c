/* Reading a flow file and refusing one in which a dossier could be lost. */
#include "lib/core/flow.h"

#include <string.h>

#include "lib/core/source.h"

/* What the columns that keep them can hold (sql/migrate/0005). */
#define STATE_ID_MAX 16
#define ACTION_ID_MAX 24

/* More of them is not a flow a person can follow; a set of states is a 64-bit word. */
#define STATES_MAX 64
#define ACTIONS_MAX 256

struct reader {
    struct source in;
    struct flow *flow;
    struct flow_state *state;
    struct flow_action *action;
};

static unsigned role_bit(const char *word)
{
    enum role role = role_of(word);

    return role == ROLE_NONE ? 0 : 1u << role;
}

static unsigned guard_bit(const char *word)
{
    for (unsigned bit = GUARD_HAS_NOMINEES; bit <= GUARD_LAST; bit <<= 1)
        if (strcmp(flow_guard_name((enum guard)bit), word) == 0)
            return bit;
    return 0;
}

static unsigned need_bit(const char *word)
{
    static const char *const names[] = {"reason", "capacity", "counts", "number", "result"};

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], word) == 0)
            return 1u << i;
    return 0;
}

static enum outcome read_state(struct reader *reader, node_t node)
{
    const struct source *in = &reader->in;
    struct flow_state *state = &reader->state[reader->flow->states];

    if (reader->flow->states == STATES_MAX)
        return source_wrong(in, node, "too many states", "");
    state->id = source_text(in, node, "id", STATE_ID_MAX);
    state->label = source_text(in, node, "label", ERR_ARG_LEN - 1);
    state->holder = source_attr(in, node, "holder");
    state->start = source_flag(in, node, "start");
    state->final = source_flag(in, node, "final");
    state->editable = source_flag(in, node, "editable");
    state->judging = source_flag(in, node, "judging");
    state->due = (int)source_number(in, node, "due", 0, 365, 0);
    if (!state->final && state->holder[0] == '\0')
        source_wrong(in, node, "nobody holds it", state->id);
    if (flow_state(reader->flow, state->id) != NULL)
        source_wrong(in, node, "twice", state->id);
    reader->flow->states++;
    return in->e->code;
}

static void read_ends(const struct reader *reader, node_t node, struct flow_action *action)
{
    const struct source *in = &reader->in;
    const struct flow_state *from;

    action->from = source_attr(in, node, "from");
    action->to = source_attr(in, node, "to");
    from = flow_state(reader->flow, action->from);
    if (from == NULL)
        source_wrong(in, node, "no such state", action->from);
    else if (from->final)
        source_wrong(in, node, "leaves a final state", action->from);
    if (flow_state(reader->flow, action->to) == NULL)
        source_wrong(in, node, "no such state", action->to);
    if (flow_action(reader->flow, action->from, action->id) != NULL)
        source_wrong(in, node, "twice", action->id);
}

static enum outcome read_action(struct reader *reader, node_t node)
{
    const struct source *in = &reader->in;
    struct flow_action *action = &reader->action[reader->flow->actions];

    if (reader->flow->actions == ACTIONS_MAX)
        return source_wrong(in, node, "too many actions", "");
    action->id = source_text(in, node, "id", ACTION_ID_MAX);
    action->label = source_text(in, node, "label", ERR_ARG_LEN - 1);
    action->hint = source_text(in, node, "hint", SIZE_MAX);
    action->roles = source_bits(in, node, "roles", role_bit);
    action->guards = source_bits(in, node, "guards", guard_bit);
    action->needs = source_bits(in, node, "needs", need_bit);
    action->irreversible = source_flag(in, node, "irreversible");
    action->likely = source_flag(in, node, "likely");
    if (action->roles == 0)
        source_wrong(in, node, "nobody may do it", action->id);
    read_ends(reader, node, action);
    reader->flow->actions++;
    return in->e->code;
}

/* The set of states that one step along the actions adds; backwards: from where one gets there. */
static uint64_t spread(const struct flow *flow, uint64_t set, bool backwards)
{
    for (unsigned i = 0; i < flow->actions; i++) {
        unsigned from = (unsigned)(flow_state(flow, flow->action[i].from) - flow->state);
        unsigned to = (unsigned)(flow_state(flow, flow->action[i].to) - flow->state);

        if (((set >> (backwards ? to : from)) & 1) != 0)
            set |= UINT64_C(1) << (backwards ? from : to);
    }
    return set;
}

static uint64_t spread_all(const struct flow *flow, uint64_t set, bool backwards)
{
    uint64_t before;

    do {
        before = set;
        set = spread(flow, set, backwards);
    } while (set != before);
    return set;
}

/* One start; from it every state can be reached, and from every state an end. */
static enum outcome check_paths(const struct reader *reader, node_t root)
{
    const struct flow *flow = reader->flow;
    uint64_t starts = 0, ends = 0, reached, ending;

    for (unsigned i = 0; i < flow->states; i++) {
        starts |= (uint64_t)flow->state[i].start << i;
        ends |= (uint64_t)flow->state[i].final << i;
    }
    if (starts == 0 || (starts & (starts - 1)) != 0)
        return source_wrong(&reader->in, root, "not one start", "");
    reached = spread_all(flow, starts, false);
    ending = spread_all(flow, ends, true);
    for (unsigned i = 0; i < flow->states; i++) {
        if (((reached >> i) & 1) == 0)
            return source_wrong(&reader->in, root, "never reached", flow->state[i].id);
        if (((ending >> i) & 1) == 0)
            return source_wrong(&reader->in, root, "a dead end", flow->state[i].id);
    }
    return OUT_OK;
}

static enum outcome read_children(struct reader *reader, node_t root)
{
    enum outcome out = OUT_OK;

    for (node_t node = node_first(root, NULL); node != NULL && out == OUT_OK;
         node = node_next(node, NULL)) {
        if (strcmp(node_name(node), "state") == 0)
            out = read_state(reader, node);
        else if (strcmp(node_name(node), "action") == 0)
            out = read_action(reader, node);
        else
            out = source_wrong(&reader->in, node, "unknown element", node_name(node));
    }
    return out;
}

enum outcome flow_load(struct pool *pool, const char *path, struct flow **out, struct err *e)
{
    struct reader reader = {.in = {.pool = pool, .path = path, .key = "flow.file", .e = e}};
    struct flow *flow = pool_alloc(pool, sizeof *flow);
    struct doc *doc;
    node_t root;

    if (doc_load(pool, path, &doc, e) != OUT_OK)
        return e->code;
    reader.flow = flow;
    flow->state = reader.state = pool_alloc(pool, STATES_MAX * sizeof *reader.state);
    flow->action = reader.action = pool_alloc(pool, ACTIONS_MAX * sizeof *reader.action);
    root = node_root(doc);
    if (strcmp(node_name(root), "flow") != 0)
        return source_wrong(&reader.in, root, "not a flow", node_name(root));
    flow->id = source_text(&reader.in, root, "id", ACTION_ID_MAX);
    flow->version = (int)source_number(&reader.in, root, "version", 1, UINT16_MAX, 0);
    if (flow->version == 0)
        source_wrong(&reader.in, root, "not given", "version");
    if (!source_ok(&reader.in) || read_children(&reader, root) != OUT_OK ||
        check_paths(&reader, root) != OUT_OK)
        return e->code;
    *out = flow;
    return OUT_OK;
}
