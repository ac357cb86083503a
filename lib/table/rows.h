/* Within lib/table only: what both readers do with a cell and a row. */
#ifndef TDKT_TABLE_ROWS_H
#define TDKT_TABLE_ROWS_H

#include "lib/table/table.h"

struct rows {
    table_on_row on_row;
    void *ctx;
    struct err *e;
    struct pool *pool;     /* of the row being read */
    struct table_row row;
    unsigned given;        /* rows handed over */
    unsigned header;       /* number of the header's row, 0 before it */
};

void rows_begin(struct rows *rows, unsigned number);

/* column from 0.  The text is copied and normalised; refused when it is too long or holds control
 * characters. */
enum outcome rows_cell(struct rows *rows, unsigned column, const char *text, size_t len)
    TDKT_MUST_USE;

/* The same for text that is normal already and outlives the row. */
enum outcome rows_ready_cell(struct rows *rows, unsigned column, const char *text) TDKT_MUST_USE;

/* Hands the row over unless it is empty. */
enum outcome rows_end(struct rows *rows) TDKT_MUST_USE;

/* Drops a row that was begun and not ended. */
void rows_drop(struct rows *rows);

/* Refuses, naming a cell of the current row. */
enum outcome rows_refuse(struct rows *rows, enum outcome code, const char *key, unsigned column);

#define ROWS_CELL_NAME 16
void rows_cell_name(unsigned row, unsigned column, char out[ROWS_CELL_NAME]);

#endif
