/* The chain of the audit: what is hashed, and how a break is told. */
#include "lib/core/chain.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/num.h"

/* Two texts of 64 KB and the short ones. */
#define INPUT_MAX (256u << 10)

#define HEX_DIGITS "0123456789abcdef"

/* What is hashed begins with this: another way of writing it down would be another word. */
#define FORM "tdkt audit 1\n"

static void add_text(struct buf *input, const char *text)
{
    if (!text) {
        buf_puts(input, "-\n");
        return;
    }
    buf_printf(input, "%zu:", strlen(text));
    buf_puts(input, text);
    buf_putc(input, '\n');
}

static void add_number(struct buf *input, int64_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%lld", (long long)number);
    add_text(input, number ? text : NULL);
}

void chain_hash(struct pool *pool, const struct chain_entry *entry, char out[DIGEST_SIZE])
{
    struct buf *input = buf_new(pool, INPUT_MAX);

    buf_puts(input, FORM);
    add_text(input, entry->prev);
    add_number(input, entry->id);
    add_text(input, entry->at);
    add_number(input, entry->person_id);
    add_text(input, entry->role);
    add_text(input, entry->capacity);
    add_text(input, entry->action);
    add_text(input, entry->object);
    add_number(input, entry->object_id);
    add_number(input, entry->unit_id);
    add_text(input, entry->before);
    add_text(input, entry->after);
    add_text(input, entry->request_id);
    add_text(input, entry->address);
    digest(input->data, input->len, out);
}

bool chain_link_parse(const char *text, struct chain_link *out)
{
    const char *colon = strchr(text, ':');
    char number[24];

    if (!colon || (size_t)(colon - text) >= sizeof number || strlen(colon + 1) != DIGEST_SIZE - 1 ||
        strspn(colon + 1, HEX_DIGITS) != DIGEST_SIZE - 1)
        return false;
    snprintf(number, sizeof number, "%.*s", (int)(colon - text), text);
    memcpy(out->hash, colon + 1, DIGEST_SIZE);
    return num_parse(number, 1, INT64_MAX, &out->id);
}

char *chain_link_text(struct pool *pool, const struct chain_link *link)
{
    return pool_printf(pool, "%lld:%s", (long long)link->id, link->hash);
}

enum chain_fault chain_follows(struct pool *pool, const struct chain_link *before, const struct chain_entry *entry)
{
    char own[DIGEST_SIZE];

    if (!entry->hash || !entry->prev)
        return CHAIN_UNCHAINED;
    chain_hash(pool, entry, own);
    if (strcmp(own, entry->hash) != 0)
        return CHAIN_ALTERED;
    if (strcmp(entry->prev, before->hash) == 0)
        return CHAIN_HOLDS;
    return entry->id > before->id + 1 ? CHAIN_REMOVED : CHAIN_ORDER;
}

const char *chain_fault_text(enum chain_fault fault)
{
    static const char *const texts[CHAIN_FAULTS] = {
        [CHAIN_HOLDS] = "holds",
        [CHAIN_UNCHAINED] = "was inserted by hand, or by a program of before the chain: it has no hash",
        [CHAIN_ALTERED] = "was altered, or inserted by hand: its hash is not that of its fields",
        [CHAIN_REMOVED] = "is whole, but entries before it were removed",
        [CHAIN_ORDER] = "is whole, but does not follow the entry before it: one of the two was put there or written anew",
        [CHAIN_END] = "is not the newest one that the head names: the newest were removed, or the head was changed",
        [CHAIN_PAST_END] = "stands after the head, which does not know it: it was put there by hand",
        [CHAIN_ANCHOR] = "is not there as it was noted: it was removed, or it and all later ones were written anew",
    };

    return texts[fault];
}
