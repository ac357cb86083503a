/* The two ways to stop at once.  Fatal: the world is wrong (no memory).
 * Panic: we are wrong (a state the code says cannot be). */
#ifndef TDKT_BASE_FATAL_H
#define TDKT_BASE_FATAL_H

#include "lib/base/err.h"

/* Says which pool could not grow and ends the process with EX_OSERR. */
_Noreturn void fatal_memory(const char *what);

/* Says why and aborts. */
_Noreturn void panic(const char *fmt, ...) TDKT_PRINTF(1, 2);

#endif
