/* Memory that is given back all at once. */
#include "lib/base/pool.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"

/* One block serves most requests; larger pieces get a block of their own. */
#define POOL_BLOCK 16384
#define POOL_ALIGN _Alignof(max_align_t)

struct block {
    struct block *next;
    size_t size, used;
    _Alignas(max_align_t) unsigned char data[];
};

struct cleanup {
    struct cleanup *next;
    void (*fn)(void *);
    void *data;
};

struct pool {
    const char *name;
    size_t limit, used;
    struct block *blocks;
    struct cleanup *cleanups;
    bool secret;
};

struct pool *pool_new(const char *name, size_t limit)
{
    struct pool *pool = calloc(1, sizeof *pool);

    if (!pool)
        fatal_memory(name);
    pool->name = name;
    pool->limit = limit;
    return pool;
}

void pool_free(struct pool *pool)
{
    struct block *b, *next;

    if (!pool)
        return;
    for (struct cleanup *c = pool->cleanups; c; c = c->next)
        c->fn(c->data);
    for (b = pool->blocks; b; b = next) {
        next = b->next;
        if (pool->secret)
            explicit_bzero(b->data, b->used);
        free(b);
    }
    free(pool);
}

void pool_secret(struct pool *pool)
{
    pool->secret = true;
}

static struct block *add_block(struct pool *pool, size_t size)
{
    size_t room = size > POOL_BLOCK ? size : POOL_BLOCK;
    struct block *b = calloc(1, sizeof *b + room);

    if (!b)
        fatal_memory(pool->name);
    b->size = room;
    b->next = pool->blocks;
    pool->blocks = b;
    return b;
}

void *pool_alloc(struct pool *pool, size_t size)
{
    struct block *b = pool->blocks;
    void *at;

    if (size > pool->limit || pool->used > pool->limit - size)
        fatal_memory(pool->name);
    size = (size + POOL_ALIGN - 1) & ~(POOL_ALIGN - 1);
    if (!b || b->size - b->used < size)
        b = add_block(pool, size);
    at = b->data + b->used;
    b->used += size;
    pool->used += size;
    return at;
}

char *pool_strndup(struct pool *pool, const char *text, size_t len)
{
    char *copy = pool_alloc(pool, len + 1);

    memcpy(copy, text, len);
    return copy;
}

char *pool_strdup(struct pool *pool, const char *text)
{
    return pool_strndup(pool, text, strlen(text));
}

char *pool_printf(struct pool *pool, const char *fmt, ...)
{
    va_list ap, again;
    char *text;
    int n;

    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0)
        fatal_memory(pool->name);
    text = pool_alloc(pool, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, fmt, again);
    va_end(again);
    return text;
}

void pool_on_free(struct pool *pool, void (*fn)(void *), void *data)
{
    struct cleanup *c = pool_alloc(pool, sizeof *c);

    c->fn = fn;
    c->data = data;
    c->next = pool->cleanups;
    pool->cleanups = c;
}

