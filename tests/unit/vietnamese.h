/* The 134 letters of Vietnamese outside ASCII, for tests: composed, decomposed in canonical order,
 * and decomposed in the order they are typed (shape, then tone). */
#ifndef TDKT_TEST_VIETNAMESE_H
#define TDKT_TEST_VIETNAMESE_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct vietnamese {
    char nfc[8], nfd[12], typed[12];
    char base;        /* a-z, lower case */
    const char *lower; /* NFC */
    bool upper;
};

#define VIETNAMESE_COUNT 134

/* Twelve vowels, six tones each in the order ngang huyền hỏi ngã sắc nặng, then đ. */
static const char *const vietnamese_lower[12][6] = {
    {"a", "à", "ả", "ã", "á", "ạ"}, {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"},
    {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"}, {"e", "è", "ẻ", "ẽ", "é", "ẹ"},
    {"ê", "ề", "ể", "ễ", "ế", "ệ"}, {"i", "ì", "ỉ", "ĩ", "í", "ị"},
    {"o", "ò", "ỏ", "õ", "ó", "ọ"}, {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"},
    {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"}, {"u", "ù", "ủ", "ũ", "ú", "ụ"},
    {"ư", "ừ", "ử", "ữ", "ứ", "ự"}, {"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}};

static const char *const vietnamese_upper[12][6] = {
    {"A", "À", "Ả", "Ã", "Á", "Ạ"}, {"Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ"},
    {"Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ"}, {"E", "È", "Ẻ", "Ẽ", "É", "Ẹ"},
    {"Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ"}, {"I", "Ì", "Ỉ", "Ĩ", "Í", "Ị"},
    {"O", "Ò", "Ỏ", "Õ", "Ó", "Ọ"}, {"Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ"},
    {"Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ"}, {"U", "Ù", "Ủ", "Ũ", "Ú", "Ụ"},
    {"Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự"}, {"Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"}};

static const char vietnamese_base[] = "aaaeeiooouuy";

/* Breve, circumflex, horn: where the vowel has a shape. */
static const char *const vietnamese_shape[12] = {
    "", "\xCC\x86", "\xCC\x82", "", "\xCC\x82", "", "", "\xCC\x82", "\xCC\x9B", "", "\xCC\x9B", ""};

static const char *const vietnamese_tone[6] = {"",         "\xCC\x80", "\xCC\x89",
                                               "\xCC\x83", "\xCC\x81", "\xCC\xA3"};

static inline struct vietnamese vietnamese_letter(unsigned n)
{
    struct vietnamese letter = {.upper = n % 2 == 1};
    unsigned vowel = 0, tone = 0, at = n / 2;

    if (at == VIETNAMESE_COUNT / 2 - 1) {
        letter.base = 'd';
        letter.lower = "đ";
        strcpy(letter.nfc, letter.upper ? "Đ" : "đ");
        strcpy(letter.nfd, letter.nfc);
        strcpy(letter.typed, letter.nfc);
        return letter;
    }
    /* The at-th of the vowels that are not plain ASCII. */
    for (unsigned i = 0;; i++) {
        vowel = i / 6;
        tone = i % 6;
        if ((tone > 0 || vietnamese_shape[vowel][0]) && at-- == 0)
            break;
    }
    letter.base = vietnamese_base[vowel];
    letter.lower = vietnamese_lower[vowel][tone];
    strcpy(letter.nfc, letter.upper ? vietnamese_upper[vowel][tone] : letter.lower);
    snprintf(letter.typed, sizeof letter.typed, "%c%s%s",
             letter.upper ? letter.base - 'a' + 'A' : letter.base, vietnamese_shape[vowel],
             vietnamese_tone[tone]);
    /* Canonical order puts the dot below before a breve or circumflex above, after a horn. */
    if (tone == 5 && strcmp(vietnamese_shape[vowel], "\xCC\x9B") != 0)
        snprintf(letter.nfd, sizeof letter.nfd, "%c%s%s",
                 letter.upper ? letter.base - 'a' + 'A' : letter.base, vietnamese_tone[tone],
                 vietnamese_shape[vowel]);
    else
        strcpy(letter.nfd, letter.typed);
    return letter;
}

#endif
