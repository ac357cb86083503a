/* Who is asking, and does the post come from a page of ours?
 *
 * The guard never decides about an object: that is core's, on rows read in the transaction.
 */
#ifndef TDKT_FCGI_GUARD_H
#define TDKT_FCGI_GUARD_H

#include "fcgi/call.h"
#include "fcgi/request.h"
#include "lib/store/session.h"

struct visitor {
    const char *token;          /* of the session cookie; NULL: none came */
    char digest[65];            /* of the token; "" without one */
    bool known;                 /* session holds who it is */
    struct session session;
};

/* Reads the cookie. */
void guard_init(struct visitor *visitor, struct pool *pool, const struct conf *conf,
                const struct request *request);
/* The session that has just been made: what a form kept over a login goes on with. */
void guard_new_token(struct visitor *visitor, struct pool *pool, const char *token);

/* A post that a browser says comes from elsewhere: DENIED (key "csrf.origin"). */
enum outcome guard_same_site(struct pool *pool, const struct conf *conf,
                             const struct request *request, struct err *e) TDKT_MUST_USE;

/* Finds the actor and asks for the permission: AUTHN (key "session.none") or DENIED (key "denied").
 * With PERM_ANYBODY the actor may be nobody. */
enum outcome guard_enter(struct visitor *visitor, struct db_tx *tx, struct pool *pool,
                         const struct conf *conf, enum permission permission, struct actor *actor,
                         struct err *e) TDKT_MUST_USE;

/* The post carries the session's own token: else DENIED (key "csrf.token"). */
enum outcome guard_csrf(const struct visitor *visitor, const struct request *request, struct err *e)
    TDKT_MUST_USE;

bool cookies_secure(const struct conf *conf);

/* next when it is a path within the site, else "/". */
const char *site_path(const char *next);

#endif
