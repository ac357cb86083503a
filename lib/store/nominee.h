/* Rows of a dossier: a person or a collective, an award, an achievement, an outcome. */
#ifndef TDKT_STORE_NOMINEE_H
#define TDKT_STORE_NOMINEE_H

#include "lib/db/db.h"
#include "lib/xml/doc.h"

struct nominee {
    int64_t id, person_id, collective_id, unit_id, version;
    const char *kind; /* "person", "collective" */
    const char *name, *position, *unit_name, *award_code, *award_name, *family, *achievement,
        *outcome, *reason, *return_fields;
    date_t period_from, period_to;
    int leader;    /* 1, 0; -1 for a collective */
    int64_t bonus; /* -1: not decided */
    const char *sex; /* "nam", "nu", "" unknown or a collective */
    bool eligible; /* no rule stands in the way: known of the rows of a list */
};

/* The struct's strings are in the pool; NOTFOUND when the row is not in that dossier. */
enum outcome nominee_get(struct db_tx *tx, struct pool *pool, int64_t nomination_id, int64_t id,
                         struct nominee *out, struct err *e) TDKT_MUST_USE;

/* <nominee> with <check> rows (what the rules said), earlier <award> rows and its <evidence>; left open. */
struct rows_more;
enum outcome nominee_open(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                          const struct nominee *n, const struct rows_more *more, struct err *e)
    TDKT_MUST_USE;

/* CONFLICT (key "nominee.twice") when the subject is in the dossier for that award already. */
enum outcome nominee_add(struct db_tx *tx, int64_t nomination_id, const struct nominee *n,
                         int64_t *id, struct err *e) TDKT_MUST_USE;

/* What the unit corrects: name, position, award, achievement, period; outcome becomes pending.  Guarded by version. */
enum outcome nominee_change(struct db_tx *tx, int64_t nomination_id, const struct nominee *n,
                            struct err *e) TDKT_MUST_USE;

enum outcome nominee_remove(struct db_tx *tx, int64_t nomination_id, int64_t id, struct err *e)
    TDKT_MUST_USE;

/* Words on many rows of one dossier, each kind in one statement.  CONFLICT (key "nominee.judged") when one of them is not
 * the actor's to judge any more: then the transaction may not be committed. */

/* The appraiser's word: accepted, refused or returned (with the names of the fields to correct). */
enum outcome nominee_judge(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                           const int64_t *ids, unsigned count, const char *outcome,
                           const char *reason, const char *fields, struct err *e) TDKT_MUST_USE;

/* The council's counts; outcome passed or failed. */
struct nominee_ballot {
    int64_t id;
    int yes, no;
    bool passed;
    const char *reason;
};
enum outcome nominee_vote(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                          const struct nominee_ballot *ballots, unsigned count, struct err *e)
    TDKT_MUST_USE;

/* Granted with its money; or by a higher authority not. */
struct nominee_bonus {
    int64_t id, bonus;
};
enum outcome nominee_grant(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                           const struct nominee_bonus *bonuses, unsigned count, struct err *e)
    TDKT_MUST_USE;
enum outcome nominee_not_granted(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                                 const int64_t *ids, unsigned count, const char *reason,
                                 struct err *e) TDKT_MUST_USE;

/* Accepted rows of a dossier that goes back to its unit are judged afresh. */
enum outcome nominee_reset(struct db_tx *tx, int64_t nomination_id, struct err *e) TDKT_MUST_USE;

/* Every row in its order on paper; at most NOMINEES_MAX (TOOBIG beyond). */
#define NOMINEES_MAX 10000
struct nominee_list {
    unsigned count;
    struct nominee *row;
};
enum outcome nominee_all(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                         struct nominee_list *out, struct err *e) TDKT_MUST_USE;

#endif
