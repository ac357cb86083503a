/* What somebody may reach next: the conditions of a regime asked without a dossier.
 *
 * Only titles and commendations with conditions of their own are spoken of, and of those only the next steps: not held this year,
 * and either everything holds or something on the way to it does. */
#ifndef TDKT_CORE_CHANCE_H
#define TDKT_CORE_CHANCE_H

#include "lib/core/law.h"

struct chance {
    const struct law_award *award;
    enum check_result result;
    const char *say, *found, *cite; /* the condition that does not hold; found "": nothing */
    bool verified;
};

/* Those that hold first, then by rank.  nominee: as for law_check(), with method cong_trang. */
enum outcome chances(struct pool *pool, const struct regime *regime, enum recipient kind, int year,
                     date_t on, const struct doc *nominee, const struct chance **out,
                     unsigned *count, struct err *e) TDKT_MUST_USE;

#endif
