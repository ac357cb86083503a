#include "lib/base/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define YEAR_MIN 1
#define YEAR_MAX 9999
#define VIET_NAM_OFFSET (7 * 3600)
#define DAY_SECONDS 86400

/* Years are counted from 1 March, so that the leap day is the last: 400 years are 146097 days and
 * 1970-01-01 is day 719468 since 0000-03-01. */
#define ERA_DAYS 146097
#define EPOCH_SHIFT 719468

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

date_t date_make(int year, int month, int day)
{
    int y, era, year_of_era, day_of_year;

    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 ||
        day > month_days(year, month))
        return DATE_NONE;
    y = month <= 2 ? year - 1 : year;
    era = y / 400;
    year_of_era = y - era * 400;
    day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           EPOCH_SHIFT;
}

void date_split(date_t d, int *year, int *month, int *day)
{
    int64_t shifted = (int64_t)d + EPOCH_SHIFT;
    int64_t era = (shifted >= 0 ? shifted : shifted - (ERA_DAYS - 1)) / ERA_DAYS;
    int day_of_era = (int)(shifted - era * ERA_DAYS);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (ERA_DAYS - 1)) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * day_of_year + 2) / 153;

    *day = day_of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = year_of_era + (int)era * 400 + (*month <= 2);
}

int date_year(date_t d)
{
    int year, month, day;

    date_split(d, &year, &month, &day);
    return year;
}

/* Takes one run of at most `most` digits; false when there is none. */
static bool take_number(const char **at, int most, int *value, int *digits)
{
    *value = 0;
    *digits = 0;
    for (; **at >= '0' && **at <= '9'; (*at)++) {
        if (++*digits > most)
            return false;
        *value = *value * 10 + (**at - '0');
    }
    return *digits > 0;
}

date_t date_parse(const char *text)
{
    int part[3], digits[3];
    char separator = '\0';

    for (int i = 0; i < 3; i++) {
        if (!take_number(&text, 4, &part[i], &digits[i]))
            return DATE_NONE;
        if (i == 2)
            break;
        if (!strchr("/-.", *text) || !*text || (separator && *text != separator))
            return DATE_NONE;
        separator = *text++;
    }
    if (*text)
        return DATE_NONE;
    if (digits[0] == 4 && separator == '-' && digits[1] == 2 && digits[2] == 2)
        return date_make(part[0], part[1], part[2]);
    if (digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
        return date_make(part[2], part[1], part[0]);
    return DATE_NONE;
}

void date_iso(date_t d, char out[DATE_ISO_SIZE])
{
    int year, month, day;

    out[0] = '\0';
    if (d == DATE_NONE)
        return;
    date_split(d, &year, &month, &day);
    snprintf(out, DATE_ISO_SIZE, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day % 100);
}

void date_dmy(date_t d, char out[DATE_ISO_SIZE])
{
    int year, month, day;

    out[0] = '\0';
    if (d == DATE_NONE)
        return;
    date_split(d, &year, &month, &day);
    snprintf(out, DATE_ISO_SIZE, "%02u/%02u/%04u", (unsigned)day % 100, (unsigned)month % 100,
             (unsigned)year % 10000);
}

date_t date_today(void)
{
    return (date_t)((time(NULL) + VIET_NAM_OFFSET) / DAY_SECONDS);
}

int date_weekday(date_t d)
{
    /* 1970-01-01 was a Thursday. */
    int n = (int)(((int64_t)d + 3) % 7);

    return (n < 0 ? n + 7 : n) + 1;
}

static bool is_holiday(date_t d, const date_t *holidays, unsigned count)
{
    unsigned low = 0, high = count;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (holidays[middle] < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && holidays[low] == d;
}

static bool is_working(date_t d, const date_t *holidays, unsigned count)
{
    return date_weekday(d) <= 5 && !is_holiday(d, holidays, count);
}

date_t date_add_working(date_t d, int n, const date_t *holidays, unsigned count)
{
    int step = n < 0 ? -1 : 1;

    while (n != 0) {
        d += step;
        if (is_working(d, holidays, count))
            n -= step;
    }
    return d;
}

int date_working_between(date_t from, date_t to, const date_t *holidays, unsigned count)
{
    int n = 0;

    if (to < from)
        return -date_working_between(to, from, holidays, count);
    for (date_t d = from + 1; d <= to; d++)
        n += is_working(d, holidays, count);
    return n;
}
