/* Within lib/table only: CSV (RFC 4180), separator by the first line that has text. */
#ifndef TDKT_TABLE_CSV_H
#define TDKT_TABLE_CSV_H

#include "lib/table/rows.h"

/* The bytes are valid UTF-8 without a byte order mark. */
enum outcome csv_read(struct rows *rows, const char *text, size_t len) TDKT_MUST_USE;

#endif
