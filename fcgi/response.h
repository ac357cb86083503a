/* One answer: status, headers, body.  It is complete before its first byte leaves, so that any
 * failure on the way to it is still told by a true status. */
#ifndef TDKT_FCGI_RESPONSE_H
#define TDKT_FCGI_RESPONSE_H

#include <stdbool.h>

#include "lib/base/buf.h"
#include "lib/base/pool.h"

/* Of the headers together, in bytes; more is an INTERNAL answer. */
#define RESPONSE_HEAD_MAX 16384

struct response {
    struct pool *pool;
    int status;
    const char *type;         /* media type */
    const void *body;
    size_t body_len;
    bool download;            /* gets the headers of a foreign file: it may not run */
    bool unsized;             /* nginx knows the length of what it sends itself; of what was not made nobody does */
    struct buf *more;         /* further header lines */
};

void response_init(struct response *r, struct pool *pool);

/* Adds "name: value"; a value with a control character makes the answer INTERNAL (500), as it could
 * hold a second header. */
void response_header(struct response *r, const char *name, const char *value);

void response_body(struct response *r, int status, const char *type, const void *body, size_t len);
void response_see_other(struct response *r, const char *location);

/* A file to be saved: name in the letters it has (RFC 6266, RFC 8187). */
void response_attachment(struct response *r, const char *name);

/* nginx sends the stored file of that digest. */
void response_internal_file(struct response *r, const char *digest, const char *type);

/* nginx sends the file made for this answer (lib/store/file.h), of that name; "": only its head was asked for, none was made. */
void response_handout(struct response *r, const char *name, const char *type);

/* A page that needs no sheet, no database, nothing: title and two sentences. */
void response_plain_page(struct response *r, int status, const char *title, const char *what,
                         const char *next, const char *code);

/* Head and (unless head_only) body, as FastCGI wants them. */
void response_write(struct response *r, bool head_only, struct buf *out);

#endif
