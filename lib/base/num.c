#include "lib/base/num.h"

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
