/* The office's virus scanner: a program that is given on its standard input what somebody handed in, and answers by how it ends.
 *
 * In: the bytes, and which program ([server] scan_command: an absolute path and its arguments, divided by blanks; no shell reads it).
 * Out: OK (clean), INVALID (something was found) or UNAVAIL (nobody could say).  What the program prints is thrown away; it gets no
 * descriptor and no environment of ours, and what is left of it when its time is over is killed with all it has started.
 * Never called within a transaction: it may take as long as it may.
 */
#ifndef TDKT_SCAN_SCAN_H
#define TDKT_SCAN_SCAN_H

#include "lib/base/err.h"

/* The program and its arguments; a command of more words is refused. */
#define SCAN_WORDS_MAX 16

/* The longest command, its ending NUL counted in; a longer one is refused. */
#define SCAN_COMMAND_MAX 1024

struct scanner {
    const char *command; /* "": nothing is scanned, and everything is clean */
    int seconds;         /* then it is ended, and nobody could say */
};

/* Could it be started?  INVALID "scan.command" when it is no absolute path of a program that this account may run. */
enum outcome scan_check(const struct scanner *scanner, struct err *e) TDKT_MUST_USE;

/* OK: the program read all of it and ended with 0.  INVALID "file.infected": it ended with 1.  UNAVAIL "file.unscanned", with
 * what happened for the log: any other end, a signal, its time over, not started, or 0 before it had read all. */
enum outcome scan_bytes(const struct scanner *scanner, const void *bytes, size_t len, struct err *e)
    TDKT_MUST_USE;

#endif
