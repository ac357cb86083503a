#include "lib/dir/filter.h"

#include <ldap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACEHOLDER "{login}"

bool filter_escape(const char *text, struct filter_value *out)
{
    struct berval plain = {.bv_len = strlen(text), .bv_val = strdup(text)}, escaped = {0, NULL};
    bool fits = false;

    if (plain.bv_val && ldap_bv2escaped_filter_value(&plain, &escaped) == 0)
        fits = escaped.bv_len < sizeof out->text;
    if (fits)
        snprintf(out->text, sizeof out->text, "%s", escaped.bv_val);
    ber_memfree(escaped.bv_val);
    free(plain.bv_val);
    return fits;
}

bool filter_login(const char *pattern, const struct filter_value *login, char out[FILTER_SIZE])
{
    const char *at = pattern, *found;
    size_t used = 0;
    int n;

    if (!strstr(pattern, PLACEHOLDER))
        return false;
    while ((found = strstr(at, PLACEHOLDER))) {
        n = snprintf(out + used, FILTER_SIZE - used, "%.*s%s", (int)(found - at), at, login->text);
        if (n < 0 || (size_t)n >= FILTER_SIZE - used)
            return false;
        used += (size_t)n;
        at = found + strlen(PLACEHOLDER);
    }
    n = snprintf(out + used, FILTER_SIZE - used, "%s", at);
    return n >= 0 && (size_t)n < FILTER_SIZE - used;
}

bool filter_and_equal(const char *pattern, const char *attribute, const struct filter_value *value,
                      char out[FILTER_SIZE])
{
    int n = snprintf(out, FILTER_SIZE, "(&%s(%s=%s))", pattern, attribute, value->text);

    return n >= 0 && n < FILTER_SIZE;
}
