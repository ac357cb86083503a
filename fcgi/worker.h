/* One process that answers requests, one at a time, until it is told to stop or has answered its
 * share.
 *
 * A request that does not end in time ends the process: the transaction rolls back with its
 * connection, nginx answers 502, and the log says which route it was.
 */
#ifndef TDKT_FCGI_WORKER_H
#define TDKT_FCGI_WORKER_H

#include "fcgi/app.h"

struct worker_setup {
    int listen_fd;
    unsigned place;
    struct gate *gate; /* shared by all workers */
};

/* Called in the forked child, which has what was loaded in its memory and a connection of its own to the database; it
 * reads none of the files again.  ready() is called once it can answer.  Returns the exit status. */
int worker_run(const struct app *loaded, const struct worker_setup *setup, void (*ready)(void));

#endif
