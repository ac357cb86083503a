#include "tests/unit/test.h"

#include "lib/core/capacity.h"

static const struct {
    const char *title, *capacity, *key; /* key NULL: may sign so */
} cases[] = {
    {"Giám đốc", "", NULL},
    {"Giám đốc", "KT", "capacity.head"},
    {"Giám đốc", "Q", "capacity.head"},
    {"Chi cục trưởng", "", NULL},
    {"Phó Giám đốc", "KT", NULL},
    {"Phó Giám đốc", "", "capacity.deputy"},
    {"Phó Giám đốc phụ trách", "KT", NULL},
    {"Quyền Giám đốc", "Q", NULL},
    {"Quyền Giám đốc", "", "capacity.acting"},
    {"Q. Giám đốc", "Q", NULL},
    {"PHÓ GIÁM ĐỐC", "KT", NULL},
    {"QUYỀN GIÁM ĐỐC", "Q", NULL},
};

static void every_title_has_one_capacity(void **state)
{
    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err e = ERR_INIT;
        enum outcome rc = capacity_check(cases[i].title, cases[i].capacity, &e);

        if (cases[i].key) {
            assert_int_equal(rc, OUT_INVALID);
            assert_string_equal(e.key, cases[i].key);
        } else {
            assert_int_equal(rc, OUT_OK);
        }
    }
}

static void a_deputy_has_an_office_of_his_own(void **state)
{
    struct pool *pool = pool_new("test", 1000);

    (void)state;
    assert_string_equal(capacity_office(pool, "GIÁM ĐỐC", "KT"), "PHÓ GIÁM ĐỐC");
    assert_string_equal(capacity_office(pool, "GIÁM ĐỐC", "Q"), "GIÁM ĐỐC");
    assert_string_equal(capacity_office(pool, "CHI CỤC TRƯỞNG", ""), "CHI CỤC TRƯỞNG");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_title_has_one_capacity),
        cmocka_unit_test(a_deputy_has_an_office_of_his_own),
    };

    return cmocka_run_group_tests_name("capacity", tests, NULL, NULL);
}
