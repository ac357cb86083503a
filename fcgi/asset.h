/* The version of the files in xslt/asset: part of their address, so that browsers keep them until
 * they change. */
#ifndef TDKT_FCGI_ASSET_H
#define TDKT_FCGI_ASSET_H

#include "lib/base/err.h"
#include "lib/base/pool.h"

enum outcome asset_version(struct pool *pool, const char *folder, const char **out, struct err *e)
    TDKT_MUST_USE;

#endif
