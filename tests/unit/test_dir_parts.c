/* The parts of lib/dir that talk to nobody: filters, verdicts, groups within groups. */
#include "tests/unit/test.h"

#include <ldap.h>
#include <stdio.h>
#include <string.h>

#include "lib/dir/filter.h"
#include "lib/dir/graph.h"
#include "lib/dir/verdict.h"

static void a_value_cannot_leave_its_place(void **state)
{
    struct filter_value value;
    char filter[FILTER_SIZE];

    (void)state;
    assert_true(filter_escape("*)(uid=*", &value));
    assert_true(filter_login("(&(uid={login})(mail={login}@x))", &value, filter));
    assert_null(strstr(filter, "*"));
    assert_string_equal(filter, "(&(uid=\\2A\\29\\28uid=\\2A)(mail=\\2A\\29\\28uid=\\2A@x))");
    assert_true(filter_escape("a\\b", &value));
    assert_string_equal(value.text, "a\\5Cb");
}

static void an_escaped_name_is_never_a_pattern(void **state)
{
    struct filter_value value;
    char filter[FILTER_SIZE];

    (void)state;
    assert_true(filter_escape("nva{login}", &value));
    assert_true(filter_login("(uid={login})", &value, filter));
    assert_string_equal(filter, "(uid=nva{login})");
}

static void what_does_not_fit_is_refused(void **state)
{
    char pattern[FILTER_SIZE + 16], filter[FILTER_SIZE], text[FILTER_SIZE];
    struct filter_value value;

    (void)state;
    memset(text, '*', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(filter_escape(text, &value));
    assert_true(filter_escape("x", &value));
    assert_false(filter_login("(uid=*)", &value, filter));
    memset(pattern, 'a', sizeof pattern);
    snprintf(pattern + sizeof pattern - 8, 8, "{login}");
    assert_false(filter_login(pattern, &value, filter));
    assert_false(filter_and_equal(pattern, "member", &value, filter));
    assert_true(filter_and_equal("(objectClass=groupOfNames)", "member", &value, filter));
    assert_string_equal(filter, "(&(objectClass=groupOfNames)(member=x))");
}

#define AD(code) "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data " code ", v2580"

static const struct {
    const char *what;
    int result, policy;
    const char *diagnostic;
    enum verdict verdict;
} verdicts[] = {
    {"welcome", LDAP_SUCCESS, VERDICT_NO_POLICY, NULL, VERDICT_WELCOME},
    {"welcome, the password expires soon", LDAP_SUCCESS, PP_noError, "", VERDICT_WELCOME},
    {"after a reset", LDAP_SUCCESS, PP_changeAfterReset, "", VERDICT_MUST_CHANGE},
    {"wrong", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, "", VERDICT_WRONG},
    {"wrong, no text", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, NULL, VERDICT_WRONG},
    {"expired", LDAP_INVALID_CREDENTIALS, PP_passwordExpired, "", VERDICT_EXPIRED},
    {"locked", LDAP_INVALID_CREDENTIALS, PP_accountLocked, "", VERDICT_LOCKED},
    {"AD wrong", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("52e"), VERDICT_WRONG},
    {"AD unknown", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("525"), VERDICT_WRONG},
    {"AD expired", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("532"), VERDICT_EXPIRED},
    {"AD disabled", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("533"), VERDICT_LOCKED},
    {"AD account expired", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("701"), VERDICT_EXPIRED},
    {"AD must reset", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("773"), VERDICT_MUST_CHANGE},
    {"AD locked", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("775"), VERDICT_LOCKED},
    {"AD a code of tomorrow", LDAP_INVALID_CREDENTIALS, VERDICT_NO_POLICY, AD("9999"), VERDICT_WRONG},
    {"389 too many failures", LDAP_CONSTRAINT_VIOLATION, VERDICT_NO_POLICY, "", VERDICT_LOCKED},
    {"389 inactivated", LDAP_UNWILLING_TO_PERFORM, VERDICT_NO_POLICY, "", VERDICT_LOCKED},
    {"no password", LDAP_INAPPROPRIATE_AUTH, VERDICT_NO_POLICY, "", VERDICT_WRONG},
    {"gone meanwhile", LDAP_NO_SUCH_OBJECT, VERDICT_NO_POLICY, "", VERDICT_WRONG},
    {"busy", LDAP_BUSY, VERDICT_NO_POLICY, "", VERDICT_ELSE},
    {"down", LDAP_SERVER_DOWN, VERDICT_NO_POLICY, NULL, VERDICT_ELSE},
};

static void every_answer_has_its_verdict(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof verdicts / sizeof verdicts[0]; i++)
        if (verdict_of(verdicts[i].result, verdicts[i].policy, verdicts[i].diagnostic) !=
            verdicts[i].verdict)
            fail_msg("%s", verdicts[i].what);
}

static bool has(const unsigned *numbers, unsigned count, unsigned wanted)
{
    for (unsigned i = 0; i < count; i++)
        if (numbers[i] == wanted)
            return true;
    return false;
}

static void nested_groups_are_found_once(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    struct group_graph *graph = group_graph_new(pool);
    unsigned clerks = group_add(graph, "cn=clerks", "clerks");
    unsigned staff = group_add(graph, "cn=staff", "staff");
    unsigned all = group_add(graph, "cn=all", "all");
    unsigned other = group_add(graph, "cn=other", "other");
    unsigned found[8], count;

    (void)state;
    group_add_member(graph, clerks, "uid=a");
    group_add_member(graph, staff, "cn=clerks");
    group_add_member(graph, all, "cn=staff");
    group_add_member(graph, all, "cn=clerks"); /* two ways up */
    group_add_member(graph, clerks, "cn=all"); /* and round again */
    group_add_member(graph, other, "uid=b");
    group_seal(graph);
    count = group_of(graph, "uid=a", found, 8);
    assert_int_equal(count, 3);
    assert_true(has(found, count, clerks) && has(found, count, staff) && has(found, count, all));
    assert_int_equal(group_of(graph, "uid=b", found, 8), 1);
    assert_string_equal(group_cn(graph, found[0]), "other");
    assert_int_equal(group_of(graph, "uid=nobody", found, 8), 0);
    assert_int_equal(group_of(graph, "uid=a", found, 1), 3); /* more than there is room for */
    pool_free(pool);
}

static void many_groups_and_members(void **state)
{
    struct pool *pool = pool_new("test", 8 << 20);
    struct group_graph *graph = group_graph_new(pool);
    unsigned found[400];
    char dn[32], previous[32] = "uid=a";

    (void)state;
    for (unsigned i = 0; i < 300; i++) {
        unsigned group;

        snprintf(dn, sizeof dn, "cn=g%u", i);
        group = group_add(graph, dn, dn);
        group_add_member(graph, group, previous);
        for (unsigned j = 0; j < 10; j++) {
            char member[32];

            snprintf(member, sizeof member, "uid=%u-%u", i, j);
            group_add_member(graph, group, member);
        }
        snprintf(previous, sizeof previous, "%s", dn);
    }
    group_seal(graph);
    assert_int_equal(group_of(graph, "uid=a", found, 400), 300);
    assert_int_equal(group_of(graph, "uid=299-9", found, 400), 1);
    assert_int_equal(group_of(graph, "uid=290-0", found, 400), 10);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_cannot_leave_its_place),
        cmocka_unit_test(an_escaped_name_is_never_a_pattern),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(every_answer_has_its_verdict),
        cmocka_unit_test(nested_groups_are_found_once),
        cmocka_unit_test(many_groups_and_members),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
