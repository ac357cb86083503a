#include "fcgi/pairs.h"

#include <string.h>

#include "fcgi/form.h"
#include "lib/base/utf8.h"

#define PAIRS_FIRST 32

struct pairs *pairs_new(struct pool *pool)
{
    struct pairs *pairs = pool_alloc(pool, sizeof *pairs);

    pairs->pool = pool;
    return pairs;
}

static enum outcome append(struct pairs *pairs, struct pair pair, struct err *e)
{
    if (pairs->n == PAIRS_MAX)
        return err_set(e, OUT_TOOBIG, "request.too-many", "more than %d fields", PAIRS_MAX);
    if (pairs->n == pairs->room) {
        unsigned room = pairs->room ? pairs->room * 2 : PAIRS_FIRST;
        struct pair *v = pool_alloc(pairs->pool, room * sizeof *v);

        if (pairs->n > 0)
            memcpy(v, pairs->v, pairs->n * sizeof *v);
        pairs->v = v;
        pairs->room = room;
    }
    pairs->v[pairs->n++] = pair;
    return OUT_OK;
}

enum outcome pairs_add(struct pairs *pairs, const char *name, const char *value, struct err *e)
{
    return append(pairs, (struct pair){.name = name, .value = value}, e);
}

const char *pairs_get(const struct pairs *pairs, const char *name)
{
    for (unsigned i = 0; pairs && i < pairs->n; i++)
        if (!pairs->v[i].file && strcmp(pairs->v[i].name, name) == 0)
            return pairs->v[i].value;
    return NULL;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* NULL when an escape is broken or the text is not ours to read. */
static char *unescape(struct pool *pool, const char *text, size_t len)
{
    char *out = pool_alloc(pool, len + 1), *at = out;

    for (size_t i = 0; i < len; i++) {
        if (text[i] == '+') {
            *at++ = ' ';
        } else if (text[i] == '%') {
            if (len - i < 3 || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0)
                return NULL;
            *at++ = (char)(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else {
            *at++ = text[i];
        }
    }
    return utf8_valid(out, (size_t)(at - out)) ? out : NULL;
}

static enum outcome take(struct pairs *into, const char *text, size_t len, struct err *e)
{
    const char *equals = memchr(text, '=', len);
    size_t name_len = equals ? (size_t)(equals - text) : len;
    struct pair pair = {.name = unescape(into->pool, text, name_len), .value = ""};

    if (equals)
        pair.value = unescape(into->pool, equals + 1, len - name_len - 1);
    if (!pair.name || !pair.value || strlen(pair.name) > PAIR_NAME_MAX)
        return err_set(e, OUT_INVALID, "request.form", "a field is not encoded as UTF-8 text");
    return append(into, pair, e);
}

enum outcome pairs_urlencoded(struct pairs *into, const char *text, size_t len, struct err *e)
{
    enum outcome out = OUT_OK;

    while (out == OUT_OK && len > 0) {
        const char *end = memchr(text, '&', len);
        size_t piece = end ? (size_t)(end - text) : len;

        if (piece > 0)
            out = take(into, text, piece, e);
        text += end ? piece + 1 : piece;
        len -= end ? piece + 1 : piece;
    }
    return out;
}

static void encode(const char *text, struct buf *out)
{
    static const char digits[] = "0123456789ABCDEF";

    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
            strchr("-_.*", *c)) {
            buf_putc(out, (char)*c);
        } else {
            buf_putc(out, '%');
            buf_putc(out, digits[*c >> 4]);
            buf_putc(out, digits[*c & 15]);
        }
    }
}

void pairs_encode(const struct pair *v, unsigned n, struct buf *out)
{
    for (unsigned i = 0; i < n; i++) {
        if (v[i].file)
            continue;
        if (out->len > 0)
            buf_putc(out, '&');
        encode(v[i].name, out);
        buf_putc(out, '=');
        encode(v[i].value, out);
    }
}
