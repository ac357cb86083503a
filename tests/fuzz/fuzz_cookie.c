#include <string.h>

#include "fcgi/cookie.h"
#include "tests/fuzz/fuzz.h"

static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 1 << 20);
    char *header = pool_strndup(pool, bytes, len);
    const char *value = cookie_get(pool, header, "tdkt");
    int good = !value || (*value && !strpbrk(value, "; ,\"\\\r\n\t"));

    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    return fuzz_main(argc, argv, "cookie", one);
}
