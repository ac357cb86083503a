/* Loading what every worker needs, once for all of them; and answering whether all of it is in order. */
#ifndef TDKT_FCGI_APP_H
#define TDKT_FCGI_APP_H

#include "fcgi/call.h"

/* Configuration excepted, everything that can be wrong before a request comes: messages, sheets,
 * flow, law, the route table, the files of passwords. Opens no connection: app->db is made by whoever asks it. */
enum outcome app_load(struct pool *pool, const struct conf *conf, struct app **out, struct err *e)
    TDKT_MUST_USE;

#endif
