/* Is an award given on a day: the shipped law files day by day (tests/data/award-days.csv), and histories no law has had yet. */
#include "tests/unit/test.h"

#include "lib/core/standing.h"
#include "lib/xml/sheet.h"
#include "tests/unit/lines.h"

static struct pool *pool;
static struct laws *laws;

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    xml_init();
    pool = pool_new("test", 64 << 20);
    if (laws_load(pool, source_path("conf/law"), &laws, &e) == OUT_OK)
        return 0;
    fprintf(stderr, "# %s\n", e.text);
    return -1;
}

static int unload(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static const char *arg(const struct err *e, const char *name)
{
    for (unsigned i = 0; i < e->args; i++)
        if (strcmp(e->arg[i].name, name) == 0)
            return e->arg[i].value;
    return "";
}

static const char *word(enum award_standing standing)
{
    static const char *const words[] = {[AWARD_GIVEN] = "given", [AWARD_UNCONFIRMED] = "unconfirmed",
                                        [AWARD_NOT_YET] = "not-yet", [AWARD_NO_MORE] = "no-more"};

    return words[standing];
}

static void check_line(const struct lines *l)
{
    char *const *f = l->field;
    date_t day = date_parse(f[1]);
    const struct award_period *at;
    struct award_history history;
    struct err e = ERR_INIT;
    enum outcome rc;

    award_history_of(pool, laws, f[0], &history);
    if (strcmp(word(award_standing(&history, day, &at)), f[2]) != 0)
        fail_msg("line %d: %s", l->number, word(award_standing(&history, day, &at)));
    rc = award_given_on(&history, day, &at, &e);
    if (rc != (f[3][0] ? OUT_INVALID : OUT_OK) || strcmp(e.key, f[3]) != 0 ||
        strcmp(arg(&e, "from"), f[4]) != 0 || strcmp(arg(&e, "to"), f[5]) != 0 ||
        strcmp(at ? at->regime : "", f[6]) != 0)
        fail_msg("line %d: %s from %s to %s under %s", l->number, e.key, arg(&e, "from"),
                 arg(&e, "to"), at ? at->regime : "");
}

static void day_by_day(void **state)
{
    struct lines lines;

    (void)state;
    lines_open(&lines, "tests/data/award-days.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines))
        check_line(&lines);
}

/* Name, law and article stand in the refusal: a clerk is told what waits, under which law, and where. */
static void the_refusal_names_the_law(void **state)
{
    const struct award_period *at;
    struct award_history history;
    struct err e = ERR_INIT;

    (void)state;
    award_history_of(pool, laws, "CSTDCS", &history);
    assert_int_equal(award_given_on(&history, date_make(2026, 11, 28), &at, &e), OUT_INVALID);
    assert_string_equal(arg(&e, "award"), "Chiến sĩ thi đua cơ sở");
    assert_non_null(strstr(arg(&e, "cite"), "được sửa đổi bởi Luật ngày 23/4/2026"));
    assert_string_equal(arg(&e, "regime"), "R2026");
    assert_string_equal(arg(&e, "law"), at->law);
    assert_non_null(strstr(at->law, "2026"));
    assert_string_equal(at->decides, "giam_doc_so");
    assert_true(at->for_person);
    assert_false(at->for_collective);
}

/* One line waits in an older file that later ones extend: its article, the first day of that article and that file are told. */
static void the_refusal_names_the_file_it_stands_in(void **state)
{
    const struct award_period *at;
    struct award_history history;
    struct err e = ERR_INIT;

    (void)state;
    award_history_of(pool, laws, "GKDV", &history);
    assert_int_equal(award_given_on(&history, date_make(2026, 11, 28), &at, &e), OUT_INVALID);
    assert_string_equal(at->regime, "R2026");
    assert_non_null(strstr(arg(&e, "cite"), "Điều 75 Luật Thi đua, khen thưởng năm 2022"));
    assert_string_equal(arg(&e, "from"), "01/01/2024");
    assert_string_equal(arg(&e, "regime"), "R98");
}

/* Who decides follows the day. */
static void what_a_regime_makes_of_it(void **state)
{
    const struct award_period *at;
    struct award_history history;

    (void)state;
    award_history_of(pool, laws, "TDPVH", &history);
    assert_int_equal(award_standing(&history, date_make(2025, 6, 30), &at), AWARD_GIVEN);
    assert_string_equal(at->decides, "chu_tich_huyen");
    assert_int_equal(award_standing(&history, date_make(2025, 7, 1), &at), AWARD_GIVEN);
    assert_string_equal(at->decides, "chu_tich_xa");
}

/* Given, waiting, given again, gone, back: the days of a refusal are those of its own stretch. */
static void stretches(void **state)
{
    static struct award_period periods[] = {
        {.from = 100, .to = 199, .confirmed = true, .regime = "A", .cite = "Điều 1"},
        {.from = 200, .to = 299, .confirmed = true, .regime = "B", .cite = "Điều 1"},
        {.from = 300, .to = 399, .confirmed = false, .regime = "C", .cite = "Điều 1"},
        {.from = 400, .to = 499, .confirmed = false, .regime = "D", .cite = "Điều 1"},
        {.from = 600, .to = 699, .confirmed = true, .regime = "E", .cite = "Điều 1"},
    };
    static const struct {
        date_t day;
        enum award_standing standing;
        const char *regime;
        date_t from, to; /* told in the refusal */
    } days[] = {
        {99, AWARD_NOT_YET, "A", 100, 199},     {100, AWARD_GIVEN, "A", 0, 0},
        {299, AWARD_GIVEN, "B", 0, 0},          {300, AWARD_UNCONFIRMED, "C", 300, 399},
        {499, AWARD_UNCONFIRMED, "D", 300, 499}, {500, AWARD_NOT_YET, "E", 600, 699},
        {600, AWARD_GIVEN, "E", 0, 0},          {699, AWARD_GIVEN, "E", 0, 0},
        {700, AWARD_NO_MORE, "E", 600, 699},
    };
    const struct award_history history = {"X", periods, 5};

    (void)state;
    for (unsigned i = 0; i < sizeof days / sizeof days[0]; i++) {
        char from[DATE_ISO_SIZE] = "", to[DATE_ISO_SIZE] = "";
        const struct award_period *at;
        struct err e = ERR_INIT;
        enum outcome rc = award_given_on(&history, days[i].day, &at, &e);

        assert_int_equal(award_standing(&history, days[i].day, &at), days[i].standing);
        assert_string_equal(at->regime, days[i].regime);
        assert_int_equal(rc, days[i].standing == AWARD_GIVEN ? OUT_OK : OUT_INVALID);
        if (days[i].from) {
            date_dmy(days[i].from, from);
            date_dmy(days[i].to, to);
        }
        assert_string_equal(arg(&e, "from"), from);
        assert_string_equal(arg(&e, "to"), to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_by_day),
        cmocka_unit_test(the_refusal_names_the_law),
        cmocka_unit_test(the_refusal_names_the_file_it_stands_in),
        cmocka_unit_test(what_a_regime_makes_of_it),
        cmocka_unit_test(stretches),
    };

    return cmocka_run_group_tests_name("standing", tests, load, unload);
}
