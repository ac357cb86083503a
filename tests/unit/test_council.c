#include "tests/unit/test.h"

#include "lib/core/council.h"
#include "tests/unit/lines.h"

static const struct law_vote eighty = {.percent = 80, .all_members = true};
static const struct law_vote ninety = {.percent = 90, .all_members = true};
static const struct law_vote half = {.percent = 50};

static void check_threshold(const struct ballot *ballot, struct law_vote vote, int expected)
{
    assert_int_equal(council_needed(ballot, vote), expected);
    assert_true(council_passed(ballot, vote, expected));
    assert_false(council_passed(ballot, vote, expected - 1));
}

static void thresholds_in_people(void **state)
{
    struct lines lines;
    int rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/ballots.csv");
    assert_true(lines_next(&lines));
    for (; lines_next(&lines); rows++) {
        struct err e = ERR_INIT;
        struct ballot ballot = {
            .members = atoi(lines.field[0]),
            .present = atoi(lines.field[1]),
            .written = atoi(lines.field[2]),
        };

        if (strcmp(lines.field[3], "yes") == 0) {
            assert_int_equal(council_quorum(&ballot, &e), OUT_OK);
        } else {
            assert_int_equal(council_quorum(&ballot, &e), OUT_INVALID);
            assert_string_equal(e.key, "council.quorum");
            assert_int_equal(e.args, 3);
        }
        check_threshold(&ballot, eighty, atoi(lines.field[4]));
        check_threshold(&ballot, ninety, atoi(lines.field[5]));
        check_threshold(&ballot, half, atoi(lines.field[6]));
    }
    assert_true(rows > 10);
}

static void more_voters_than_members(void **state)
{
    static const struct ballot impossible[] = {
        {.members = 0}, {.members = 7, .present = -1}, {.members = 7, .present = 5, .written = -1},
        {.members = 7, .present = 7, .written = 1},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof impossible / sizeof impossible[0]; i++) {
        struct err e = ERR_INIT;

        assert_int_equal(council_quorum(&impossible[i], &e), OUT_INVALID);
        assert_string_equal(e.key, "council.members");
    }
}

static void more_votes_than_voters(void **state)
{
    static const struct ballot ballot = {.members = 13, .present = 10, .written = 2};
    static const struct {
        int yes, no;
        bool fine;
    } cases[] = {{12, 0, true}, {0, 12, true}, {5, 4, true}, {0, 0, true},
                 {12, 1, false}, {-1, 3, false}, {3, -1, false}};

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err e = ERR_INIT;
        enum outcome out = council_counts(&ballot, cases[i].yes, cases[i].no, &e);

        assert_int_equal(out, cases[i].fine ? OUT_OK : OUT_INVALID);
        assert_string_equal(e.key, cases[i].fine ? "" : "council.counts");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thresholds_in_people),
        cmocka_unit_test(more_voters_than_members),
        cmocka_unit_test(more_votes_than_voters),
    };

    return cmocka_run_group_tests_name("council", tests, NULL, NULL);
}
