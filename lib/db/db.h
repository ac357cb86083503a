/* MariaDB: one connection, a closed list of statements, transactions.
 * The only user of mysql.h.
 *
 * The statements are those of the files in sql/query and no others; enum db_stmt is made from them
 * (see lib/db/statements.awk), with the number and types of parameters and columns.
 */
#ifndef TDKT_DB_DB_H
#define TDKT_DB_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/base/secret.h"
#include "lib/db/statements.h" /* made: enum db_stmt */

enum db_type { DB_INT = 1, DB_TEXT, DB_DATE, DB_TIME, DB_BOOL };

struct db_value {
    enum db_type type;
    bool null;
    int64_t i;       /* int, bool, date (date_t) */
    const char *s;   /* text, time ("2026-11-22 08:15:00", UTC) */
};

/* Parameters: DB_ARGS(db_int(7), db_text("x")), DB_NO_ARGS. */
struct db_args {
    const struct db_value *v;
    unsigned n;
};
#define DB_ARGS(...)                                                             \
    ((struct db_args){(const struct db_value[]){__VA_ARGS__},                    \
                      sizeof((const struct db_value[]){__VA_ARGS__}) / sizeof(struct db_value)})
#define DB_NO_ARGS ((struct db_args){NULL, 0})

struct db_value db_int(int64_t i);
struct db_value db_id(int64_t id);          /* 0 becomes NULL */
struct db_value db_bool(bool b);
struct db_value db_text(const char *s);     /* NULL becomes NULL */
struct db_value db_opt_text(const char *s); /* NULL and "" become NULL */
struct db_value db_date(date_t d);          /* DATE_NONE becomes NULL */
struct db_value db_null(void);

struct db;
struct db_tx;

struct db_settings {
    const char *host, *socket, *user, *name, *tls_ca;
    const struct secret *password; /* or NULL */
    int port, seconds;
};

/* Does not connect: the first transaction does.  Freed with the pool. */
struct db *db_new(struct pool *pool, const struct db_settings *settings);

/* Connected, in strict mode, and every statement can be prepared. */
enum outcome db_ping(struct db *db, struct err *e) TDKT_MUST_USE;

enum db_mode { DB_MODE_UNSET = 0, DB_READ, DB_WRITE };

/* May be called again, after a deadlock or when a read lost its link: it must write nothing but through tx. */
typedef enum outcome (*db_body)(struct db_tx *tx, void *ctx, struct err *e);

/* Begins, calls, commits; whatever else happens, rolls back.  RETRY is tried again at most three
 * times; DB_READ whose link is lost runs once more on a new one.  A link lost before COMMIT is UNAVAIL (nothing changed),
 * during COMMIT UNCERTAIN.
 * The body's own outcome other than OK rolls back and is returned. */
enum outcome db_transact(struct db *db, enum db_mode mode, db_body body, void *ctx, struct err *e)
    TDKT_MUST_USE;

/* Memory that lasts as long as this run of the transaction. */
struct pool *db_tx_pool(struct db_tx *tx);

/* What is done last, once, when the body has answered OK and before COMMIT: for what must hold its locks for no longer than that.
 * Answers the zeroed state, of `size` bytes, that `last` is called with: at every call the same.  There is one such thing. */
typedef enum outcome (*db_last)(struct db_tx *tx, void *state, struct err *e);
void *db_at_end(struct db_tx *tx, db_last last, size_t size);

/* One row; valid during the callback. */
struct db_row;
bool db_null_at(const struct db_row *row, unsigned col);
int64_t db_int_at(const struct db_row *row, unsigned col);     /* 0 when null */
const char *db_text_at(const struct db_row *row, unsigned col); /* "" when null */
date_t db_date_at(const struct db_row *row, unsigned col);     /* DATE_NONE when null */
/* The statement's columns, for generic use: lower-case names with '-' for '_'. */
unsigned db_columns(const struct db_row *row);
const char *db_column_name(const struct db_row *row, unsigned col);
/* The value as document text: dates ISO, booleans "yes"/"no". */
const char *db_text_of(const struct db_row *row, unsigned col);

/* Returning anything but OK ends the reading and the call with it. */
typedef enum outcome (*db_on_row)(const struct db_row *row, void *ctx, struct err *e);

/* Reads every row.  The result is buffered in the process: give statements a LIMIT.  An answer that fills its LIMIT is
 * TOOBIG (key "list.too-long", with the number), unless the statement says with "first:" why rows may be left out. */
enum outcome db_query(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                      void *ctx, struct err *e) TDKT_MUST_USE;

/* Exactly one row, or NOTFOUND (key "notfound"); more than one is INTERNAL. */
enum outcome db_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                    void *ctx, struct err *e) TDKT_MUST_USE;

/* One integer of one row; NULL or no row gives `none`. */
enum outcome db_scalar(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t none,
                       int64_t *out, struct err *e) TDKT_MUST_USE;

/* INSERT, UPDATE, DELETE.  affected (matched rows) and id may be NULL. */
enum outcome db_exec(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t *affected,
                     int64_t *id, struct err *e) TDKT_MUST_USE;

/* db_exec that must match exactly one row, else CONFLICT (key "changed"): the guard by version. */
enum outcome db_exec_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, struct err *e)
    TDKT_MUST_USE;

/* Many rows at once with array binding where the server has it: args holds rows * params values.
 * INTERNAL for a statement with a subquery: the server would work it out once for all rows. */
enum outcome db_exec_many(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e) TDKT_MUST_USE;

/* db_exec_many where every row of the array must match exactly one row, else CONFLICT (key "changed"). */
enum outcome db_exec_each(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e) TDKT_MUST_USE;

/* Milliseconds spent in the server since the last call, for the request's log line. */
int64_t db_spent_ms(struct db *db);

#endif
