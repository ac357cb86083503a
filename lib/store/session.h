/* Who is asking: sessions, and forms that are acted on once.
 *
 * A session is known by the digest of its token; the token itself is never stored.  The same holds
 * for the one-time token of a form.
 */
#ifndef TDKT_STORE_SESSION_H
#define TDKT_STORE_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"
#include "lib/core/role.h"
#include "lib/db/db.h"
#include "lib/xml/doc.h"

struct session {
    int64_t person_id;
    const char *name;      /* of the person */
    enum role role;        /* the role acted in; staff when no grant is chosen or it is no longer in force */
    int64_t grant_id;      /* 0: staff */
    int64_t unit_id;       /* of the grant; for staff the person's own */
    const char *unit_name; /* short name */
    const char *scope;     /* "/1/7/"; "-" for staff */
    const char *csrf;      /* 43 characters */
    bool stale;            /* seen so long ago that session_touch() is due */
};

struct session_limits {
    int idle_minutes, absolute_hours;
};

/* AUTHN (key "session.none") when there is no such session, or it is past one of its limits, or its
 * person has left. */
enum outcome session_find(struct db_tx *tx, struct pool *pool, const char *digest,
                          const struct session_limits *limits, struct session *out, struct err *e)
    TDKT_MUST_USE;

/* Whose the session was that has run out within three days, for what he still posts from its pages; 0 when there was none, when it
 * was ended (logged out, closed, replaced) or when he has left.  It says nothing about who asks: nobody is let in by it. */
enum outcome session_over(struct db_tx *tx, const char *digest, int64_t *person_id, struct err *e)
    TDKT_MUST_USE;

/* A role the person may act in today. */
struct session_grant {
    int64_t id;            /* 0: staff */
    enum role role;
    const char *unit_name;
};

/* Every role the person may act in today, staff last: what the page's head offers. */
enum outcome session_grants(struct db_tx *tx, struct pool *pool, const struct session *session,
                            const struct session_grant **out, unsigned *count, struct err *e)
    TDKT_MUST_USE;

/* A new session, its token (43 characters, nowhere stored) and the name it has on its owner's page.
 * The session of `replaces` (a digest; "" for none) ends: a token is never carried over a login.  Nobody has more than
 * twenty; the oldest ends. */
struct session_start {
    int64_t person_id;
    const char *replaces, *address, *agent;
    int absolute_hours;
};
enum outcome session_begin(struct db_tx *tx, struct pool *pool, const struct session_start *start,
                           const char **token, struct session_grant *acting, struct err *e)
    TDKT_MUST_USE;

enum outcome session_end(struct db_tx *tx, const char *digest, struct err *e) TDKT_MUST_USE;

/* Acts in another of the person's roles from now on; grant 0 is staff.  DENIED (key
 * "capacity.not-yours"). */
enum outcome session_choose(struct db_tx *tx, struct pool *pool, int64_t person_id, const char *digest,
                            int64_t grant_id, struct session_grant *chosen,
                            struct err *e) TDKT_MUST_USE;

/* <sessions> with every session of the person; `digest` is the one that asks. */
enum outcome session_list_read(struct db_tx *tx, struct doc *doc, int64_t person_id,
                               const char *digest, int idle_minutes, struct err *e) TDKT_MUST_USE;

/* Ends one of the person's own sessions; NOTFOUND when there is none of this name. */
enum outcome session_close(struct db_tx *tx, int64_t person_id, const char *public_id, struct err *e)
    TDKT_MUST_USE;

/* Notes that the session is in use. */
enum outcome session_touch(struct db_tx *tx, const char *digest, struct err *e) TDKT_MUST_USE;

/* Takes a form's token before its act, in the act's own transaction: CONFLICT (key "form.used")
 * when it has been taken, by now committed, before.  A second post waits here until the first has
 * committed or rolled back. */
enum outcome form_token_claim(struct db_tx *tx, const char *digest, int64_t person_id,
                              struct err *e) TDKT_MUST_USE;

/* Says where the act led; NULL gives the token back, for a post that changed nothing. */
enum outcome form_token_settle(struct db_tx *tx, const char *digest, const char *location,
                               struct err *e) TDKT_MUST_USE;

/* Where the act of this person's token led; NOTFOUND (key "form.unknown"). */
enum outcome form_token_location(struct db_tx *tx, struct pool *pool, const char *digest,
                                 int64_t person_id, const char **location, struct err *e)
    TDKT_MUST_USE;

#endif
