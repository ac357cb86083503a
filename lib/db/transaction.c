/* The transaction runner: begins, calls, commits, rolls back; what may run again and what may not. */
#include <time.h>

#include "lib/base/fatal.h"
#include "lib/db/connection.h"

/* How often a transaction that lost a deadlock or waited too long for a lock is tried again. */
#define RETRIES 3

/* Before the n-th retry we wait n times this, so that the winner is through. */
#define RETRY_WAIT_NS 20000000L

/* An idle connection may have been closed since its last transaction; nothing has happened in this one yet, so
 * connecting again is safe here and nowhere else. */
static enum outcome begin(struct db *db, enum db_mode mode, struct err *e)
{
    const char *sql =
        mode == DB_READ ? "START TRANSACTION READ ONLY" : "START TRANSACTION READ WRITE";
    bool was_connected = db->link;
    enum outcome out = db_connect(db, e);

    if (out == OUT_OK)
        out = db_command(db, sql, DB_WORKING, e);
    if (out != OUT_OK && was_connected && !db->link) {
        err_clear(e);
        out = db_connect(db, e);
        if (out == OUT_OK)
            out = db_command(db, sql, DB_WORKING, e);
    }
    return out;
}

/* After error 1205 the transaction is still open: whatever went wrong, it is rolled back, or dies with its
 * connection. */
static void roll_back(struct db *db)
{
    struct err ignored = ERR_INIT;

    if (db->link && db_command(db, "ROLLBACK", DB_WORKING, &ignored) != OUT_OK)
        db_drop(db);
}

/* What the body's answer is worth: OK only when nothing failed underneath and nothing was recorded. */
static enum outcome judge(const struct db_tx *tx, enum outcome out, struct err *e)
{
    struct err was = *e;

    if (tx->broken == OUT_RETRY)
        return OUT_RETRY;
    if (out == OUT_OK && tx->broken != OUT_OK)
        out = tx->broken;
    if (out == OUT_OK && was.code != OUT_OK) {
        err_clear(e);
        out = err_set(e, OUT_INTERNAL, "db.body", "the body recorded %s and went on", was.key);
    }
    if (out != OUT_OK && e->code == OUT_OK)
        err_set(e, out, "db.body", "the body gave no reason");
    return out;
}

/* An act's audit of some thousand rows, with what stood before and after. */
#define TX_MEMORY (256u << 20)

struct pool *db_tx_pool(struct db_tx *tx)
{
    if (!tx->pool)
        tx->pool = pool_new("transaction", TX_MEMORY);
    return tx->pool;
}

void *db_at_end(struct db_tx *tx, db_last last, size_t size)
{
    if (tx->last && tx->last != last)
        panic("db_at_end: something else is left for the end");
    if (!tx->last)
        tx->state = pool_alloc(db_tx_pool(tx), size);
    tx->last = last;
    return tx->state;
}

enum outcome db_do_last(struct db_tx *tx, struct err *e)
{
    db_last last = tx->last;

    tx->last = NULL;
    return last ? judge(tx, last(tx, tx->state, e), e) : OUT_OK;
}

static enum outcome attempt(struct db *db, enum db_mode mode, db_body body, void *ctx,
                            struct err *e)
{
    struct db_tx tx = {.db = db, .mode = mode, .broken = OUT_OK};
    enum outcome out = begin(db, mode, e);

    if (out == OUT_OK) {
        out = judge(&tx, body(&tx, ctx, e), e);
        if (out == OUT_OK)
            out = db_do_last(&tx, e);
        /* A read-only COMMIT changes nothing, so there is nothing to be uncertain of. */
        if (out == OUT_OK)
            out = db_command(db, "COMMIT", mode == DB_READ ? DB_WORKING : DB_COMMITTING, e);
    }
    if (out != OUT_OK)
        roll_back(db);
    if (tx.pool)
        pool_free(tx.pool);
    return out;
}

/* A read whose connection died has changed nothing, so it may run again on a new one: once, and only when it was not the
 * server's slowness that ended it.  A write is not repeated: whoever pressed the button is told, and his form acts once. */
static bool may_run_again(const struct db *db, enum db_mode mode, enum outcome out, int64_t began)
{
    return mode == DB_READ && out == OUT_UNAVAIL && !db->link && db->failures == 0 &&
           db_clock() - began < (int64_t)db->settings.seconds * 1000000 / 2;
}

static enum outcome once(struct db *db, enum db_mode mode, db_body body, void *ctx, struct err *e)
{
    enum outcome out;

    db->open = true;
    out = attempt(db, mode, body, ctx, e);
    db->open = false;
    return out;
}

enum outcome db_transact(struct db *db, enum db_mode mode, db_body body, void *ctx, struct err *e)
{
    int64_t began = db_clock();
    bool again = false;
    enum outcome out;

    if (mode != DB_READ && mode != DB_WRITE)
        panic("db_transact: the mode was not set");
    if (db->open)
        panic("db_transact: a transaction inside a transaction");
    if (e->code != OUT_OK)
        return e->code;
    for (unsigned n = 0;; n++) {
        struct timespec wait = {0, RETRY_WAIT_NS * (n + 1)};

        out = once(db, mode, body, ctx, e);
        if (!again && may_run_again(db, mode, out, began)) {
            again = true;
            err_clear(e);
            out = once(db, mode, body, ctx, e);
        }
        if (out != OUT_RETRY || n == RETRIES)
            break;
        err_clear(e);
        nanosleep(&wait, NULL);
    }
    return out;
}

static enum outcome prepare_all(struct db_tx *tx, void *ctx, struct err *e)
{
    enum outcome out = OUT_OK;
    MYSQL_STMT *handle;

    (void)ctx;
    for (int stmt = 1; stmt < DB_STMT_COUNT && out == OUT_OK; stmt++)
        out = db_prepare(tx->db, (enum db_stmt)stmt, &handle, e);
    return out;
}

/* The server prepares a write in a read-write transaction only; this one writes nothing, so that the link died in
 * its COMMIT leaves no doubt about anything. */
enum outcome db_ping(struct db *db, struct err *e)
{
    enum outcome out = db_transact(db, DB_WRITE, prepare_all, NULL, e);

    if (out == OUT_UNCERTAIN) {
        err_clear(e);
        out = err_set(e, OUT_UNAVAIL, "db.down", "the link was lost");
    }
    return out;
}
