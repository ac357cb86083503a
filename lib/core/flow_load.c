/* Reading a flow file and refusing one in which a dossier could be lost. */
#include "lib/core/flow.h"

#include <string.h>

#include "lib/base/num.h"
#include "lib/xml/tree.h"

/* What the columns that keep them can hold (sql/migrate/0005). */
#define STATE_ID_MAX 16
#define ACTION_ID_MAX 24

/* More of them is not a flow a person can follow. */
#define STATES_MAX 64
#define ACTIONS_MAX 256

struct reader {
    struct pool *pool;
    const char *path;
    struct flow *flow;
    struct flow_state *state;
    struct flow_action *action;
    struct err *e;
};

static enum outcome wrong(const struct reader *in, node_t node, const char *why, const char *what)
{
    err_set(in->e, OUT_INVALID, "flow.file", "%s:%d: %s%s%s", in->path, node_line(node), why,
            what[0] != '\0' ? ": " : "", what);
    err_arg(in->e, "file", in->path);
    err_arg_int(in->e, "line", node_line(node));
    err_arg(in->e, "reason", in->e->text);
    return OUT_INVALID;
}

static const char *attr(const struct reader *in, node_t node, const char *name)
{
    return node_attr(in->pool, node, name);
}

static enum outcome read_flag(const struct reader *in, node_t node, const char *name, bool *out)
{
    const char *text = attr(in, node, name);

    *out = strcmp(text, "yes") == 0;
    if (*out || text[0] == '\0' || strcmp(text, "no") == 0)
        return OUT_OK;
    return wrong(in, node, "neither yes nor no", name);
}

static enum outcome read_text(const struct reader *in, node_t node, const char *name, size_t max,
                              const char **out)
{
    *out = attr(in, node, name);
    if ((*out)[0] == '\0')
        return wrong(in, node, "not given", name);
    if (strlen(*out) > max)
        return wrong(in, node, "too long", name);
    return OUT_OK;
}

/* 0 when there is no such word. */
typedef unsigned (*word_bit)(const char *word);

static unsigned role_bit(const char *word)
{
    enum role role = role_of(word);

    return role == ROLE_NONE ? 0 : 1u << role;
}

static unsigned guard_bit(const char *word)
{
    for (unsigned bit = GUARD_HAS_NOMINEES; bit <= GUARD_AUTHORITY_ABOVE; bit <<= 1)
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

/* Words with a space between, each known. */
static enum outcome read_words(const struct reader *in, node_t node, const char *name,
                               word_bit bit_of, unsigned *out)
{
    char *rest = pool_strdup(in->pool, attr(in, node, name));
    char *word;

    *out = 0;
    for (char *at = rest; (word = strtok_r(at, " \n\t", &rest)) != NULL; at = NULL) {
        unsigned bit = bit_of(word);

        if (bit == 0)
            return wrong(in, node, name, word);
        *out |= bit;
    }
    return OUT_OK;
}

static enum outcome read_state(struct reader *in, node_t node)
{
    struct flow_state *state = &in->state[in->flow->states];
    const char *due = attr(in, node, "due");
    int64_t days = 0;
    bool ok;

    if (in->flow->states == STATES_MAX)
        return wrong(in, node, "too many states", "");
    ok = read_text(in, node, "id", STATE_ID_MAX, &state->id) == OUT_OK &&
         read_text(in, node, "label", ERR_ARG_LEN - 1, &state->label) == OUT_OK &&
         read_flag(in, node, "start", &state->start) == OUT_OK &&
         read_flag(in, node, "final", &state->final) == OUT_OK &&
         read_flag(in, node, "editable", &state->editable) == OUT_OK &&
         read_flag(in, node, "judging", &state->judging) == OUT_OK;
    if (!ok)
        return in->e->code;
    state->holder = attr(in, node, "holder");
    if (!state->final && state->holder[0] == '\0')
        return wrong(in, node, "nobody holds it", state->id);
    if (due[0] != '\0' && !num_parse(due, 0, 365, &days))
        return wrong(in, node, "not a number of days", due);
    state->due = (int)days;
    if (flow_state(in->flow, state->id) != NULL)
        return wrong(in, node, "twice", state->id);
    in->flow->states++;
    return OUT_OK;
}

static enum outcome read_ends(struct reader *in, node_t node, struct flow_action *action)
{
    const struct flow_state *from;

    action->from = attr(in, node, "from");
    action->to = attr(in, node, "to");
    from = flow_state(in->flow, action->from);
    if (from == NULL)
        return wrong(in, node, "no such state", action->from);
    if (flow_state(in->flow, action->to) == NULL)
        return wrong(in, node, "no such state", action->to);
    if (from->final)
        return wrong(in, node, "leaves a final state", action->from);
    if (flow_action(in->flow, action->from, action->id) != NULL)
        return wrong(in, node, "twice", action->id);
    return OUT_OK;
}

static enum outcome read_action(struct reader *in, node_t node)
{
    struct flow_action *action = &in->action[in->flow->actions];
    bool ok;

    if (in->flow->actions == ACTIONS_MAX)
        return wrong(in, node, "too many actions", "");
    ok = read_text(in, node, "id", ACTION_ID_MAX, &action->id) == OUT_OK &&
         read_text(in, node, "label", ERR_ARG_LEN - 1, &action->label) == OUT_OK &&
         read_text(in, node, "hint", SIZE_MAX, &action->hint) == OUT_OK &&
         read_words(in, node, "roles", role_bit, &action->roles) == OUT_OK &&
         read_words(in, node, "guards", guard_bit, &action->guards) == OUT_OK &&
         read_words(in, node, "needs", need_bit, &action->needs) == OUT_OK &&
         read_flag(in, node, "irreversible", &action->irreversible) == OUT_OK &&
         read_flag(in, node, "likely", &action->likely) == OUT_OK &&
         read_ends(in, node, action) == OUT_OK;
    if (!ok)
        return in->e->code;
    if (action->roles == 0)
        return wrong(in, node, "nobody may do it", action->id);
    in->flow->actions++;
    return OUT_OK;
}

/* The set of states, a bit each, that a step along the actions adds; backwards: from where one gets there. */
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
    for (uint64_t before = 0; before != set; ) {
        before = set;
        set = spread(flow, set, backwards);
    }
    return set;
}

/* One start; from it every state can be reached, and from every state an end. */
static enum outcome check_paths(const struct reader *in, node_t root)
{
    const struct flow *flow = in->flow;
    uint64_t starts = 0, ends = 0, reached, ending;

    for (unsigned i = 0; i < flow->states; i++) {
        starts |= (uint64_t)flow->state[i].start << i;
        ends |= (uint64_t)flow->state[i].final << i;
    }
    if (starts == 0 || (starts & (starts - 1)) != 0)
        return wrong(in, root, "not one start", "");
    reached = spread_all(flow, starts, false);
    ending = spread_all(flow, ends, true);
    for (unsigned i = 0; i < flow->states; i++) {
        if (((reached >> i) & 1) == 0)
            return wrong(in, root, "never reached", flow->state[i].id);
        if (((ending >> i) & 1) == 0)
            return wrong(in, root, "a dead end", flow->state[i].id);
    }
    return OUT_OK;
}

static enum outcome read_children(struct reader *in, node_t root)
{
    enum outcome out = OUT_OK;

    for (node_t node = node_first(root, NULL); node != NULL && out == OUT_OK;
         node = node_next(node, NULL)) {
        if (strcmp(node_name(node), "state") == 0)
            out = read_state(in, node);
        else if (strcmp(node_name(node), "action") == 0)
            out = read_action(in, node);
        else
            out = wrong(in, node, "unknown element", node_name(node));
    }
    return out;
}

enum outcome flow_load(struct pool *pool, const char *path, struct flow **out, struct err *e)
{
    struct reader in = {.pool = pool, .path = path, .e = e};
    struct doc *doc;
    node_t root;
    int64_t version;

    if (doc_load(pool, path, &doc, e) != OUT_OK)
        return e->code;
    in.flow = pool_alloc(pool, sizeof *in.flow);
    in.flow->state = in.state = pool_alloc(pool, STATES_MAX * sizeof *in.state);
    in.flow->action = in.action = pool_alloc(pool, ACTIONS_MAX * sizeof *in.action);
    root = node_root(doc);
    if (strcmp(node_name(root), "flow") != 0)
        return wrong(&in, root, "not a flow", node_name(root));
    if (read_text(&in, root, "id", ACTION_ID_MAX, &in.flow->id) != OUT_OK)
        return e->code;
    if (!num_parse(attr(&in, root, "version"), 1, UINT16_MAX, &version))
        return wrong(&in, root, "no version", attr(&in, root, "version"));
    in.flow->version = (int)version;
    if (read_children(&in, root) != OUT_OK || check_paths(&in, root) != OUT_OK)
        return e->code;
    *out = in.flow;
    return OUT_OK;
}
