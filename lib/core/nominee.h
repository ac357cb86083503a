/* What is known of one nominee, as a document the conditions of a law are asked of (conf/schema/nominee.rng).
 *
 * XPath 1.0 cannot count years in a row, so those are worked out here from the same document: which awards
 * count (<counted>), and every run of years without a gap (<span>). */
#ifndef TDKT_CORE_NOMINEE_H
#define TDKT_CORE_NOMINEE_H

#include "lib/core/law.h"
#include "lib/xml/tree.h"

struct nominee_ask {
    const char *code;
    enum recipient kind;
    int year;  /* under review */
    date_t on; /* nothing decided later is looked at */
};

/* A document of its own with what `from` says and what follows from it.  INVALID "nominee.element" when it holds an element that
 * no condition can ask for. */
enum outcome nominee_derive(struct pool *pool, node_t from, const struct nominee_ask *ask,
                            struct doc **out, struct err *e) TDKT_MUST_USE;

const char *recipient_code(enum recipient kind);

/* 0 when there is no such kind. */
enum recipient recipient_of(const char *code);

#endif
