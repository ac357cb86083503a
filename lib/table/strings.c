#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/base/utf8.h"
#include "lib/table/xlsx.h"

/* Scratch for one string: raw, then normalised. */
#define SCRATCH_LIMIT (TABLE_CELL_MAX * 64u)

struct loading {
    struct strings *strings;
    struct buf *raw;
    bool in_string, in_text, phonetic;
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The control character or '_' that _xHHHH_ at `text` stands for; -1 when it is no such thing. */
static int escaped(const char *text, size_t len)
{
    int value = 0;

    if (len < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    for (unsigned i = 2; i < 6; i++) {
        int digit = hex_value(text[i]);

        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value < 0x20 || value == '_' ? value : -1;
}

size_t strings_unescape(char *text, size_t len)
{
    size_t to = 0;

    for (size_t from = 0; from < len; from++) {
        int value = escaped(text + from, len - from);

        if (value < 0) {
            text[to++] = text[from];
            continue;
        }
        from += 6;
        if (value == '_')
            text[to++] = '_';
        else if (value != '\r')
            text[to++] = value == '\n' ? '\n' : ' ';
    }
    text[to] = '\0';
    return to;
}

static enum outcome too_much(struct err *e)
{
    err_arg_int(e, "limit", STRINGS_BYTES_MAX >> 20);
    return err_set(e, OUT_TOOBIG, "table.size", "the workbook holds too much text");
}

static enum outcome keep(struct loading *loading, struct err *e)
{
    struct strings *strings = loading->strings;
    struct pool *scratch;
    const char *normal;
    size_t len;

    if (strings->count == STRINGS_COUNT_MAX)
        return too_much(e);
    if (strings->count == strings->cap) {
        strings->cap = strings->cap ? strings->cap * 2 : 1024;
        strings->at = realloc(strings->at, strings->cap * sizeof *strings->at);
        if (!strings->at)
            fatal_memory("strings");
    }
    strings->at[strings->count++] = (unsigned)strings->text->len;
    scratch = pool_new("string", SCRATCH_LIMIT);
    len = strings_unescape(loading->raw->data, loading->raw->len);
    normal = utf8_normal(scratch, loading->raw->data, len);
    if (normal)
        buf_add(strings->text, normal, strlen(normal) + 1);
    else
        err_set(e, OUT_INVALID, "table.character", "a string holds control characters");
    pool_free(scratch);
    if (strings->text->over)
        return too_much(e);
    return e->code;
}

static enum outcome on_start(void *ctx, const char *name, const struct stream_attr *attrs,
                             unsigned count, struct err *e)
{
    struct loading *loading = ctx;

    (void)attrs;
    (void)count;
    (void)e;
    if (strcmp(name, "si") == 0) {
        loading->in_string = true;
        buf_clear(loading->raw);
    } else if (strcmp(name, "rPh") == 0) {
        loading->phonetic = true;
    } else if (strcmp(name, "t") == 0) {
        loading->in_text = loading->in_string && !loading->phonetic;
    }
    return OUT_OK;
}

static enum outcome on_text(void *ctx, const char *text, size_t len, struct err *e)
{
    struct loading *loading = ctx;

    if (!loading->in_text)
        return OUT_OK;
    buf_add(loading->raw, text, len);
    if (!loading->raw->over)
        return OUT_OK;
    err_arg_int(e, "limit", TABLE_CELL_MAX);
    err_arg(e, "cell", "");
    return err_set(e, OUT_TOOBIG, "table.cell", "a string is too long");
}

static enum outcome on_end(void *ctx, const char *name, struct err *e)
{
    struct loading *loading = ctx;

    if (strcmp(name, "t") == 0)
        loading->in_text = false;
    else if (strcmp(name, "rPh") == 0)
        loading->phonetic = false;
    else if (strcmp(name, "si") == 0 && loading->in_string) {
        loading->in_string = false;
        return keep(loading, e);
    }
    return OUT_OK;
}

enum outcome strings_load(struct strings *strings, struct pool *pool, struct package *package,
                          struct err *e)
{
    static const struct stream_handler handler = {on_start, on_text, on_end};
    struct loading loading = {.strings = strings};
    enum outcome result;

    strings->text = buf_new(pool, STRINGS_BYTES_MAX);
    loading.raw = buf_new(pool, TABLE_CELL_MAX * 4u);
    result = package_stream(package, "xl/sharedStrings.xml", &handler, &loading, e);
    return result == OUT_NOTFOUND && e->code == OUT_OK ? OUT_OK : result;
}

void strings_free(struct strings *strings)
{
    free(strings->at);
}

const char *strings_get(const struct strings *strings, unsigned n)
{
    return n < strings->count ? strings->text->data + strings->at[n] : NULL;
}
