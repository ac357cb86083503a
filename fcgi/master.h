/* The process that keeps the workers: starts them, starts them again, replaces them on SIGHUP, ends
 * them on SIGTERM.
 *
 * It opens no database and no directory and reads no document: what could make it fall does not
 * happen here.
 */
#ifndef TDKT_FCGI_MASTER_H
#define TDKT_FCGI_MASTER_H

#include "lib/conf/conf.h"

struct master_setup {
    const char *conf_path;
    const char *listen;     /* of the command line; "" for the configuration's */
};

/* Loads the configuration as the program uses it (data_dir filled in). */
enum outcome settings_load(struct pool *pool, const char *path, struct conf **out, struct err *e)
    TDKT_MUST_USE;

/* Configuration, messages, sheets, flow and law are in order: EX_OK, or EX_CONFIG with the reason
 * logged.  In a child process of its own, so that nothing stays. */
int settings_check(const char *conf_path);

/* Serves until SIGTERM or SIGINT.  Returns the exit status. */
int master_run(const struct master_setup *setup);

#endif
