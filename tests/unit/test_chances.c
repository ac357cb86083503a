/* Which titles and commendations are a next step, on small documents; tests/it/test_chance asks the same of a register. */
#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/chance.h"
#include "lib/xml/sheet.h"
#include "tests/unit/lines.h"

static struct pool *pool;
static struct laws *laws;

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    xml_init();
    pool = pool_new("test", 32 << 20);
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

/* "CODE=result" of every chance, in order. */
static const char *listed(enum recipient kind, const char *inside)
{
    date_t on = date_make(2024, 12, 20);
    char *xml = pool_printf(pool, "<nominee>%s</nominee>", inside);
    const struct chance *all;
    const char *text = "";
    struct doc *doc;
    struct err e = ERR_INIT;
    unsigned count;

    assert_int_equal(doc_parse(pool, xml, strlen(xml), "test", &doc, &e), OUT_OK);
    if (chances(pool, law_on(laws, on), kind, 2024, on, doc, &all, &count, &e) != OUT_OK)
        fail_msg("%s", e.text);
    for (unsigned i = 0; i < count; i++)
        text = pool_printf(pool, "%s%s%s=%s", text, i ? " " : "", all[i].award->code,
                           check_result_code(all[i].result));
    return text;
}

#define RATED(year, value) "<rating year='" #year "' value='" value "'/>"
#define GIVEN(code, year) "<award code='" code "' year='" #year "' decided-on='" #year "-12-15' method='cong_trang'/>"
#define FIVE RATED(2020, "HTTNV") RATED(2021, "HTTNV") RATED(2022, "HTXSNV") RATED(2023, "HTTNV") RATED(2024, "HTTNV")
#define TITLES GIVEN("CSTDCS", 2020) GIVEN("CSTDCS", 2022) GIVEN("CSTDCS", 2024)

static void steps_of_people(void **state)
{
    static const char *const cases[][2] = {
        /* of somebody nothing is known of: where to begin */
        {"", "BKBYT=missing BKT=missing KNCSKND=missing CSTDCS=missing LDTT=missing"},
        /* held this year: not again; cancelled is not held */
        {RATED(2023, "HTTNV") RATED(2024, "HTTNV") GIVEN("LDTT", 2024), "KNCSKND=missing CSTDCS=fail"},
        {RATED(2023, "HTTNV") RATED(2024, "HTTNV") "<award code='LDTT' year='2024' decided-on='2024-12-15' cancelled='yes'/>",
         "LDTT=pass KNCSKND=missing CSTDCS=fail"},
        /* a commendation once held: again only when everything holds */
        {FIVE "<service sector-years='20'/>" GIVEN("KNCSKND", 2022), "LDTT=pass CSTDCS=fail"},
        /* a high one: when the way is nearly at its end */
        {FIVE TITLES GIVEN("BKT", 2021), "BKTTG=pass LDTT=pass BKBYT=fail KNCSKND=missing CSTDT=fail"},
        {FIVE GIVEN("BKT", 2021), "LDTT=pass BKTTG=fail KNCSKND=missing CSTDCS=fail"},
        {RATED(2024, "HTNV") GIVEN("BKT", 2021), "BKBYT=missing KNCSKND=missing CSTDCS=fail LDTT=fail"},
        /* of the state: once */
        {"<service sector-years='25' direct-years='25'/>" GIVEN("TTUT", 2018),
         "TTND=pass KNCSKND=pass BKBYT=missing BKT=missing CSTDCS=missing LDTT=missing"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(listed(RECIPIENT_PERSON, cases[i][0]), cases[i][1]);
}

static void steps_of_collectives(void **state)
{
    static const char *const cases[][2] = {
        {"", "BKBYT=missing BKT=missing COTINH=missing TTLDXS=missing TTLDTT=missing"},
        /* founded long ago: that alone brings no medal nearer */
        {"<collective founded-year='1975' members='10' ldtt='8' cstdcs='1' completed='10' disciplined='0'/>"
         RATED(2023, "HTTNV") RATED(2024, "HTXSNV"),
         "TTLDXS=pass TTLDTT=pass BKBYT=fail BKT=fail COTINH=missing"},
        {"<hold from='2024-12-01'/>" RATED(2023, "HTXSNV") RATED(2024, "HTXSNV"),
         "BKBYT=fail BKT=fail COTINH=fail TTLDXS=fail TTLDTT=fail"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(listed(RECIPIENT_COLLECTIVE, cases[i][0]), cases[i][1]);
}

static void what_stops_it_is_said(void **state)
{
    static const char xml[] = "<nominee><hold from='2024-12-01'/>" RATED(2024, "HTTNV") "</nominee>";
    date_t on = date_make(2024, 12, 20);
    const struct chance *all;
    struct doc *doc;
    struct err e = ERR_INIT;
    unsigned count;

    (void)state;
    assert_int_equal(doc_parse(pool, xml, strlen(xml), "test", &doc, &e), OUT_OK);
    assert_int_equal(chances(pool, law_on(laws, on), RECIPIENT_PERSON, 2024, on, doc, &all, &count, &e), OUT_OK);
    assert_true(count > 0);
    assert_string_equal(all[count - 1].award->code, "LDTT");
    assert_string_equal(all[count - 1].found, "2024-12-01");
    assert_string_equal(all[count - 1].cite, "khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP");
}

/* "7/" is no ratio. */
static void half_a_ratio_is_no_figure(void **state)
{
    static const char xml[] = "<nominee><collective ldtt='7'/>" RATED(2024, "HTTNV") "</nominee>";
    date_t on = date_make(2024, 12, 20);
    const struct chance *all;
    struct doc *doc;
    struct err e = ERR_INIT;
    unsigned count;

    (void)state;
    assert_int_equal(doc_parse(pool, xml, strlen(xml), "test", &doc, &e), OUT_OK);
    assert_int_equal(chances(pool, law_on(laws, on), RECIPIENT_COLLECTIVE, 2024, on, doc, &all, &count, &e), OUT_OK);
    assert_string_equal(all[count - 1].award->code, "TTLDTT");
    assert_int_equal(all[count - 1].result, CHECK_MISSING);
    assert_string_equal(all[count - 1].found, "Chưa có dữ liệu");
}

static void a_document_that_is_none(void **state)
{
    static const char xml[] = "<nominee><stage/></nominee>";
    date_t on = date_make(2024, 12, 20);
    const struct chance *all;
    struct doc *doc;
    struct err e = ERR_INIT;
    unsigned count;

    (void)state;
    assert_int_equal(doc_parse(pool, xml, strlen(xml), "test", &doc, &e), OUT_OK);
    assert_int_equal(chances(pool, law_on(laws, on), RECIPIENT_PERSON, 2024, on, doc, &all, &count, &e), OUT_INVALID);
    assert_string_equal(e.key, "nominee.element");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_of_people),
        cmocka_unit_test(steps_of_collectives),
        cmocka_unit_test(what_stops_it_is_said),
        cmocka_unit_test(half_a_ratio_is_no_figure),
        cmocka_unit_test(a_document_that_is_none),
    };

    return cmocka_run_group_tests_name("chances", tests, load, unload);
}
