/* What has a word in C (choices, sheets of Excel) and on a page (xslt/page/words.xsl) is called the same in both. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcgi/words.h"
#include "lib/core/correction.h"

static const char *words_of_the_pages(struct pool *pool)
{
    const char *top = getenv("top_srcdir");
    FILE *file = fopen(pool_printf(pool, "%s/xslt/page/words.xsl", top ? top : "."), "r");
    char *text = pool_alloc(pool, 1 << 16);
    size_t n = file ? fread(text, 1, (1 << 16) - 1, file) : 0;

    if (n == 0)
        fail_msg("words.xsl cannot be read");
    fclose(file);
    text[n] = '\0';
    return text;
}

static void same_on_the_page(struct pool *pool, const char *page, const char *list, const char *code)
{
    const char *line = pool_printf(pool, "|%s.%s=%s\n", list, code, word_of(code));

    if (!strstr(page, line))
        fail_msg("words.xsl does not say %s", line);
}

static void one_thing_has_one_name(void **state)
{
    static const char *const used[] = {"void", "reserved", "elsewhere", NULL};
    struct pool *pool = pool_new("test", 1 << 20);
    const char *page = words_of_the_pages(pool);

    (void)state;
    for (unsigned i = 0; i < ROW_FIELDS; i++) {
        assert_string_equal(word_of(row_field_codes[i]), row_field_label((enum row_field)(1u << i)));
        same_on_the_page(pool, page, "field", row_field_codes[i]);
    }
    for (unsigned i = 0; used[i]; i++)
        same_on_the_page(pool, page, "used", used[i]);
    assert_string_equal(word_of("no.such.word"), "no.such.word");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thing_has_one_name),
    };

    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
