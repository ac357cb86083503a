/* The money of one decision: which of one recipient's awards are paid.  Amounts come from law_bonus(). */
#ifndef TDKT_CORE_PRIZE_H
#define TDKT_CORE_PRIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

struct prize {
    int64_t person_id, collective_id; /* one of them; the other is 0 */
    bool title;                       /* a title (danh hiệu), not a form of commendation (hình thức) */
    int years;                        /* of a title: it is attained over so many */
    int64_t amount;                   /* đồng; 0: not awarded */
};

/* Of one recipient's titles that are attained over the same time only the highest amount stays, the others become 0 (of equal ones the
 * first stays); titles attained over another time, and forms of commendation, are paid besides (Decree 152/2025 art. 49.5 to 49.7).
 * Answers the sum of what is left. */
int64_t prizes_settle(struct pool *pool, struct prize *prize, unsigned count);

#endif
