/* In which capacity a signature stands on a paper (Decree 30/2020 art. 13). */
#ifndef TDKT_CORE_CAPACITY_H
#define TDKT_CORE_CAPACITY_H

#include "lib/base/err.h"
#include "lib/base/pool.h"

/* What follows from somebody's title: "Phó Giám đốc" -> "KT", "Quyền Giám đốc" -> "Q", a head -> "". */
const char *capacity_for(const char *title);

/* A deputy signs for the head and not in his own right; the head signs in no other capacity.
 * INVALID "capacity.deputy", "capacity.acting", "capacity.head". */
enum outcome capacity_check(const char *title, const char *capacity, struct err *e) TDKT_MUST_USE;

/* The line of the office under the capacity, in capitals: head "GIÁM ĐỐC" -> KT "PHÓ GIÁM ĐỐC", else the head's own. */
const char *capacity_office(struct pool *pool, const char *head, const char *capacity);

#endif
