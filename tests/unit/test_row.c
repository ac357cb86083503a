#include "tests/unit/test.h"

#include "lib/core/row.h"
#include "tests/unit/lines.h"

static const char *const outcomes[] = {"pending", "accepted", "returned", "refused",
                                       "passed",  "failed",   "granted"};

#define OUTCOMES (sizeof outcomes / sizeof outcomes[0])

/* The table's columns are the outcomes in this order. */
static void check_head(struct lines *lines)
{
    assert_true(lines_next(lines));
    assert_int_equal(lines->count, OUTCOMES + 1);
    for (unsigned i = 0; i < OUTCOMES; i++)
        assert_string_equal(lines->field[i + 1], outcomes[i]);
}

static void rows_that_go_on(void **state)
{
    struct lines lines;
    int rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/rows-go-on.csv");
    check_head(&lines);
    for (; lines_next(&lines); rows++)
        for (unsigned i = 0; i < OUTCOMES; i++)
            if (row_goes_on(lines.field[0], outcomes[i]) != (lines.field[i + 1][0] == 'x'))
                fail_msg("line %d: %s from %s", lines.number, outcomes[i], lines.field[0]);
    assert_int_equal(rows, 8);
}

static enum row_bar bar_of(const char *word)
{
    if (strcmp(word, "same") == 0)
        return ROW_SAME;
    if (strcmp(word, "waiting") == 0)
        return ROW_WAITING;
    if (strcmp(word, "free") != 0)
        fail_msg("%s is no answer", word);
    return ROW_FREE;
}

static void words_of_the_appraiser(void **state)
{
    struct lines lines;
    int rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/rows-judged.csv");
    check_head(&lines);
    for (; lines_next(&lines); rows++)
        for (unsigned i = 0; i < OUTCOMES; i++)
            if (row_bar(outcomes[i], lines.field[0]) != bar_of(lines.field[i + 1]))
                fail_msg("line %d: a row that is %s becomes %s", lines.number, outcomes[i],
                         lines.field[0]);
    assert_int_equal(rows, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_go_on),
        cmocka_unit_test(words_of_the_appraiser),
    };

    return cmocka_run_group_tests_name("row", tests, NULL, NULL);
}
