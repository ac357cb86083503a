/* Arithmetic of a council's ballot (VOTE-1 to VOTE-7). */
#ifndef TDKT_CORE_COUNCIL_H
#define TDKT_CORE_COUNCIL_H

#include "lib/base/err.h"
#include "lib/core/law.h"

struct ballot {
    int members;  /* N by the founding decision */
    int present, written;
};

/* Present + written within N, quorum of two thirds present.  INVALID "council.members", "council.quorum". */
enum outcome council_quorum(const struct ballot *ballot, struct err *e) TDKT_MUST_USE;

/* Counts of one nominee: yes + no never more than present + written.  INVALID "council.counts". */
enum outcome council_counts(const struct ballot *ballot, int yes, int no, struct err *e) TDKT_MUST_USE;

/* Has the nominee passed under that threshold? */
bool council_passed(const struct ballot *ballot, struct law_vote vote, int yes);

/* How many yes votes it takes. */
int council_needed(const struct ballot *ballot, struct law_vote vote);

#endif
