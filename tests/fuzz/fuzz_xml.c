/* Feeds the parsers of lib/xml files from outside: each file of the corpus as it is and with every one of its
 * bits turned over.  Whatever comes, both answer with an outcome, agree on what is XML, and what was read can be
 * written and read again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/xml/stream.h"
#include "lib/xml/doc.h"

/* Files over this are only tried as they are. */
#define FLIP_MAX 1500

struct bytes {
    const char *at;
    size_t left;
};

static ssize_t give(void *source, void *buf, size_t cap, struct err *e)
{
    struct bytes *bytes = source;
    size_t n = bytes->left < cap ? bytes->left : cap;

    (void)e;
    n = n > 7 ? 7 : n;
    memcpy(buf, bytes->at, n);
    bytes->at += n;
    bytes->left -= n;
    return (ssize_t)n;
}

/* NULL, or what went wrong. */
static const char *try_bytes(const char *at, size_t len)
{
    static const struct stream_handler nothing = {NULL, NULL, NULL};
    struct pool *pool = pool_new("fuzz", 16u << 20);
    struct buf *buf = buf_new(pool, 4u << 20);
    struct bytes source = {at, len};
    struct err e = ERR_INIT, stream_err = ERR_INIT;
    struct doc *doc, *again;
    enum outcome whole = doc_parse(pool, at, len, "fuzz", &doc, &e);
    enum outcome pieces = stream_read(give, &source, &nothing, NULL, &stream_err);
    const char *wrong = NULL;

    if (whole != OUT_OK && whole != OUT_INVALID)
        wrong = "unexpected outcome of doc_parse";
    else if (pieces != OUT_TOOBIG && (whole == OUT_OK) != (pieces == OUT_OK))
        wrong = whole == OUT_OK ? "only doc_parse takes it" : "only stream_read takes it";
    else if (whole == OUT_OK && doc_serialize(doc, false, buf, &e) != OUT_OK)
        wrong = "read but not written";
    else if (whole == OUT_OK && doc_parse(pool, buf->data, buf->len, "again", &again, &e) != OUT_OK)
        wrong = "written but not read again";
    pool_free(pool);
    return wrong;
}

static bool replay(const char *path, unsigned number)
{
    static char bytes[1u << 20];
    FILE *file = fopen(path, "rb");
    size_t len = file ? fread(bytes, 1, sizeof bytes, file) : 0, flips = 0;
    const char *wrong = file ? try_bytes(bytes, len) : "cannot be opened";

    if (file)
        fclose(file);
    for (; !wrong && len <= FLIP_MAX && flips < len * 8; flips++) {
        bytes[flips / 8] ^= (char)(1 << flips % 8);
        wrong = try_bytes(bytes, len);
        bytes[flips / 8] ^= (char)(1 << flips % 8);
    }
    if (wrong)
        printf("not ok %u - %s, bit %zu: %s\n", number, path, flips, wrong);
    else
        printf("ok %u - %s and %zu variants\n", number, strrchr(path, '/') + 1, flips);
    return wrong == NULL;
}

int main(int argc, char **argv)
{
    bool good = true;

    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++)
        good = replay(argv[i], (unsigned)i) && good;
    return good ? 0 : 1;
}
