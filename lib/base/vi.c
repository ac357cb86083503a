#include "lib/base/vi.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/base/fatal.h"
#include "lib/base/utf8.h"
#include "lib/base/vi_letter.h"

/* Scratch of one call. */
#define SCRATCH_LIMIT (64u << 20)

/* The longest a letter with its marks can be written: four code points of four bytes. */
#define LETTER_BYTES 16

static size_t put(char *to, int32_t c)
{
    return c ? (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)to) : 0;
}

/* Writes the words of the letters with one space between them. */
static char *join(struct pool *pool, const struct vi_letter *letters, unsigned count, bool marks)
{
    char *text = pool_alloc(pool, (size_t)count * LETTER_BYTES + 1);
    size_t n = 0;
    bool gap = false;

    for (unsigned i = 0; i < count; i++) {
        if (!vi_in_word(&letters[i])) {
            gap = n > 0;
            continue;
        }
        if (gap)
            text[n++] = ' ';
        gap = false;
        if (!marks) {
            n += put(text + n, letters[i].base == LETTER_D_BAR ? 'd' : letters[i].base);
            continue;
        }
        n += put(text + n, letters[i].base);
        n += put(text + n, letters[i].shape);
        n += put(text + n, letters[i].tone);
        n += put(text + n, letters[i].other);
    }
    text[n] = '\0';
    return text;
}

char *vi_fold(struct pool *pool, const char *text)
{
    struct pool *scratch = pool_new("vi", SCRATCH_LIMIT);
    struct vi_letter *letters;
    unsigned count = vi_letters(scratch, text, &letters);
    char *folded = pool_strdup(pool, join(scratch, letters, count, false));

    pool_free(scratch);
    return folded;
}

char *vi_lower(struct pool *pool, const char *text)
{
    struct pool *scratch = pool_new("vi", SCRATCH_LIMIT);
    struct vi_letter *letters;
    unsigned count = vi_letters(scratch, text, &letters);
    utf8proc_uint8_t *composed;
    char *copy;

    vi_unify_tones(letters, count);
    composed = utf8proc_NFC((const utf8proc_uint8_t *)join(scratch, letters, count, true));
    if (!composed)
        fatal_memory("vi");
    copy = pool_strdup(pool, (const char *)composed);
    free(composed);
    pool_free(scratch);
    return copy;
}

char *vi_upper(struct pool *pool, const char *text)
{
    /* No capital of a letter we meet is longer than four bytes. */
    char *upper = pool_alloc(pool, utf8_length(text) * 4 + 1);
    size_t n = 0;
    utf8proc_ssize_t len;
    utf8proc_int32_t c;

    for (const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text; *at; at += len) {
        len = utf8proc_iterate(at, -1, &c);
        if (len <= 0)
            panic("vi: text is not UTF-8");
        n += put(upper + n, utf8proc_toupper(c));
    }
    upper[n] = '\0';
    return upper;
}

static bool is_vietnamese_mark(int32_t c)
{
    switch (c) {
    case MARK_GRAVE:
    case MARK_ACUTE:
    case MARK_CIRCUMFLEX:
    case MARK_TILDE:
    case MARK_BREVE:
    case MARK_HOOK:
    case MARK_HORN:
    case MARK_DOT:
        return true;
    default:
        return false;
    }
}

static bool carries_mark(int32_t c)
{
    /* A letter with a shape and a tone comes apart into three. */
    utf8proc_int32_t parts[8];
    int last_class = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, &last_class);

    if (c == LETTER_D_BAR || c == LETTER_D_BAR - 1)
        return true;
    for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
        if (is_vietnamese_mark(parts[i]))
            return true;
    return false;
}

bool vi_has_marks(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t n;
    utf8proc_int32_t c;

    for (; *at; at += n) {
        n = utf8proc_iterate(at, -1, &c);
        if (n <= 0)
            return false;
        if (c >= 0x80 && carries_mark(c))
            return true;
    }
    return false;
}
