#include "tests/unit/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define ARCHIVE_MAX (64u << 20)

static void must(int ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "workbook: %s\n", what);
        abort();
    }
}

struct buf *workbook_of_parts(struct pool *pool, const struct part *parts)
{
    struct buf *out = buf_new(pool, ARCHIVE_MAX);
    zip_error_t error;
    zip_source_t *archive;
    zip_t *zip;
    char chunk[65536];
    zip_int64_t n;

    zip_error_init(&error);
    archive = zip_source_buffer_create(NULL, 0, 0, &error);
    must(archive != NULL, "source");
    zip_source_keep(archive);
    zip = zip_open_from_source(archive, ZIP_CREATE | ZIP_TRUNCATE, &error);
    must(zip != NULL, "open");
    for (; parts->name; parts++) {
        size_t len = parts->len ? parts->len : strlen(parts->bytes);
        zip_source_t *source = zip_source_buffer(zip, parts->bytes, len, 0);

        must(source && zip_file_add(zip, parts->name, source, 0) >= 0, "add");
    }
    must(zip_close(zip) == 0, "close");
    must(zip_source_open(archive) == 0, "read");
    while ((n = zip_source_read(archive, chunk, sizeof chunk)) > 0)
        buf_add(out, chunk, (size_t)n);
    zip_source_close(archive);
    zip_source_free(archive);
    must(!out->over, "size");
    return out;
}

struct buf *workbook_of_sheet(struct pool *pool, const char *sheet, size_t len)
{
    const struct part parts[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {"xl/worksheets/sheet1.xml", sheet, len},
        {NULL, NULL, 0},
    };

    return workbook_of_parts(pool, parts);
}

struct buf *workbook_of_rows(struct pool *pool, const char *rows)
{
    return workbook_of_sheet(pool,
                             pool_printf(pool, "<worksheet><sheetData>%s</sheetData></worksheet>",
                                         rows), 0);
}
