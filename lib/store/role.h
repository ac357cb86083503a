/* Who holds which role where, for how long. */
#ifndef TDKT_STORE_ROLE_H
#define TDKT_STORE_ROLE_H

#include "lib/core/role.h"
#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* <roles>: what is in force on units of the viewer's scope. */
enum outcome role_list_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                            int64_t from, struct err *e) TDKT_MUST_USE;

struct role_new {
    int64_t person_id;      /* or 0 with a group */
    const char *ldap_group; /* or "" */
    enum role role;
    int64_t unit_id, granted_by;
    date_t valid_from, valid_to;
};

/* NOTFOUND when the unit is not of the viewer's scope, CONFLICT (key "role.twice") when the same grant is in force. */
enum outcome role_grant(struct db_tx *tx, const struct viewer *viewer, const struct role_new *r,
                        int64_t *id, struct err *e) TDKT_MUST_USE;

/* Ends a grant; whoever acts in it falls back to staff at the next request.  NOTFOUND (key "role.gone") when it has
 * ended or is not of the viewer's scope; *was tells the audit what it was. */
enum outcome role_revoke(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                         int64_t id, struct role_new *was, struct err *e) TDKT_MUST_USE;

#endif
