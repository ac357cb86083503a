#include "fcgi/import_file.h"

#include "lib/table/table.h"

/* A template is a few kilobytes. */
#define TEMPLATE_MAX (1u << 20)

static enum outcome on_row(const struct table_row *row, void *ctx, struct err *e)
{
    (void)e;
    import_take(ctx, row->number, row->cell, row->cells);
    return OUT_OK;
}

enum outcome import_feed(struct import *im, const void *bytes, size_t len, struct err *e)
{
    return table_read(bytes, len, on_row, im, e);
}

enum outcome import_feed_file(struct import *im, const char *path, struct err *e)
{
    return table_read_file(path, on_row, im, e);
}

static void write_guide(struct table_writer *writer, const struct import_column *columns,
                        unsigned count)
{
    static const struct table_column guide[] = {
        {"Cột", 34, false}, {"Bắt buộc", 10, false}, {"Cách ghi", 70, false}};

    table_write_sheet(writer, "Cách ghi", guide, 3);
    for (unsigned i = 0; i < count; i++)
        table_write_row(writer, (const char *[]){columns[i].title, columns[i].required ? "Có" : "",
                                                 columns[i].hint});
}

enum outcome import_template_xlsx(struct pool *pool, enum import_kind kind, const struct buf **out,
                                  struct err *e)
{
    struct buf *sheet = buf_new(pool, TEMPLATE_MAX);
    unsigned count;
    const struct import_column *columns = import_columns(kind, &count);
    struct table_column *head = pool_alloc(pool, count * sizeof *head);
    struct table_writer *writer;

    for (unsigned i = 0; i < count; i++)
        head[i] = (struct table_column){columns[i].title, columns[i].width, false};
    writer = table_write_new(pool, "Danh sách", head, count);
    write_guide(writer, columns, count);
    *out = sheet;
    return table_write_finish(writer, sheet, e);
}

const struct buf *import_template_csv(struct pool *pool, enum import_kind kind)
{
    struct buf *out = buf_new(pool, TEMPLATE_MAX);
    unsigned count;
    const struct import_column *columns = import_columns(kind, &count);

    /* The mark tells Excel that it is UTF-8; titles hold commas, so the separator is a semicolon. */
    buf_puts(out, "\xEF\xBB\xBF");
    for (unsigned i = 0; i < count; i++)
        buf_printf(out, "%s%s", i ? ";" : "", columns[i].title);
    buf_puts(out, "\r\n");
    return out;
}

void import_speak(void *ctx, const struct err *e, const char **reason, const char **next)
{
    const struct import_speaker *speaker = ctx;
    const struct message *message = message_of(speaker->messages, e);

    *reason = message_fill(speaker->pool, message->what, e);
    *next = message_fill(speaker->pool, message->next, e);
}
