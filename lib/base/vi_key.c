#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/base/vi_letter.h"

/* A key is the syllables with one space between them.  A syllable is its letters, then its tones.
 * The bytes are chosen so that comparing them compares letters before tones, a shorter syllable
 * before a longer one and one syllable after the other:
 *     space < tones ! " # $ % < digits 0..9 < letters A.. (a is A, z is a) < any other letter b */
#define KEY_TONE '!'
#define KEY_LETTER 'A'
#define KEY_OTHER 'b'

/* The alphabet, with f j w z of foreign names at their Latin places. */
static const struct {
    int32_t base, shape;
} alphabet[] = {
    {'a', 0}, {'a', MARK_BREVE}, {'a', MARK_CIRCUMFLEX}, {'b', 0}, {'c', 0}, {'d', 0},
    {LETTER_D_BAR, 0}, {'e', 0}, {'e', MARK_CIRCUMFLEX}, {'f', 0}, {'g', 0}, {'h', 0}, {'i', 0},
    {'j', 0}, {'k', 0}, {'l', 0}, {'m', 0}, {'n', 0}, {'o', 0}, {'o', MARK_CIRCUMFLEX},
    {'o', MARK_HORN}, {'p', 0}, {'q', 0}, {'r', 0}, {'s', 0}, {'t', 0}, {'u', 0}, {'u', MARK_HORN},
    {'v', 0}, {'w', 0}, {'x', 0}, {'y', 0}, {'z', 0},
};

#define ALPHABET_COUNT (sizeof alphabet / sizeof alphabet[0])

static const int32_t tones[] = {MARK_GRAVE, MARK_HOOK, MARK_TILDE, MARK_ACUTE, MARK_DOT};

/* Scratch of one call. */
#define SCRATCH_LIMIT (64u << 20)

/* A letter outside the alphabet: its code point in six digits. */
#define LETTER_KEY_MAX 7

static size_t put_letter(char *to, const struct vi_letter *letter)
{
    if (letter->base >= '0' && letter->base <= '9') {
        *to = (char)letter->base;
        return 1;
    }
    for (unsigned i = 0; i < ALPHABET_COUNT; i++)
        if (alphabet[i].base == letter->base && alphabet[i].shape == letter->shape) {
            *to = (char)(KEY_LETTER + i);
            return 1;
        }
    if (letter->shape) {
        struct vi_letter bare = {.base = letter->base};

        return put_letter(to, &bare);
    }
    return (size_t)snprintf(to, LETTER_KEY_MAX + 1, "%c%06X", KEY_OTHER,
                            (unsigned)letter->base & 0xFFFFFF);
}

static size_t put_tone(char *to, const struct vi_letter *letter)
{
    for (unsigned i = 0; i < sizeof tones / sizeof tones[0]; i++)
        if (tones[i] == letter->tone) {
            *to = (char)(KEY_TONE + i);
            return 1;
        }
    return 0;
}

struct span {
    unsigned from, to;
};

static size_t put_syllable(char *to, const struct vi_letter *letters, struct span span)
{
    size_t n = 0;

    for (unsigned i = span.from; i < span.to; i++)
        n += put_letter(to + n, &letters[i]);
    for (unsigned i = span.from; i < span.to; i++)
        n += put_tone(to + n, &letters[i]);
    return n;
}

static unsigned split(const struct vi_letter *letters, unsigned count, struct span *spans)
{
    unsigned n = 0;

    for (unsigned i = 0; i < count; i++) {
        if (!vi_in_word(&letters[i]))
            continue;
        spans[n].from = i;
        while (i < count && vi_in_word(&letters[i]))
            i++;
        spans[n++].to = i;
    }
    return n;
}

static char *make_key(struct pool *pool, const char *text, bool given_name_first)
{
    struct pool *scratch = pool_new("vi", SCRATCH_LIMIT);
    struct vi_letter *letters;
    unsigned count = vi_letters(scratch, text, &letters), words;
    struct span *spans = pool_alloc(scratch, (count + 1) * sizeof *spans);
    char *key = pool_alloc(scratch, (size_t)count * (LETTER_KEY_MAX + 2) + 1);
    size_t n = 0;

    words = split(letters, count, spans);
    if (given_name_first && words > 1) {
        struct span given = spans[words - 1];

        memmove(spans + 1, spans, (words - 1) * sizeof *spans);
        spans[0] = given;
    }
    for (unsigned i = 0; i < words; i++) {
        if (i > 0)
            key[n++] = ' ';
        n += put_syllable(key + n, letters, spans[i]);
    }
    key[n] = '\0';
    key = pool_strdup(pool, key);
    pool_free(scratch);
    return key;
}

char *vi_sort_key(struct pool *pool, const char *full_name)
{
    return make_key(pool, full_name, true);
}

char *vi_text_key(struct pool *pool, const char *text)
{
    return make_key(pool, text, false);
}
