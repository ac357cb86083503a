/* Logging in: attempts are slowed per account and per address, and the directory's word becomes a person.
 *
 * An attempt counts as failed before it is made, and the count is taken back when it was none: so attempts side by
 * side cannot all be the first.  Names of accounts are kept as digests only.
 */
#ifndef TDKT_STORE_LOGIN_H
#define TDKT_STORE_LOGIN_H

#include "lib/base/pool.h"
#include "lib/base/secret.h"
#include "lib/core/sync.h"
#include "lib/db/db.h"

struct login_limits {
    int free;          /* failures before waiting starts */
    int first_seconds; /* the first wait; each further failure doubles it */
    int max_seconds;
};

/* Whose failures are counted. */
struct login_subjects {
    char account[DIGEST_SIZE], address[DIGEST_SIZE];
};

void login_subjects(struct pool *pool, const char *login, const char *address,
                    struct login_subjects *out);

/* Counts an attempt as failed.  wait_seconds > 0: it must not be made; it was counted, but does not make the wait
 * longer.  An address may fail ten times as often as an account: many people share one. */
enum outcome login_attempt(struct db_tx *tx, const struct login_subjects *subjects,
                           const struct login_limits *limits, int64_t *wait_seconds, struct err *e)
    TDKT_MUST_USE;

/* The attempt succeeded: the account is cleared, the address has one failure less. */
enum outcome login_succeeded(struct db_tx *tx, const struct login_subjects *subjects, struct err *e)
    TDKT_MUST_USE;

/* Nobody could check the password: it was no failure. */
enum outcome login_unchecked(struct db_tx *tx, const struct login_subjects *subjects, struct err *e)
    TDKT_MUST_USE;

/* The id of the person who has this login and is in the directory, 0 when nobody is: whom the portal may let in. */
enum outcome login_listed(struct db_tx *tx, const char *login, int64_t *person_id, struct err *e)
    TDKT_MUST_USE;

/* The id of the person who has this login, 0 when nobody has. */
enum outcome login_person_of(struct db_tx *tx, const char *login, int64_t *person_id, struct err *e)
    TDKT_MUST_USE;

/* The person of a directory entry, brought up to what the directory says, groups included; created when the sync has
 * not met him yet.
 *   AUTHN  key "login.left"      known, but the sync found that he has left
 *          key "login.conflict"  his staff number belongs to somebody with another entry
 *          key "login.too-long"  a value has no room in our records */
enum outcome login_person(struct db_tx *tx, struct pool *pool, const struct sync_listed *entry,
                          date_t today, int64_t *person_id, bool *created, struct err *e)
    TDKT_MUST_USE;

#endif
