/* The rows of a step: counts and choices that stand for all of them, those that are different, and which part of a long
 * list its page shows.  Nothing that was typed is hidden: a row with counts or a choice of its own is always shown. */
#ifndef TDKT_FCGI_STEP_ROWS_H
#define TDKT_FCGI_STEP_ROWS_H

#include "fcgi/step.h"
#include "lib/core/council.h"
#include "lib/store/council.h"

/* A list that is longer is shown in parts, and asks for one ballot for all its rows. */
#define STEP_PART 100

/* <part field="from" ...> of the rows that go on, <row> for each of the part and each with something of its own, then
 * those that do not go on (the first STEP_PART; <effect refused=> counts all).  council: NULL when no counts are asked
 * for. */
void step_write_rows(struct call *c, const struct step *s, const struct council *council);

/* The form was sent to see another part of the list, not to take the step. */
bool step_looks(const struct call *c);

/* The counts of a row: its own where they were typed, else those for all; no without a count is 0, yes -1. */
void step_counts(const struct call *c, int64_t nominee_id, int *yes, int *no);

/* Marks what is missing of the counts. */
void step_need_counts(struct call *c, const struct step *s);

/* The rows a higher authority granted: those ticked, or all but those ticked. */
struct step_chosen {
    bool all;
    const int64_t *ids; /* in order */
    unsigned count;
};
struct step_chosen step_chosen_of(struct call *c);
bool step_is_chosen(const struct step_chosen *chosen, int64_t nominee_id);

#endif
