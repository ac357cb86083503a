/* Search filters (RFC 4515) made from a pattern of the configuration and one value from outside.
 *
 * A value enters a filter only as a struct filter_value, and only filter_escape() makes one.
 */
#ifndef TDKT_DIR_FILTER_H
#define TDKT_DIR_FILTER_H

#include <stdbool.h>
#include <stddef.h>

/* Longest filter sent; a longer one is refused. */
#define FILTER_SIZE 4096

struct filter_value {
    char text[FILTER_SIZE / 2];
};

/* False when the escaped value does not fit. */
bool filter_escape(const char *text, struct filter_value *out);

/* Puts the value in place of every {login}; false when the pattern has none or the result does not fit. */
bool filter_login(const char *pattern, const struct filter_value *login, char out[FILTER_SIZE]);

/* "(&<pattern>(<attribute>=<value>))" */
bool filter_and_equal(const char *pattern, const char *attribute, const struct filter_value *value,
                      char out[FILTER_SIZE]);

#endif
