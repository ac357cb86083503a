#include "fcgi/import_sheet.h"

#include "lib/table/table.h"

/* A template is one row; this is far above it. */
#define TEMPLATE_MAX (1u << 20)

enum outcome import_template_xlsx(struct pool *pool, enum import_kind kind, const struct buf **out,
                                  struct err *e)
{
    struct buf *sheet = buf_new(pool, TEMPLATE_MAX);
    struct table_writer *writer;
    struct table_column *columns;
    const struct import_column *from;
    unsigned count;

    from = import_columns(kind, &count);
    columns = pool_alloc(pool, count * sizeof *columns);
    for (unsigned i = 0; i < count; i++)
        columns[i] = (struct table_column){from[i].title, from[i].width, false};
    writer = table_write_new(pool, "Danh sách", columns, count);
    *out = sheet;
    return table_write_finish(writer, sheet, e);
}

const struct buf *import_template_csv(struct pool *pool, enum import_kind kind)
{
    struct buf *out = buf_new(pool, TEMPLATE_MAX);
    const struct import_column *columns;
    unsigned count;

    columns = import_columns(kind, &count);
    buf_puts(out, "\xEF\xBB\xBF");
    for (unsigned i = 0; i < count; i++)
        buf_printf(out, "%s\"%s\"", i ? "," : "", columns[i].title);
    buf_puts(out, "\r\n");
    return out;
}
