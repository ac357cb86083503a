#include "lib/table/xlsx.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/fatal.h"

#define NAME_SIZE 256
#define XLSX_POOL_LIMIT (1u << 20)

/* What the workbook and its relations say about the first sheet that is shown. */
struct workbook {
    char relation[NAME_SIZE], target[NAME_SIZE];
    bool found, since_1904;
};

const char *xlsx_attr(const struct stream_attr *attrs, unsigned count, const char *name)
{
    for (unsigned i = 0; i < count; i++)
        if (strcmp(attrs[i].name, name) == 0)
            return attrs[i].value;
    return NULL;
}

static bool is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static enum outcome on_workbook(void *ctx, const char *name, const struct stream_attr *attrs,
                                unsigned count, struct err *e)
{
    struct workbook *book = ctx;
    const char *state = xlsx_attr(attrs, count, "state");
    const char *relation = xlsx_attr(attrs, count, "id");

    (void)e;
    if (strcmp(name, "workbookPr") == 0)
        book->since_1904 = is_true(xlsx_attr(attrs, count, "date1904"));
    else if (strcmp(name, "sheet") == 0 && !book->found && relation &&
             (!state || strcmp(state, "visible") == 0)) {
        book->found = true;
        snprintf(book->relation, sizeof book->relation, "%s", relation);
    }
    return OUT_OK;
}

static enum outcome on_relation(void *ctx, const char *name, const struct stream_attr *attrs,
                                unsigned count, struct err *e)
{
    struct workbook *book = ctx;
    const char *id = xlsx_attr(attrs, count, "Id"), *target = xlsx_attr(attrs, count, "Target");

    (void)e;
    if (strcmp(name, "Relationship") != 0 || !id || !target || strcmp(id, book->relation) != 0)
        return OUT_OK;
    /* Relative to xl/, or from the archive's root. */
    if (*target == '/')
        snprintf(book->target, sizeof book->target, "%s", target + 1);
    else
        snprintf(book->target, sizeof book->target, "xl/%s", target);
    return OUT_OK;
}

static enum outcome find_sheet(struct package *package, struct workbook *book, struct err *e)
{
    static const struct stream_handler workbook = {.start = on_workbook};
    static const struct stream_handler relations = {.start = on_relation};
    enum outcome result = package_stream(package, "xl/workbook.xml", &workbook, book, e);

    if (result == OUT_OK)
        result = package_stream(package, "xl/_rels/workbook.xml.rels", &relations, book, e);
    if (result == OUT_NOTFOUND && e->code == OUT_OK)
        return err_set(e, OUT_INVALID, "table.unknown", "the archive is not an XLSX workbook");
    if (result == OUT_OK && !book->target[0])
        return err_set(e, OUT_INVALID, "table.empty", "the workbook shows no sheet");
    return result;
}

enum outcome xlsx_read(struct rows *rows, const void *bytes, size_t len)
{
    struct pool *pool = pool_new("xlsx", XLSX_POOL_LIMIT);
    struct styles *styles = pool_alloc(pool, sizeof *styles);
    struct strings strings = {.count = 0};
    struct sheet_context context = {.rows = rows, .strings = &strings, .styles = styles};
    struct workbook book = {.found = false};
    struct package *package = NULL;
    struct err *e = rows->e;

    if (package_open(bytes, len, &package, e) != OUT_OK || find_sheet(package, &book, e) != OUT_OK ||
        strings_load(&strings, pool, package, e) != OUT_OK ||
        styles_load(styles, package, e) != OUT_OK)
        goto out;
    context.since_1904 = book.since_1904;
    if (sheet_read(&context, package, book.target, e) != OUT_OK && e->code == OUT_OK)
        panic("xlsx: a failure without an error");
out:
    strings_free(&strings);
    package_close(package);
    pool_free(pool);
    return e->code;
}

bool table_is_office(const void *bytes, size_t len)
{
    return package_names(bytes, len, "[Content_Types].xml");
}
