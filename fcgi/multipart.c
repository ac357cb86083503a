#include "config.h"

#include "fcgi/form.h"
#include "fcgi/pairs.h"

#include <string.h>
#include <strings.h>

#include "lib/base/utf8.h"

/* RFC 2046, 5.1.1: a boundary has at most 70 characters. */
#define BOUNDARY_MAX 70
/* Header lines of one part, together; more refuses the request. */
#define PART_HEAD_MAX 2048

struct part {
    const char *name, *file_name, *media_type; /* file_name NULL: text */
};

static enum outcome bad(struct err *e, const char *what)
{
    return err_set(e, OUT_INVALID, "request.form", "multipart: %s", what);
}

/* The value of name="..." in a header line; browsers write " as %22 (WHATWG HTML, multipart
 * encoding). */
static const char *parameter(struct pool *pool, const char *line, size_t len, const char *name)
{
    size_t name_len = strlen(name);

    for (size_t i = 0; i + name_len + 2 <= len; i++) {
        const char *start, *end;

        if ((i > 0 && line[i - 1] != ' ' && line[i - 1] != ';') ||
            strncasecmp(line + i, name, name_len) != 0 || line[i + name_len] != '=' ||
            line[i + name_len + 1] != '"')
            continue;
        start = line + i + name_len + 2;
        end = memchr(start, '"', len - (size_t)(start - line));
        return end ? pool_strndup(pool, start, (size_t)(end - start)) : NULL;
    }
    return NULL;
}

static bool starts(const char *line, size_t len, const char *name)
{
    return len >= strlen(name) && strncasecmp(line, name, strlen(name)) == 0;
}

/* What the client's own path of the file ends with. */
static const char *base_name(const char *name)
{
    const char *at = name;

    for (const char *c = name; *c; c++)
        if (*c == '/' || *c == '\\')
            at = c + 1;
    return at;
}

/* As the client says, and as far as it is text. */
static const char *media_type(struct pool *pool, const char *text, size_t len)
{
    while (len > 0 && *text == ' ') {
        text++;
        len--;
    }
    return utf8_clean(text, len) ? pool_strndup(pool, text, len) : NULL;
}

static enum outcome read_head(struct pool *pool, const char *head, size_t len, struct part *part,
                              struct err *e)
{
    static const char disposition[] = "content-disposition: form-data", type[] = "content-type:";

    *part = (struct part){.media_type = "application/octet-stream"};
    if (memchr(head, '\0', len))
        return bad(e, "a part whose head holds a NUL");
    while (len > 0) {
        const char *end = memmem(head, len, "\r\n", 2);
        size_t line = end ? (size_t)(end - head) : len;

        if (starts(head, line, disposition)) {
            part->name = parameter(pool, head, line, "name");
            part->file_name = parameter(pool, head, line, "filename");
        } else if (starts(head, line, type)) {
            part->media_type = media_type(pool, head + sizeof type - 1, line - (sizeof type - 1));
        }
        head += end ? line + 2 : line;
        len -= end ? line + 2 : line;
    }
    if (!part->name || strlen(part->name) > PAIR_NAME_MAX ||
        !utf8_valid(part->name, strlen(part->name)) || !part->media_type)
        return bad(e, "a part without a usable name");
    if (part->file_name) {
        part->file_name = base_name(part->file_name);
        if (!utf8_clean(part->file_name, strlen(part->file_name)) ||
            utf8_length(part->file_name) > FILE_NAME_MAX)
            return bad(e, "a file without a usable name");
    }
    return OUT_OK;
}

static enum outcome add_part(struct pairs *into, const struct part *part, const char *data,
                             size_t len, struct err *e)
{
    struct form_file *file;
    enum outcome out;

    if (!part->file_name) {
        if (!utf8_valid(data, len))
            return bad(e, "a field is not UTF-8 text");
        return pairs_add(into, part->name, pool_strndup(into->pool, data, len), e);
    }
    out = pairs_add(into, part->name, "", e);
    if (out != OUT_OK)
        return out;
    file = pool_alloc(into->pool, sizeof *file);
    *file = (struct form_file){part->file_name, part->media_type, data, len};
    into->v[into->n - 1].file = file;
    return OUT_OK;
}

enum outcome pairs_multipart(struct pairs *into, const char *body, size_t len,
                             const char *boundary, struct err *e)
{
    char mark[BOUNDARY_MAX + 5];
    size_t mark_len;
    const char *at = body, *end = body + len;

    if (!*boundary || strlen(boundary) > BOUNDARY_MAX)
        return bad(e, "no usable boundary");
    mark_len = (size_t)(stpcpy(stpcpy(mark, "\r\n--"), boundary) - mark);
    if (len < mark_len - 2 || memcmp(at, mark + 2, mark_len - 2) != 0)
        return bad(e, "the body does not begin with its boundary");
    at += mark_len - 2;
    for (;;) {
        const char *data, *next;
        struct part part;
        enum outcome out;

        if (end - at >= 2 && memcmp(at, "--", 2) == 0)
            return OUT_OK;
        if (end - at < 2 || memcmp(at, "\r\n", 2) != 0)
            return bad(e, "a boundary is not followed by a line end");
        at += 2;
        data = memmem(at, (size_t)(end - at), "\r\n\r\n", 4);
        if (!data || data - at > PART_HEAD_MAX)
            return bad(e, "a part without an end of its head");
        out = read_head(into->pool, at, (size_t)(data - at), &part, e);
        if (out != OUT_OK)
            return out;
        data += 4;
        next = memmem(data - 2, (size_t)(end - data + 2), mark, mark_len);
        if (!next)
            return bad(e, "the last boundary is missing");
        if (next < data) /* an empty part: the head's own line end begins the boundary */
            data = next;
        out = add_part(into, &part, data, (size_t)(next - data), e);
        if (out != OUT_OK)
            return out;
        at = next + mark_len;
    }
}
