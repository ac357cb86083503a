/* What a table says when it is read, for the tests of lib/table. */
#ifndef TDKT_TEST_READ_TABLE_H
#define TDKT_TEST_READ_TABLE_H

#include "lib/base/buf.h"
#include "lib/table/table.h"
#include "tests/unit/workbook.h"

/* Of the whole program; made and freed by the two. */
extern struct pool *table_pool;
int table_prepare(void **state);
int table_clean_up(void **state);

/* A row as a line of what was read. */
enum outcome note_row(const struct table_row *row, void *ctx, struct err *e);

/* The rows read as "2:a|b|\n3:..."; or the refusal and its cell ("" when it names none). */
void reads(const void *bytes, size_t len, const char *expected);
void refuses(const void *bytes, size_t len, const char *key, const char *cell);

/* The same of the rows of an ordinary sheet. */
void reads_rows(const char *rows, const char *expected);
void refuses_rows(const char *rows, const char *key, const char *cell);

#endif
