/* The span of years and the unit of the statistics page and its paper. */
#ifndef TDKT_FCGI_STATISTICS_QUERY_H
#define TDKT_FCGI_STATISTICS_QUERY_H

#include "fcgi/call.h"

/* Five years to the present one when nothing is asked; path is of the unit asked for, or the actor's scope.
 * INVALID "statistics.span", NOTFOUND for a unit outside the scope. */
enum outcome statistics_query(struct call *c, int *from, int *to, const char **path, struct err *e)
    TDKT_MUST_USE;

#endif
