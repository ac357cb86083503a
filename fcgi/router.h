/* From method and path to a row of the route table. */
#ifndef TDKT_FCGI_ROUTER_H
#define TDKT_FCGI_ROUTER_H

#include "fcgi/request.h"
#include "fcgi/route.h"

/* A {word} longer than this names nothing. */
#define WORD_MAX 64

struct match {
    const struct route *route;
    int64_t id[CALL_IDS_MAX];
    const char *word;
    bool xml;               /* the path ended in .xml: the document is asked for, untransformed */
    const char *allow;      /* when the path is known but not for this method: the Allow header */
};

/* OK; NOTFOUND, also for a known path with another method, which fills allow. */
enum outcome router_find(struct pool *pool, const struct route *table, unsigned count,
                         enum method method, const char *path, struct match *out, struct err *e)
    TDKT_MUST_USE;

/* Every row has every policy column, no path stands twice, a GET reads: INTERNAL names the row. */
enum outcome router_check(const struct route *table, unsigned count, struct err *e) TDKT_MUST_USE;

#endif
