/* The directory: who somebody is, and who works here.  The only user of ldap.h.
 *
 * Every conversation with the directory runs in a child process that can be killed: libldap
 * ignores its own time-outs while a TLS handshake stalls.
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
    const char *tls_ca;
    const char *group_base, *group_filter, *group_member; /* group_filter: all groups; member attribute */
    const char *sync_filter;
    const char *map_id, *map_login, *map_name, *map_mail, *map_staff_no, *map_unit, *map_title;
    int seconds;             /* the whole conversation */
    int page_size;
};

#define DIR_GROUPS_MAX 64
#define DIR_TEXT 256

struct dir_person {
    char id[64];             /* immutable: entryUUID or objectGUID */
    char login[DIR_TEXT], name[DIR_TEXT], mail[DIR_TEXT];
    char staff_no[64], unit[64], title[DIR_TEXT];
    unsigned groups;
    char group[DIR_GROUPS_MAX][DIR_TEXT]; /* cn of each, nested ones included */
};

/* OK; or one of
 *   AUTHN    key "login.wrong"      unknown person and wrong password look alike from outside; text tells the log which
 *            key "login.expired" "login.locked" "login.must-change"
 *   INVALID  key "login.empty"      empty or over-long input: nothing was sent
 *   UNAVAIL  key "dir.down" "dir.timeout" "dir.tls"
 *   INTERNAL key "dir.config"       service account refused, base not found, two entries match
 */
enum outcome dir_login(const struct dir_settings *dir, const char *login,
                       const struct secret *password, struct dir_person *out, struct err *e)
    TDKT_MUST_USE;

enum dir_completeness { DIR_UNSET = 0, DIR_COMPLETE, DIR_PARTIAL, DIR_FAILED };

struct dir_people {
    enum dir_completeness completeness;
    unsigned count;
    struct dir_person *person; /* in the pool, ordered by id */
};

/* Everybody that sync_filter finds, paged, with their groups (nested, visited once).  Size limit hit = PARTIAL. */
enum outcome dir_list(const struct dir_settings *dir, struct pool *pool, struct dir_people *out,
                      struct err *e) TDKT_MUST_USE;

/* Connects, verifies TLS, binds the service account, finds the base. */
enum outcome dir_check(const struct dir_settings *dir, struct err *e) TDKT_MUST_USE;

#endif
