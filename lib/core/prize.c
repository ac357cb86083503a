/* Which awards of one decision are paid: in the order of recipients, so that a thousand rows cost no more than sorting them. */
#include "lib/core/prize.h"

#include <stdlib.h>

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int by_recipient(const struct prize *a, const struct prize *b)
{
    int order = compare(a->person_id, b->person_id);

    return order != 0 ? order : compare(a->collective_id, b->collective_id);
}

static int by_kind(const struct prize *a, const struct prize *b)
{
    int order = (int)b->title - (int)a->title;

    return order != 0 || !a->title ? order : a->years - b->years;
}

/* Of a recipient's titles attained over the same time the highest stands first; of equal ones that which came first. */
static int by_worth(const void *one, const void *other)
{
    const struct prize *a = *(struct prize *const *)one, *b = *(struct prize *const *)other;
    int order = by_recipient(a, b);

    if (order == 0)
        order = by_kind(a, b);
    if (order == 0)
        order = compare(b->amount, a->amount);
    return order != 0 ? order : (a < b ? -1 : a > b);
}

int64_t prizes_settle(struct pool *pool, struct prize *prize, unsigned count)
{
    struct prize **sorted = pool_alloc(pool, (count + 1) * sizeof(struct prize *));
    int64_t total = 0;

    for (unsigned i = 0; i < count; i++)
        sorted[i] = &prize[i];
    qsort(sorted, count, sizeof *sorted, by_worth);
    for (unsigned i = 0; i < count; i++) {
        bool again = i > 0 && by_recipient(sorted[i - 1], sorted[i]) == 0 &&
                     by_kind(sorted[i - 1], sorted[i]) == 0;

        if (again && sorted[i]->title)
            sorted[i]->amount = 0;
        total += sorted[i]->amount;
    }
    return total;
}
