/* The catalogue of awards as the database has it: names for ever, and what each regime makes of each award. */
#ifndef TDKT_STORE_CATALOGUE_H
#define TDKT_STORE_CATALOGUE_H

#include "lib/core/standing.h"
#include "lib/db/db.h"

/* More regimes than a law has had; further periods of one award are an error of the catalogue. */
#define AWARD_PERIODS_MAX 32

struct award_type {
    const char *name, *family;
    struct award_history history;
};

/* In the pool; NOTFOUND when the catalogue never had the code. */
enum outcome award_type_of(struct db_tx *tx, struct pool *pool, const char *code,
                           struct award_type *out, struct err *e) TDKT_MUST_USE;

/* Each award's next period to its history: find() gives the history of a code, or NULL to leave it out. */
struct award_histories {
    struct pool *pool;
    struct award_history *(*find)(void *ctx, const char *code);
    void *ctx;
};
enum outcome award_histories_read(struct db_tx *tx, const struct award_histories *into,
                                  struct err *e) TDKT_MUST_USE;

/* Writes what the law files know of an award in the place of what was known of it. */
enum outcome award_history_put(struct db_tx *tx, const char *code,
                               const struct award_history *history, struct err *e) TDKT_MUST_USE;

#endif
