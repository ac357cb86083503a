/* A browser's own words about itself, cut down to what its user recognises: "Edge 130, Windows".  Nothing is decided by it. */
#ifndef TDKT_FCGI_AGENT_H
#define TDKT_FCGI_AGENT_H

#include "lib/base/pool.h"

/* "Không rõ" when nothing is recognised. */
const char *agent_name(struct pool *pool, const char *user_agent);

#endif
