#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/quota.h"

static const char *arg(const struct err *e, const char *name)
{
    for (unsigned i = 0; i < e->args; i++)
        if (strcmp(e->arg[i].name, name) == 0)
            return e->arg[i].value;
    return "";
}

static void inside(void **state)
{
    static const struct quota fine[] = {
        {.collectives = 5, .individuals = 10, .used_collectives = 5, .used_individuals = 10},
        {.collectives = 5, .individuals = 10},
        {.collectives = QUOTA_NONE, .individuals = QUOTA_NONE, .used_collectives = 99, .used_individuals = 999},
        {.collectives = 0, .individuals = QUOTA_NONE, .used_individuals = 1},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof fine / sizeof fine[0]; i++) {
        struct err e = ERR_INIT;

        assert_int_equal(quota_check(&fine[i], &e), OUT_OK);
        assert_int_equal(e.code, OUT_OK);
    }
}

/* 12 people against an allotment of 10 (campaigns of a plan: 05 collectives, 10 individuals). */
static void over_says_by_how_many(void **state)
{
    struct quota people = {.collectives = 5, .individuals = 10, .used_collectives = 2, .used_individuals = 12};
    struct quota groups = {.collectives = 5, .individuals = QUOTA_NONE, .used_collectives = 6, .used_individuals = 12};
    struct quota both = {.collectives = 5, .individuals = 10, .used_collectives = 7, .used_individuals = 11};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(quota_check(&people, &e), OUT_INVALID);
    assert_string_equal(e.key, "quota.individuals");
    assert_string_equal(arg(&e, "used"), "12");
    assert_string_equal(arg(&e, "limit"), "10");
    assert_string_equal(arg(&e, "over"), "2");

    err_clear(&e);
    assert_int_equal(quota_check(&groups, &e), OUT_INVALID);
    assert_string_equal(e.key, "quota.collectives");
    assert_string_equal(arg(&e, "over"), "1");

    err_clear(&e);
    assert_int_equal(quota_check(&both, &e), OUT_INVALID);
    assert_string_equal(e.key, "quota.both");
    assert_string_equal(arg(&e, "over-collectives"), "2");
    assert_string_equal(arg(&e, "over-individuals"), "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside),
        cmocka_unit_test(over_says_by_how_many),
    };

    return cmocka_run_group_tests_name("quota", tests, NULL, NULL);
}
