/* A table from text to a number, for look-ups that are loaded once. */
#ifndef TDKT_BASE_HASH_H
#define TDKT_BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

struct hash;

/* Freed with the pool.  expected is a hint. */
struct hash *hash_new(struct pool *pool, unsigned expected);

/* The key is copied.  False, changing nothing, when the key is there already. */
bool hash_add(struct hash *hash, const char *key, int64_t value);

/* Adds or replaces. */
void hash_set(struct hash *hash, const char *key, int64_t value);

bool hash_get(const struct hash *hash, const char *key, int64_t *value);

unsigned hash_count(const struct hash *hash);

#endif
