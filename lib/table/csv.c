#include "lib/table/csv.h"

#include <string.h>

struct csv {
    struct rows *rows;
    const char *at, *end;
    char separator;
    struct buf *field; /* a quoted field with its quotes undone */
};

static bool at_line_end(const struct csv *csv)
{
    return csv->at == csv->end || *csv->at == '\n' || *csv->at == '\r';
}

static void skip_line_end(struct csv *csv)
{
    if (csv->at < csv->end && *csv->at == '\r')
        csv->at++;
    if (csv->at < csv->end && *csv->at == '\n')
        csv->at++;
}

/* The separator is the one of , ; tab that the first line with text has most of, outside quotes. */
static char find_separator(const char *at, const char *end)
{
    static const char candidates[] = ",;\t";
    unsigned count[3] = {0, 0, 0}, best = 0;
    bool quoted = false, text = false;

    for (; at < end; at++) {
        const char *hit = strchr(candidates, *at);

        if (*at == '"')
            quoted = !quoted;
        else if (!quoted && (*at == '\n' || *at == '\r') && text)
            break;
        else if (!quoted && hit && *hit)
            count[hit - candidates]++;
        if (!strchr(",;\t\r\n ", *at))
            text = true;
    }
    for (unsigned i = 1; i < 3; i++)
        if (count[i] > count[best])
            best = i;
    return candidates[best];
}

/* "sep=;" in the first line is how Excel is told the separator. */
static bool take_hint(struct csv *csv)
{
    if (csv->end - csv->at < 5 || strncmp(csv->at, "sep=", 4) != 0 ||
        !strchr(",;\t", csv->at[4]) || (csv->end - csv->at > 5 && !strchr("\r\n", csv->at[5])))
        return false;
    csv->separator = csv->at[4];
    csv->at += 5;
    skip_line_end(csv);
    return true;
}

static enum outcome take_quoted(struct csv *csv, unsigned column)
{
    buf_clear(csv->field);
    csv->at++;
    for (;;) {
        const char *quote = memchr(csv->at, '"', (size_t)(csv->end - csv->at));

        if (!quote)
            return rows_refuse(csv->rows, OUT_INVALID, "table.quote", column);
        buf_add(csv->field, csv->at, (size_t)(quote - csv->at));
        csv->at = quote + 1;
        if (csv->at == csv->end || *csv->at != '"')
            break;
        buf_putc(csv->field, '"');
        csv->at++;
    }
    if (!at_line_end(csv) && *csv->at != csv->separator)
        return rows_refuse(csv->rows, OUT_INVALID, "table.quote", column);
    if (csv->field->over) {
        err_arg_int(csv->rows->e, "limit", TABLE_CELL_MAX);
        return rows_refuse(csv->rows, OUT_TOOBIG, "table.cell", column);
    }
    return rows_cell(csv->rows, column, csv->field->data, csv->field->len);
}

static enum outcome take_field(struct csv *csv, unsigned column)
{
    const char *start = csv->at;

    if (!at_line_end(csv) && *csv->at == '"')
        return take_quoted(csv, column);
    while (!at_line_end(csv) && *csv->at != csv->separator)
        csv->at++;
    return rows_cell(csv->rows, column, start, (size_t)(csv->at - start));
}

static enum outcome take_record(struct csv *csv)
{
    for (unsigned column = 0;; column++) {
        enum outcome result = take_field(csv, column);

        if (result != OUT_OK)
            return result;
        if (at_line_end(csv))
            break;
        csv->at++;
    }
    skip_line_end(csv);
    return rows_end(csv->rows);
}

enum outcome csv_read(struct rows *rows, const char *text, size_t len)
{
    struct pool *pool = pool_new("csv", TABLE_CELL_MAX * 16u);
    struct csv csv = {.rows = rows, .at = text, .end = text + len};
    enum outcome result = OUT_OK;
    unsigned number = 1;

    csv.field = buf_new(pool, TABLE_CELL_MAX * 4u);
    if (take_hint(&csv))
        number++;
    else
        csv.separator = find_separator(csv.at, csv.end);
    for (; result == OUT_OK && csv.at < csv.end; number++) {
        rows_begin(rows, number);
        result = take_record(&csv);
    }
    rows_drop(rows);
    pool_free(pool);
    return result;
}
