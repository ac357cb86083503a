/* Reading groups from the directory, from inside the child, bound as the service account: all of them for a
 * listing, upwards from one entry for a login.  Both answer the same. */
#ifndef TDKT_DIR_GROUP_H
#define TDKT_DIR_GROUP_H

#include <ldap.h>

#include "lib/dir/child.h"
#include "lib/dir/graph.h"

/* Reads every group that group_filter finds, with its members, and seals the graph. */
enum outcome group_load(LDAP *ld, const struct dir_settings *dir, struct pool *pool,
                        struct group_graph *graph, enum dir_completeness *completeness, struct err *e)
    TDKT_MUST_USE;

struct group_names {
    unsigned count;
    bool complete;
    char name[DIR_GROUPS_MAX][DIR_TEXT];
};

/* Groups of one person, asked upwards from his entry. */
enum outcome group_climb(LDAP *ld, const struct dir_settings *dir, const char *dn,
                         struct group_names *out, struct err *e) TDKT_MUST_USE;

#endif
