#include "tests/unit/test.h"

#include <string.h>
#include <time.h>

#include "lib/base/date.h"

static void counts_days_since_1970(void **state)
{
    (void)state;
    assert_int_equal(date_make(1970, 1, 1), 0);
    assert_int_equal(date_make(1969, 12, 31), -1);
    assert_int_equal(date_make(2000, 2, 29), 11016);
    assert_int_equal(date_make(2026, 2, 5), 20489);
}

static void every_day_splits_and_joins(void **state)
{
    date_t d = date_make(1, 1, 1);
    int year, month, day;

    (void)state;
    for (date_t last = date_make(9999, 12, 31); d <= last; d += 13) {
        date_split(d, &year, &month, &day);
        assert_int_equal(date_make(year, month, day), d);
        assert_int_equal(date_year(d), year);
    }
}

static void refuses_days_that_do_not_exist(void **state)
{
    static const char *const bad[] = {
        "31/02/2026", "29/02/2025", "29/02/1900", "31/04/2026", "0/1/2026",   "1/0/2026",
        "32/1/2026",  "1/13/2026",  "1/1/26",     "2026-2-5",   "2026-02-31", "",
        "05/02-2026", "05/02",      "a/b/c",      "05/02/2026 ", "5/2/02026", "2026/02/05",
        "-5/2/2026",  "1/1/0000",   "45000",      "02/2026",     "//",
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(date_parse(bad[i]), DATE_NONE);
    assert_int_equal(date_make(2026, 2, 31), DATE_NONE);
    assert_int_equal(date_make(0, 1, 1), DATE_NONE);
    assert_int_equal(date_make(10000, 1, 1), DATE_NONE);
}

static void reads_dates_as_forms_are_filled(void **state)
{
    static const char *const same[] = {"2026-02-05", "5/2/2026", "05/02/2026", "05-02-2026", "5.2.2026"};

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_int_equal(date_parse(same[i]), date_make(2026, 2, 5));
    assert_int_equal(date_parse("29/02/2024"), date_make(2024, 2, 29));
}

/* Decree 30/2020, Appendix I: days under 10 and months 1 and 2 take a zero. */
static void writes_dates(void **state)
{
    char text[DATE_ISO_SIZE];

    (void)state;
    date_iso(date_make(2026, 2, 5), text);
    assert_string_equal(text, "2026-02-05");
    date_dmy(date_make(2026, 2, 5), text);
    assert_string_equal(text, "05/02/2026");
    date_iso(DATE_NONE, text);
    assert_string_equal(text, "");
}

static void knows_weekdays(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(date_make(1970, 1, 1)), 4);
    assert_int_equal(date_weekday(date_make(2026, 2, 16)), 1);
    assert_int_equal(date_weekday(date_make(2026, 2, 22)), 7);
    assert_int_equal(date_weekday(date_make(1954, 5, 7)), 5);
}

/* Tết Bính Ngọ: Monday 16 to Friday 20 February 2026 are holidays. */
static void working_days_pass_over_tet(void **state)
{
    date_t tet[5];
    date_t friday = date_make(2026, 2, 13), monday_after = date_make(2026, 2, 23);

    (void)state;
    for (int i = 0; i < 5; i++)
        tet[i] = date_make(2026, 2, 16 + i);
    assert_int_equal(date_add_working(friday, 1, tet, 5), monday_after);
    assert_int_equal(date_add_working(friday, 1, NULL, 0), date_make(2026, 2, 16));
    assert_int_equal(date_add_working(friday, 6, tet, 5), date_make(2026, 3, 2));
    assert_int_equal(date_add_working(date_make(2026, 2, 18), 1, tet, 5), monday_after);
    assert_int_equal(date_add_working(friday, 0, tet, 5), friday);
    assert_int_equal(date_add_working(monday_after, -1, tet, 5), friday);
    assert_int_equal(date_add_working(date_make(2026, 2, 2), 20, tet, 5), date_make(2026, 3, 9));
    assert_int_equal(date_working_between(friday, monday_after, tet, 5), 1);
    assert_int_equal(date_working_between(friday, date_make(2026, 2, 22), tet, 5), 0);
    assert_int_equal(date_working_between(monday_after, friday, tet, 5), -1);
    assert_int_equal(date_working_between(date_make(2026, 2, 2), date_make(2026, 3, 9), tet, 5), 20);
    assert_int_equal(date_working_between(friday, friday, tet, 5), 0);
}

static void today_is_the_day_in_viet_nam(void **state)
{
    date_t before = (date_t)((time(NULL) + 25200) / 86400), today = date_today();
    date_t after = (date_t)((time(NULL) + 25200) / 86400);

    (void)state;
    assert_true(today >= before && today <= after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_days_since_1970),
        cmocka_unit_test(every_day_splits_and_joins),
        cmocka_unit_test(refuses_days_that_do_not_exist),
        cmocka_unit_test(reads_dates_as_forms_are_filled),
        cmocka_unit_test(writes_dates),
        cmocka_unit_test(knows_weekdays),
        cmocka_unit_test(working_days_pass_over_tet),
        cmocka_unit_test(today_is_the_day_in_viet_nam),
    };

    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
