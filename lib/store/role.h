/* Who holds which role where, for how long. */
#ifndef TDKT_STORE_ROLE_H
#define TDKT_STORE_ROLE_H

#include "lib/core/role.h"
#include "lib/db/db.h"
#include "lib/xml/doc.h"

/* <roles> */
enum outcome role_list_read(struct db_tx *tx, struct doc *doc, struct err *e) TDKT_MUST_USE;

struct role_new {
    int64_t person_id;      /* or 0 with a group */
    const char *ldap_group; /* or "" */
    enum role role;
    int64_t unit_id, granted_by;
    date_t valid_from, valid_to;
};

/* CONFLICT (key "role.twice") when the same grant is in force. */
enum outcome role_grant(struct db_tx *tx, const struct role_new *r, int64_t *id, struct err *e)
    TDKT_MUST_USE;

/* Ends a grant; whoever acts in it falls back to staff at the next request.  NOTFOUND when it has ended. */
enum outcome role_revoke(struct db_tx *tx, int64_t id, struct err *e) TDKT_MUST_USE;

#endif
