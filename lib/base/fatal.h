/* The two ways to stop at once.  Fatal: the world is wrong (no memory, no time).
 * Panic: we are wrong (a state the code says cannot be).
 *
 * Whichever it is, the last line says which request was in hand, so that it can be found again.
 */
#ifndef TDKT_BASE_FATAL_H
#define TDKT_BASE_FATAL_H

#include "lib/base/err.h"

/* What a last line names: the id of the request in hand ("" when there is none) and the place of its route ("" before it
 * is known).  Both must stay where they are; NULL: nothing to name. */
void fatal_about(const char *id, const char *const volatile *route);

/* "level=LEVEL event=EVENT NAME=VALUE request=... route=...": takes no memory and may be called in a
 * signal.  name NULL: no such pair.  Values are our own words, never what came from outside. */
void fatal_line(const char *level, const char *event, const char *name, const char *value);

/* Says which pool could not grow and ends the process with EX_OSERR. */
_Noreturn void fatal_memory(const char *what);

/* Says why and aborts. */
_Noreturn void panic(const char *fmt, ...) TDKT_PRINTF(1, 2);

#endif
