#include "config.h" /* memfd_create */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "lib/base/fatal.h"
#include "lib/table/table.h"

#define CHUNK 65536
#define HEADER_COLOUR 0xE7E6E6
/* Built-in format 49: text, so that what is typed below stays as typed. */
#define FORMAT_TEXT 49

struct table_writer {
    struct pool *pool;
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *header, *text;
    const struct table_column *columns;
    const char *name;   /* of the first sheet */
    unsigned count, row, sheets;
    unsigned sheet_rows;
    int fd;             /* -1: a file of the caller's */
    bool failed;
};

static void release(void *data)
{
    struct table_writer *writer = data;

    if (writer->book)
        lxw_workbook_free(writer->book);
    if (writer->fd >= 0)
        close(writer->fd);
}

static void check(struct table_writer *writer, lxw_error error)
{
    if (error != LXW_NO_ERROR)
        writer->failed = true;
}

void table_write_sheet(struct table_writer *writer, const char *sheet_name,
                       const struct table_column *columns, unsigned count)
{
    writer->columns = columns;
    writer->count = count;
    writer->row = 0;
    writer->sheets++;
    writer->sheet = workbook_add_worksheet(writer->book, sheet_name);
    if (!writer->sheet) {
        writer->failed = true;
        return;
    }
    for (unsigned i = 0; i < count; i++) {
        lxw_col_t column = (lxw_col_t)i;

        check(writer, worksheet_set_column(writer->sheet, column, column, columns[i].width,
                                           columns[i].number ? NULL : writer->text));
        check(writer, worksheet_write_string(writer->sheet, 0, column, columns[i].title,
                                             writer->header));
    }
    worksheet_freeze_panes(writer->sheet, 1, 0);
    writer->row = 1;
}

static struct table_writer *start(struct pool *pool, int fd, const char *path, const char *scratch,
                                  const char *sheet_name, const struct table_column *columns,
                                  unsigned count)
{
    struct table_writer *writer = pool_alloc(pool, sizeof *writer);
    /* The library only reads the folder's name. */
    lxw_workbook_options options = {.constant_memory = LXW_TRUE,
                                    .tmpdir = (char *)(uintptr_t)scratch};

    writer->pool = pool;
    writer->fd = fd;
    writer->name = sheet_name;
    writer->sheet_rows = TABLE_SHEET_ROWS;
    writer->book = workbook_new_opt(path, &options);
    if (!writer->book)
        fatal_memory("table writer");
    pool_on_free(pool, release, writer);
    writer->header = workbook_add_format(writer->book);
    format_set_bold(writer->header);
    format_set_text_wrap(writer->header);
    format_set_border(writer->header, LXW_BORDER_THIN);
    format_set_bg_color(writer->header, HEADER_COLOUR);
    writer->text = workbook_add_format(writer->book);
    format_set_num_format_index(writer->text, FORMAT_TEXT);
    table_write_sheet(writer, sheet_name, columns, count);
    return writer;
}

struct table_writer *table_write_new(struct pool *pool, const char *sheet_name,
                                     const struct table_column *columns, unsigned count)
{
    /* The library writes files only: this one has no name and no disk. */
    int fd = memfd_create("table", MFD_CLOEXEC);
    char path[40];

    if (fd < 0)
        fatal_memory("table writer");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return start(pool, fd, path, NULL, sheet_name, columns, count);
}

struct table_writer *table_write_file(struct pool *pool, const char *path, const char *scratch,
                                      const char *sheet_name, const struct table_column *columns,
                                      unsigned count)
{
    return start(pool, -1, path, scratch, sheet_name, columns, count);
}

_Static_assert(TABLE_SHEET_ROWS == LXW_ROW_MAX, "as many as the library writes");

void table_write_sheet_rows(struct table_writer *writer, unsigned rows)
{
    writer->sheet_rows = rows;
}

/* "Sổ khen thưởng (2)" when the first is full. */
static void next_sheet(struct table_writer *writer)
{
    table_write_sheet(writer, pool_printf(writer->pool, "%s (%u)", writer->name, writer->sheets + 1),
                      writer->columns, writer->count);
}

static bool as_number(const char *text, double *number)
{
    char *end;

    if (!*text || strspn(text, "-.0123456789") != strlen(text))
        return false;
    *number = strtod(text, &end);
    return !*end;
}

void table_write_row(struct table_writer *writer, const char *const *cells)
{
    double number;

    if (writer->sheet && writer->row == writer->sheet_rows)
        next_sheet(writer);
    if (!writer->sheet)
        return;
    for (unsigned i = 0; i < writer->count; i++) {
        lxw_col_t column = (lxw_col_t)i;

        if (!cells[i] || !*cells[i])
            continue;
        if (writer->columns[i].number && as_number(cells[i], &number))
            check(writer, worksheet_write_number(writer->sheet, writer->row, column, number, NULL));
        else
            check(writer, worksheet_write_string(writer->sheet, writer->row, column, cells[i],
                                                 writer->text));
    }
    writer->row++;
}

enum outcome table_write_close(struct table_writer *writer, struct err *e)
{
    check(writer, workbook_close(writer->book));
    writer->book = NULL;
    writer->sheet = NULL;
    if (writer->failed)
        return err_set(e, OUT_UNAVAIL, "file.store", "the workbook could not be written");
    return OUT_OK;
}

enum outcome table_write_finish(struct table_writer *writer, struct buf *out, struct err *e)
{
    char chunk[CHUNK];
    off_t at = 0;
    ssize_t n;

    check(writer, workbook_close(writer->book));
    writer->book = NULL;
    writer->sheet = NULL;
    if (writer->failed)
        return err_set(e, OUT_INTERNAL, "internal", "the workbook could not be written");
    while ((n = pread(writer->fd, chunk, sizeof chunk, at)) > 0) {
        buf_add(out, chunk, (size_t)n);
        at += n;
    }
    if (n < 0)
        return err_set(e, OUT_INTERNAL, "internal", "the workbook could not be read back");
    if (out->over)
        return err_set(e, OUT_TOOBIG, "table.size", "the workbook is larger than it may be");
    return OUT_OK;
}
