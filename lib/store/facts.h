/* What is known of people and collectives, as the documents the conditions of a law are asked of (conf/schema/nominee.rng).
 *
 * Gathered for all of them together with one statement per kind of fact.  Never judges. */
#ifndef TDKT_STORE_FACTS_H
#define TDKT_STORE_FACTS_H

#include "lib/core/law.h"
#include "lib/core/service.h"
#include "lib/db/db.h"
#include "lib/store/nomination.h"

struct subject {
    int64_t id; /* of the row; of the person or unit itself without a dossier */
    int64_t person_id, collective_id;
    enum recipient kind;
    const char *award_code; /* "": none in particular */
    struct doc *doc;        /* finished */
    struct service service;
};

struct facts {
    struct subject *subject;
    unsigned count;
};

/* Of one row of a dossier, or of all (nominee_id 0), as known on the day. */
enum outcome facts_of_rows(struct db_tx *tx, struct pool *pool, const struct nomination *n,
                           int64_t nominee_id, date_t on, struct facts *out, struct err *e)
    TDKT_MUST_USE;

/* Of a person or a unit as such, in the year of the day.  Disciplines and open cases only where the reader may know of
 * them.  NOTFOUND. */
struct facts_ask {
    enum recipient kind;
    int64_t id;
    date_t on;
    bool with_holds;
};
enum outcome facts_of(struct db_tx *tx, struct pool *pool, const struct facts_ask *ask,
                      struct facts *out, struct err *e) TDKT_MUST_USE;

#endif
