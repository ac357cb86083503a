#include "lib/dir/talk.h"

#include <stdlib.h>
#include <string.h>

#include "lib/dir/filter.h"
#include "lib/dir/group.h"
#include "lib/dir/link.h"
#include "lib/dir/search.h"

/* Memory of one listing in the child: groups with all their members. */
#define TALK_MEMORY (256u * 1024 * 1024)

/* Two matches are enough to know that there is more than one. */
#define LOGIN_MATCHES 2

struct found {
    const struct dir_settings *dir;
    unsigned count;
    bool usable;
    char *dn;
    struct frame_person person;
};

static void found_entry(void *ctx, LDAP *ld, LDAPMessage *entry)
{
    struct found *found = ctx;

    if (found->count++ > 0)
        return;
    found->dn = ldap_get_dn(ld, entry);
    found->usable = entry_person(ld, entry, found->dir, &found->person);
}

static enum outcome find_person(LDAP *ld, const struct talk *talk, struct found *found, struct err *e)
{
    char filter[FILTER_SIZE], *attributes[PERSON_ATTRIBUTES];
    const struct search search = {.base = talk->dir->base,
                                  .filter = filter,
                                  .scope = LDAP_SCOPE_SUBTREE,
                                  .attributes = attributes,
                                  .size_limit = LOGIN_MATCHES};
    enum dir_completeness completeness;
    struct filter_value login;
    enum outcome out;

    if (!filter_escape(talk->login, &login) ||
        !filter_login(talk->dir->filter, &login, filter))
        return err_set(e, OUT_INTERNAL, "dir.config", "the login filter lacks {login} or is too long");
    person_attributes(talk->dir, attributes);
    out = search_run(ld, &search, found_entry, found, &completeness, e);
    if (out != OUT_OK)
        return out;
    if (found->count == 0)
        return err_set(e, OUT_AUTHN, "login.unknown", "unknown person");
    if (found->count > 1)
        return err_set(e, OUT_INTERNAL, "dir.config", "two entries match one login");
    if (!found->dn || !found->usable)
        return err_set(e, OUT_INTERNAL, "dir.config", "the entry has no usable id, login or name");
    return OUT_OK;
}

/* A handle of its own: a bind on the service's handle would leave it bound as somebody else. */
static enum outcome prove_person(const struct talk *talk, const char *dn, struct err *e)
{
    LDAP *ld = NULL;
    enum outcome out = link_open(talk->dir, talk->uri, &ld, e);

    if (out == OUT_OK)
        out = link_bind_person(ld, dn, talk->password, e);
    if (ld)
        ldap_unbind_ext(ld, NULL, NULL);
    return out;
}

static void send_group(int to, const char *cn)
{
    struct frame frame = {.kind = FRAME_GROUP};

    memccpy(frame.group, cn, 0, sizeof frame.group);
    frame_send(to, &frame);
}

static void send_person(int to, const struct frame_person *person)
{
    struct frame frame = {.kind = FRAME_PERSON};

    frame.person = *person;
    frame_send(to, &frame);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

static enum outcome talk_login(LDAP *ld, const struct talk *talk, int to, struct err *e)
{
    static struct group_names groups;
    struct found found = {.dir = talk->dir};
    enum outcome out = find_person(ld, talk, &found, e);

    if (out == OUT_OK) {
        out = prove_person(talk, found.dn, e);
        if (out == OUT_AUTHN)
            send_person(to, &found.person); /* whose failure it is */
    }
    if (out == OUT_OK)
        out = group_climb(ld, talk->dir, found.dn, &groups, e);
    if (out == OUT_OK) {
        qsort(groups.name, groups.count, sizeof groups.name[0], by_name);
        found.person.groups_complete = groups.complete;
        send_person(to, &found.person);
        for (unsigned i = 0; i < groups.count; i++)
            send_group(to, groups.name[i]);
    }
    ldap_memfree(found.dn);
    return out;
}

struct listing {
    const struct dir_settings *dir;
    struct group_graph *graph;
    bool groups_complete;
    int to;
    unsigned skipped;
};

static int by_text(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;

    return strcmp(*x, *y);
}

static void send_listed(struct listing *listing, struct frame_person *person, const char *dn)
{
    unsigned number[DIR_GROUPS_MAX], count = group_of(listing->graph, dn, number, DIR_GROUPS_MAX);
    const char *name[DIR_GROUPS_MAX];

    person->groups_complete = listing->groups_complete && count <= DIR_GROUPS_MAX;
    if (count > DIR_GROUPS_MAX)
        count = DIR_GROUPS_MAX;
    for (unsigned i = 0; i < count; i++)
        name[i] = group_cn(listing->graph, number[i]);
    if (count > 0)
        qsort(name, count, sizeof name[0], by_text);
    send_person(listing->to, person);
    for (unsigned i = 0; i < count; i++)
        send_group(listing->to, name[i]);
}

static void listed_entry(void *ctx, LDAP *ld, LDAPMessage *entry)
{
    struct listing *listing = ctx;
    char *raw = ldap_get_dn(ld, entry), *dn = raw ? dn_normal(raw) : NULL;
    struct frame_person person;

    if (dn && entry_person(ld, entry, listing->dir, &person))
        send_listed(listing, &person, dn);
    else
        listing->skipped++;
    ldap_memfree(dn);
    ldap_memfree(raw);
}

static enum outcome talk_list(LDAP *ld, const struct talk *talk, int to, struct frame_end *end,
                              struct err *e)
{
    struct pool *pool = pool_new("directory listing", TALK_MEMORY);
    struct listing listing = {.dir = talk->dir, .graph = group_graph_new(pool), .to = to};
    enum dir_completeness groups, people = DIR_FAILED;
    char *attributes[PERSON_ATTRIBUTES];
    const struct search search = {.base = talk->dir->base,
                                  .filter = talk->dir->sync_filter,
                                  .scope = LDAP_SCOPE_SUBTREE,
                                  .attributes = attributes,
                                  .page_size = talk->dir->page_size};
    enum outcome out = group_load(ld, talk->dir, pool, listing.graph, &groups, e);

    listing.groups_complete = groups == DIR_COMPLETE;
    person_attributes(talk->dir, attributes);
    if (out == OUT_OK)
        out = search_run(ld, &search, listed_entry, &listing, &people, e);
    end->skipped = listing.skipped;
    end->completeness = people == DIR_COMPLETE && groups == DIR_COMPLETE ? DIR_COMPLETE : DIR_PARTIAL;
    pool_free(pool);
    return out;
}

static void ignore_entry(void *ctx, LDAP *ld, LDAPMessage *entry)
{
    (void)ctx;
    (void)ld;
    (void)entry;
}

static enum outcome talk_check(LDAP *ld, const struct talk *talk, struct err *e)
{
    char none[] = LDAP_NO_ATTRS, *attributes[] = {none, NULL};
    const struct search search = {.base = talk->dir->base,
                                  .filter = "(objectClass=*)",
                                  .scope = LDAP_SCOPE_BASE,
                                  .attributes = attributes};
    enum dir_completeness completeness;

    return search_run(ld, &search, ignore_entry, NULL, &completeness, e);
}

static enum outcome talk_about(LDAP *ld, const struct talk *talk, int to, struct frame_end *end,
                               struct err *e)
{
    switch (talk->ask) {
    case TALK_LOGIN:
        return talk_login(ld, talk, to, e);
    case TALK_LIST:
        return talk_list(ld, talk, to, end, e);
    case TALK_CHECK:
        return talk_check(ld, talk, e);
    default:
        return err_set(e, OUT_INTERNAL, "internal", "nothing was asked of the directory");
    }
}

enum outcome talk_body(void *ctx, int to, struct frame_end *end, struct err *e)
{
    const struct talk *talk = ctx;
    const struct frame ready = {.kind = FRAME_READY};
    LDAP *ld = NULL;
    enum outcome out;

    /* What this machine's ldap.conf or environment says is none of our settings. */
    if (setenv("LDAPNOINIT", "1", 1) != 0)
        return err_set(e, OUT_INTERNAL, "internal", "no room in the environment");
    out = link_open(talk->dir, talk->uri, &ld, e);
    if (out == OUT_OK)
        out = link_bind_service(ld, talk->dir, e);
    if (out == OUT_OK) {
        frame_send(to, &ready);
        out = talk_about(ld, talk, to, end, e);
    }
    if (ld)
        ldap_unbind_ext(ld, NULL, NULL);
    return out;
}
