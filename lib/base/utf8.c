#include "lib/base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "lib/base/fatal.h"

#define NBSP 0xA0

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

char *utf8_normal(struct pool *pool, const char *text, size_t len)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t n;
    char *copy;

    if (!utf8_clean(text, len))
        return NULL;
    if (is_ascii(text, len))
        return tidy(pool_strndup(pool, text, len));
    n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n < 0)
        fatal_memory("utf8");
    copy = pool_strndup(pool, (const char *)composed, (size_t)n);
    free(composed);
    return tidy(copy);
}

size_t utf8_length(const char *text)
{
    size_t n = 0;

    for (; *text; text++)
        if (((unsigned char)*text & 0xC0) != 0x80)
            n++;
    return n;
}
