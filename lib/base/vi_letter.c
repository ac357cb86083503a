#include "lib/base/vi_letter.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/base/fatal.h"

static bool is_mark(int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);

    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
           category == UTF8PROC_CATEGORY_MC;
}

static void add_mark(struct vi_letter *letter, int32_t c)
{
    switch (c) {
    case MARK_CIRCUMFLEX:
    case MARK_BREVE:
    case MARK_HORN:
        letter->shape = c;
        break;
    case MARK_GRAVE:
    case MARK_HOOK:
    case MARK_TILDE:
    case MARK_ACUTE:
    case MARK_DOT:
        letter->tone = c;
        break;
    default:
        letter->other = c;
    }
}

unsigned vi_letters(struct pool *pool, const char *text, struct vi_letter **out)
{
    utf8proc_uint8_t *apart = NULL;
    utf8proc_ssize_t at = 0, len;
    struct vi_letter *letters;
    unsigned n = 0;

    len = utf8proc_map((const utf8proc_uint8_t *)text, 0, &apart,
                       UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                           UTF8PROC_CASEFOLD);
    if (len == UTF8PROC_ERROR_NOMEM)
        fatal_memory("vi");
    if (len < 0)
        panic("vi: text is not UTF-8");
    letters = pool_alloc(pool, ((size_t)len + 1) * sizeof *letters);
    while (at < len) {
        utf8proc_int32_t c;

        at += utf8proc_iterate(apart + at, len - at, &c);
        if (n > 0 && is_mark(c))
            add_mark(&letters[n - 1], c);
        else
            letters[n++].base = c;
    }
    free(apart);
    *out = letters;
    return n;
}

bool vi_in_word(const struct vi_letter *letter)
{
    switch (utf8proc_category(letter->base)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
        return true;
    default:
        return false;
    }
}

static bool plain(const struct vi_letter *letter, char base)
{
    return letter->base == base && !letter->shape && !letter->other;
}

static bool ends_word(const struct vi_letter *letters, unsigned count, unsigned at)
{
    return at + 1 == count || !vi_in_word(&letters[at + 1]);
}

void vi_unify_tones(struct vi_letter *letters, unsigned count)
{
    for (unsigned i = 1; i < count; i++) {
        struct vi_letter *first = &letters[i - 1], *last = &letters[i];
        bool after_q = i > 1 && plain(&letters[i - 2], 'q');

        if (!ends_word(letters, count, i))
            continue;
        if (after_q && plain(first, 'u') && first->tone && !last->tone) {
            last->tone = first->tone;
            first->tone = 0;
        } else if (!after_q && last->tone && !first->tone &&
                   ((plain(first, 'o') && (plain(last, 'a') || plain(last, 'e'))) ||
                    (plain(first, 'u') && plain(last, 'y')))) {
            first->tone = last->tone;
            last->tone = 0;
        }
    }
}
