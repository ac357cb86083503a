/* Reading a large foreign XML file piece by piece (a worksheet): start, text and end events, nothing kept.
 * DTDs, entities and network are refused; depth and text length are capped. */
#ifndef TDKT_XML_STREAM_H
#define TDKT_XML_STREAM_H

#include <sys/types.h>

#include "lib/base/err.h"

struct stream_attr {
    const char *name, *value; /* local names */
};

struct stream_handler {
    enum outcome (*start)(void *ctx, const char *name, const struct stream_attr *attrs,
                          unsigned count, struct err *e);
    enum outcome (*text)(void *ctx, const char *text, size_t len, struct err *e); /* may come in pieces */
    enum outcome (*end)(void *ctx, const char *name, struct err *e);
};

/* Fills buf with at most cap bytes; 0 at the end, negative on error (the source has set e). */
typedef ssize_t (*stream_source)(void *source, void *buf, size_t cap, struct err *e);

enum outcome stream_read(stream_source read, void *source, const struct stream_handler *handler,
                         void *ctx, struct err *e) TDKT_MUST_USE;

#endif
