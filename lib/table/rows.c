#include "lib/table/rows.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"

/* Every cell of a row at its longest, in the worst encoding. */
#define ROW_POOL_LIMIT (TABLE_COLUMNS_MAX * TABLE_CELL_MAX * 8u)

void rows_begin(struct rows *rows, unsigned number)
{
    rows_drop(rows);
    rows->pool = pool_new("table row", ROW_POOL_LIMIT);
    rows->row.number = number;
    rows->row.cells = 0;
    for (unsigned i = 0; i < TABLE_COLUMNS_MAX; i++)
        rows->row.cell[i] = "";
}

void rows_drop(struct rows *rows)
{
    pool_free(rows->pool);
    rows->pool = NULL;
}

/* Columns are A..Z, AA.. in the manner of spreadsheets. */
void rows_cell_name(unsigned row, unsigned column, char out[ROWS_CELL_NAME])
{
    char letters[8];
    unsigned n = sizeof letters - 1;

    letters[n] = '\0';
    do {
        letters[--n] = (char)('A' + column % 26);
        column /= 26;
    } while (column-- > 0 && n > 0);
    snprintf(out, ROWS_CELL_NAME, "%s%u", letters + n, row % 100000000u);
}

enum outcome rows_refuse(struct rows *rows, enum outcome code, const char *key, unsigned column)
{
    char name[ROWS_CELL_NAME];

    rows_cell_name(rows->row.number, column, name);
    err_arg(rows->e, "cell", name);
    err_arg_int(rows->e, "row", rows->row.number);
    return err_set(rows->e, code, key, "%s at cell %s", key, name);
}

enum outcome rows_ready_cell(struct rows *rows, unsigned column, const char *text)
{
    if (!*text)
        return OUT_OK;
    if (column >= TABLE_COLUMNS_MAX) {
        err_arg_int(rows->e, "limit", TABLE_COLUMNS_MAX);
        return rows_refuse(rows, OUT_TOOBIG, "table.columns", column);
    }
    if (strlen(text) > TABLE_CELL_MAX && utf8_length(text) > TABLE_CELL_MAX) {
        err_arg_int(rows->e, "limit", TABLE_CELL_MAX);
        return rows_refuse(rows, OUT_TOOBIG, "table.cell", column);
    }
    rows->row.cell[column] = text;
    if (column >= rows->row.cells)
        rows->row.cells = column + 1;
    return OUT_OK;
}

enum outcome rows_cell(struct rows *rows, unsigned column, const char *text, size_t len)
{
    const char *normal;

    if (len == 0)
        return OUT_OK;
    /* Four bytes are the longest character. */
    if (len > TABLE_CELL_MAX * 4u) {
        err_arg_int(rows->e, "limit", TABLE_CELL_MAX);
        return rows_refuse(rows, OUT_TOOBIG, "table.cell", column);
    }
    normal = column < TABLE_COLUMNS_MAX ? utf8_normal(rows->pool, text, len) : "beyond";
    if (!normal)
        return rows_refuse(rows, OUT_INVALID, "table.character", column);
    return rows_ready_cell(rows, column, normal);
}

enum outcome rows_end(struct rows *rows)
{
    enum outcome result = OUT_OK;

    if (rows->row.cells > 0) {
        if (rows->given >= TABLE_ROWS_MAX) {
            err_arg_int(rows->e, "limit", TABLE_ROWS_MAX);
            result = rows_refuse(rows, OUT_TOOBIG, "table.rows", 0);
        } else {
            if (rows->given++ == 0)
                rows->header = rows->row.number;
            result = rows->on_row(&rows->row, rows->ctx, rows->e);
        }
    }
    rows_drop(rows);
    return result;
}
