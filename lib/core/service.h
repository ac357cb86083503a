/* How long somebody has served, from the positions held: whole years in health and, of those, in direct work.
 *
 * Days in two positions at once count once.  It never guesses what came before the first position that is known. */
#ifndef TDKT_CORE_SERVICE_H
#define TDKT_CORE_SERVICE_H

#include <stdbool.h>

#include "lib/base/date.h"

struct service_span {
    int days;
    date_t until; /* the last day counted */
};

struct service {
    struct service_span sector, direct;
    bool known;   /* some position is */
    bool manager; /* leads on the day asked */
};

/* A position, the earliest first; `to` DATE_NONE: it lasts.  Nothing after `on` counts. */
void service_add(struct service *service, bool leader, bool sector, date_t from, date_t to, date_t on);

int service_years(const struct service_span *span);

#endif
