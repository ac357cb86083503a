/* The register's filters, as they stand in the query of its page, its sheet and its paper. */
#ifndef TDKT_FCGI_AWARD_QUERY_H
#define TDKT_FCGI_AWARD_QUERY_H

#include "fcgi/call.h"
#include "lib/store/award.h"

/* NOTFOUND when the unit asked for is not in the actor's scope. */
enum outcome award_query(struct call *c, struct award_filter *filter, struct err *e) TDKT_MUST_USE;

#endif
