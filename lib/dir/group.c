#include "lib/dir/group.h"

#include <string.h>
#include <strings.h>

#include "lib/dir/filter.h"
#include "lib/dir/search.h"

/* The name and the place of one group entry; false when it has none. */
static bool group_entry(LDAP *ld, LDAPMessage *entry, char cn[DIR_TEXT], char **dn)
{
    char *raw = ldap_get_dn(ld, entry);

    *dn = raw ? dn_normal(raw) : NULL;
    ldap_memfree(raw);
    return *dn && entry_text(ld, entry, "cn", cn);
}

struct loading {
    struct group_graph *graph;
    const char *member;
    bool cut;
};

/* Active Directory hands out long lists as "member;range=0-1499": such a group came in part only. */
static bool came_in_part(LDAP *ld, LDAPMessage *entry, const char *member)
{
    BerElement *ber = NULL;
    size_t len = strlen(member);
    bool part = false;

    for (char *name = ldap_first_attribute(ld, entry, &ber); name;
         name = ldap_next_attribute(ld, entry, ber)) {
        if (strncasecmp(name, member, len) == 0 && strncasecmp(name + len, ";range=", 7) == 0)
            part = true;
        ldap_memfree(name);
    }
    ber_free(ber, 0);
    return part;
}

static void load_entry(void *ctx, LDAP *ld, LDAPMessage *entry)
{
    struct loading *loading = ctx;
    char cn[DIR_TEXT], *dn = NULL;
    struct berval **values;
    unsigned group;

    if (!group_entry(ld, entry, cn, &dn)) {
        loading->cut = true;
        ldap_memfree(dn);
        return;
    }
    group = group_add(loading->graph, dn, cn);
    ldap_memfree(dn);
    if (came_in_part(ld, entry, loading->member))
        loading->cut = true;
    values = ldap_get_values_len(ld, entry, loading->member);
    for (unsigned i = 0; values && values[i]; i++) {
        char *member = dn_normal(values[i]->bv_val);

        if (member)
            group_add_member(loading->graph, group, member);
        ldap_memfree(member);
    }
    ldap_value_free_len(values);
}

enum outcome group_load(LDAP *ld, const struct dir_settings *dir, struct pool *pool,
                        struct group_graph *graph, enum dir_completeness *completeness, struct err *e)
{
    struct loading loading = {.graph = graph, .member = dir->group_member};
    char cn[] = "cn", *member = pool_strdup(pool, dir->group_member);
    char *attributes[] = {cn, member, NULL};
    const struct search search = {.base = dir->group_base,
                                  .filter = dir->group_filter,
                                  .scope = LDAP_SCOPE_SUBTREE,
                                  .attributes = attributes,
                                  .page_size = dir->page_size};
    enum outcome out = OUT_OK;

    *completeness = DIR_COMPLETE;
    if (*dir->group_base)
        out = search_run(ld, &search, load_entry, &loading, completeness, e);
    if (loading.cut)
        *completeness = DIR_PARTIAL;
    group_seal(graph);
    return out;
}

struct climb {
    struct group_names *names;
    char *dn[DIR_GROUPS_MAX]; /* as the directory wrote it, normal form to compare */
};

static void climb_entry(void *ctx, LDAP *ld, LDAPMessage *entry)
{
    struct climb *climb = ctx;
    struct group_names *names = climb->names;
    char cn[DIR_TEXT], *dn = NULL;

    if (!group_entry(ld, entry, cn, &dn) || names->count == DIR_GROUPS_MAX) {
        names->complete = false;
        ldap_memfree(dn);
        return;
    }
    for (unsigned i = 0; i < names->count; i++)
        if (strcmp(climb->dn[i], dn) == 0) {
            ldap_memfree(dn);
            return;
        }
    climb->dn[names->count] = dn;
    memcpy(names->name[names->count++], cn, sizeof cn);
}

/* The groups that hold one DN directly. */
static enum outcome climb_from(LDAP *ld, const struct dir_settings *dir, const char *dn,
                               struct climb *climb, struct err *e)
{
    char filter[FILTER_SIZE], cn[] = "cn", *attributes[] = {cn, NULL};
    const struct search search = {.base = dir->group_base,
                                  .filter = filter,
                                  .scope = LDAP_SCOPE_SUBTREE,
                                  .attributes = attributes,
                                  .page_size = dir->page_size};
    enum dir_completeness completeness = DIR_PARTIAL;
    struct filter_value value;
    enum outcome out = OUT_OK;

    if (filter_escape(dn, &value) &&
        filter_and_equal(dir->group_filter, dir->group_member, &value, filter))
        out = search_run(ld, &search, climb_entry, climb, &completeness, e);
    if (completeness != DIR_COMPLETE)
        climb->names->complete = false;
    return out;
}

enum outcome group_climb(LDAP *ld, const struct dir_settings *dir, const char *dn,
                         struct group_names *out, struct err *e)
{
    struct climb climb = {.names = out};
    enum outcome done;

    out->count = 0;
    out->complete = true;
    if (!*dir->group_base)
        return OUT_OK;
    done = climb_from(ld, dir, dn, &climb, e);
    for (unsigned i = 0; i < out->count && done == OUT_OK; i++)
        done = climb_from(ld, dir, climb.dn[i], &climb, e);
    for (unsigned i = 0; i < out->count; i++)
        ldap_memfree(climb.dn[i]);
    return done;
}
