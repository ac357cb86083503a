#include "tests/unit/test.h"

#include <stdbool.h>

#include "lib/db/script.h"

static void splits(const char *text, const char *const *expected)
{
    struct pool *pool = pool_new("test", 8 << 20);
    const char *at = text;

    for (; *expected; expected++) {
        char *sql = script_next(pool, &at);

        assert_non_null(sql);
        assert_string_equal(sql, *expected);
    }
    assert_null(script_next(pool, &at));
    assert_null(script_next(pool, &at));
    pool_free(pool);
}

static void statements_end_at_semicolons(void **state)
{
    (void)state;
    splits("", (const char *[]){NULL});
    splits(" \n;;\n-- only a remark; really\n", (const char *[]){NULL});
    splits("A;B", (const char *[]){"A", "B", NULL});
    splits("\n A B\n;\n\n C;\n", (const char *[]){"A B\n", "C", NULL});
}

static void quotes_and_remarks_hide_them(void **state)
{
    (void)state;
    splits("A ';' ;B \";\" `;`", (const char *[]){"A ';' ", "B \";\" `;`", NULL});
    splits("A 'it''s;' ;B", (const char *[]){"A 'it''s;' ", "B", NULL});
    splits("A '\\';' ;B", (const char *[]){"A '\\';' ", "B", NULL});
    splits("A -- not; here\n B;C", (const char *[]){"A \n B", "C", NULL});
    splits("A '-- no remark';B", (const char *[]){"A '-- no remark'", "B", NULL});
}

/* A file that was cut goes to the server as it is, which refuses it. */
static void an_open_quote_runs_to_the_end(void **state)
{
    (void)state;
    splits("A 'b;c", (const char *[]){"A 'b;c", NULL});
    splits("A 'b\\", (const char *[]){"A 'b\\", NULL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statements_end_at_semicolons),
        cmocka_unit_test(quotes_and_remarks_hide_them),
        cmocka_unit_test(an_open_quote_runs_to_the_end),
    };

    return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
