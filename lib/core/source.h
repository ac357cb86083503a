/* Reading a file of ours (a flow, a law) attribute by attribute, so that whoever edited it is told file, line and what is wrong.
 *
 * The error sticks: a reader asks for everything an element must say and looks once. */
#ifndef TDKT_CORE_SOURCE_H
#define TDKT_CORE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/xml/tree.h"

struct source {
    struct pool *pool;
    const char *path;
    const char *key; /* of the message when it is wrong */
    struct err *e;
};

/* INVALID "path:line: why: what"; what may be "". */
enum outcome source_wrong(const struct source *in, node_t node, const char *why, const char *what);

bool source_ok(const struct source *in);

/* "" when it is not there. */
const char *source_attr(const struct source *in, node_t node, const char *name);

/* Must be there, at most max bytes. */
const char *source_text(const struct source *in, node_t node, const char *name, size_t max);

/* yes, no, or not there: no. */
bool source_flag(const struct source *in, node_t node, const char *name);

int64_t source_number(const struct source *in, node_t node, const char *name, int64_t min,
                      int64_t max, int64_t otherwise);
date_t source_date(const struct source *in, node_t node, const char *name, date_t otherwise);

/* Words with white space between, each turned into bits; 0: there is no such word. */
typedef unsigned (*source_bit)(const char *word);
unsigned source_bits(const struct source *in, node_t node, const char *name, source_bit bit_of);

/* @certainty: A, B and S may be relied on; C and G are shown as not verified. */
bool source_verified(const struct source *in, node_t node);

#endif
