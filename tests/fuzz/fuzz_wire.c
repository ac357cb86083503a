#include <stdlib.h>
#include <string.h>

#include "fcgi/wire.h"
#include "tests/fuzz/fuzz.h"

/* In a block of exactly its size, so that a sanitizer sees a step outside. */
static enum wire_head look(const char *bytes, size_t len)
{
    unsigned char *copy = malloc(len + 1);
    enum wire_head found;

    if (!copy)
        abort();
    memcpy(copy + 1, bytes, len);
    found = wire_head(copy + 1, len);
    free(copy);
    return found;
}

/* What was decided stays decided, whatever comes behind it. */
static int one(const char *bytes, size_t len)
{
    enum wire_head found = look(bytes, len);
    char *more = calloc(1, len + 9);
    enum wire_head again;

    if (!more)
        abort();
    memcpy(more, bytes, len);
    again = look(more, len + 9);
    free(more);
    return found == WIRE_MORE ? 1 : found != WIRE_UNSET && again == found;
}

int main(int argc, char **argv)
{
    return fuzz_main(argc, argv, "wire", one);
}
