/* The directory: who somebody is, and who works here.  The only user of ldap.h.
 *
 * Every conversation with the directory runs in a child process that can be killed: libldap
 * ignores its own time-outs while a TLS handshake stalls.  Nothing is ever sent before TLS is
 * verified, nothing is ever written to the directory, and a password is kept nowhere.
 */
#ifndef TDKT_DIR_DIR_H
#define TDKT_DIR_DIR_H

#include <stdbool.h>

#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/base/secret.h"

struct dir_settings {
    const char *uris;        /* space separated, tried in order; ldap:// is always StartTLS */
    const char *base, *filter; /* filter holds {login}, which is escaped */
    const char *bind_dn;
    const struct secret *password;
    const char *tls_ca;      /* "": the system's authorities */
    const char *group_base, *group_filter, *group_member; /* group_filter: all groups; member attribute */
    const char *sync_filter;
    const char *map_id, *map_login, *map_name, *map_mail, *map_staff_no, *map_unit, *map_title;
    int seconds;             /* the whole conversation */
    int page_size;
};

#define DIR_TEXT 256         /* a longer value counts as absent, and the listing as partial */
#define DIR_GROUPS_MAX 256   /* further groups are dropped, and groups_complete is false */
#define DIR_LOGIN_MAX 190    /* bytes; a longer login is refused before any network call */
#define DIR_PASSWORD_MAX 512

struct dir_person {
    const char *id;          /* immutable: entryUUID or objectGUID */
    const char *login, *name;
    const char *mail, *staff_no, *unit, *title; /* "" when absent */
    unsigned groups;
    const char **group;      /* cn of each, nested ones included, in byte order */
    bool groups_complete;    /* false: only add groups, never take one away */
};

/* Empty, over-long or unclean input: INVALID, key "login.empty".  Nothing is sent. */
enum outcome dir_check_input(const char *login, const struct secret *password, struct err *e)
    TDKT_MUST_USE;

/* OK (out lives in the pool); or one of
 *   AUTHN    key "login.wrong" wrong password; "login.unknown" nobody of that name: whether a person is told which, is
 *            for the caller; of an entry that was found, out->id says which it is, out->login "" that nothing is proved
 *            key "login.expired" "login.locked" "login.must-change"
 *   INVALID  key "login.empty"      see dir_check_input
 *   UNAVAIL  key "dir.down" "dir.timeout" "dir.tls"
 *   INTERNAL key "dir.config"       service account refused, base not found, two entries match
 */
enum outcome dir_login(const struct dir_settings *dir, struct pool *pool, const char *login,
                       const struct secret *password, struct dir_person *out, struct err *e)
    TDKT_MUST_USE;

enum dir_completeness { DIR_UNSET = 0, DIR_COMPLETE, DIR_PARTIAL, DIR_FAILED };

struct dir_people {
    enum dir_completeness completeness;
    unsigned count;
    unsigned skipped;          /* entries without a usable id, login or name */
    struct dir_person *person; /* in the pool, ordered by id */
};

/* Everybody that sync_filter finds, paged, with their groups (nested, visited once).  A limit of the
 * server or a skipped entry makes it PARTIAL. */
enum outcome dir_list(const struct dir_settings *dir, struct pool *pool, struct dir_people *out,
                      struct err *e) TDKT_MUST_USE;

/* Connects, verifies TLS, binds the service account, finds the base. */
enum outcome dir_check(const struct dir_settings *dir, struct err *e) TDKT_MUST_USE;

#endif
