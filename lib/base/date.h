/* Calendar days (proleptic Gregorian), as numbers since 1970-01-01. */
#ifndef TDKT_BASE_DATE_H
#define TDKT_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

typedef int32_t date_t;

#define DATE_NONE INT32_MIN
#define DATE_ISO_SIZE 11

/* DATE_NONE when there is no such day (31/02). */
date_t date_make(int year, int month, int day);
void date_split(date_t d, int *year, int *month, int *day);
int date_year(date_t d);

/* "2026-02-05", and as forms are filled: "5/2/2026", "05/02/2026", "05-02-2026", "5.2.2026".
 * DATE_NONE when it is not a day. */
date_t date_parse(const char *text);

/* Empty for DATE_NONE, like the two below. */
void date_iso(date_t d, char out[DATE_ISO_SIZE]);

/* "05/02/2026" */
void date_dmy(date_t d, char out[DATE_ISO_SIZE]);

/* Today in Viet Nam (UTC+7). */
date_t date_today(void);

/* 1 Monday ... 7 Sunday */
int date_weekday(date_t d);

/* The day that is n working days after d: Monday to Friday, less the holidays (sorted). */
date_t date_add_working(date_t d, int n, const date_t *holidays, unsigned count);

/* Working days after `from` up to and including `to`; negative when `to` is earlier. */
int date_working_between(date_t from, date_t to, const date_t *holidays, unsigned count);

#endif
