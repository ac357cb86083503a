#include "config.h" /* memmem */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/base/utf8.h"
#include "lib/table/csv.h"
#include "lib/table/xlsx.h"

#define CHUNK 65536

static bool starts_with(const void *bytes, size_t len, const char *magic, size_t magic_len)
{
    return len >= magic_len && memcmp(bytes, magic, magic_len) == 0;
}

/* An old workbook and an encrypted new one come in the same container; the latter names this
 * stream (in UTF-16). */
static enum outcome refuse_container(const void *bytes, size_t len, struct err *e)
{
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    if (memmem(bytes, len, encrypted, sizeof encrypted - 1))
        return err_set(e, OUT_INVALID, "table.encrypted", "the workbook is encrypted");
    return err_set(e, OUT_INVALID, "table.xls", "the workbook is of the old kind (.xls)");
}

static enum outcome read_text(struct rows *rows, const char *text, size_t len)
{
    if (starts_with(text, len, "\xEF\xBB\xBF", 3)) {
        text += 3;
        len -= 3;
    }
    if (starts_with(text, len, "\xFF\xFE", 2) || starts_with(text, len, "\xFE\xFF", 2))
        return err_set(rows->e, OUT_INVALID, "table.encoding", "the text is UTF-16");
    if (memchr(text, '\0', len) || starts_with(text, len, "%PDF", 4))
        return err_set(rows->e, OUT_INVALID, "table.unknown", "not a table");
    if (!utf8_valid(text, len))
        return err_set(rows->e, OUT_INVALID, "table.encoding", "the text is not UTF-8");
    return csv_read(rows, text, len);
}

enum outcome table_read(const void *bytes, size_t len, table_on_row on_row, void *ctx,
                        struct err *e)
{
    struct rows rows = {.on_row = on_row, .ctx = ctx, .e = e};
    enum outcome result;

    if (len > TABLE_FILE_MAX) {
        err_arg_int(e, "limit", TABLE_FILE_MAX >> 20);
        return err_set(e, OUT_TOOBIG, "table.size", "the file is too large");
    }
    if (starts_with(bytes, len, "PK\x03\x04", 4))
        result = xlsx_read(&rows, bytes, len);
    else if (starts_with(bytes, len, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        result = refuse_container(bytes, len, e);
    else
        result = read_text(&rows, bytes, len);
    if (result == OUT_OK && rows.given == 0)
        return err_set(e, OUT_INVALID, "table.empty", "the table has no rows");
    return result;
}

static enum outcome slurp(const char *path, struct buf *bytes, struct err *e)
{
    char chunk[CHUNK];
    FILE *f = fopen(path, "rbe");
    size_t n;

    if (!f) {
        err_arg(e, "file", path);
        return err_set(e, errno == ENOENT ? OUT_NOTFOUND : OUT_UNAVAIL, "file.open",
                       "cannot open %s: %s", path, strerror(errno));
    }
    while (!bytes->over && (n = fread(chunk, 1, sizeof chunk, f)) > 0)
        buf_add(bytes, chunk, n);
    if (bytes->over) {
        err_arg_int(e, "limit", TABLE_FILE_MAX >> 20);
        err_set(e, OUT_TOOBIG, "table.size", "%s is too large", path);
    } else if (ferror(f)) {
        err_set(e, OUT_UNAVAIL, "file.read", "cannot read %s", path);
    }
    fclose(f);
    return e->code;
}

enum outcome table_read_file(const char *path, table_on_row on_row, void *ctx, struct err *e)
{
    struct pool *pool = pool_new("table file", CHUNK);
    struct buf *bytes = buf_new(pool, TABLE_FILE_MAX);
    enum outcome result = slurp(path, bytes, e);

    if (result == OUT_OK)
        result = table_read(bytes->data, bytes->len, on_row, ctx, e);
    pool_free(pool);
    return result;
}
