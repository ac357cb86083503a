/* Memory with a lifetime: process, connection or request.
 *
 * What is taken from a pool is given back by freeing the pool, never one by
 * one.  A pool never answers NULL: running out of memory, or past the pool's
 * own limit, is fatal for the process (the transaction rolls back with its
 * connection and the master starts another worker).
 */
#ifndef TDKT_BASE_POOL_H
#define TDKT_BASE_POOL_H

#include <stddef.h>

#include "lib/base/err.h"

struct pool;

/* name is for the message when the limit is hit; limit in bytes. */
struct pool *pool_new(const char *name, size_t limit);

/* Runs the clean-ups in reverse order, then gives everything back. */
void pool_free(struct pool *pool);

/* Something secret is in it, nobody knows in how many copies: all of its memory is overwritten before it is given back. */
void pool_secret(struct pool *pool);

/* Zeroed and aligned for any type. */
void *pool_alloc(struct pool *pool, size_t size);
char *pool_strdup(struct pool *pool, const char *text);
char *pool_strndup(struct pool *pool, const char *text, size_t len);
char *pool_printf(struct pool *pool, const char *fmt, ...) TDKT_PRINTF(2, 3);

/* Calls fn(data) when the pool is freed: how foreign memory gets a lifetime. */
void pool_on_free(struct pool *pool, void (*fn)(void *), void *data);

#endif
