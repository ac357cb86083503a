/* How several articles are cited in one sentence (Decree 30/2020, appendix I: from the smaller part to the larger, the act last). */
#ifndef TDKT_CORE_CITE_H
#define TDKT_CORE_CITE_H

#include "lib/base/pool.h"

/* "Điều 54 Nghị định số 152/2025/NĐ-CP" and "Điều 50 Nghị định số 152/2025/NĐ-CP" -> "Điều 50 và Điều 54 Nghị định số
 * 152/2025/NĐ-CP": each act once, its articles once each and rising; several acts in the order they came, divided by commas. What names
 * no Luật, Nghị định, Nghị quyết or Thông tư stands as it is.  n 0: "". */
const char *cite_join(struct pool *pool, const char *const *cites, unsigned n);

#endif
