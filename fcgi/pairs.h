/* What came with a request: names and values of a query or a body, bounded, still untyped.
 *
 * Two encodings are read: application/x-www-form-urlencoded (WHATWG URL, 5.1) and
 * multipart/form-data (RFC 7578).  Text is refused when it is not valid UTF-8 or holds a NUL.
 */
#ifndef TDKT_FCGI_PAIRS_H
#define TDKT_FCGI_PAIRS_H

#include <stddef.h>

#include "lib/base/buf.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"

/* A dossier's table has some 500 rows of a few fields; more pairs than this refuse the request. */
#define PAIRS_MAX 8192
/* Longer names are none of ours: the request is refused. */
#define PAIR_NAME_MAX 64
/* Of an uploaded file's own name, in characters; longer refuses the request. */
#define FILE_NAME_MAX 255

struct form_file;

struct pair {
    const char *name;
    const char *value;             /* "" for a file */
    const struct form_file *file;  /* NULL: text */
};

struct pairs {
    struct pool *pool;
    struct pair *v;
    unsigned n, room;
};

struct pairs *pairs_new(struct pool *pool);
/* TOOBIG past PAIRS_MAX. */
enum outcome pairs_add(struct pairs *pairs, const char *name, const char *value, struct err *e)
    TDKT_MUST_USE;

/* The first text value of the name; NULL when there is none. */
const char *pairs_get(const struct pairs *pairs, const char *name);

/* INVALID (key "request.form") or TOOBIG (key "request.too-many"). */
enum outcome pairs_urlencoded(struct pairs *into, const char *text, size_t len, struct err *e)
    TDKT_MUST_USE;

/* boundary as the Content-Type gave it.  Files point into body, which must outlive them. */
enum outcome pairs_multipart(struct pairs *into, const char *body, size_t len,
                             const char *boundary, struct err *e) TDKT_MUST_USE;

/* name=value&... of the text pairs. */
void pairs_encode(const struct pair *v, unsigned n, struct buf *out);

#endif
