#include "fcgi/sheets.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

/* Pages and forms of the whole house; more is a mistake. */
#define SHEETS_MAX 256

struct named {
    const char *name;
    struct sheet *sheet;
};

struct sheets {
    struct named page[SHEETS_MAX], form[SHEETS_MAX];
    unsigned pages, forms;
    struct sheet *layout;
    struct schema *document;
};

static const struct sheet *find(const struct named *list, unsigned n, const char *name)
{
    for (unsigned i = 0; i < n; i++)
        if (strcmp(list[i].name, name) == 0)
            return list[i].sheet;
    return NULL;
}

static enum outcome add(struct pool *pool, const char *folder, struct named *list, unsigned *n,
                        const char *name, struct err *e)
{
    enum outcome out;

    if (!name || find(list, *n, name))
        return OUT_OK;
    if (*n == SHEETS_MAX)
        return err_set(e, OUT_INTERNAL, "config.sheet", "more than %d sheets", SHEETS_MAX);
    out = sheet_load(pool, pool_printf(pool, "%s/%s.xsl", folder, name), &list[*n].sheet, e);
    if (out == OUT_OK)
        list[(*n)++].name = name;
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

        if (len > 4 && strcmp(at->d_name + len - 4, ".xsl") == 0 && at->d_name[0] != '_')
            out = add(pool, folder, sheets->form, &sheets->forms,
                      pool_strndup(pool, at->d_name, len - 4), e);
    }
    closedir(dir);
    return out;
}

enum outcome sheets_load(struct pool *pool, const char *data_dir, const struct route *table,
                         unsigned count, struct sheets **out, struct err *e)
{
    struct sheets *s = pool_alloc(pool, sizeof *s);
    const char *pages = pool_printf(pool, "%s/xslt/page", data_dir);
    enum outcome result = add(pool, pages, s->page, &s->pages, "message", e);

    for (unsigned i = 0; i < count && result == OUT_OK; i++) {
        result = add(pool, pages, s->page, &s->pages, table[i].sheet, e);
        if (result == OUT_OK)
            result = add(pool, pages, s->page, &s->pages, table[i].again_sheet, e);
    }
    if (result == OUT_OK)
        result = load_forms(pool, pool_printf(pool, "%s/xslt/form", data_dir), s, e);
    if (result == OUT_OK)
        result = sheet_load(pool, pool_printf(pool, "%s/xslt/layout/html.xsl", data_dir), &s->layout,
                            e);
    if (result == OUT_OK)
        result = schema_load(pool, pool_printf(pool, "%s/conf/schema/document.rng", data_dir),
                             &s->document, e);
    *out = s;
    return result;
}

enum outcome sheet_page(const struct sheets *sheets, const char *name, const struct sheet **out,
                        struct err *e)
{
    *out = find(sheets->page, sheets->pages, name);
    return *out ? OUT_OK : err_set(e, OUT_INTERNAL, "internal", "no page sheet %s", name);
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
