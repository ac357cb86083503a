/* A growing run of bytes, born with a ceiling.
 *
 * Appending past the ceiling drops the bytes and sets `over`, which stays set:
 * a builder appends forty times and asks once.  The data is always followed by
 * a NUL that is not counted in len.
 */
#ifndef TDKT_BASE_BUF_H
#define TDKT_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/err.h"
#include "lib/base/pool.h"

struct buf {
    char *data;
    size_t len;
    size_t cap, max;
    bool over;
};

/* The bytes are freed with the pool. */
struct buf *buf_new(struct pool *pool, size_t max);

void buf_add(struct buf *buf, const void *data, size_t len);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *fmt, ...) TDKT_PRINTF(2, 3);
void buf_clear(struct buf *buf);

#endif
