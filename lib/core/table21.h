/* The 21-column summary of awards over some years, and its own faults (RPT-2, RPT-3, RPT-6, RPT-7). */
#ifndef TDKT_CORE_TABLE21_H
#define TDKT_CORE_TABLE21_H

#include <stdint.h>

#include "lib/base/pool.h"
#include "lib/xml/doc.h"

/* What the register says: a count of awards that are alike. leader: 1 leader, 0 direct, -1 unknown or a collective. */
struct table21_count {
    const char *code, *name;
    int rank;
    const char *method; /* cong_trang chuyen_de dot_xuat nien_han cong_hien doi_ngoai khang_chien; another: not in any column */
    bool individual;
    int leader;
    int64_t count;
};

/* Writes into the open element (<table21 from= to=>, which is the caller's): a <row> per award (highest first), <total>, percentages
 * (half up, two decimals), and a <check> per test with what was found: RPT-2 totals across, RPT-7 niên hạn in a health body, RPT-6
 * leaders and direct workers where known.  Counts that cannot be known are left out (conf/schema/record.rng). */
void table21_write(struct pool *pool, const struct table21_count *counts, unsigned n, struct doc *doc);

#endif
