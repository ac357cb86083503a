/* One request from its first variable to its last byte, in the order of the design: request,
 * router, guard, form, transaction, page, response, log line.  Knows nothing of sockets. */
#ifndef TDKT_FCGI_SERVE_H
#define TDKT_FCGI_SERVE_H

#include "fcgi/call.h"
#include "fcgi/request.h"
#include "fcgi/route.h"

/* What the deadline's log line may say while a request runs. */
struct serve_watch {
    char id[REQUEST_ID_SIZE];
    const char *volatile route; /* its path; "" before it is known */
};

/* Answers into out, always something that can be sent.  watch may be NULL. */
void serve(const struct app *app, const struct route *table, unsigned count, struct pool *pool,
           char *const *env, struct body_source body, struct serve_watch *watch, struct buf *out);

#endif
