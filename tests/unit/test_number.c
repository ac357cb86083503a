#include "tests/unit/test.h"

#include "lib/core/number.h"

static void symbols(void **state)
{
    struct pool *pool = pool_new("test", 1 << 16);

    (void)state;
    assert_string_equal(number_symbol(pool, 5, "QĐ", "SYT"), "05/QĐ-SYT");
    assert_string_equal(number_symbol(pool, 10, "TTr", "SYT"), "10/TTr-SYT");
    assert_string_equal(number_symbol(pool, 1632, "BC", "TTYT"), "1632/BC-TTYT");
    assert_string_equal(number_symbol(pool, 123, "", "SYT-TCCB"), "123/SYT-TCCB");
    assert_string_equal(number_symbol(pool, 7, "", "SYT-TCCB"), "07/SYT-TCCB");
    pool_free(pool);
}

static void kinds_are_a_closed_list(void **state)
{
    (void)state;
    assert_true(number_kind_known("QĐ"));
    assert_true(number_kind_known("HD"));
    assert_true(number_kind_known("SL"));
    assert_false(number_kind_known("PHÁT ĐỘNG"));
    assert_false(number_kind_known("qđ"));
    assert_false(number_kind_known(""));
}

static void dates_go_up(void **state)
{
    date_t third = date_make(2026, 2, 3), fifth = date_make(2026, 2, 5);
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(number_date(fifth, third, fifth, &e), OUT_OK);
    assert_int_equal(number_date(fifth, fifth, fifth, &e), OUT_OK);
    assert_int_equal(number_date(third, DATE_NONE, fifth, &e), OUT_OK);

    assert_int_equal(number_date(third, fifth, fifth, &e), OUT_INVALID);
    assert_string_equal(e.key, "number.order");
    assert_string_equal(e.arg[0].value, "03/02/2026");
    assert_string_equal(e.arg[1].value, "05/02/2026");

    err_clear(&e);
    assert_int_equal(number_date(fifth, third, third, &e), OUT_INVALID);
    assert_string_equal(e.key, "number.future");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols),
        cmocka_unit_test(kinds_are_a_closed_list),
        cmocka_unit_test(dates_go_up),
    };

    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
