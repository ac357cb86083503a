#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/vi.h"
#include "tests/unit/vietnamese.h"

static struct pool *pool;

static void folds_every_letter(void **state)
{
    (void)state;
    for (unsigned i = 0; i < VIETNAMESE_COUNT; i++) {
        struct vietnamese letter = vietnamese_letter(i);
        char base[2] = {letter.base, '\0'};

        assert_string_equal(vi_fold(pool, letter.nfc), base);
        assert_string_equal(vi_fold(pool, letter.nfd), base);
        assert_string_equal(vi_lower(pool, letter.nfc), letter.lower);
        assert_string_equal(vi_lower(pool, letter.nfd), letter.lower);
        if (letter.upper)
            assert_string_equal(vi_upper(pool, letter.lower), letter.nfc);
        assert_true(vi_has_marks(letter.nfc));
        assert_true(vi_has_marks(letter.nfd));
    }
}

static void folds_words(void **state)
{
    (void)state;
    assert_string_equal(vi_fold(pool, "Nguyễn Đức  HÒA"), "nguyen duc hoa");
    assert_string_equal(vi_fold(pool, "  Trạm Y tế - Phường 2, (Cà Mau) "), "tram y te phuong 2 ca mau");
    assert_string_equal(vi_fold(pool, "12/QĐ-SYT"), "12 qd syt");
    assert_string_equal(vi_fold(pool, "Müller Straße"), "muller strasse");
    assert_string_equal(vi_upper(pool, "Trạm Y tế - 2 đ"), "TRẠM Y TẾ - 2 Đ");
    assert_string_equal(vi_fold(pool, "---"), "");
    assert_string_equal(vi_fold(pool, ""), "");
}

static void lower_keeps_marks_and_unifies_the_place_of_tones(void **state)
{
    static const char *const pairs[][2] = {
        {"Hoà", "hòa"},       {"Hòa", "hòa"},     {"HOÁ", "hóa"},       {"Thuý", "thúy"},
        {"Thúy", "thúy"},     {"khoẻ", "khỏe"},   {"Quý", "quý"},       {"Qúy", "quý"},
        {"Quỳ", "quỳ"},       {"loà xoà", "lòa xòa"}, {"Hoàn", "hoàn"}, {"hoài", "hoài"},
        {"Nguyễn", "nguyễn"}, {"Huỳnh", "huỳnh"}, {"thuỷ sản", "thủy sản"}, {"toàn", "toàn"},
        {"hoá-học", "hóa học"}, {"Uỷ ban", "ủy ban"}, {"của", "của"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_string_equal(vi_lower(pool, pairs[i][0]), pairs[i][1]);
    assert_string_not_equal(vi_lower(pool, "Hòa"), vi_lower(pool, "Hóa"));
    assert_string_equal(vi_lower(pool, "Muñoz"), "muñoz");
}

static void knows_a_query_with_marks(void **state)
{
    (void)state;
    assert_false(vi_has_marks("Nguyen Van A 12"));
    assert_false(vi_has_marks(""));
    assert_true(vi_has_marks("Nguyen Đ"));
    assert_true(vi_has_marks("hoà"));
    assert_false(vi_has_marks("\xC3\x9F")); /* ß */
}

static int by_key(const void *a, const void *b)
{
    return strcmp(vi_sort_key(pool, *(const char *const *)a), vi_sort_key(pool, *(const char *const *)b));
}

/* Given name, then family name, then middle names; letters before tones, syllable by syllable. */
static void sorts_names_as_a_clerk_does(void **state)
{
    static const char *const sorted[] = {
        "A",
        "Lê Văn An",
        "Nguyễn An",
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Phạm Văn An",
        "Trần Án",
        "Trần Văn Anh",
        "Lê Ánh",
        "Ngô Ẩn",
        "Ngô Ấn",
        "Lê Bình",
        "Lê Cường",
        "Lê Dung",
        "Lê Duy",
        "Lê Đạt",
        "Lê Đức",
        "Lê Em",
        "Lê Giang",
        "Lê Hoa",
        "Trần Hoa",
        "Lê Hòa",
        "Lê Hỏa",
        "Lê Hõa",
        "Lê Hóa",
        "Lê Họa",
        "Lê Hoan",
        "Lê Hoàng",
        "Lê Khoa",
        "Lê Long",
        "Lê Lộc",
        "Lê Lợi",
        "Lê Phú",
        "Lê Quang",
        "Lê Sơn",
        "Lê Tú",
        "Lê Tư",
        "Lê Vy",
        "Lê Xuân",
        "Lê Yến",
    };
    size_t count = sizeof sorted / sizeof sorted[0];
    const char *shuffled[sizeof sorted / sizeof sorted[0]];

    (void)state;
    for (size_t i = 0; i < count; i++)
        shuffled[i] = sorted[count - 1 - i];
    qsort(shuffled, count, sizeof shuffled[0], by_key);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(shuffled[i], sorted[i]);
    for (size_t i = 1; i < count; i++)
        assert_true(by_key(&sorted[i - 1], &sorted[i]) < 0);
}

static void tones_and_letters_follow_the_alphabet(void **state)
{
    const char *previous = "";

    (void)state;
    for (unsigned vowel = 0; vowel < 12; vowel++)
        for (unsigned tone = 0; tone < 6; tone++) {
            const char *key = vi_text_key(pool, vietnamese_lower[vowel][tone]);

            assert_true(strcmp(previous, key) < 0);
            assert_string_equal(key, vi_text_key(pool, vietnamese_upper[vowel][tone]));
            previous = key;
        }
    assert_true(strcmp(vi_text_key(pool, "d"), vi_text_key(pool, "đ")) < 0);
    assert_true(strcmp(vi_text_key(pool, "đ"), vi_text_key(pool, "e")) < 0);
    assert_true(strcmp(vi_text_key(pool, "dz"), vi_text_key(pool, "đa")) < 0);
}

static void keys_are_ascii_and_blind_to_form(void **state)
{
    static const char *const same[][2] = {
        {"Lê Văn Hòa", "LÊ VĂN HOÀ"},
        {"Trần  Thị-Thúy", "trần thị thuý"},
        {"Le\xCC\x82 Va\xCC\x86n Ho\xCC\x80" "a", "Lê Văn Hòa"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_string_equal(vi_sort_key(pool, same[i][0]), vi_sort_key(pool, same[i][1]));
    for (const char *at = vi_sort_key(pool, "Đặng Müller 中 Иван Ỗ"); *at; at++)
        assert_in_range((unsigned char)*at, 0x20, 0x7E);
    assert_string_equal(vi_sort_key(pool, ""), "");
}

static void unit_names_are_read_from_the_beginning(void **state)
{
    (void)state;
    assert_true(strcmp(vi_text_key(pool, "Bệnh viện Sản - Nhi"), vi_text_key(pool, "Chi cục Dân số")) < 0);
    assert_true(strcmp(vi_text_key(pool, "Trạm Y tế Định Bình"), vi_text_key(pool, "Trung tâm Pháp y")) < 0);
    assert_true(strcmp(vi_text_key(pool, "Khoa Nội"), vi_text_key(pool, "Khoa Nội tiết")) < 0);
}

static void says_numbers(void **state)
{
    static const struct {
        int64_t n;
        const char *words;
    } cases[] = {
        {0, "không"},
        {4, "bốn"},
        {5, "năm"},
        {10, "mười"},
        {11, "mười một"},
        {14, "mười bốn"},
        {15, "mười lăm"},
        {20, "hai mươi"},
        {21, "hai mươi mốt"},
        {24, "hai mươi tư"},
        {25, "hai mươi lăm"},
        {27, "hai mươi bảy"},
        {91, "chín mươi mốt"},
        {100, "một trăm"},
        {101, "một trăm linh một"},
        {104, "một trăm linh bốn"},
        {105, "một trăm linh năm"},
        {110, "một trăm mười"},
        {115, "một trăm mười lăm"},
        {121, "một trăm hai mươi mốt"},
        {144, "một trăm bốn mươi tư"},
        {1000, "một nghìn"},
        {1001, "một nghìn không trăm linh một"},
        {1010, "một nghìn không trăm mười"},
        {8845, "tám nghìn tám trăm bốn mươi lăm"},
        {35815, "ba mươi lăm nghìn tám trăm mười lăm"},
        {1000005, "một triệu không trăm linh năm"},
        {1005000, "một triệu không trăm linh năm nghìn"},
        {1234567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"},
        {2000000000, "hai tỷ"},
        {2000000015, "hai tỷ không trăm mười lăm"},
        {1000000000000, "một nghìn tỷ"},
        {1002000000000, "một nghìn không trăm linh hai tỷ"},
        {3000000000000000000, "ba tỷ tỷ"},
        {-42, "âm bốn mươi hai"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(vi_number_words(pool, cases[i].n), cases[i].words);
    assert_non_null(strstr(vi_number_words(pool, INT64_MIN), "âm chín tỷ"));
    assert_non_null(strstr(vi_number_words(pool, INT64_MAX), "bảy trăm bảy mươi lăm"));
}

static void says_sums(void **state)
{
    (void)state;
    assert_string_equal(vi_money_words(pool, 2340000), "Hai triệu ba trăm bốn mươi nghìn đồng");
    assert_string_equal(vi_money_words(pool, 0), "Không đồng");
    assert_string_equal(vi_money_words(pool, 702000), "Bảy trăm linh hai nghìn đồng");
    assert_string_equal(vi_money_words(pool, 18252000),
                        "Mười tám triệu hai trăm năm mươi hai nghìn đồng");
    assert_string_equal(vi_money_words(pool, -5000), "Âm năm nghìn đồng");
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 16 << 20);
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
        cmocka_unit_test(folds_every_letter),
        cmocka_unit_test(folds_words),
        cmocka_unit_test(lower_keeps_marks_and_unifies_the_place_of_tones),
        cmocka_unit_test(knows_a_query_with_marks),
        cmocka_unit_test(sorts_names_as_a_clerk_does),
        cmocka_unit_test(tones_and_letters_follow_the_alphabet),
        cmocka_unit_test(keys_are_ascii_and_blind_to_form),
        cmocka_unit_test(unit_names_are_read_from_the_beginning),
        cmocka_unit_test(says_numbers),
        cmocka_unit_test(says_sums),
    };

    return cmocka_run_group_tests_name("vi", tests, make_pool, free_pool);
}
