/* The chain of the audit: what is hashed of an entry, and what is wrong with one that does not follow the entry before.
 * It shows that entries were changed by somebody who did not, or could not, write all later ones and every anchor anew. */
#ifndef TDKT_CORE_CHAIN_H
#define TDKT_CORE_CHAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"
#include "lib/base/secret.h"

/* An entry as it is stored; a number of 0 and a text of NULL are its NULL. */
struct chain_entry {
    int64_t id, person_id, object_id, unit_id;
    const char *at; /* "2026-11-22 08:15:00", UTC */
    const char *role, *capacity, *action, *object;
    const char *before, *after;
    const char *request_id, *address;
    const char *prev, *hash; /* NULL: written before there was a chain, or past it */
};

/* SHA-256 of prev and of every other field but hash: each with its length, so that nothing moves from one into the next. */
void chain_hash(struct pool *pool, const struct chain_entry *entry, char out[DIGEST_SIZE]);

/* An end of a chain: an entry's number and its hash. */
struct chain_link {
    int64_t id;
    char hash[DIGEST_SIZE];
};

/* "1234:0f3a...": how a link is printed, noted elsewhere and given back; false when it is none. */
bool chain_link_parse(const char *text, struct chain_link *out);
char *chain_link_text(struct pool *pool, const struct chain_link *link);

enum chain_fault {
    CHAIN_HOLDS = 0,
    CHAIN_UNCHAINED, /* it has no hash: inserted by hand */
    CHAIN_ALTERED,   /* its hash is not that of its fields */
    CHAIN_REMOVED,   /* entries before it are gone */
    CHAIN_ORDER,     /* whole in itself, but it does not follow the entry that stands before it */
    CHAIN_END,       /* the newest entries are gone, or are not those that the head names */
    CHAIN_PAST_END,  /* it stands after the head, which does not know it */
    CHAIN_ANCHOR,    /* it is not the one that was noted */
    CHAIN_FAULTS
};

/* Does it follow? before: the entry that stands before it. */
enum chain_fault chain_follows(struct pool *pool, const struct chain_link *before, const struct chain_entry *entry);

/* For the administrator: "was altered". */
const char *chain_fault_text(enum chain_fault fault);

#endif
