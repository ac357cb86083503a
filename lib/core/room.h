/* How much the papers of one dossier may be together: those of the whole and those of its rows, each counted as often as it is attached,
 * also when two of them are the same file. */
#ifndef TDKT_CORE_ROOM_H
#define TDKT_CORE_ROOM_H

#include <stdint.h>

#include "lib/base/err.h"

/* Papers of a dossier, and so of any row of it; one more is refused. */
#define ROOM_PAPERS_MAX 2000

/* What a dossier has already. */
struct room {
    int64_t papers, bytes;
};

/* One more paper of so many bytes.  INVALID "evidence.many", or "evidence.full" with {used}, {size} and {limit} in MB (what is there
 * and what comes rounded up, the limit down) when all of it would be more than the limit. */
enum outcome room_take(const struct room *has, int64_t bytes, int64_t limit, struct err *e) TDKT_MUST_USE;

#endif
