/* Logging in: attempts are slowed per account and per place, and the directory's word becomes a person.
 *
 * An account is an entry of the directory, however its login is written; of a login nobody is known to have, the login.
 * Who comes from a place where that person has logged in before is counted by himself and does not wait for what strangers
 * did: nobody can be locked out of his own office from elsewhere.
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
    struct pool *pool;
    const char *login;          /* as typed */
    char place[DIGEST_SIZE];
    char account[DIGEST_SIZE], address[DIGEST_SIZE]; /* counted before the attempt */
    char entry[DIGEST_SIZE];    /* "", or what the directory found (login_found) */
    bool familiar;              /* the person has logged in from this place before */
    int64_t account_failures, address_failures; /* with this attempt's; 0: nothing is waited for it */
};

void login_subjects(struct pool *pool, const char *login, const char *address,
                    struct login_subjects *out);

/* Counts an attempt as failed.  wait_seconds > 0: it must not be made; it was counted, but does not make the wait
 * longer.  An address may fail ten times as often as an account: many people share one; it stops nobody who is familiar. */
enum outcome login_attempt(struct db_tx *tx, struct login_subjects *subjects,
                           const struct login_limits *limits, int64_t *wait_seconds, struct err *e)
    TDKT_MUST_USE;

/* The directory has found an entry, whatever it says of the password: counts by the entry too, unless that has been done.
 * wait_seconds > 0: what the directory said must not be told. */
enum outcome login_found(struct db_tx *tx, struct login_subjects *subjects, const char *entry,
                         const struct login_limits *limits, int64_t *wait_seconds, struct err *e)
    TDKT_MUST_USE;

/* The attempt succeeded: what was counted of it is cleared, the address has one failure less, the place is the person's
 * from now on.  What strangers did elsewhere stays counted. */
enum outcome login_succeeded(struct db_tx *tx, const struct login_subjects *subjects,
                             int64_t person_id, struct err *e) TDKT_MUST_USE;

/* The place is the person's from now on, however he was let in: when the portal is down, he logs in from there. */
enum outcome login_place(struct db_tx *tx, const struct login_subjects *subjects, int64_t person_id,
                         struct err *e) TDKT_MUST_USE;

/* Nobody could check the password: it was no failure. */
enum outcome login_unchecked(struct db_tx *tx, const struct login_subjects *subjects, struct err *e)
    TDKT_MUST_USE;

/* The id of the person who has this login and is in the directory, 0 when nobody is: whom the portal may let in. */
enum outcome login_listed(struct db_tx *tx, const char *login, int64_t *person_id, struct err *e)
    TDKT_MUST_USE;

/* The id of the person of an entry ("": not found), else of this login; 0 when nobody is known. */
enum outcome login_person_of(struct db_tx *tx, const char *login, const char *entry,
                             int64_t *person_id, struct err *e) TDKT_MUST_USE;

/* The person of a directory entry, brought up to what the directory says, groups included; created when the sync has
 * not met him yet.
 *   AUTHN  key "login.left"      known, but the sync found that he has left
 *          key "login.conflict"  his staff number belongs to somebody with another entry
 *          key "login.too-long"  a value has no room in our records */
enum outcome login_person(struct db_tx *tx, struct pool *pool, const struct sync_listed *entry,
                          date_t today, int64_t *person_id, bool *created, struct err *e)
    TDKT_MUST_USE;

#endif
