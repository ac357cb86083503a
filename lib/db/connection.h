/* What the files of lib/db share: the connection and how its failures are told. */
#ifndef TDKT_DB_CONNECTION_H
#define TDKT_DB_CONNECTION_H

#include <mysql.h>

#include "lib/db/classify.h"
#include "lib/db/statement.h"

struct db {
    struct db_settings settings;
    MYSQL *link; /* NULL: not connected */
    MYSQL_STMT *prepared[DB_STMT_COUNT];
    bool reading[DB_STMT_COUNT]; /* its rows are being read: not to be executed again meanwhile */
    bool open;                   /* inside db_transact */
    unsigned failures;           /* to connect, in a row */
    int64_t not_before;          /* microseconds: no attempt to connect until then */
    int64_t spent;               /* microseconds in the server */
};

struct db_tx {
    struct db *db;
    enum db_mode mode;
    enum outcome broken; /* a failure after which there must be no COMMIT, whatever the body says */
    struct pool *pool;   /* NULL: nobody has asked for memory */
    db_last last;        /* NULL: nothing is left for the end */
    void *state;
};

/* Connected, or UNAVAIL: at once while an earlier failure is being waited out. */
enum outcome db_connect(struct db *db, struct err *e) TDKT_MUST_USE;

/* Forgets the connection and everything prepared on it. */
void db_drop(struct db *db);

/* One statement of our own making that answers no rows. */
enum outcome db_command(struct db *db, const char *sql, enum db_phase phase, struct err *e)
    TDKT_MUST_USE;

/* Records what the library said (number and text are the connection's or the statement's), and drops
 * the connection when it is of no more use. */
enum outcome db_failed(struct db *db, unsigned number, const char *text, enum db_phase phase,
                       const char *doing, struct err *e) TDKT_MUST_USE;

/* Does what was left for the end. */
enum outcome db_do_last(struct db_tx *tx, struct err *e) TDKT_MUST_USE;

/* Microseconds of a clock that only goes forward. */
int64_t db_clock(void);

/* On the connection's list, checked against what the server makes of it.  Used by db_ping and the statement calls. */
enum outcome db_prepare(struct db *db, enum db_stmt stmt, MYSQL_STMT **out, struct err *e)
    TDKT_MUST_USE;

/* Rows of an executed statement, one by one, to on_row (which may be NULL). */
enum outcome db_read_rows(struct db *db, enum db_stmt stmt, MYSQL_STMT *handle, db_on_row on_row,
                          void *ctx, struct err *e) TDKT_MUST_USE;

#endif
