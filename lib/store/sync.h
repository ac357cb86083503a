/* Bringing people up to the directory: everything is read at once, and written in bulk. */
#ifndef TDKT_STORE_SYNC_H
#define TDKT_STORE_SYNC_H

#include "lib/base/date.h"
#include "lib/core/sync.h"
#include "lib/db/db.h"

/* Fills known, known_count, units and units_count; everything lives in the pool. */
enum outcome sync_load(struct db_tx *tx, struct pool *pool, date_t today, struct sync_input *out,
                       struct err *e) TDKT_MUST_USE;

/* Carries a plan out.  Its caller has looked at the brake. */
enum outcome sync_apply(struct db_tx *tx, struct pool *pool, const struct sync_input *input,
                        const struct sync_plan *plan, date_t today, struct err *e) TDKT_MUST_USE;

#endif
