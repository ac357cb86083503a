#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/xml/schema.h"

static struct pool *pool;

static struct doc *parsed(const char *text)
{
    struct err e = ERR_INIT;
    struct doc *doc;

    assert_int_equal(doc_parse(pool, text, strlen(text), "test", &doc, &e), OUT_OK);
    return doc;
}

static const char *data(const char *name)
{
    return pool_printf(pool, "%s/tests/data/xml/%s", getenv("top_srcdir"), name);
}

static void says_where_a_document_is_wrong(void **state)
{
    struct err e = ERR_INIT;
    struct schema *schema;
    struct doc *built = doc_new(pool, "unit");

    (void)state;
    assert_int_equal(schema_load(pool, data("unit.rng"), &schema, &e), OUT_OK);
    assert_int_equal(schema_check(schema, parsed("<unit code='A'><name>B</name></unit>"), &e), OUT_OK);
    assert_int_equal(schema_check(schema, parsed("<unit code='A'>\n<nam>B</nam></unit>"), &e),
                     OUT_INVALID);
    assert_string_equal(e.key, "schema.refused");
    assert_non_null(strstr(e.text, "line 2, /unit/nam"));
    err_clear(&e);
    assert_int_equal(schema_check(schema, parsed("<unit><name>B</name></unit>"), &e), OUT_INVALID);
    err_clear(&e);
    doc_open(built, "name");
    assert_int_equal(schema_check(schema, built, &e), OUT_INTERNAL);
    err_clear(&e);
    doc_close(built);
    assert_int_equal(schema_check(schema, built, &e), OUT_INVALID);
}

static void a_wrong_schema_does_not_load(void **state)
{
    struct err e = ERR_INIT;
    struct schema *schema;

    (void)state;
    assert_int_equal(schema_load(pool, data("wrong.rng"), &schema, &e), OUT_INVALID);
    assert_string_equal(e.key, "schema.invalid");
    err_clear(&e);
    assert_int_equal(schema_load(pool, data("absent.rng"), &schema, &e), OUT_NOTFOUND);
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 8u << 20);
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_where_a_document_is_wrong),
        cmocka_unit_test(a_wrong_schema_does_not_load),
    };

    return cmocka_run_group_tests_name("schema", tests, make_pool, free_pool);
}
