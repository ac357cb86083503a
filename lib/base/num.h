/* Numbers as they are printed and read in Viet Nam: 1.234.567,89. */
#ifndef TDKT_BASE_NUM_H
#define TDKT_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

/* 1234567 -> "1.234.567" */
char *num_group(struct pool *pool, int64_t n);

/* Whole decimal number within [min, max]; leading +, spaces and signs other than '-' are refused. */
bool num_parse(const char *text, int64_t min, int64_t max, int64_t *out);

/* 100 * part / whole in hundredths of a percent, rounded half up (RPT-3): 8 of 22
 * -> 3636.  whole must be positive. */
int64_t num_percent(int64_t part, int64_t whole);

/* 3636 -> "36,36" */
char *num_hundredths(struct pool *pool, int64_t hundredths);

/* part / whole >= percent / 100 without fractions; whole 0 is false. */
bool num_at_least(int64_t part, int64_t whole, int64_t percent);

#endif
