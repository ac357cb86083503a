/* The flow of a dossier: states, and who may take it from one to the next.
 *
 * Read from conf/flow/NAME.xml and validated: one start, no orphan, no dead end, every action has an
 * actor, every guard exists.  Deciding is pure: facts in, next state or a refusal out.
 */
#ifndef TDKT_CORE_FLOW_H
#define TDKT_CORE_FLOW_H

#include <stdbool.h>

#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/core/role.h"

/* Conditions an action may ask for; the names in the file are in flow.c.  Each has a message
 * "flow.<name>" in conf/messages.xml that says why and what to do. */
enum guard {
    GUARD_HAS_NOMINEES = 1 << 0,
    GUARD_WITHIN_ALLOTMENT = 1 << 1,
    GUARD_ELIGIBLE = 1 << 2,        /* no blocking rule fails */
    GUARD_PAPERS_COMPLETE = 1 << 3,
    GUARD_NOT_A_NOMINEE = 1 << 4,   /* the actor */
    GUARD_NOBODY_ACTED = 1 << 5,    /* since the last hand-over: recall */
    GUARD_ROWS_JUDGED = 1 << 6,     /* no row pending or returned */
    GUARD_SOME_ACCEPTED = 1 << 7,
    GUARD_VOTE_RECORDED = 1 << 8,
    GUARD_SOME_PASSED = 1 << 9,
    GUARD_AUTHORITY_OURS = 1 << 10, /* the Director decides */
    GUARD_AUTHORITY_ABOVE = 1 << 11,
    GUARD_AWARDS_GIVEN = 1 << 12,   /* every award that goes on is given on the dossier's day, and confirmed */
    GUARD_LAST = GUARD_AWARDS_GIVEN
};

struct flow_state {
    const char *id, *label, *holder; /* holder: Vietnamese, who has it */
    bool start, final;
    bool editable;   /* nominees may be changed by the clerk */
    bool judging;    /* rows may be judged by the appraiser, returned rows corrected by the clerk */
    int due;         /* working days; 0: none */
};

enum flow_needs { NEED_REASON = 1 << 0, NEED_CAPACITY = 1 << 1, NEED_COUNTS = 1 << 2, NEED_NUMBER = 1 << 3, NEED_RESULT = 1 << 4 };

struct flow_action {
    const char *id, *label, *hint; /* label: the button; hint: what will happen */
    const char *from, *to;
    unsigned roles;   /* 1 << enum role */
    unsigned guards;  /* enum guard */
    unsigned needs;   /* enum flow_needs: what its page asks for */
    bool irreversible, likely; /* likely: the first button */
};

struct flow {
    const char *id;
    int version;
    unsigned states, actions;
    const struct flow_state *state;
    const struct flow_action *action;
};

enum outcome flow_load(struct pool *pool, const char *path, struct flow **out, struct err *e) TDKT_MUST_USE;

const struct flow_state *flow_state(const struct flow *flow, const char *id);
/* The action of that name that leaves `from`; NULL when there is none. */
const struct flow_action *flow_action(const struct flow *flow, const char *from, const char *id);

const char *flow_guard_name(enum guard guard);

/* May this role take this action in this state, given the facts that hold?  DENIED (key "flow.role"), CONFLICT
 * ("flow.state": the dossier has moved on, also to where the action of that name is another role's) or INVALID
 * ("flow.<guard>" of the first that does not hold). */
enum outcome flow_decide(const struct flow *flow, const char *state, const char *action, enum role role,
                         unsigned facts, const struct flow_action **out, struct err *e) TDKT_MUST_USE;

#endif
