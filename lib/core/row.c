/* Rows of a dossier: which go on with a step, and what the appraiser may make of them. */
#include "lib/core/row.h"

#include <string.h>

/* The outcome a row needs to leave that state; states that are not here let every row through. */
static const struct {
    const char *from, *outcome;
} needs[] = {
    {"appraisal", "accepted"}, {"council", "accepted"}, {"voted", "passed"}, {"decided", "granted"},
    {"proposed", "passed"},    {"sent", "passed"},
};

bool row_goes_on(const char *from, const char *outcome)
{
    for (unsigned i = 0; i < sizeof needs / sizeof needs[0]; i++)
        if (strcmp(needs[i].from, from) == 0)
            return strcmp(needs[i].outcome, outcome) == 0;
    return true;
}

enum row_bar row_bar(const char *outcome, const char *wanted)
{
    if (strcmp(outcome, wanted) == 0)
        return ROW_SAME;
    if (strcmp(outcome, "returned") == 0 && strcmp(wanted, "accepted") == 0)
        return ROW_WAITING;
    return ROW_FREE;
}
