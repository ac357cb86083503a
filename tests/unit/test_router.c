#include "tests/unit/test.h"

#include <string.h>

#include "fcgi/router.h"

static enum outcome nothing(struct call *c, struct err *e)
{
    (void)c;
    (void)e;
    return OUT_OK;
}

#define READ(PATH)                                                                             \
    {.method = METHOD_GET, .path = PATH, .permission = PERM_SELF, .mode = DB_READ,             \
     .body = BODY_NONE, .run = nothing, .sheet = "x"}
#define WRITE(PATH)                                                                            \
    {.method = METHOD_POST, .path = PATH, .permission = PERM_SELF, .mode = DB_WRITE,           \
     .body = BODY_FORM, .run = nothing}

static const struct route table[] = {
    READ("/"),
    READ("/units"),
    READ("/nominations/new"),
    READ("/nominations/{id}"),
    WRITE("/nominations/{id}"),
    WRITE("/nominations/{id}/act/{word}"),
    READ("/nominations/{id}/nominees/{id}"),
    READ("/paper/{word}"),
};
#define COUNT (sizeof table / sizeof table[0])

static void finds_what_fits(void **state)
{
    static const struct {
        enum method method;
        const char *path;
        int row; /* -1: none */
        int64_t first, second;
        const char *word;
        bool xml;
        const char *allow;
    } cases[] = {
        {METHOD_GET, "/", 0, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/units", 1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/units.xml", 1, 0, 0, NULL, true, NULL},
        {METHOD_GET, "/units/", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "//units", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/Units", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/new", 2, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/12", 3, 12, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/12.xml", 3, 12, 0, NULL, true, NULL},
        {METHOD_GET, "/nominations/012", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/0", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/-1", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/1234567890123456789", -1, 0, 0, NULL, false, NULL},
        {METHOD_POST, "/nominations/12", 4, 12, 0, NULL, false, NULL},
        {METHOD_POST, "/nominations/12.xml", -1, 0, 0, NULL, false, NULL},
        {METHOD_POST, "/nominations/12/act/decide", 5, 12, 0, "decide", false, NULL},
        {METHOD_GET, "/nominations/12/act/decide", -1, 0, 0, NULL, false, "POST"},
        {METHOD_POST, "/nominations/12/act/.hidden", -1, 0, 0, NULL, false, NULL},
        {METHOD_POST, "/nominations/12/act/..", -1, 0, 0, NULL, false, NULL},
        {METHOD_POST, "/nominations/12/act/", -1, 0, 0, NULL, false, NULL},
        {METHOD_GET, "/nominations/12/nominees/7", 6, 12, 7, NULL, false, NULL},
        {METHOD_GET, "/paper/to-trinh.html", 7, 0, 0, "to-trinh.html", false, NULL},
        {METHOD_GET, "/paper/to-trinh.xml", 7, 0, 0, "to-trinh", true, NULL},
        {METHOD_POST, "/units", -1, 0, 0, NULL, false, "GET, HEAD"},
        {METHOD_OTHER, "/nominations/12", -1, 0, 0, NULL, false, "GET, HEAD, POST"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pool *pool = pool_new("test", 1 << 20);
        struct err e = ERR_INIT;
        struct match match;
        enum outcome out = router_find(pool, table, COUNT, cases[i].method, cases[i].path, &match, &e);

        if (cases[i].row < 0) {
            assert_int_equal(out, OUT_NOTFOUND);
            assert_null(match.route);
        } else {
            assert_int_equal(out, OUT_OK);
            assert_ptr_equal(match.route, &table[cases[i].row]);
            assert_int_equal(match.id[0], cases[i].first);
            assert_int_equal(match.id[1], cases[i].second);
            assert_int_equal(match.xml, cases[i].xml);
        }
        if (cases[i].word)
            assert_string_equal(match.word, cases[i].word);
        if (cases[i].allow)
            assert_string_equal(match.allow, cases[i].allow);
        else
            assert_null(match.allow);
        pool_free(pool);
    }
}

static void a_row_that_forgot_is_refused(void **state)
{
    const struct route good = READ("/good"), post = WRITE("/post");
    struct route bad[8];

    (void)state;
    for (size_t i = 0; i < 8; i++)
        bad[i] = i < 6 ? good : post;
    bad[0].method = METHOD_UNSET;
    bad[1].path = NULL;
    bad[2].permission = PERM_UNSET;
    bad[3].mode = DB_WRITE;
    bad[4].body = BODY_UNSET;
    bad[5].run = NULL;
    bad[6].mode = DB_MODE_UNSET;
    bad[7].body = BODY_NONE;
    for (size_t i = 0; i < 8; i++) {
        struct err e = ERR_INIT;

        assert_int_equal(router_check(&bad[i], 1, &e), OUT_INTERNAL);
    }
    {
        const struct route twice[] = {good, good};
        struct err e = ERR_INIT;

        assert_int_equal(router_check(twice, 2, &e), OUT_INTERNAL);
    }
}

static void the_table_of_the_test_is_in_order(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(router_check(table, COUNT, &e), OUT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_fits),
        cmocka_unit_test(a_row_that_forgot_is_refused),
        cmocka_unit_test(the_table_of_the_test_is_in_order),
    };

    return cmocka_run_group_tests_name("router", tests, NULL, NULL);
}
