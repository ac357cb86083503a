/* Whole numbers as they are typed, and percentages without fractions of a float. */
#ifndef TDKT_BASE_NUM_H
#define TDKT_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

/* Whole decimal number within [min, max]; leading +, spaces and signs other than '-' are refused. */
bool num_parse(const char *text, int64_t min, int64_t max, int64_t *out);

/* 100 * part / whole in hundredths of a percent, rounded half up (RPT-3): 8 of 22
 * -> 3636.  whole must be positive. */
int64_t num_percent(int64_t part, int64_t whole);

#endif
