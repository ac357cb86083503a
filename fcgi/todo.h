/* What waits for the actor: derived from the flow and the dossiers' states, never stored. */
#ifndef TDKT_FCGI_TODO_H
#define TDKT_FCGI_TODO_H

#include "fcgi/call.h"

/* The states out of which the role has an action that is not a mere recall, joined by commas. */
const char *todo_states(const struct call *c);

/* How many dossiers wait: the number in the bar of every page. */
enum outcome todo_count(struct call *c, int64_t *count, struct err *e) TDKT_MUST_USE;

/* The dossiers themselves, most pressing first, as <nomination> rows. */
enum outcome todo_read(struct call *c, struct err *e) TDKT_MUST_USE;

/* What the role is likely to do with them, by state, as <step> rows: straight from the list. */
void todo_steps(struct call *c);

#endif
