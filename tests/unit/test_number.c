#include "tests/unit/test.h"

#include "lib/core/number.h"
#include "tests/unit/lines.h"

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

/* What a unit typed of its own tờ trình. */
static void another_office_s_number_stays_as_it_was_typed(void **state)
{
    static const struct {
        const char *text, *number, *symbol, *cited;
    } typed[] = {
        {"12/TTr-BVCM", "12", "TTr-BVCM", "12/TTr-BVCM"},
        {"345A/TTr-BV/TCCB", "345A", "TTr-BV/TCCB", "345A/TTr-BV/TCCB"},
        {"345", "345", "TTr-TTYT", "345/TTr-TTYT"},
        {"7/", "7", "TTr-TTYT", "07/TTr-TTYT"},
        {"9/TTr-BV", "9", "TTr-BV", "09/TTr-BV"},
        {"0", "0", "TTr-TTYT", "00/TTr-TTYT"},
        {"A", "A", "TTr-TTYT", "A/TTr-TTYT"},
        {":", ":", "TTr-TTYT", ":/TTr-TTYT"},
        {"/", "", "TTr-TTYT", "/TTr-TTYT"},
        {"", "", "TTr-TTYT", "/TTr-TTYT"},
    };
    struct pool *pool = pool_new("test", 1 << 16);

    (void)state;
    for (unsigned i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        struct number_typed got = number_typed(pool, typed[i].text, "TTr-TTYT");

        assert_string_equal(got.number, typed[i].number);
        assert_string_equal(got.symbol, typed[i].symbol);
        assert_string_equal(number_cited(pool, typed[i].text, "TTr-TTYT"), typed[i].cited);
    }
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

/* tests/data/numbers.csv: what stands in the book, what is asked, what is answered. */
static struct number_place place_of(const struct lines *lines)
{
    char *const *f = lines->field;

    return (struct number_place){
        .number = atoi(f[0]), .day = date_parse(f[1]), .today = date_make(2026, 11, 28),
        .use = number_use_of(f[2]), .highest = atoi(f[3]), .below = atoi(f[4]),
        .below_on = f[5][0] ? date_parse(f[5]) : DATE_NONE, .above = atoi(f[6]),
        .above_on = f[7][0] ? date_parse(f[7]) : DATE_NONE, .reasoned = strcmp(f[8], "yes") == 0, .confirmed = atoi(f[9])};
}

static void which_numbers_may_be_given(void **state)
{
    struct lines lines;
    int rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/numbers.csv");
    assert_true(lines_next(&lines));
    for (; lines_next(&lines); rows++) {
        struct number_place place = place_of(&lines);
        struct err e = ERR_INIT;
        enum outcome rc = number_take(&place, &e);
        bool fine = strcmp(lines.field[11], "ok") == 0;

        if (rc != (fine ? OUT_OK : OUT_INVALID) || (!fine && strcmp(e.key, lines.field[11]) != 0))
            fail_msg("line %d: %s", lines.number, rc == OUT_OK ? "given" : e.key);
        if (number_skipped(&place) != atoi(lines.field[10]))
            fail_msg("line %d: %d are passed over", lines.number, number_skipped(&place));
    }
    assert_true(rows > 45);
}

static const char *arg(const struct err *e, const char *name)
{
    for (unsigned i = 0; i < e->args; i++)
        if (strcmp(e->arg[i].name, name) == 0)
            return e->arg[i].value;
    return "";
}

static void a_refusal_names_what_to_do(void **state)
{
    date_t fifth = date_make(2026, 2, 5);
    struct number_place place = {.number = 9, .day = fifth, .today = fifth, .highest = 4, .below = 4, .below_on = fifth};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(number_take(&place, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "next"), "5");
    assert_string_equal(arg(&e, "run"), "4 số, từ 5 đến 8");

    err_clear(&e);
    place.number = 6;
    assert_int_equal(number_take(&place, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "run"), "số 5");
    place.number = 9;

    err_clear(&e);
    place.day = date_make(2026, 2, 4);
    assert_int_equal(number_take(&place, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "date"), "04/02/2026");
    assert_string_equal(arg(&e, "other"), "4");
    assert_string_equal(arg(&e, "last"), "05/02/2026");

    err_clear(&e);
    place = (struct number_place){.number = 2, .day = fifth, .today = fifth, .use = NUMBER_RESERVED, .highest = 4, .above = 3,
                                  .above_on = date_make(2026, 2, 4)};
    assert_int_equal(number_take(&place, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "other"), "3");
    assert_string_equal(arg(&e, "first"), "04/02/2026");

    err_clear(&e);
    place.day = date_make(2026, 2, 6);
    assert_int_equal(number_take(&place, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "today"), "05/02/2026");
}

/* The field refuses a number over the highest: none is proposed. */
static void the_next_number_is_one_the_field_takes(void **state)
{
    struct number_place full = {.number = 7, .use = NUMBER_VOID, .highest = NUMBER_MAX};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(number_next(0), 1);
    assert_int_equal(number_next(303), 304);
    assert_int_equal(number_next(NUMBER_MAX - 1), NUMBER_MAX);
    assert_int_equal(number_next(NUMBER_MAX), 0);
    assert_int_equal(number_take(&full, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "next"), "");
    assert_string_equal(arg(&e, "limit"), "1000000");
}

static void what_has_no_document_can_be_put_right(void **state)
{
    static const struct {
        enum number_use was, use;
        int from, to;
        const char *note, *answer;
    } tries[] = {
        {NUMBER_ELSEWHERE, NUMBER_RESERVED, 30, 35, "Gõ nhầm", ""},
        {NUMBER_RESERVED, NUMBER_VOID, 31, 34, "Gõ nhầm", ""},
        {NUMBER_VOID, NUMBER_ELSEWHERE, 30, 30, "Gõ nhầm", ""},
        {NUMBER_VOID, NUMBER_VOID, 35, 35, "Gõ nhầm", ""},
        {NUMBER_VOID, NUMBER_RESERVED, 35, 35, "Giữ", ""},
        {NUMBER_VOID, NUMBER_VOID, 30, 35, "Giữ", "number.same"},
        {NUMBER_VOID, NUMBER_RESERVED, 29, 35, "Gõ nhầm", "number.out-of-run"},
        {NUMBER_VOID, NUMBER_RESERVED, 30, 36, "Gõ nhầm", "number.out-of-run"},
        {NUMBER_VOID, NUMBER_RESERVED, 33, 32, "Gõ nhầm", "number.out-of-run"},
        {NUMBER_ISSUED, NUMBER_VOID, 30, 35, "Gõ nhầm", "number.has-document"},
        {NUMBER_FREE, NUMBER_VOID, 30, 35, "Gõ nhầm", "number.has-document"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        struct number_correction n = {.first = 30, .last = 35, .was = tries[i].was, .was_note = "Giữ", .from = tries[i].from,
                                      .to = tries[i].to, .use = tries[i].use, .note = tries[i].note};
        struct err e = ERR_INIT;
        enum outcome rc = number_correct(&n, &e);

        assert_string_equal(e.key, tries[i].answer);
        assert_int_equal(rc, tries[i].answer[0] ? OUT_INVALID : OUT_OK);
    }
}

static void uses_are_a_closed_list(void **state)
{
    (void)state;
    for (int use = NUMBER_ISSUED; use <= NUMBER_ELSEWHERE; use++)
        assert_int_equal(number_use_of(number_use_code((enum number_use)use)), use);
    assert_int_equal(number_use_of(""), NUMBER_FREE);
    assert_int_equal(number_use_of("other"), NUMBER_FREE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(symbols),
        cmocka_unit_test(another_office_s_number_stays_as_it_was_typed),
        cmocka_unit_test(kinds_are_a_closed_list),
        cmocka_unit_test(which_numbers_may_be_given),
        cmocka_unit_test(a_refusal_names_what_to_do),
        cmocka_unit_test(the_next_number_is_one_the_field_takes),
        cmocka_unit_test(what_has_no_document_can_be_put_right),
        cmocka_unit_test(uses_are_a_closed_list),
    };

    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
