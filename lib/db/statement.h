/* What is known of a statement before it meets a server: made by statements.awk. */
#ifndef TDKT_DB_STATEMENT_H
#define TDKT_DB_STATEMENT_H

#include "lib/db/db.h"

/* Of a row or of a call. */
struct db_column {
    const char *name; /* of the query file; parameters and the server's columns are taken in order */
    const char *shown; /* with '-' for '_': an attribute's name */
    enum db_type type;
};

struct db_statement {
    const char *name, *sql;
    const struct db_column *in;
    unsigned ins;
    const struct db_column *out;
    unsigned outs; /* 0: answers no rows */
    unsigned limit; /* an answer of so many rows may have been cut, and is refused; 0: what is left out is left out on purpose */
};

/* By enum db_stmt; row 0 is empty. */
extern const struct db_statement db_statements[];

#endif
