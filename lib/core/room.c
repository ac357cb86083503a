/* One more paper for a dossier: is there room? */
#include "lib/core/room.h"

#include <stdio.h>

#define MEGABYTES 32

/* Megabytes with one decimal, unless it is 0. */
static const char *megabytes(int64_t bytes, bool up, char out[MEGABYTES])
{
    int64_t tenths = (bytes * 10 + (up ? (1 << 20) - 1 : 0)) >> 20;

    if (tenths % 10 == 0)
        snprintf(out, MEGABYTES, "%lld", (long long)(tenths / 10));
    else
        snprintf(out, MEGABYTES, "%lld,%lld", (long long)(tenths / 10), (long long)(tenths % 10));
    return out;
}

enum outcome room_take(const struct room *has, int64_t bytes, int64_t limit, struct err *e)
{
    char text[MEGABYTES];

    if (has->papers >= ROOM_PAPERS_MAX) {
        err_arg_int(e, "limit", ROOM_PAPERS_MAX);
        return err_set(e, OUT_INVALID, "evidence.many", "the dossier has %lld papers", (long long)has->papers);
    }
    if (has->bytes + bytes <= limit)
        return OUT_OK;
    err_arg(e, "used", megabytes(has->bytes, true, text));
    err_arg(e, "size", megabytes(bytes, true, text));
    err_arg(e, "limit", megabytes(limit, false, text));
    return err_set(e, OUT_INVALID, "evidence.full", "%lld bytes and %lld more, of %lld", (long long)has->bytes, (long long)bytes,
                   (long long)limit);
}
