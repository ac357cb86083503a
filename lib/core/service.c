#include "lib/core/service.h"

/* Days of four years: whole years without a calendar. */
#define FOUR_YEARS 1461

static void add(struct service_span *span, date_t from, date_t to)
{
    if (span->days > 0 && from <= span->until)
        from = span->until + 1;
    if (from > to)
        return;
    span->days += to - from + 1;
    span->until = to;
}

void service_add(struct service *service, bool leader, bool sector, date_t from, date_t to, date_t on)
{
    date_t end = to == DATE_NONE || to > on ? on : to;

    if (from == DATE_NONE || from > on)
        return;
    service->known = true;
    if (leader && end == on)
        service->manager = true;
    if (sector)
        add(&service->sector, from, end);
    if (sector && !leader)
        add(&service->direct, from, end);
}

int service_years(const struct service_span *span)
{
    return (int)((int64_t)span->days * 4 / FOUR_YEARS);
}
