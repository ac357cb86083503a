#include "fcgi/router.h"

#include <string.h>

#include "lib/base/num.h"

#define ID_DIGITS_MAX 18

static bool word_fits(const char *text, size_t len)
{
    if (len == 0 || len > WORD_MAX || text[0] == '.')
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = text[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-' || c == '_' || c == '.'))
            return false;
    }
    return true;
}

static bool take_id(const char *text, size_t len, int64_t *out)
{
    char digits[ID_DIGITS_MAX + 1];

    if (len == 0 || len > ID_DIGITS_MAX || text[0] == '0')
        return false;
    memcpy(digits, text, len);
    digits[len] = '\0';
    return num_parse(digits, 1, INT64_MAX, out);
}

/* Segment by segment; "{id}" and "{word}" fill the match. */
static bool fits(struct pool *pool, const char *pattern, const char *path, size_t path_len,
                 struct match *out)
{
    const char *end = path + path_len;
    unsigned ids = 0;

    for (;;) {
        size_t want = strcspn(pattern, "/");
        const char *slash = memchr(path, '/', (size_t)(end - path));
        size_t have = slash ? (size_t)(slash - path) : (size_t)(end - path);

        if (want == 4 && memcmp(pattern, "{id}", 4) == 0) {
            if (ids == CALL_IDS_MAX || !take_id(path, have, &out->id[ids++]))
                return false;
        } else if (want == 6 && memcmp(pattern, "{word}", 6) == 0) {
            if (!word_fits(path, have))
                return false;
            out->word = pool_strndup(pool, path, have);
        } else if (want != have || memcmp(pattern, path, want) != 0) {
            return false;
        }
        pattern += want;
        path += have;
        if (!*pattern || path == end)
            return !*pattern && path == end;
        pattern++;
        path++;
    }
}

static void allow_too(struct pool *pool, enum method method, struct match *out)
{
    const char *name = method == METHOD_GET ? "GET, HEAD" : "POST";

    if (!out->allow)
        out->allow = name;
    else if (!strstr(out->allow, name))
        out->allow = pool_printf(pool, "%s, %s", out->allow, name);
}

static bool search(struct pool *pool, const struct route *table, unsigned count,
                   enum method method, const char *path, size_t len, struct match *out)
{
    for (unsigned i = 0; i < count; i++) {
        struct match attempt = {0};

        if (!fits(pool, table[i].path, path, len, &attempt))
            continue;
        if (table[i].method != method) {
            allow_too(pool, table[i].method, out);
            continue;
        }
        attempt.route = &table[i];
        *out = attempt;
        return true;
    }
    return false;
}

enum outcome router_find(struct pool *pool, const struct route *table, unsigned count,
                         enum method method, const char *path, struct match *out, struct err *e)
{
    size_t len = strlen(path);

    *out = (struct match){0};
    /* The document comes first: a {word} would take its ".xml" too. */
    if (method == METHOD_GET && len > 4 && strcmp(path + len - 4, ".xml") == 0 &&
        search(pool, table, count, method, path, len - 4, out)) {
        out->xml = true;
        return OUT_OK;
    }
    if (search(pool, table, count, method, path, len, out))
        return OUT_OK;
    if (out->allow)
        return err_set(e, OUT_NOTFOUND, "request.method", "no such method for this path");
    return err_set(e, OUT_NOTFOUND, "notfound", "no such path");
}

static const char *fault(const struct route *row)
{
    if (row->method != METHOD_GET && row->method != METHOD_POST)
        return "no method";
    if (!row->path || row->path[0] != '/')
        return "no path";
    if (row->permission <= PERM_UNSET || row->permission >= PERM_COUNT)
        return "no permission";
    if (row->mode == DB_MODE_UNSET)
        return "no transaction mode";
    if (row->method == METHOD_GET && (row->mode != DB_READ || row->body != BODY_NONE))
        return "a GET reads and has no body";
    if (row->method == METHOD_POST && row->body != BODY_FORM && row->body != BODY_UPLOAD)
        return "a POST has a body";
    if (!row->run)
        return "no handler";
    if (row->method == METHOD_POST && row->again && !row->again_sheet)
        return "no sheet for the page that comes back";
    return NULL;
}

enum outcome router_check(const struct route *table, unsigned count, struct err *e)
{
    for (unsigned i = 0; i < count; i++) {
        const char *what = fault(&table[i]);

        if (what)
            return err_set(e, OUT_INTERNAL, "internal", "route %u (%s): %s", i,
                           table[i].path ? table[i].path : "", what);
        for (unsigned j = 0; j < i; j++)
            if (table[i].method == table[j].method && strcmp(table[i].path, table[j].path) == 0)
                return err_set(e, OUT_INTERNAL, "internal", "route %s stands twice", table[i].path);
        for (const struct field *f = table[i].fields; f && f->name; f++)
            if (f->type == FIELD_UNSET)
                return err_set(e, OUT_INTERNAL, "internal", "route %s: field %s has no type",
                               table[i].path, f->name);
    }
    return OUT_OK;
}
