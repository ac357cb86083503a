#include <stdbool.h>
#include <string.h>

#include "fcgi/request.h"
#include "lib/base/secret.h"
#include "tests/fuzz/fuzz.h"

#define LINES 32

/* A corpus file is one CGI variable per line. */
static int one(const char *bytes, size_t len)
{
    struct pool *pool = pool_new("fuzz", 8 << 20);
    char *text = pool_strndup(pool, bytes, len), *env[LINES + 1] = {NULL};
    struct request request;
    struct err e = ERR_INIT;
    int n = 0, good;

    for (char *line = strtok(text, "\n"); line && n < LINES; line = strtok(NULL, "\n"))
        env[n++] = line;
    if (request_head(pool, env, &request, &e) != OUT_OK)
        good = e.code != OUT_OK && *request.id;
    else
        good = request.path[0] == '/' && !strpbrk(request.path, "%?\\ \"<>") && *request.id &&
               strlen(request.path) <= PATH_MAX_BYTES;
    pool_free(pool);
    return good;
}

int main(int argc, char **argv)
{
    return secret_init() ? fuzz_main(argc, argv, "request", one) : 1;
}
