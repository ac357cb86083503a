/* SQL files of several statements, run one by one over db_command: migrations and grants only.
 * Everything else is on the closed list. */
#ifndef TDKT_DB_SCRIPT_H
#define TDKT_DB_SCRIPT_H

#include "lib/db/connection.h"

/* The whole file; TOOBIG past a megabyte. */
enum outcome script_read(struct pool *pool, const char *path, const char **text, struct err *e)
    TDKT_MUST_USE;

/* The next statement of the text, without its ';'; NULL at the end.  Moves *at behind it.  Quotes and
 * comments are understood; a ';' in them does not end a statement. */
char *script_next(struct pool *pool, const char **at);

/* Runs every statement; a failure names the script and the statement's number. */
enum outcome script_run(struct db *db, const char *name, const char *text, struct err *e)
    TDKT_MUST_USE;

#endif
