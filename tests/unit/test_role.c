#include "tests/unit/test.h"

#include "lib/core/role.h"
#include "tests/unit/lines.h"

static void the_table_says_who_may_what(void **state)
{
    struct lines lines;
    enum role column[FIELDS_MAX] = {ROLE_NONE};
    int perm = PERM_UNSET;

    (void)state;
    lines_open(&lines, "tests/data/permissions.csv");
    assert_true(lines_next(&lines));
    assert_int_equal(lines.count, 2 + ROLE_COUNT);
    for (unsigned i = 2; i < lines.count; i++) {
        column[i] = role_of(lines.field[i]);
        assert_string_equal(role_code(column[i]), lines.field[i]);
        assert_int_equal(column[i], i - 2);
    }
    for (; lines_next(&lines); perm++) {
        assert_int_equal(lines.count, 2 + ROLE_COUNT);
        assert_string_equal(permission_code((enum permission)perm), lines.field[0]);
        for (unsigned i = 2; i < lines.count; i++)
            if (role_may(column[i], (enum permission)perm) != (strcmp(lines.field[i], "x") == 0))
                fail_msg("%s for %s differs from the table", lines.field[0], role_code(column[i]));
    }
    assert_int_equal(perm, PERM_COUNT);
}

static void roles_have_names(void **state)
{
    (void)state;
    for (int role = ROLE_NONE; role < ROLE_COUNT; role++) {
        assert_true(strlen(role_label((enum role)role)) > 0);
        assert_int_equal(role_of(role_code((enum role)role)), role);
    }
    assert_int_equal(role_of("king"), ROLE_NONE);
    assert_int_equal(role_of(""), ROLE_NONE);
}

/* Separation of duties: who runs or inspects the system takes no part in an award. */
static void inspectors_change_nothing(void **state)
{
    static const enum permission acts[] = {PERM_WRITE_NOMINATIONS, PERM_ACT_NOMINATIONS};

    (void)state;
    for (unsigned i = 0; i < 2; i++) {
        assert_false(role_may(ROLE_AUDITOR, acts[i]));
        assert_false(role_may(ROLE_ADMIN, acts[i]));
        assert_false(role_may(ROLE_ACCOUNTANT, acts[i]));
    }
    assert_false(role_may(ROLE_AUDITOR, PERM_ADMIN_ROLES));
}

/* No two roles of a person are equally likely to be the one to begin with. */
static void one_role_comes_first(void **state)
{
    (void)state;
    for (int one = ROLE_STAFF; one < ROLE_COUNT; one++)
        for (int other = ROLE_STAFF; other < one; other++)
            assert_int_not_equal(role_rank((enum role)one), role_rank((enum role)other));
    assert_true(role_rank(ROLE_DIRECTOR) > role_rank(ROLE_CLERK));
    assert_true(role_rank(ROLE_ADMIN) > role_rank(ROLE_STAFF));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_says_who_may_what),
        cmocka_unit_test(roles_have_names),
        cmocka_unit_test(inspectors_change_nothing),
        cmocka_unit_test(one_role_comes_first),
    };

    return cmocka_run_group_tests_name("role", tests, NULL, NULL);
}
