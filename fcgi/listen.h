/* The socket that nginx connects to: one we were started with, or one we make. */
#ifndef TDKT_FCGI_LISTEN_H
#define TDKT_FCGI_LISTEN_H

#include "lib/base/err.h"

/* where "": LISTEN_FDS (sd_listen_fds(3)), else descriptor 0; a path: a unix socket, which a
 * left-over of ours may be removed for; host:port.  The descriptor does not block.  UNAVAIL says
 * why there is none. */
enum outcome listen_open(const char *where, int *fd, struct err *e) TDKT_MUST_USE;

/* Removes the unix socket that listen_open() made. */
void listen_remove(const char *where);

#endif
