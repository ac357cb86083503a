/* A step of the flow, about to be taken: what its page shows, and what it does. */
#ifndef TDKT_FCGI_STEP_H
#define TDKT_FCGI_STEP_H

#include "fcgi/dossier.h"

struct step {
    struct dossier d;
    const struct flow_action *action;
    struct nominee_list rows;
    const char *title; /* of the actor's position: decides the capacity he may sign in */
};

/* The step the path names, decided on freshly read rows; the refusal says which guard does not hold.
 * hold: for taking it. */
enum outcome step_load(struct call *c, bool hold, struct step *s, struct err *e) TDKT_MUST_USE;

/* Does this row go on with the step? */
bool step_takes(const struct step *s, const struct nominee *n);

/* What the step asks for is given, or the fields are marked and INVALID is returned. */
enum outcome step_check_fields(struct call *c, const struct step *s, struct err *e) TDKT_MUST_USE;

/* What the action does besides moving the dossier: counts, a decision, a number, the register. */
enum outcome step_effect(struct call *c, struct step *s, struct err *e) TDKT_MUST_USE;

/* The money of every row that is granted on that day, by ordinal of s->rows; of the titles that the same person attained over the same
 * time one is paid, the highest (lib/core/prize.h). */
enum outcome step_money(struct call *c, const struct step *s, date_t day, int64_t *amounts,
                        int64_t *total, struct err *e) TDKT_MUST_USE;

/* A step that needs nothing, taken in the same transaction by the button of another page ("and send it on"): both happen
 * or neither. */
enum outcome step_follow(struct call *c, const char *action, struct err *e) TDKT_MUST_USE;

#endif
