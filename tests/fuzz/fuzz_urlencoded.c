#include <string.h>

#include "fcgi/form.h"
#include "fcgi/pairs.h"
#include "lib/base/utf8.h"
#include "tests/fuzz/fuzz.h"

/* What was read is text, and written and read again it is the same. */
static int same_again(struct pool *pool, const struct pairs *pairs)
{
    struct pairs *again = pairs_new(pool);
    struct buf *out = buf_new(pool, 1 << 20);
    struct err e = ERR_INIT;

    pairs_encode(pairs->v, pairs->n, out);
    if (pairs_urlencoded(again, out->data, out->len, &e) != OUT_OK || again->n != pairs->n)
        return 0;
    for (unsigned i = 0; i < pairs->n; i++)
        if (strcmp(pairs->v[i].name, again->v[i].name) != 0 ||
            strcmp(pairs->v[i].value, again->v[i].value) != 0 ||
            !utf8_valid(pairs->v[i].value, strlen(pairs->v[i].value)))
            return 0;
    return 1;
}

static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 8 << 20);
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;
    int good = 1;

    if (pairs_urlencoded(pairs, bytes, len, &e) == OUT_OK)
        good = same_again(pool, pairs);
    else
        good = e.code == OUT_INVALID || e.code == OUT_TOOBIG;
    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    return fuzz_main(argc, argv, "urlencoded", one);
}
