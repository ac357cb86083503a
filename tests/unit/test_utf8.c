#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "tests/unit/vietnamese.h"

static struct pool *pool;

static void assert_normal(const char *text, const char *expected)
{
    char *got = utf8_normal(pool, text, strlen(text));

    assert_non_null(got);
    assert_string_equal(got, expected);
}

static void refuses_what_is_not_utf8(void **state)
{
    static const char *const bad[] = {
        "\x80",             /* continuation alone */
        "a\xC3",            /* cut short */
        "\xC0\xAF",         /* overlong / */
        "\xE0\x80\xAF",     /* overlong / in three */
        "\xF0\x80\x80\xAF", /* overlong / in four */
        "\xED\xA0\x80",     /* surrogate */
        "\xF4\x90\x80\x80", /* past U+10FFFF */
        "\xFF",             /* never */
        "Nguy\xEAn",        /* Latin-1 */
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(utf8_valid(bad[i], strlen(bad[i])));
        assert_null(utf8_normal(pool, bad[i], strlen(bad[i])));
    }
    assert_false(utf8_valid("a\0b", 3));
    assert_true(utf8_valid("", 0));
    assert_true(utf8_valid("Trạm Y tế \xF0\x9F\x98\x80", strlen("Trạm Y tế \xF0\x9F\x98\x80")));
}

static void clean_text_has_no_control_characters(void **state)
{
    char text[] = "a?b";

    (void)state;
    for (int c = 1; c < 0x20; c++) {
        text[1] = (char)c;
        assert_int_equal(utf8_clean(text, 3), c == '\t' || c == '\n' || c == '\r');
        assert_true(utf8_valid(text, 3));
    }
    assert_false(utf8_clean("\x7F", 1));
    assert_false(utf8_clean("\xC2\x85", 2));
    assert_false(utf8_clean("\xEF\xBF\xBF", 3));
    assert_true(utf8_clean("\xC2\xA0", 2));
}

static void composes_every_vietnamese_letter(void **state)
{
    (void)state;
    for (unsigned i = 0; i < VIETNAMESE_COUNT; i++) {
        struct vietnamese letter = vietnamese_letter(i);

        assert_normal(letter.nfc, letter.nfc);
        assert_normal(letter.nfd, letter.nfc);
        assert_normal(letter.typed, letter.nfc);
        assert_int_equal(utf8_length(letter.nfc), 1);
    }
}

static void tidies_white_space(void **state)
{
    (void)state;
    assert_normal("  Trần\xC2\xA0Văn A \r\n", "Trần Văn A");
    assert_normal("\xC2\xA0", "");
    assert_normal("một\r\nhai\rba\n\tbốn", "một\nhai\nba\n\tbốn");
    assert_normal("plain", "plain");
    assert_normal("", "");
}

static void takes_out_what_cannot_be_seen(void **state)
{
    (void)state;
    assert_normal("a\xE2\x80\xAE" "fdp.exe", "afdp.exe");              /* U+202E turns the direction */
    assert_normal("Tr\xE2\x80\x8B\xE1\xBA\xA7n \xE2\x81\xA6V\xC4\x83n\xE2\x81\xA9", "Trần Văn");
    assert_normal("\xEF\xBB\xBFS\xE1\xBB\x9F Y t\xE1\xBA\xBF\xC2\xAD", "Sở Y tế"); /* BOM, soft hyphen */
    assert_normal("\xE2\x80\x8B\xE2\x80\x8F", "");
    assert_normal("nva\xF3\xA0\x81\x81", "nva");                     /* a tag */
    assert_normal("một\xE2\x80\xA8hai", "một\nhai");                   /* U+2028 ends a line */
    /* taken out before marks are composed: none can hide between them */
    assert_normal("e\xE2\x80\x8B\xCC\x82\xCC\xA3", "ệ");
}

/* "a" and so many marks, above and below in turn: the order costs the square of their number. */
static char *marked(unsigned marks)
{
    char *text = pool_alloc(pool, 2u * marks + 2);
    unsigned n = 0;

    text[n++] = 'a';
    for (unsigned i = 0; i < marks; i++) {
        text[n++] = '\xCC';
        text[n++] = i < marks / 2 ? '\x81' : '\x96';
    }
    return text;
}

static void marks_in_a_row_are_bounded(void **state)
{
    static const struct {
        unsigned marks;
        bool taken;
    } cases[] = {{1, true}, {29, true}, {30, true}, {31, false}, {110000, false}};
    char *twice;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *text = marked(cases[i].marks);

        assert_int_equal(utf8_normal(pool, text, strlen(text)) != NULL, cases[i].taken);
    }
    twice = pool_printf(pool, "%s%s", marked(30), marked(30)); /* counted anew after each letter */
    assert_non_null(utf8_normal(pool, twice, strlen(twice)));
    twice = pool_printf(pool, "%s\xE2\x80\x8B%s", marked(30), marked(30) + 1); /* a hidden one does not part them */
    assert_null(utf8_normal(pool, twice, strlen(twice)));
}

static void length_is_in_characters(void **state)
{
    (void)state;
    assert_int_equal(utf8_length(""), 0);
    assert_int_equal(utf8_length("Nguyễn"), 6);
    assert_int_equal(utf8_length("Đặng Thị Huệ"), 12);
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 1 << 20);
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

/* What OpenLDAP and Active Directory take for one name (RFC 4518). */
static void one_name_has_one_spelling(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"nva", "nva"},       {"NVA", "NVA"},           {"ｎｖａ", "nva"},      {"ⓝⓥⓐ", "nva"},
        {"𝐧𝐯𝐚", "nva"},       {"ₙᵥₐ", "nva"},           {"nva\u3000", "nva"},  {"\u3000 nva", "nva"},
        {"n  v \u3000a", "n v a"}, {"n v", "n v"},      {"\u3000", ""},        {"", ""},
        {"Hòa", "Hòa"},       {"nva@sở.vn", "nva@sở.vn"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(utf8_one_spelling(pool, cases[i].text), cases[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_not_utf8),
        cmocka_unit_test(clean_text_has_no_control_characters),
        cmocka_unit_test(composes_every_vietnamese_letter),
        cmocka_unit_test(tidies_white_space),
        cmocka_unit_test(takes_out_what_cannot_be_seen),
        cmocka_unit_test(marks_in_a_row_are_bounded),
        cmocka_unit_test(length_is_in_characters),
        cmocka_unit_test(one_name_has_one_spelling),
    };

    return cmocka_run_group_tests_name("utf8", tests, make_pool, free_pool);
}
