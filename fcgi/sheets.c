#include "fcgi/sheets.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Official forms of the whole house; more is a mistake. */
#define SHEETS_MAX 256

struct named {
    const char *name;
    struct sheet *sheet;
};

struct sheets {
    struct named form[SHEETS_MAX];
    unsigned forms;
    struct sheet *page, *layout;
    struct schema *document;
};

static const struct sheet *find(const struct named *list, unsigned n, const char *name)
{
    for (unsigned i = 0; i < n; i++)
        if (strcmp(list[i].name, name) == 0)
            return list[i].sheet;
    return NULL;
}

static enum outcome add_form(struct pool *pool, const char *folder, struct sheets *sheets,
                             const char *name, struct err *e)
{
    struct named *at = &sheets->form[sheets->forms];
    enum outcome out;

    if (sheets->forms == SHEETS_MAX)
        return err_set(e, OUT_INTERNAL, "config.sheet", "more than %d sheets", SHEETS_MAX);
    out = sheet_load(pool, pool_printf(pool, "%s/%s.xsl", folder, name), &at->sheet, e);
    if (out == OUT_OK) {
        at->name = name;
        sheets->forms++;
    }
    return out;
}

static enum outcome load_forms(struct pool *pool, const char *folder, struct sheets *sheets,
                               struct err *e)
{
    DIR *dir = opendir(folder);
    enum outcome out = OUT_OK;

    if (!dir)
        return err_set(e, OUT_NOTFOUND, "config.sheet", "%s: %s", folder, strerror(errno));
    for (struct dirent *at = readdir(dir); at && out == OUT_OK; at = readdir(dir)) {
        size_t len = strlen(at->d_name);

        if (len > 4 && strcmp(at->d_name + len - 4, ".xsl") == 0)
            out = add_form(pool, folder, sheets, pool_strndup(pool, at->d_name, len - 4), e);
    }
    closedir(dir);
    return out;
}

static enum outcome has_page(struct pool *pool, const char *folder, const char *name,
                             struct err *e)
{
    const char *path = name ? pool_printf(pool, "%s/%s.xsl", folder, name) : NULL;

    if (path && access(path, R_OK) != 0)
        return err_set(e, OUT_NOTFOUND, "config.sheet", "%s: %s", path, strerror(errno));
    return OUT_OK;
}

static enum outcome load_pages(struct pool *pool, const char *folder, struct sheets *sheets,
                               const struct route *table, unsigned count, struct err *e)
{
    enum outcome out = sheet_load(pool, pool_printf(pool, "%s/site.xsl", folder), &sheets->page, e);

    for (unsigned i = 0; i < count && out == OUT_OK; i++) {
        out = has_page(pool, folder, table[i].sheet, e);
        if (out == OUT_OK)
            out = has_page(pool, folder, table[i].again_sheet, e);
    }
    return out;
}

enum outcome sheets_load(struct pool *pool, const char *data_dir, const struct route *table,
                         unsigned count, struct sheets **out, struct err *e)
{
    struct sheets *s = pool_alloc(pool, sizeof *s);
    enum outcome result = load_pages(pool, pool_printf(pool, "%s/xslt/page", data_dir), s, table,
                                     count, e);

    if (result == OUT_OK)
        result = load_forms(pool, pool_printf(pool, "%s/xslt/form", data_dir), s, e);
    if (result == OUT_OK)
        result = sheet_load(pool, pool_printf(pool, "%s/xslt/layout/html.xsl", data_dir),
                            &s->layout, e);
    if (result == OUT_OK)
        result = schema_load(pool, pool_printf(pool, "%s/conf/schema/document.rng", data_dir),
                             &s->document, e);
    *out = s;
    return result;
}

const struct sheet *sheet_page(const struct sheets *sheets)
{
    return sheets->page;
}

enum outcome sheet_form(const struct sheets *sheets, const char *name, const struct sheet **out,
                        struct err *e)
{
    *out = find(sheets->form, sheets->forms, name);
    return *out ? OUT_OK : err_set(e, OUT_INTERNAL, "internal", "no form sheet %s", name);
}

const struct sheet *sheet_layout(const struct sheets *sheets)
{
    return sheets->layout;
}

const struct schema *sheet_document_schema(const struct sheets *sheets)
{
    return sheets->document;
}
