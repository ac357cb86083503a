/* A listing of groups as Active Directory answers it: long lists of members come in part, as "member;range=0-1499". What the library and
 * the search hand over is made up here; no server is asked. */
#include "tests/unit/test.h"

#include <ldap.h>
#include <stdio.h>
#include <string.h>

#include "lib/dir/group.h"
#include "lib/dir/search.h"

/* The entry that is handed over: its attributes, and the members under the plain name. */
static const char *const *names;
static unsigned next_name;
static bool has_cn;
static struct berval member = {.bv_val = (char *)(uintptr_t)"uid=a,dc=x", .bv_len = 10};

enum outcome __wrap_search_run(LDAP *ld, const struct search *search, search_entry on_entry, void *ctx,
                               enum dir_completeness *completeness, struct err *e);
bool __wrap_entry_text(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT]);
char *__wrap_ldap_get_dn(LDAP *ld, LDAPMessage *entry);
char *__wrap_ldap_first_attribute(LDAP *ld, LDAPMessage *entry, BerElement **ber);
char *__wrap_ldap_next_attribute(LDAP *ld, LDAPMessage *entry, BerElement *ber);
struct berval **__wrap_ldap_get_values_len(LDAP *ld, LDAPMessage *entry, const char *name);
void __wrap_ldap_value_free_len(struct berval **values);

enum outcome __wrap_search_run(LDAP *ld, const struct search *search, search_entry on_entry, void *ctx,
                               enum dir_completeness *completeness, struct err *e)
{
    (void)search;
    (void)e;
    *completeness = DIR_COMPLETE;
    on_entry(ctx, ld, NULL);
    return OUT_OK;
}

bool __wrap_entry_text(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT])
{
    (void)ld;
    (void)entry;
    snprintf(out, DIR_TEXT, "%s", attribute);
    return has_cn;
}

char *__wrap_ldap_get_dn(LDAP *ld, LDAPMessage *entry)
{
    (void)ld;
    (void)entry;
    return ldap_strdup("cn=clerks,dc=x");
}

char *__wrap_ldap_next_attribute(LDAP *ld, LDAPMessage *entry, BerElement *ber)
{
    (void)ld;
    (void)entry;
    (void)ber;
    return names[next_name] ? ldap_strdup(names[next_name++]) : NULL;
}

char *__wrap_ldap_first_attribute(LDAP *ld, LDAPMessage *entry, BerElement **ber)
{
    *ber = NULL;
    next_name = 0;
    return __wrap_ldap_next_attribute(ld, entry, NULL);
}

struct berval **__wrap_ldap_get_values_len(LDAP *ld, LDAPMessage *entry, const char *name)
{
    static struct berval *values[] = {&member, NULL};

    (void)ld;
    (void)entry;
    (void)name;
    return values;
}

void __wrap_ldap_value_free_len(struct berval **values)
{
    (void)values;
}

static enum dir_completeness listed(const char *const *attributes, unsigned *groups)
{
    struct pool *pool = pool_new("test", 1 << 20);
    struct group_graph *graph = group_graph_new(pool);
    struct dir_settings dir = {
        .group_base = "dc=x", .group_filter = "(objectClass=group)", .group_member = "member"};
    enum dir_completeness completeness = DIR_FAILED;
    unsigned found[8];
    struct err e = ERR_INIT;

    names = attributes;
    assert_int_equal(group_load(NULL, &dir, pool, graph, &completeness, &e), OUT_OK);
    *groups = group_of(graph, "uid=a,dc=x", found, 8);
    pool_free(pool);
    return completeness;
}

static void a_list_in_part_is_not_complete(void **state)
{
    static const char *const whole[] = {"cn", "member", NULL};
    static const char *const part[] = {"cn", "member;range=0-1499", NULL};
    static const char *const cased[] = {"member", "Member;Range=0-1499", "cn", NULL};
    static const char *const last[] = {"cn", "member;range=1500-*", NULL};
    static const char *const other[] = {"cn", "member", "memberOf;range=0-1499", "member;lang-vi", NULL};
    static const char *const none[] = {NULL};
    unsigned groups;

    (void)state;
    has_cn = true;
    assert_int_equal(listed(whole, &groups), DIR_COMPLETE);
    assert_int_equal(groups, 1);
    assert_int_equal(listed(part, &groups), DIR_PARTIAL);
    assert_int_equal(groups, 1); /* what did come is used */
    assert_int_equal(listed(cased, &groups), DIR_PARTIAL);
    assert_int_equal(listed(last, &groups), DIR_PARTIAL);
    assert_int_equal(listed(other, &groups), DIR_COMPLETE);
    assert_int_equal(listed(none, &groups), DIR_COMPLETE);
}

static void a_group_without_a_name_is_not_a_whole_listing(void **state)
{
    static const char *const whole[] = {"member", NULL};
    unsigned groups;

    (void)state;
    has_cn = false;
    assert_int_equal(listed(whole, &groups), DIR_PARTIAL);
    assert_int_equal(groups, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_in_part_is_not_complete),
        cmocka_unit_test(a_group_without_a_name_is_not_a_whole_listing),
    };

    return cmocka_run_group_tests_name("group", tests, NULL, NULL);
}
