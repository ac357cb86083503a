#include "lib/db/script.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/buf.h"

/* A longer file is not a migration. */
#define SCRIPT_MAX (1u << 20)

enum outcome script_read(struct pool *pool, const char *path, const char **text, struct err *e)
{
    struct buf *buf = buf_new(pool, SCRIPT_MAX);
    FILE *file = fopen(path, "re");
    char part[4096];
    size_t n;
    bool bad;

    if (!file)
        return err_set(e, OUT_UNAVAIL, "file.open", "cannot open %s: %s", path, strerror(errno));
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        buf_add(buf, part, n);
    bad = ferror(file);
    fclose(file);
    if (bad)
        return err_set(e, OUT_UNAVAIL, "file.read", "cannot read %s", path);
    if (buf->over)
        return err_set(e, OUT_TOOBIG, "file.read", "%s: longer than %u bytes", path, SCRIPT_MAX);
    if (memchr(buf->data, '\0', buf->len))
        return err_set(e, OUT_INVALID, "file.read", "%s: not text", path);
    *text = buf->data;
    return OUT_OK;
}

/* Past a quoted piece that begins at p. */
static const char *past_quote(const char *p)
{
    char quote = *p++;

    while (*p && *p != quote)
        p += *p == '\\' && quote != '`' && p[1] ? 2 : 1;
    return *p ? p + 1 : p;
}

char *script_next(struct pool *pool, const char **at)
{
    struct buf *buf = buf_new(pool, SCRIPT_MAX);
    const char *p = *at, *end;

    while (*p && *p != ';') {
        if (strncmp(p, "--", 2) == 0) {
            p += strcspn(p, "\n");
        } else if (*p == '\'' || *p == '"' || *p == '`') {
            end = past_quote(p);
            buf_add(buf, p, (size_t)(end - p));
            p = end;
        } else {
            if (buf->len > 0 || !strchr(" \t\r\n", *p))
                buf_putc(buf, *p);
            p++;
        }
    }
    *at = *p ? p + 1 : p;
    if (buf->len > 0)
        return buf->data;
    return *p ? script_next(pool, at) : NULL;
}

enum outcome script_run(struct db *db, const char *name, const char *text, struct err *e)
{
    enum outcome out = OUT_OK;
    unsigned n = 0;

    while (out == OUT_OK) {
        struct pool *pool = pool_new("script", 2 * SCRIPT_MAX);
        const char *sql = script_next(pool, &text);
        struct err cause = ERR_INIT;

        if (!sql) {
            pool_free(pool);
            break;
        }
        n++;
        out = db_command(db, sql, DB_WORKING, &cause);
        if (out != OUT_OK)
            out = err_set(e, out, cause.key, "%s, statement %u: %s", name, n, cause.text);
        pool_free(pool);
    }
    return out;
}
