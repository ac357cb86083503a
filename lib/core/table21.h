/* The 21-column summary of awards over some years, and its own faults (RPT-1 to RPT-7, RPT-9). */
#ifndef TDKT_CORE_TABLE21_H
#define TDKT_CORE_TABLE21_H

#include <stdint.h>

#include "lib/base/pool.h"
#include "lib/xml/doc.h"

/* What the register says: a count of awards that are alike. leader: 1 leader, 0 direct, -1 unknown or a collective. */
struct table21_count {
    const char *code, *name;
    int rank;
    const char *method; /* cong_trang chuyen_de dot_xuat nien_han cong_hien doi_ngoai khang_chien */
    bool individual;
    int leader;
    int64_t count;
};

/* Appends <table21> with a <row> per award (highest first), a total row, percentages (half up, two decimals), and a <check> per test with
 * what was found: totals across, niên hạn in a health body, leaders + direct = individuals where known. */
void table21_write(struct pool *pool, const struct table21_count *counts, unsigned n, struct doc *doc);

#endif
