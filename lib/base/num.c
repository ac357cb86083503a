#include "lib/base/num.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define GROUP_SIZE 32

/* The digits of n with a point after every third from the right. */
static char *group(struct pool *pool, uint64_t n, bool negative)
{
    char reversed[GROUP_SIZE], *text;
    unsigned len = 0, digits = 0;

    do {
        if (digits > 0 && digits % 3 == 0)
            reversed[len++] = '.';
        reversed[len++] = (char)('0' + n % 10);
        n /= 10;
        digits++;
    } while (n > 0);
    if (negative)
        reversed[len++] = '-';
    text = pool_alloc(pool, len + 1);
    for (unsigned i = 0; i < len; i++)
        text[i] = reversed[len - 1 - i];
    return text;
}

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

char *num_group(struct pool *pool, int64_t n)
{
    return group(pool, magnitude(n), n < 0);
}

bool num_parse(const char *text, int64_t min, int64_t max, int64_t *out)
{
    bool negative = *text == '-';
    __int128 n = 0;

    text += negative;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || n > INT64_MAX)
            return false;
        n = n * 10 + (*text - '0');
    }
    if (negative)
        n = -n;
    if (n < min || n > max)
        return false;
    *out = (int64_t)n;
    return true;
}

int64_t num_percent(int64_t part, int64_t whole)
{
    __int128 doubled = (__int128)part * 20000 + whole, base = (__int128)whole * 2;
    __int128 n = doubled / base;

    /* Division cuts towards zero; half up needs the floor. */
    if (doubled % base < 0)
        n--;
    return (int64_t)n;
}

char *num_hundredths(struct pool *pool, int64_t hundredths)
{
    uint64_t n = magnitude(hundredths);

    return pool_printf(pool, "%s,%02u", group(pool, n / 100, hundredths < 0), (unsigned)(n % 100));
}

bool num_at_least(int64_t part, int64_t whole, int64_t percent)
{
    return whole > 0 && (__int128)part * 100 >= (__int128)whole * percent;
}
