#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/nominee.h"
#include "lib/xml/sheet.h"

static struct pool *pool;

static int open_pool(void **state)
{
    (void)state;
    xml_init();
    pool = pool_new("test", 16 << 20);
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static node_t derived(const char *inside, enum recipient kind)
{
    struct nominee_ask ask = {.code = "LDTT", .kind = kind, .year = 2024, .on = date_make(2025, 2, 20)};
    char *xml = pool_printf(pool, "<nominee>%s</nominee>", inside);
    struct doc *doc, *out;
    struct err e = ERR_INIT;

    assert_int_equal(doc_parse(pool, xml, strlen(xml), "test", &doc, &e), OUT_OK);
    if (nominee_derive(pool, node_root(doc), &ask, &out, &e) != OUT_OK)
        fail_msg("%s", e.text);
    return node_root(out);
}

/* "of:from-to" of every span, newest first; + current, >CODE after. */
static const char *spans(node_t root)
{
    const char *text = "";

    for (node_t node = node_first(root, "span"); node != NULL; node = node_next(node, "span"))
        text = pool_printf(pool, "%s%s%s:%s-%s%s%s%s", text, text[0] != '\0' ? " " : "", node_attr(pool, node, "of"),
                           node_attr(pool, node, "from"), node_attr(pool, node, "to"),
                           strcmp(node_attr(pool, node, "current"), "yes") == 0 ? "+" : "",
                           node_has(node, "after") ? ">" : "", node_attr(pool, node, "after"));
    return text;
}

#define RATED(year, value) "<rating year='" #year "' value='" value "'/>"
#define GIVEN(code, year, more) "<award code='" code "' year='" #year "' " more "/>"

static void runs_of_years(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {RATED(2024, "HTTNV"), "good:2024-2024+"},
        {RATED(2023, "HTTNV"), "good:2023-2023+"},
        {RATED(2022, "HTTNV"), "good:2022-2022"},
        {RATED(2023, "HTTNV") RATED(2024, "HTNV"), "good:2023-2023"},
        {RATED(2020, "HTXSNV") RATED(2021, "HTTNV") RATED(2023, "HTXSNV") RATED(2024, "HTXSNV"),
         "good:2023-2024+ good:2020-2021 excellent:2023-2024+ excellent:2020-2020"},
        /* later than the year under review, too long ago, no year at all */
        {RATED(2025, "HTTNV") RATED(1960, "HTTNV") "<rating value='HTTNV'/>", ""},
        {GIVEN("CSTDCS", 2021, "") GIVEN("CSTDCS", 2023, "") GIVEN("CSTDCS", 2022, ""), "CSTDCS:2021-2023+"},
        {GIVEN("CSTDCS", 2021, "cancelled='yes'") GIVEN("CSTDCS", 2022, "method='dot_xuat'")
             GIVEN("CSTDCS", 2023, "method='chuyen_de'") GIVEN("CSTDCS", 2024, "decided-on='2025-02-21'"), ""},
        {GIVEN("CSTDCS", 2024, "decided-on='2025-02-20' cancelled='no' method='cong_trang'"), "CSTDCS:2024-2024+"},
        {GIVEN("CSTDCS", 2025, "") GIVEN("CSTDCS", 1950, ""), ""},
        {GIVEN("BKT", 2021, "") GIVEN("BKT", 2019, "") RATED(2020, "HTXSNV") RATED(2021, "HTTNV") RATED(2019, "HTTNV"),
         "good:2019-2021 excellent:2020-2020 BKT:2021-2021 BKT:2019-2019 good:2020-2021>BKT excellent:2020-2020>BKT"},
        /* achievement counts from the end of a discipline */
        {RATED(2021, "HTTNV") RATED(2022, "HTTNV") RATED(2023, "HTTNV") RATED(2024, "HTTNV")
             "<discipline from='2021-03-01' to='2022-03-01'/><discipline from='2020-01-01' to='2020-02-01'/><discipline from='2024-01-01'/>",
         "good:2023-2024+"},
        {RATED(2024, "HTTNV") "<discipline to='2024-03-01'/>", ""},
        {RATED(2024, "HTTNV") "<discipline to='2031-03-01'/>", ""},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *found = spans(derived(cases[i][0], RECIPIENT_PERSON));

        if (strcmp(found, cases[i][1]) != 0)
            fail_msg("%s\n  found    %s\n  expected %s", cases[i][0], found, cases[i][1]);
    }
}

/* A collective's year is as good by its title as by its rating; a person's is not. */
static void years_of_collectives(void **state)
{
    static const char facts[] = RATED(2023, "HTXSNV") GIVEN("TTLDXS", 2024, "") GIVEN("DVQT", 2022, "");

    (void)state;
    assert_non_null(strstr(spans(derived(facts, RECIPIENT_COLLECTIVE)), "excellent:2022-2024+ "));
    assert_null(strstr(spans(derived(facts, RECIPIENT_PERSON)), "excellent:2022"));
}

static void what_is_inside_a_run(void **state)
{
    node_t root = derived(RATED(2023, "HTXSNV") RATED(2024, "HTTNV") GIVEN("CSTDCS", 2023, "") GIVEN("CSTDCS", 2024, "")
                          GIVEN("BKT", 2024, "") GIVEN("BKT", 2020, "")
                          "<initiative kind='SK' level='co_so' year='2023'/><initiative kind='SK' level='tinh' year='2024'/>"
                          "<initiative kind='DT' level='tinh' year='2024'/><initiative kind='DT' level='tinh' year='2020'/>"
                          "<initiative kind='DT' level='tinh' year='1900'/>", RECIPIENT_PERSON);
    node_t span = node_first(root, "span"), has = node_first(span, "has");

    (void)state;
    assert_string_equal(node_attr(pool, span, "years"), "2");
    assert_string_equal(node_attr(pool, span, "excellent"), "1");
    assert_string_equal(node_attr(pool, span, "sk"), "2");
    assert_string_equal(node_attr(pool, span, "dt"), "1");
    assert_string_equal(node_attr(pool, has, "code"), "CSTDCS");
    assert_string_equal(node_attr(pool, has, "count"), "2");
    has = node_next(has, "has");
    assert_string_equal(node_attr(pool, has, "code"), "BKT");
    assert_string_equal(node_attr(pool, has, "count"), "1");
    assert_null(node_next(has, "has"));
    assert_string_equal(node_attr(pool, node_first(root, "counted"), "year"), "2023");
}

static void what_was_said_is_kept(void **state)
{
    node_t root = derived("<collective members='10' ldtt='7' nonsense='1'/><position leader='yes'/><hold from='2024-01-01'/>",
                          RECIPIENT_COLLECTIVE);
    node_t collective = node_first(root, "collective");

    (void)state;
    assert_string_equal(node_attr(pool, root, "kind"), "collective");
    assert_string_equal(node_attr(pool, root, "method"), "cong_trang");
    assert_string_equal(node_attr(pool, root, "on"), "2025-02-20");
    assert_false(node_has(root, "sex"));
    assert_string_equal(node_attr(pool, collective, "members"), "10");
    assert_false(node_has(collective, "women"));
    assert_false(node_has(collective, "nonsense"));
    assert_string_equal(node_attr(pool, node_first(root, "hold"), "from"), "2024-01-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_of_years),
        cmocka_unit_test(years_of_collectives),
        cmocka_unit_test(what_is_inside_a_run),
        cmocka_unit_test(what_was_said_is_kept),
    };

    return cmocka_run_group_tests_name("nominee", tests, open_pool, close_pool);
}
