#include <ctype.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/vi.h"

/* The longest sum of 64 bits stays under this. */
#define WORDS_MAX 512

static const char *const digits[] = {"không", "một", "hai",  "ba",  "bốn",
                                     "năm",   "sáu", "bảy", "tám", "chín"};

static void add(struct buf *words, const char *word)
{
    if (words->len > 0)
        buf_putc(words, ' ');
    buf_puts(words, word);
}

/* After mươi: 1 is mốt, 4 is tư, 5 is lăm.  After mười: 5 is lăm.  After linh: as counted. */
static void add_unit(struct buf *words, unsigned tens, unsigned unit)
{
    if (unit == 0)
        return;
    if (tens >= 2 && unit == 1)
        add(words, "mốt");
    else if (tens >= 2 && unit == 4)
        add(words, "tư");
    else if (tens >= 1 && unit == 5)
        add(words, "lăm");
    else
        add(words, digits[unit]);
}

/* A group of three digits; `inner`: something stands before it, so its hundreds are said. */
static void add_group(struct buf *words, unsigned group, bool inner)
{
    unsigned hundreds = group / 100, tens = group / 10 % 10, unit = group % 10;

    if (hundreds > 0 || inner) {
        add(words, digits[hundreds]);
        add(words, "trăm");
    }
    if (tens >= 2) {
        add(words, digits[tens]);
        add(words, "mươi");
    } else if (tens == 1) {
        add(words, "mười");
    } else if (unit > 0 && (hundreds > 0 || inner)) {
        add(words, "linh");
    }
    add_unit(words, tens, unit);
}

static void add_number(struct buf *words, uint64_t n, bool inner)
{
    static const struct {
        uint64_t size;
        const char *name;
    } scales[] = {{1000000, "triệu"}, {1000, "nghìn"}};

    if (n >= 1000000000) {
        add_number(words, n / 1000000000, inner);
        add(words, "tỷ");
        n %= 1000000000;
        inner = true;
    }
    for (unsigned i = 0; i < 2; i++) {
        if (n < scales[i].size)
            continue;
        add_group(words, (unsigned)(n / scales[i].size), inner);
        add(words, scales[i].name);
        n %= scales[i].size;
        inner = true;
    }
    if (n > 0)
        add_group(words, (unsigned)n, inner);
}

char *vi_number_words(struct pool *pool, int64_t n)
{
    struct buf *words = buf_new(pool, WORDS_MAX);
    uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

    if (n < 0)
        add(words, "âm");
    if (n == 0)
        add(words, digits[0]);
    add_number(words, size, false);
    return words->data;
}

char *vi_money_words(struct pool *pool, int64_t dong)
{
    char *words = vi_number_words(pool, dong);

    /* The only first letter outside ASCII is that of "âm". */
    if (dong < 0)
        return pool_printf(pool, "Âm%s đồng", words + strlen("âm"));
    words[0] = (char)toupper((unsigned char)words[0]);
    return pool_printf(pool, "%s đồng", words);
}
