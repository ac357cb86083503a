#include "lib/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"

#define BUF_FIRST 1024

static void release(void *data)
{
    free(((struct buf *)data)->data);
}

struct buf *buf_new(struct pool *pool, size_t max)
{
    struct buf *buf = pool_alloc(pool, sizeof *buf);

    buf->max = max;
    buf->cap = BUF_FIRST;
    buf->data = calloc(1, buf->cap);
    if (!buf->data)
        fatal_memory("buf");
    pool_on_free(pool, release, buf);
    return buf;
}

static bool make_room(struct buf *buf, size_t more)
{
    size_t need, cap = buf->cap;
    char *data;

    if (buf->over || more > buf->max || buf->len > buf->max - more) {
        buf->over = true;
        return false;
    }
    need = buf->len + more + 1;
    if (need <= cap)
        return true;
    while (cap < need)
        cap *= 2;
    data = realloc(buf->data, cap);
    if (!data)
        fatal_memory("buf");
    buf->data = data;
    buf->cap = cap;
    return true;
}

void buf_add(struct buf *buf, const void *data, size_t len)
{
    if (!make_room(buf, len))
        return;
    memcpy(buf->data + buf->len, data, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *fmt, ...)
{
    va_list ap, again;
    int n;

    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0)
        buf->over = true;
    else if (make_room(buf, (size_t)n))
        buf->len += (size_t)vsnprintf(buf->data + buf->len, (size_t)n + 1, fmt, again);
    va_end(again);
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->over = false;
    buf->data[0] = '\0';
}
