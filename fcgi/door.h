/* The connection of one request: taken when it is in order, answered in one piece, closed.
 *
 * Between the two libfcgi reads it; nothing reaches libfcgi that fcgi/wire.h has not looked at.
 */
#ifndef TDKT_FCGI_DOOR_H
#define TDKT_FCGI_DOOR_H

#include <fcgiapp.h>
#include <stdbool.h>
#include <sys/types.h>

#include "lib/base/buf.h"

void door_init(FCGX_Request *request);

/* Takes a connection of the listening socket (which does not block) and reads its request up to the body.  false: another
 * worker was first, or what came was none of ours and is closed. */
bool door_open(FCGX_Request *request, int listen_fd);

/* Of the body: at most cap bytes, 0 at its end.  What was read stays nowhere but at `to`: it may be a password. */
ssize_t door_read(FCGX_Request *request, void *to, size_t cap);

/* Sends the answer and closes the connection. */
void door_answer(FCGX_Request *request, struct pool *pool, const struct buf *answer);

#endif
