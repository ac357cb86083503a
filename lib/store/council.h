/* The department's council and what its sessions said of a dossier. */
#ifndef TDKT_STORE_COUNCIL_H
#define TDKT_STORE_COUNCIL_H

#include "lib/db/db.h"
#include "lib/xml/doc.h"

struct council {
    int64_t id;
    int members;
};

/* <council>; INVALID (key "council.none") when no council's term covers the day. */
enum outcome council_read(struct db_tx *tx, struct doc *doc, date_t day, struct err *e) TDKT_MUST_USE;
enum outcome council_of(struct db_tx *tx, date_t day, struct council *out, struct err *e)
    TDKT_MUST_USE;

struct council_result {
    int64_t council_id, nomination_id;
    date_t held_on;
    const char *minutes_no;
    int members, present, written;
};
enum outcome council_record(struct db_tx *tx, const struct council_result *r, struct err *e)
    TDKT_MUST_USE;

/* The newest session of a dossier; held is false when there was none. */
struct council_face {
    bool held;
    const char *council_name, *minutes_no;
    date_t held_on;
    int members, present, written;
};
enum outcome council_session_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                                struct council_face *out, struct err *e) TDKT_MUST_USE;

#endif
