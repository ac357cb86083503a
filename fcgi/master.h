/* The process that keeps the workers: starts them, starts them again, replaces them on SIGHUP, ends
 * them on SIGTERM.
 *
 * It reads the files once for all workers, which are forked with what came of them (generation.h): a worker that ends is
 * replaced by one of the same files, whatever has become of them since.  What could make it fall does not happen here: it
 * opens no database and no directory, transforms nothing, and reads no file that a child has not just read and lived.
 */
#ifndef TDKT_FCGI_MASTER_H
#define TDKT_FCGI_MASTER_H

struct master_setup {
    const char *conf_path;
    const char *listen;     /* of the command line; "" for the configuration's */
};

/* Serves until SIGTERM or SIGINT.  Returns the exit status. */
int master_run(const struct master_setup *setup);

#endif
