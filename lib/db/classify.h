/* The server's and the client library's error numbers, turned into outcomes.  Pure. */
#ifndef TDKT_DB_CLASSIFY_H
#define TDKT_DB_CLASSIFY_H

#include "lib/base/err.h"

/* Where in a transaction's life the error came. */
enum db_phase { DB_CONNECTING, DB_WORKING, DB_COMMITTING };

struct db_fault {
    unsigned number;
    enum outcome outcome;
    const char *key;
    bool lost;    /* the connection is of no more use */
    bool telling; /* the server's own text holds no values, only names: fit for the log */
};

/* text: the server's own; looked at where one number stands for several things (a full disk comes as the error of an
 * engine).  A number that is not in the table is INTERNAL, lost; while committing, whatever does not prove that
 * the transaction was rolled back is UNCERTAIN. */
struct db_fault db_classify(unsigned number, const char *text, enum db_phase phase);

/* The name between the last pair of quotes after `before` in a server's text ("Duplicate entry 'x' for key 'unit_code'",
 * "for key '" -> "unit_code"); "" when there is none. */
void db_quoted(const char *text, const char *before, char *out, size_t cap);

#endif
