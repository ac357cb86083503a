/* Tables that people send: XLSX and CSV (UTF-8, with or without BOM; comma, semicolon or tab), read row by row.
 *
 * The kind is recognised by content, not by name.  The first row that has text is the header.
 * Cells are normalised text (utf8_normal); XLSX date cells come as ISO dates, numbers as typed.  A formula, a merged
 * data cell, a macro file, an old .xls, an archive that unpacks to more than its limits (zip bomb) are refused with a
 * message of conf/messages.xml: table.empty, table.unknown, table.xls, table.encrypted, table.macro, table.bomb,
 * table.size, table.broken, table.encoding, table.character, table.quote, table.columns, table.rows, table.cell,
 * table.formula, table.merged; {cell} is C12, {row} 12.  Rows given before a failure do not count.
 */
#ifndef TDKT_TABLE_TABLE_H
#define TDKT_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/buf.h"
#include "lib/base/pool.h"

#define TABLE_COLUMNS_MAX 64
#define TABLE_ROWS_MAX 200000
#define TABLE_CELL_MAX 4000 /* characters */
#define TABLE_FILE_MAX (64u << 20) /* bytes of a file as it was sent */

struct table_row {
    unsigned number;       /* as the sheet numbers it, from 1 */
    unsigned cells;        /* up to the last that is not empty */
    const char *cell[TABLE_COLUMNS_MAX]; /* "" when empty; valid during the callback */
};

/* The header comes first, with number of its row. Wholly empty rows are skipped. */
typedef enum outcome (*table_on_row)(const struct table_row *row, void *ctx, struct err *e);

enum outcome table_read_file(const char *path, table_on_row on_row, void *ctx, struct err *e)
    TDKT_MUST_USE;
enum outcome table_read(const void *bytes, size_t len, table_on_row on_row, void *ctx,
                        struct err *e) TDKT_MUST_USE;

/* Word and Excel files are archives that list their parts in [Content_Types].xml (ECMA-376 part 2); any other archive is none.  Only the
 * directory of the archive is read, nothing is unpacked. */
bool table_is_office(const void *bytes, size_t len);

/* Writing XLSX: every cell is text unless numbers says otherwise, so that no formula can start. */
struct table_column {
    const char *title;
    int width;             /* characters */
    bool number;           /* its cells that read as numbers are written as numbers */
};

struct table_writer;
/* columns must live as long as the writer. */
struct table_writer *table_write_new(struct pool *pool, const char *sheet_name,
                                     const struct table_column *columns, unsigned count);
void table_write_row(struct table_writer *writer, const char *const *cells);

/* The rows that follow go to another sheet. */
void table_write_sheet(struct table_writer *writer, const char *sheet_name,
                       const struct table_column *columns, unsigned count);
enum outcome table_write_finish(struct table_writer *writer, struct buf *out, struct err *e)
    TDKT_MUST_USE;

/* Rows of a sheet with its titles, after which the rows go on in the next one, "Name (2)": as many as Excel opens, unless told. */
#define TABLE_SHEET_ROWS 1048576
void table_write_sheet_rows(struct table_writer *writer, unsigned rows);

/* The same into a file that exists: as many rows as there are, in the memory of one row.  scratch: a folder with room for the
 * sheets before they are packed, some 700 bytes a row.  UNAVAIL (key "file.store") when the disk is full. */
struct table_writer *table_write_file(struct pool *pool, const char *path, const char *scratch,
                                      const char *sheet_name, const struct table_column *columns,
                                      unsigned count);
enum outcome table_write_close(struct table_writer *writer, struct err *e) TDKT_MUST_USE;

#endif
