/* The one entrance of text from outside: what it cannot show is taken out, what would cost too much is refused. */
#include "lib/base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/base/fatal.h"

#define NBSP 0xA0

/* What a pool of one text takes for itself. */
#define SCRATCH_ROOM 8192

/* Unicode's line and paragraph separators: line ends that no keyboard has. */
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static bool is_control(utf8proc_int32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
           c == 0xFFFE || c == 0xFFFF;
}

static bool check(const char *text, size_t len, bool controls_too)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t left = (utf8proc_ssize_t)len;

    while (left > 0) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate(at, left, &c);

        if (n <= 0 || c == 0 || (controls_too && is_control(c)))
            return false;
        at += n;
        left -= n;
    }
    return true;
}

bool utf8_valid(const char *text, size_t len)
{
    return check(text, len, false);
}

bool utf8_clean(const char *text, size_t len)
{
    return check(text, len, true);
}

static bool is_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* In place: line ends to LF, NBSP to space, nothing at either end. */
static char *tidy(char *text)
{
    char *to = text, *start = text;

    for (const char *from = text; *from; from++) {
        if (*from == '\r') {
            if (from[1] != '\n')
                *to++ = '\n';
        } else if ((unsigned char)from[0] == 0xC2 && (unsigned char)from[1] == NBSP) {
            *to++ = ' ';
            from++;
        } else {
            *to++ = *from;
        }
    }
    while (to > start && is_space(to[-1]))
        to--;
    *to = '\0';
    while (is_space(*start))
        start++;
    return start;
}

/* Characters that show nothing but change how what stands around them is read: zero width, soft hyphen, and those that
 * turn the direction of writing (a name "a<U+202E>fdp.exe" would be shown as "aexe.pdf").  No Vietnamese text needs one. */
static bool is_hidden(utf8proc_int32_t c)
{
    static const struct {
        utf8proc_int32_t from, to;
    } hidden[] = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x180E, 0x180E},   {0x200B, 0x200F},
        {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F}, {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},
        {0xE0000, 0xE007F},
    };

    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++)
        if (c >= hidden[i].from && c <= hidden[i].to)
            return true;
    return false;
}

/* Copies clean text without its hidden characters; false when marks stand too many in a row.  to has room for len. */
static bool copy_visible(const char *text, size_t len, utf8proc_uint8_t *to, size_t *copied)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text, *end = at + len;
    utf8proc_uint8_t *start = to;
    unsigned marks = 0;

    while (at < end) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate(at, end - at, &c);

        at += n;
        if (is_hidden(c))
            continue;
        marks = utf8proc_get_property(c)->combining_class ? marks + 1 : 0;
        if (marks > UTF8_MARKS_MAX)
            return false;
        if (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)
            c = '\n';
        to += utf8proc_encode_char(c, to);
    }
    *copied = (size_t)(to - start);
    return true;
}

/* With marks bounded, composing takes a time that grows with the text alone. */
static char *compose(struct pool *pool, const utf8proc_uint8_t *text, size_t len,
                     utf8proc_option_t more)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t n = utf8proc_map(text, (utf8proc_ssize_t)len, &composed,
                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE | more);
    char *copy;

    if (n < 0)
        fatal_memory("utf8");
    copy = pool_strndup(pool, (const char *)composed, (size_t)n);
    free(composed);
    return tidy(copy);
}

char *utf8_normal(struct pool *pool, const char *text, size_t len)
{
    struct pool *scratch;
    utf8proc_uint8_t *visible;
    size_t copied;
    char *normal = NULL;

    if (!utf8_clean(text, len))
        return NULL;
    if (is_ascii(text, len))
        return tidy(pool_strndup(pool, text, len));
    scratch = pool_new("utf8", len + SCRATCH_ROOM);
    visible = pool_alloc(scratch, len);
    if (copy_visible(text, len, visible, &copied))
        normal = compose(pool, visible, copied, 0);
    pool_free(scratch);
    return normal;
}

char *utf8_one_spelling(struct pool *pool, const char *text)
{
    char *plain = compose(pool, (const utf8proc_uint8_t *)text, strlen(text), UTF8PROC_COMPAT);
    char *to = plain;

    for (const char *from = plain; *from; from++)
        if (!is_space(*from))
            *to++ = *from;
        else if (to[-1] != ' ') /* tidy() has left no blank at the beginning */
            *to++ = ' ';
    *to = '\0';
    return plain;
}

size_t utf8_length(const char *text)
{
    size_t n = 0;

    for (; *text; text++)
        if (((unsigned char)*text & 0xC0) != 0x80)
            n++;
    return n;
}
