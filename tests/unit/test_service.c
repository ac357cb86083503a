#include "tests/unit/test.h"

#include "lib/core/service.h"

static const date_t today = 20807; /* 2026-12-20 */

static date_t first_of(int year)
{
    return date_make(year, 1, 1);
}

static void two_positions_at_once_count_once(void **state)
{
    struct service s = {0};

    (void)state;
    service_add(&s, false, true, first_of(2000), date_make(2009, 12, 31), today);
    service_add(&s, false, true, first_of(2005), date_make(2007, 12, 31), today);
    service_add(&s, true, true, first_of(2008), date_make(2014, 12, 31), today);
    assert_int_equal(service_years(&s.sector), 15);
    assert_int_equal(service_years(&s.direct), 10);
    assert_true(s.known);
    assert_false(s.manager);
}

/* The last day of one position is the first of the next: it is one day. */
static void a_shared_day_counts_once(void **state)
{
    static const struct {
        date_t from, to, again, until;
        int days, years;
    } cases[] = {
        /* one after the other, without a day between and with one */
        {18262, 18443, 18444, 18627, 366, 1},
        {18262, 18443, 18445, 18627, 365, 0},
        /* one day in common, many, all */
        {18262, 18443, 18443, 18626, 365, 0},
        {18262, 18443, 18300, 18627, 366, 1},
        {18262, 18627, 18262, 18627, 366, 1},
        {18262, 18627, 18300, 18400, 366, 1},
        /* a single day, twice */
        {18262, 18262, 18262, 18262, 1, 0},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct service s = {0};

        service_add(&s, false, true, cases[i].from, cases[i].to, today);
        service_add(&s, false, true, cases[i].again, cases[i].until, today);
        if (s.sector.days != cases[i].days || s.direct.days != cases[i].days)
            fail_msg("case %u: %d days", i, s.sector.days);
        assert_int_equal(service_years(&s.sector), cases[i].years);
    }
}

/* A position that begins on the day counts that day; one that ended the day before makes nobody a manager. */
static void the_first_and_the_last_day(void **state)
{
    struct service s = {0}, late = {0}, gone = {0};

    (void)state;
    service_add(&s, true, true, today, DATE_NONE, today);
    assert_int_equal(s.sector.days, 1);
    assert_true(s.manager);
    service_add(&late, true, true, today + 1, DATE_NONE, today);
    assert_false(late.known);
    assert_int_equal(late.sector.days, 0);
    service_add(&gone, true, true, today - 9, today - 1, today);
    assert_int_equal(gone.sector.days, 9);
    assert_false(gone.manager);
    service_add(&gone, true, true, today - 9, today, today);
    assert_int_equal(gone.sector.days, 10);
    assert_true(gone.manager);
}

static void a_gap_is_not_counted(void **state)
{
    struct service s = {0};

    (void)state;
    service_add(&s, false, true, first_of(2000), date_make(2004, 12, 31), today);
    service_add(&s, false, true, first_of(2010), date_make(2014, 12, 31), today);
    assert_int_equal(service_years(&s.sector), 10);
}

static void what_lasts_is_counted_up_to_the_day(void **state)
{
    struct service s = {0};

    (void)state;
    service_add(&s, true, true, date_make(2020, 12, 20), DATE_NONE, date_make(2025, 12, 20));
    assert_int_equal(service_years(&s.sector), 5);
    assert_int_equal(service_years(&s.direct), 0);
    assert_true(s.manager);
    service_add(&s, false, true, date_make(2026, 1, 1), DATE_NONE, date_make(2025, 12, 20));
    assert_int_equal(service_years(&s.direct), 0);
}

static void work_elsewhere_is_not_service(void **state)
{
    struct service s = {0};

    (void)state;
    service_add(&s, false, false, first_of(1995), date_make(2019, 12, 31), today);
    assert_true(s.known);
    assert_int_equal(service_years(&s.sector), 0);
    service_add(&s, false, true, DATE_NONE, DATE_NONE, today);
    assert_int_equal(service_years(&s.sector), 0);
    service_add(&s, false, true, first_of(2020), date_make(2021, 12, 30), today);
    assert_int_equal(service_years(&s.sector), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_positions_at_once_count_once),
        cmocka_unit_test(a_shared_day_counts_once),
        cmocka_unit_test(the_first_and_the_last_day),
        cmocka_unit_test(a_gap_is_not_counted),
        cmocka_unit_test(what_lasts_is_counted_up_to_the_day),
        cmocka_unit_test(work_elsewhere_is_not_service),
    };

    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
