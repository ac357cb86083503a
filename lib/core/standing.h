/* Is an award given on a day?  Asked by every door through which somebody is nominated, and again by the steps of the flow.
 *
 * The catalogue (award_type_period, written by `tdkt law load`) has one period per regime that knows the award; a period is
 * confirmed, or it waits for a person to confirm it (active="no" in the law file).
 *
 * Which day is a dossier's day: the day it is asked, today, for as long as it is on its way, because it cannot be decided earlier and
 * what is decided follows the law of the day of the decision; once it is signed, the day of the signature (decision.signed_on),
 * which has fixed regime, base salary and money.  Never the day it was begun, and never the year under review: awards of earlier
 * years keep what their own day's law made of them. */
#ifndef TDKT_CORE_STANDING_H
#define TDKT_CORE_STANDING_H

#include "lib/core/law.h"

/* What a regime makes of an award. */
struct award_period {
    date_t from, to; /* to DATE_NONE: open */
    bool confirmed;
    bool for_person, for_collective, for_household;
    const char *decides;
    const char *regime; /* its id; the file is conf/law/<regime>.xml */
    const char *law;    /* the regime's law and decree, in words */
    const char *cite;   /* of the award */
};

struct award_history {
    const char *name;
    struct award_period *period; /* the earliest first */
    unsigned periods;
};

enum award_standing {
    AWARD_GIVEN = 1,
    AWARD_UNCONFIRMED, /* known, and nobody has confirmed it */
    AWARD_NOT_YET,     /* known from a later day on */
    AWARD_NO_MORE      /* known until an earlier day */
};

/* *at: the period of the day, of the first day to come, or the last that was; NULL (with NO_MORE) when there is none at all. */
enum award_standing award_standing(const struct award_history *award, date_t day,
                                   const struct award_period **at);

/* OK, or INVALID "award.unconfirmed", "award.not-yet", "award.no-more", "award.unknown" with {award} {from} {to} {law} {cite}
 * {regime}, days as they are written on paper. */
enum outcome award_given_on(const struct award_history *award, date_t day,
                            const struct award_period **at, struct err *e) TDKT_MUST_USE;

/* Do both say the same of the same days and regime, confirmation included? */
bool award_period_same(const struct award_period *a, const struct award_period *b);

/* The history of an award as the law files tell it: at most one period per regime. */
void award_history_of(struct pool *pool, const struct laws *laws, const char *code,
                      struct award_history *out);

#endif
