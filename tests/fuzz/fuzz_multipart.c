#include <string.h>

#include "fcgi/form.h"
#include "fcgi/pairs.h"
#include "lib/base/utf8.h"
#include "tests/fuzz/fuzz.h"

static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 8 << 20);
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;
    int good = 1;

    if (pairs_multipart(pairs, bytes, len, "----tdkt", &e) != OUT_OK)
        good = e.code == OUT_INVALID || e.code == OUT_TOOBIG;
    for (unsigned i = 0; i < pairs->n && good; i++) {
        const struct form_file *file = pairs->v[i].file;

        good = utf8_valid(pairs->v[i].value, strlen(pairs->v[i].value)) &&
               utf8_valid(pairs->v[i].name, strlen(pairs->v[i].name));
        if (file)
            good = good && (const char *)file->bytes >= bytes &&
                   (const char *)file->bytes + file->len <= bytes + len && !strchr(file->name, '/');
    }
    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    return fuzz_main(argc, argv, "multipart", one);
}
