#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/gate.h"

static struct gate gate;

static int fresh(void **state)
{
    (void)state;
    memset(&gate, 0, sizeof gate);
    return 0;
}

static void at_most_half_the_workers(void **state)
{
    static const struct {
        int workers;
        unsigned places;
    } table[] = {{1, 1}, {2, 1}, {3, 1}, {4, 2}, {5, 2}, {16, 8}, {63, 31}, {64, 32}};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(gate_places(table[i].workers), table[i].places);
}

static void a_place_is_taken_and_given_back(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 1000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 1000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 13, 5, 0, 1010), GATE_WAIT);
    gate_leave(&gate, 11, true, 1040);
    assert_int_equal(gate_enter(&gate, 13, 5, 30, 1040), GATE_IN);
    assert_int_equal(gate_enter(&gate, 14, 5, 0, 1041), GATE_WAIT);
}

/* An answer takes 100 ms of late. */
static void answers_of_100_ms(void)
{
    for (int i = 0; i < 40; i++) {
        assert_int_equal(gate_enter(&gate, 9, 3, 0, 1000 * i), GATE_IN);
        gate_leave(&gate, 9, true, 1000 * i + 100);
    }
}

static void nobody_waits_behind_one_that_takes_longer_than_usual(void **state)
{
    (void)state;
    answers_of_100_ms();
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 100000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 100299), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 12, 3, 1, 100300), GATE_BUSY);
    assert_int_equal(gate_seconds(&gate, 100300), 5);
    /* One of two moves: he is waited for. */
    assert_int_equal(gate_enter(&gate, 13, 5, 0, 100300), GATE_IN);
    assert_int_equal(gate_enter(&gate, 14, 5, 0, 100599), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 14, 5, 299, 100599), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 14, 5, 300, 100599), GATE_BUSY);
    assert_int_equal(gate_enter(&gate, 14, 5, 0, 100600), GATE_BUSY);
}

/* Four workers: two inside, one waits as long as is usual, the last one for a moment; then it is the other's turn. */
static void the_last_worker_waits_for_a_moment(void **state)
{
    (void)state;
    answers_of_100_ms();
    assert_int_equal(gate_enter(&gate, 11, 4, 0, 100000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 4, 0, 100000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 13, 4, 0, 100000), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 14, 4, 149, 100149), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 14, 4, 150, 100149), GATE_BUSY);
    assert_int_equal(gate_enter(&gate, 14, 4, 0, 100150), GATE_BUSY);
    assert_int_equal(gate_enter(&gate, 13, 4, 150, 100150), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 13, 4, 299, 100299), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 13, 4, 300, 100300), GATE_BUSY);
    /* whoever gave up, died or went in waits no more */
    assert_int_equal(gate_enter(&gate, 14, 4, 0, 100299), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 15, 4, 0, 100299), GATE_BUSY);
    gate_forget(&gate, 14, 100299);
    assert_int_equal(gate_enter(&gate, 15, 4, 0, 100299), GATE_WAIT);
    gate_leave(&gate, 11, true, 100299);
    assert_int_equal(gate_enter(&gate, 15, 4, 0, 100299), GATE_IN);
    assert_int_equal(gate_enter(&gate, 16, 4, 0, 100500), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 17, 4, 0, 100500), GATE_BUSY);
}

/* Two workers: one inside, and nobody is patient. */
static void one_of_two_workers_is_soon_free(void **state)
{
    (void)state;
    answers_of_100_ms();
    assert_int_equal(gate_enter(&gate, 11, 2, 0, 100000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 2, 149, 100149), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 12, 2, 150, 100150), GATE_BUSY);
}

static void how_long_is_usual_has_bounds(void **state)
{
    (void)state;
    /* not known yet: a second */
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 5000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 5999), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 6000), GATE_BUSY);
    /* an answer without delay: 150 ms */
    gate_leave(&gate, 11, true, 5000);
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 7000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 7149), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 7150), GATE_BUSY);
    /* a minute once does not make everybody wait that long */
    gate_leave(&gate, 11, true, 67000);
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 70000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 71999), GATE_WAIT);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 72000), GATE_BUSY);
}

static void after_silence_one_asks_at_a_time(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 1000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 1000), GATE_IN);
    gate_leave(&gate, 11, false, 6000);
    /* the other is still inside: he is the one */
    assert_int_equal(gate_enter(&gate, 13, 5, 0, 6000), GATE_SILENT);
    assert_int_equal(gate_seconds(&gate, 6000), 10);
    assert_int_equal(gate_seconds(&gate, 6001), 10);
    assert_int_equal(gate_seconds(&gate, 15001), 1);
    gate_leave(&gate, 12, false, 6000);
    assert_int_equal(gate_enter(&gate, 13, 5, 0, 6001), GATE_IN);
    assert_int_equal(gate_enter(&gate, 14, 5, 0, 6001), GATE_SILENT);
    /* silence again: it begins anew */
    gate_leave(&gate, 13, false, 11001);
    assert_int_equal(gate_enter(&gate, 14, 5, 0, 21000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 15, 5, 0, 21000), GATE_SILENT);
    /* over: as before */
    assert_int_equal(gate_enter(&gate, 15, 5, 0, 21001), GATE_IN);
}

static void an_answer_ends_the_silence(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 1000), GATE_IN);
    gate_leave(&gate, 11, false, 2000);
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 2001), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 2001), GATE_SILENT);
    gate_leave(&gate, 11, true, 2050);
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 2051), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 2051), GATE_IN);
}

static void a_long_time_out_is_remembered_for_twice_as_long(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 1), GATE_IN);
    gate_leave(&gate, 11, false, 60001);
    assert_int_equal(gate_seconds(&gate, 60001), 120);
}

/* "Connection refused" comes at once: nobody is kept waiting by it. */
static void a_refused_connection_is_no_silence(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 1000), GATE_IN);
    gate_leave(&gate, 11, false, 1999);
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 2000), GATE_IN);
    gate_leave(&gate, 11, false, 3000);
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 3000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 3000), GATE_SILENT);
}

static void a_dead_worker_leaves_its_place(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 3, 0, 1000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 1000), GATE_WAIT);
    gate_forget(&gate, 77, 1000);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 1000), GATE_WAIT);
    gate_forget(&gate, 11, 1000);
    assert_int_equal(gate_enter(&gate, 12, 3, 0, 1000), GATE_IN);
    /* what it did not say is not taken for an answer */
    assert_int_equal(gate.usual_ms, 0);
}

/* It waited for the directory until its deadline ended it: that is the same silence. */
static void whoever_died_of_waiting_had_no_answer(void **state)
{
    (void)state;
    assert_int_equal(gate_enter(&gate, 11, 5, 0, 1000), GATE_IN);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 1500), GATE_IN);
    gate_forget(&gate, 12, 2499);
    assert_int_equal(gate_enter(&gate, 12, 5, 0, 2499), GATE_IN);
    gate_forget(&gate, 11, 31000);
    assert_int_equal(gate_enter(&gate, 13, 5, 0, 31000), GATE_SILENT);
    assert_int_equal(gate_seconds(&gate, 31000), 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(at_most_half_the_workers, fresh),
        cmocka_unit_test_setup(a_place_is_taken_and_given_back, fresh),
        cmocka_unit_test_setup(nobody_waits_behind_one_that_takes_longer_than_usual, fresh),
        cmocka_unit_test_setup(the_last_worker_waits_for_a_moment, fresh),
        cmocka_unit_test_setup(one_of_two_workers_is_soon_free, fresh),
        cmocka_unit_test_setup(how_long_is_usual_has_bounds, fresh),
        cmocka_unit_test_setup(after_silence_one_asks_at_a_time, fresh),
        cmocka_unit_test_setup(an_answer_ends_the_silence, fresh),
        cmocka_unit_test_setup(a_long_time_out_is_remembered_for_twice_as_long, fresh),
        cmocka_unit_test_setup(a_refused_connection_is_no_silence, fresh),
        cmocka_unit_test_setup(a_dead_worker_leaves_its_place, fresh),
        cmocka_unit_test_setup(whoever_died_of_waiting_had_no_answer, fresh),
    };

    return cmocka_run_group_tests_name("gate", tests, NULL, NULL);
}
