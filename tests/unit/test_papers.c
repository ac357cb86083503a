#include "tests/unit/test.h"

#include "lib/core/papers.h"
#include "tests/unit/lines.h"

/* tests/data/papers.csv: what a dossier has, and what it lacks. */
static struct papers read_papers(const struct lines *row)
{
    return (struct papers){
        .rows = atoi(row->field[0]),
        .minutes = strcmp(row->field[1], "yes") == 0,
        .unreported = atoi(row->field[2]),
        .balloted = atoi(row->field[3]),
        .ballots = strcmp(row->field[4], "yes") == 0,
        .recognised = atoi(row->field[5]),
        .unrecognised = atoi(row->field[6]),
    };
}

/* What is asked for, each with how many rows lack it. */
static const char *answer(const struct papers *papers, char *out, size_t room)
{
    struct requirement asked[REQUIREMENTS_MAX];
    unsigned n = papers_required(papers, asked);
    size_t len = 0;

    out[0] = '\0';
    for (unsigned i = 0; i < n; i++) {
        assert_true(asked[i].cite[0] != '\0');
        len += (size_t)snprintf(out + len, room - len, "%s%s=%d", len ? " " : "", asked[i].kind,
                                asked[i].lacking);
    }
    return out;
}

static void the_page_and_the_guard_have_one_list(void **state)
{
    struct lines lines;
    unsigned wrong = 0;

    (void)state;
    lines_open(&lines, "tests/data/papers.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        struct papers papers = read_papers(&lines);
        struct err e = ERR_INIT;
        char found[200];
        bool complete = papers_check(&papers, &e) == OUT_OK;

        if (strcmp(answer(&papers, found, sizeof found), lines.field[7]) != 0 ||
            complete != (strcmp(lines.field[8], "yes") == 0)) {
            wrong++;
            print_message("# line %d: %s, %s\n", lines.number, found, complete ? "yes" : "no");
        }
        if (!complete) {
            assert_string_equal(e.key, "flow.papers-complete");
            assert_string_equal(e.arg[0].name, "lacking");
        }
    }
    assert_int_equal(wrong, 0);
}

static void a_refusal_names_them(void **state)
{
    struct papers papers = {.rows = 2, .unreported = 1, .balloted = 1, .recognised = 1, .unrecognised = 1};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(papers_check(&papers, &e), OUT_INVALID);
    assert_string_equal(e.arg[0].value, "thành tích của từng dòng, số, ngày biên bản, kết quả bỏ phiếu kín, công nhận sáng kiến, đề tài");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_and_the_guard_have_one_list),
        cmocka_unit_test(a_refusal_names_them),
    };

    return cmocka_run_group_tests_name("papers", tests, NULL, NULL);
}
