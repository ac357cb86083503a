/* What fits into a dossier: at the limit, one byte below and one above. */
#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/room.h"

#define MB (1 << 20)

static const char *arg(const struct err *e, const char *name)
{
    for (unsigned i = 0; i < e->args; i++)
        if (strcmp(e->arg[i].name, name) == 0)
            return e->arg[i].value;
    return "";
}

static void bytes_up_to_the_limit_fit(void **state)
{
    static const struct {
        int64_t has, more, limit;
        enum outcome expected;
        const char *used, *size, *most;
    } cases[] = {
        {199 * MB, MB - 1, 200 * MB, OUT_OK, "", "", ""},
        {199 * MB, MB, 200 * MB, OUT_OK, "", "", ""},
        {199 * MB, MB + 1, 200 * MB, OUT_INVALID, "199", "1,1", "200"},
        {200 * MB, 1, 200 * MB, OUT_INVALID, "200", "0,1", "200"},
        {200 * MB, 0, 200 * MB, OUT_OK, "", "", ""},
        {0, 200 * MB, 200 * MB, OUT_OK, "", "", ""},
        {0, 200 * MB + 1, 200 * MB, OUT_INVALID, "0", "200,1", "200"},
        {3 * MB / 2, MB, 2 * MB, OUT_INVALID, "1,5", "1", "2"},
        {MB, MB, 2 * MB - 1, OUT_INVALID, "1", "1", "1,9"},
        /* set lower than what is there, and larger than an int */
        {(int64_t)5000 * MB, 1, 2000 * MB, OUT_INVALID, "5000", "0,1", "2000"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct room has = {.papers = 3, .bytes = cases[i].has};
        struct err e = ERR_INIT;

        assert_int_equal(room_take(&has, cases[i].more, cases[i].limit, &e), cases[i].expected);
        assert_string_equal(e.key, cases[i].expected == OUT_OK ? "" : "evidence.full");
        assert_string_equal(arg(&e, "used"), cases[i].used);
        assert_string_equal(arg(&e, "size"), cases[i].size);
        assert_string_equal(arg(&e, "limit"), cases[i].most);
    }
}

static void so_many_papers_and_no_more(void **state)
{
    static const struct {
        int64_t papers;
        enum outcome expected;
    } cases[] = {{1998, OUT_OK}, {1999, OUT_OK}, {2000, OUT_INVALID}, {2001, OUT_INVALID}};

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct room has = {.papers = cases[i].papers, .bytes = 1};
        struct err e = ERR_INIT;

        assert_int_equal(room_take(&has, 1, MB, &e), cases[i].expected);
        assert_string_equal(e.key, cases[i].expected == OUT_OK ? "" : "evidence.many");
        assert_string_equal(arg(&e, "limit"), cases[i].expected == OUT_OK ? "" : "2000");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_up_to_the_limit_fit),
        cmocka_unit_test(so_many_papers_and_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
