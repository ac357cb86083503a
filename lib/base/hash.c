#include "lib/base/hash.h"

#include <string.h>

#define SLOTS_MIN 64u

struct slot {
    const char *key; /* NULL: free */
    uint64_t digest;
    int64_t value;
};

struct hash {
    struct pool *pool;
    struct slot *slots;
    unsigned size; /* a power of two */
    unsigned used;
};

/* FNV-1a. The keys of an import come from its sender, but a sender who makes them collide slows down
 * nobody's request but his own. */
static uint64_t digest_of(const char *key)
{
    uint64_t digest = 14695981039346656037u;

    for (; *key; key++)
        digest = (digest ^ (unsigned char)*key) * 1099511628211u;
    return digest;
}

struct hash *hash_new(struct pool *pool, unsigned expected)
{
    struct hash *hash = pool_alloc(pool, sizeof *hash);

    hash->pool = pool;
    hash->size = SLOTS_MIN;
    while (hash->size / 2 < expected)
        hash->size *= 2;
    hash->slots = pool_alloc(pool, hash->size * sizeof *hash->slots);
    return hash;
}

/* The key's slot, or the free one it belongs in. */
static struct slot *find(const struct hash *hash, const char *key, uint64_t digest)
{
    unsigned at = (unsigned)(digest ^ digest >> 32) & (hash->size - 1);

    while (hash->slots[at].key &&
           (hash->slots[at].digest != digest || strcmp(hash->slots[at].key, key) != 0))
        at = (at + 1) & (hash->size - 1);
    return &hash->slots[at];
}

/* The old slots stay with the pool: together they are smaller than the new ones. */
static void grow(struct hash *hash)
{
    struct slot *old = hash->slots;
    unsigned size = hash->size;

    hash->size *= 2;
    hash->slots = pool_alloc(hash->pool, hash->size * sizeof *hash->slots);
    for (unsigned i = 0; i < size; i++)
        if (old[i].key)
            *find(hash, old[i].key, old[i].digest) = old[i];
}

static struct slot *take(struct hash *hash, const char *key, bool *is_new)
{
    uint64_t digest = digest_of(key);
    struct slot *slot = find(hash, key, digest);

    *is_new = !slot->key;
    if (slot->key)
        return slot;
    if (hash->used >= hash->size / 2) {
        grow(hash);
        slot = find(hash, key, digest);
    }
    hash->used++;
    slot->key = pool_strdup(hash->pool, key);
    slot->digest = digest;
    return slot;
}

bool hash_add(struct hash *hash, const char *key, int64_t value)
{
    bool is_new;
    struct slot *slot = take(hash, key, &is_new);

    if (is_new)
        slot->value = value;
    return is_new;
}

void hash_set(struct hash *hash, const char *key, int64_t value)
{
    bool is_new;

    take(hash, key, &is_new)->value = value;
}

bool hash_get(const struct hash *hash, const char *key, int64_t *value)
{
    const struct slot *slot = find(hash, key, digest_of(key));

    if (!slot->key)
        return false;
    *value = slot->value;
    return true;
}

unsigned hash_count(const struct hash *hash)
{
    return hash->used;
}
