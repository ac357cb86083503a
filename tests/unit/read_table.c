/* Reads a table into a text and compares it. */
#include "tests/unit/test.h"

#include "tests/unit/read_table.h"

#include <string.h>

struct pool *table_pool;

/* What was read, as "2:a|b|\n3:..." */
static struct buf *seen;

enum outcome note_row(const struct table_row *row, void *ctx, struct err *e)
{
    (void)ctx;
    (void)e;
    buf_printf(seen, "%u:", row->number);
    for (unsigned i = 0; i < row->cells; i++)
        buf_printf(seen, "%s|", row->cell[i]);
    buf_puts(seen, "\n");
    if (row->cells < TABLE_COLUMNS_MAX)
        assert_string_equal(row->cell[TABLE_COLUMNS_MAX - 1], "");
    return OUT_OK;
}

void reads(const void *bytes, size_t len, const char *expected)
{
    struct err e = ERR_INIT;

    buf_clear(seen);
    if (table_read(bytes, len, note_row, NULL, &e) != OUT_OK)
        fail_msg("%s: %s", e.key, e.text);
    assert_string_equal(seen->data, expected);
}

void refuses(const void *bytes, size_t len, const char *key, const char *cell)
{
    struct err e = ERR_INIT;
    const char *where = "";

    buf_clear(seen);
    assert_int_not_equal(table_read(bytes, len, note_row, NULL, &e), OUT_OK);
    assert_string_equal(e.key, key);
    for (unsigned i = 0; i < e.args; i++)
        if (strcmp(e.arg[i].name, "cell") == 0)
            where = e.arg[i].value;
    assert_string_equal(where, cell);
}

void reads_rows(const char *rows, const char *expected)
{
    struct buf *book = workbook_of_rows(table_pool, rows);

    reads(book->data, book->len, expected);
}

void refuses_rows(const char *rows, const char *key, const char *cell)
{
    struct buf *book = workbook_of_rows(table_pool, rows);

    refuses(book->data, book->len, key, cell);
}

int table_prepare(void **state)
{
    (void)state;
    table_pool = pool_new("test", 64 << 20);
    seen = buf_new(table_pool, 1 << 20);
    return 0;
}

int table_clean_up(void **state)
{
    (void)state;
    pool_free(table_pool);
    return 0;
}
