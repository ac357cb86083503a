#include "tests/unit/test.h"
#include "tests/unit/within.h"

#include <string.h>

#include "lib/xml/rule.h"

static const char dossier[] =
    "<person name='Trần Thị B'>"
    "<rating year='2024' value='HTXSNV'/><rating year='2025' value='HTTNV'/>"
    "<award code='LDTT' year='2024'/><award code='LDTT' year='2025'/>"
    "</person>";

static struct pool *pool;
static struct doc *doc;

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    pool = pool_new("test", 8u << 20);
    return doc_parse(pool, dossier, sizeof dossier - 1, "dossier", &doc, &e) != OUT_OK;
}

static int unload(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static const struct rule_var vars[] = {
    {"year", NULL, 2025},
    {"code", "LDTT", 0},
};

static struct rule *compiled(const char *expression)
{
    struct err e = ERR_INIT;
    struct rule *rule;

    assert_int_equal(rule_compile(pool, expression, &rule, &e), OUT_OK);
    return rule;
}

static bool holds(const char *expression)
{
    struct err e = ERR_INIT;
    bool value = false;

    assert_int_equal(rule_test(compiled(expression), doc, vars, 2, &value, &e), OUT_OK);
    return value;
}

static const char *found(const char *expression)
{
    struct err e = ERR_INIT;
    const char *text = NULL;

    assert_int_equal(rule_text(pool, compiled(expression), doc, vars, 2, &text, &e), OUT_OK);
    return text;
}

static void judges_from_the_root_element(void **state)
{
    (void)state;
    assert_true(holds("rating[@year=$year and (@value='HTXSNV' or @value='HTTNV')]"));
    assert_false(holds("rating[@year=$year - 5]"));
    assert_true(holds("count(award[@code=$code]) >= 2"));
    assert_true(holds("/person/@name"));
}

static void tells_what_it_found(void **state)
{
    (void)state;
    assert_string_equal(found("rating/@value"), "HTXSNV, HTTNV");
    assert_string_equal(found("award[@code=$code]/@year | rating[1]/@year"), "2024, 2024, 2025");
    assert_string_equal(found("count(award)"), "2");
    assert_string_equal(found("count(award) > 1"), "true");
    assert_string_equal(found("string(@name)"), "Trần Thị B");
    assert_string_equal(found("discipline"), "");
}

static void a_wrong_expression_does_not_compile(void **state)
{
    static const char *const wrong[] = {"", "rating[", "rating]", "1 +", "@", "a b", "$", "\xff"};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct err e = ERR_INIT;
        struct rule *rule;

        assert_int_equal(rule_compile(pool, wrong[i], &rule, &e), OUT_INVALID);
        assert_string_equal(e.key, "rule.invalid");
    }
}

static void what_cannot_be_evaluated_is_invalid(void **state)
{
    static const char *const wrong[] = {
        "$absent", "absent()", "document('file:///etc/passwd')", "unparsed-entity-uri('a')",
        "count('text')", "x:rating",
        /* every pass multiplies the work by the dossier's nodes */
        "count(//@*[count(//@*[count(//@*[count(//@*[count(//@*[count(//@*[count(//@*[count(//@*"
        "[count(//@*[count(//@*) > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0])",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct err e = ERR_INIT;
        bool value;
        const char *text;
        struct rule *rule = compiled(wrong[i]);

        assert_int_equal(rule_test(rule, doc, vars, 2, &value, &e), OUT_INVALID);
        err_clear(&e);
        assert_int_equal(rule_text(pool, rule, doc, vars, 2, &text, &e), OUT_INVALID);
        assert_int_not_equal(e.text[0], '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_from_the_root_element),
        cmocka_unit_test(tells_what_it_found),
        cmocka_unit_test(a_wrong_expression_does_not_compile),
        cmocka_unit_test(what_cannot_be_evaluated_is_invalid),
    };

    ends_within(30);
    return cmocka_run_group_tests_name("rule", tests, load, unload);
}
