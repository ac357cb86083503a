/* What a person or a unit may reach next, as the law in force sees it from the register. */
#ifndef TDKT_STORE_CHANCE_H
#define TDKT_STORE_CHANCE_H

#include "lib/store/facts.h"

/* <chance award-code award-name result say found cite verified> rows of the open element; none on a day no regime covers. */
enum outcome chance_write(struct db_tx *tx, struct pool *pool, struct doc *doc,
                          const struct laws *laws, const struct facts_ask *ask, struct err *e)
    TDKT_MUST_USE;

#endif
