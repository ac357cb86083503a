/* What the actor is told of the next titles and commendations of a person or a unit. */
#ifndef TDKT_FCGI_CHANCES_H
#define TDKT_FCGI_CHANCES_H

#include "fcgi/call.h"

/* Disciplines and open cases are for those who judge, decide or inspect. */
bool role_reads_holds(enum role role);

/* <chance> rows of the open element.  For others than those it is as if nothing stood against it: a page must not tell
 * them, nor the person, of a case that is being looked into. */
enum outcome chances_of(struct call *c, enum recipient kind, int64_t id, struct err *e) TDKT_MUST_USE;

#endif
