#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "lib/table/xlsx.h"

/* Where spreadsheets end. */
#define SHEET_ROWS 1048576
#define SHEET_COLUMNS 16384

/* Day numbers of 1900-01-01 and 1904-01-01 workbooks, as days before 1970.  The former counts a
 * 29 February 1900 that never was, so days before 1 March 1900 stand one off. */
#define DAYS_1900 25569
#define DAYS_1904 24107
#define FALSE_LEAP_DAY 60
#define DAYS_LAST 2958465 /* 9999-12-31 */

/* Whole numbers up to here are exact. */
#define EXACT_MAX 1e15

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT };

struct sheet {
    const struct sheet_context *context;
    struct rows *rows;
    struct buf *value;
    unsigned row, column; /* last seen; the row from 1, the column from 0 */
    enum cell_type type;
    unsigned style;
    bool in_row, in_cell, in_value, phonetic;
    struct err *e;
};

static enum outcome broken(struct sheet *sheet, const char *why)
{
    return err_set(sheet->e, OUT_INVALID, "table.broken", "the sheet cannot be read: %s, row %u", why,
                   sheet->row);
}

/* "AB12": column from 0, row from 1; false when it is no such thing. */
static bool parse_place(const char *place, unsigned *row, unsigned *column)
{
    unsigned letters = 0;
    int64_t n;

    while (place[letters] >= 'A' && place[letters] <= 'Z' && letters < 4) {
        *column = (letters ? (*column + 1) * 26 : 0) + (unsigned)(place[letters] - 'A');
        letters++;
    }
    if (letters == 0 || *column >= SHEET_COLUMNS || !num_parse(place + letters, 1, SHEET_ROWS, &n))
        return false;
    *row = (unsigned)n;
    return true;
}

static enum outcome start_row(struct sheet *sheet, const char *number)
{
    int64_t n = (int64_t)sheet->row + 1;

    if (number && !num_parse(number, 1, SHEET_ROWS, &n))
        return broken(sheet, "row number");
    if (n <= sheet->row || n > SHEET_ROWS)
        return broken(sheet, "rows out of order");
    sheet->row = (unsigned)n;
    sheet->column = 0;
    sheet->in_row = true;
    rows_begin(sheet->rows, sheet->row);
    return OUT_OK;
}

static enum outcome start_cell(struct sheet *sheet, const struct stream_attr *attrs, unsigned count)
{
    const char *place = xlsx_attr(attrs, count, "r"), *type = xlsx_attr(attrs, count, "t");
    const char *style = xlsx_attr(attrs, count, "s");
    unsigned row;
    int64_t n;

    if (place && (!parse_place(place, &row, &sheet->column) || row != sheet->row))
        return broken(sheet, "place of a cell");
    sheet->type = CELL_TEXT;
    if (!type || strcmp(type, "n") == 0)
        sheet->type = CELL_NUMBER;
    else if (strcmp(type, "s") == 0)
        sheet->type = CELL_SHARED;
    sheet->style = style && num_parse(style, 0, INT32_MAX, &n) ? (unsigned)n : 0;
    sheet->in_cell = true;
    buf_clear(sheet->value);
    return OUT_OK;
}

static enum outcome check_merge(struct sheet *sheet, const char *range)
{
    const char *last = range ? strchr(range, ':') : NULL;
    unsigned row, column;

    if (!last || !parse_place(last + 1, &row, &column))
        return broken(sheet, "range of merged cells");
    if (row <= sheet->rows->header)
        return OUT_OK;
    err_arg(sheet->e, "cell", range);
    err_arg_int(sheet->e, "row", row);
    return err_set(sheet->e, OUT_INVALID, "table.merged", "merged cells %s", range);
}

static enum outcome on_start(void *ctx, const char *name, const struct stream_attr *attrs,
                             unsigned count, struct err *e)
{
    struct sheet *sheet = ctx;

    (void)e;
    if (strcmp(name, "mergeCell") == 0)
        return check_merge(sheet, xlsx_attr(attrs, count, "ref"));
    if (sheet->in_cell) {
        if (strcmp(name, "f") == 0)
            return rows_refuse(sheet->rows, OUT_INVALID, "table.formula", sheet->column);
        if (strcmp(name, "rPh") == 0)
            sheet->phonetic = true;
        else if ((strcmp(name, "v") == 0 || strcmp(name, "t") == 0) && !sheet->phonetic)
            sheet->in_value = true;
        return OUT_OK;
    }
    if (strcmp(name, "row") == 0)
        return start_row(sheet, xlsx_attr(attrs, count, "r"));
    if (strcmp(name, "c") == 0 && sheet->in_row)
        return start_cell(sheet, attrs, count);
    return OUT_OK;
}

static enum outcome on_text(void *ctx, const char *text, size_t len, struct err *e)
{
    struct sheet *sheet = ctx;

    if (!sheet->in_value)
        return OUT_OK;
    buf_add(sheet->value, text, len);
    if (!sheet->value->over)
        return OUT_OK;
    err_arg_int(e, "limit", TABLE_CELL_MAX);
    return rows_refuse(sheet->rows, OUT_TOOBIG, "table.cell", sheet->column);
}

static bool is_date_style(const struct sheet *sheet)
{
    const struct styles *styles = sheet->context->styles;

    return sheet->style < styles->count && styles->date[sheet->style];
}

/* A day number as an ISO date; false when it is no day. */
static bool show_date(const struct sheet *sheet, double number, char out[DATE_ISO_SIZE])
{
    long days = (long)number;

    if (days < 1 || days > DAYS_LAST || (!sheet->context->since_1904 && days == FALSE_LEAP_DAY))
        return false;
    if (sheet->context->since_1904)
        days -= DAYS_1904;
    else
        days -= days < FALSE_LEAP_DAY ? DAYS_1900 - 1 : DAYS_1900;
    date_iso((date_t)days, out);
    return true;
}

static enum outcome take_number(struct sheet *sheet)
{
    char shown[40], *end;
    double number = strtod(sheet->value->data, &end);

    if (end == sheet->value->data || *end || !isfinite(number))
        return broken(sheet, "a number");
    if (!is_date_style(sheet) || number < 0 || number > DAYS_LAST || !show_date(sheet, number, shown)) {
        if (fabs(number) < EXACT_MAX && number == floor(number))
            snprintf(shown, sizeof shown, "%.0f", number);
        else
            snprintf(shown, sizeof shown, "%.15g", number);
    }
    return rows_cell(sheet->rows, sheet->column, shown, strlen(shown));
}

static enum outcome end_cell(struct sheet *sheet)
{
    struct buf *value = sheet->value;
    const char *shared;
    int64_t n;

    if (value->len == 0)
        return OUT_OK;
    if (sheet->type == CELL_NUMBER)
        return take_number(sheet);
    if (sheet->type == CELL_TEXT)
        return rows_cell(sheet->rows, sheet->column, value->data,
                         strings_unescape(value->data, value->len));
    shared = num_parse(value->data, 0, UINT32_MAX, &n)
                 ? strings_get(sheet->context->strings, (unsigned)n)
                 : NULL;
    if (!shared)
        return broken(sheet, "a shared string");
    return rows_ready_cell(sheet->rows, sheet->column, shared);
}

static enum outcome on_end(void *ctx, const char *name, struct err *e)
{
    struct sheet *sheet = ctx;

    (void)e;
    if (!sheet->in_cell) {
        if (strcmp(name, "row") != 0 || !sheet->in_row)
            return OUT_OK;
        sheet->in_row = false;
        return rows_end(sheet->rows);
    }
    if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        sheet->in_value = false;
    } else if (strcmp(name, "rPh") == 0) {
        sheet->phonetic = false;
    } else if (strcmp(name, "c") == 0) {
        enum outcome result = end_cell(sheet);

        sheet->in_cell = false;
        sheet->column++;
        return result;
    }
    return OUT_OK;
}

enum outcome sheet_read(const struct sheet_context *context, struct package *package,
                        const char *name, struct err *e)
{
    static const struct stream_handler handler = {on_start, on_text, on_end};
    struct pool *pool = pool_new("sheet", TABLE_CELL_MAX * 16u);
    struct sheet sheet = {.context = context, .rows = context->rows, .e = e};
    enum outcome result;

    sheet.value = buf_new(pool, TABLE_CELL_MAX * 4u);
    result = package_stream(package, name, &handler, &sheet, e);
    if (result == OUT_NOTFOUND && e->code == OUT_OK)
        result = broken(&sheet, "there is no sheet");
    rows_drop(context->rows);
    pool_free(pool);
    return result;
}
