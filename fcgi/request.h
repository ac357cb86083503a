/* One request as it came: CGI variables and body, typed, bounded, refused when not understood.
 *
 * The head is read first; the body only when the route is known, up to that route's limit.
 */
#ifndef TDKT_FCGI_REQUEST_H
#define TDKT_FCGI_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "fcgi/pairs.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"

/* Longer ones refuse the request. */
#define PATH_MAX_BYTES 512
#define QUERY_MAX_BYTES 8192
#define HEADER_MAX_BYTES 8192

#define REQUEST_ID_SIZE 33

enum method { METHOD_UNSET = 0, METHOD_GET, METHOD_POST, METHOD_OTHER };

/* Where the body comes from: at most cap bytes; 0 at its end, negative when the link failed. */
struct body_source {
    ssize_t (*read)(void *from, void *to, size_t cap);
    void *from;
};

struct request {
    enum method method;
    bool head;                 /* HEAD: answered as GET without its body */
    bool tls;
    const char *path;          /* without the query; only characters our paths have */
    const char *url;           /* path and query as asked */
    const char *host, *origin, *fetch_site, *content_type, *agent, *address, *cookies;
    const char *remote_user;   /* TDKT_REMOTE_USER, which only nginx sets; "" when absent */
    char id[REQUEST_ID_SIZE];  /* nginx's $request_id, or our own */
    size_t content_length;
    struct pairs *query, *body; /* body NULL until request_body() */
};

/* env: "NAME=value" strings, ended by NULL.  Always leaves a usable id and address in *out.
 * INVALID ("request.bad"), TOOBIG. */
enum outcome request_head(struct pool *pool, char *const *env, struct request *out, struct err *e)
    TDKT_MUST_USE;

/* Reads and decodes the whole body.  TOOBIG past limit, INVALID when it is cut short or of an
 * unknown type. */
enum outcome request_body(struct pool *pool, struct request *request, struct body_source source,
                          size_t limit, struct err *e) TDKT_MUST_USE;

/* "https://host" the browser must have come from: base_url when configured, else the request's own.
 */
const char *request_site(struct pool *pool, const struct request *request, const char *base_url);

#endif
