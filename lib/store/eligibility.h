/* Asking the law about the rows of a dossier, and keeping what it said. */
#ifndef TDKT_STORE_ELIGIBILITY_H
#define TDKT_STORE_ELIGIBILITY_H

#include "lib/core/law.h"
#include "lib/db/db.h"
#include "lib/store/nomination.h"

/* Judges one row (nominee_id) or all (0) by the regime in force on the day, and replaces the kept answers.
 * The facts of all rows are read with one statement per kind of fact.
 * INVALID "law.no-regime" when no regime covers the day. */
enum outcome eligibility_check(struct db_tx *tx, struct pool *pool, const struct laws *laws,
                               const struct nomination *n, int64_t nominee_id, date_t on,
                               struct err *e) TDKT_MUST_USE;

#endif
