#include "lib/db/connection.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/base/fatal.h"

/* After a failure to connect nobody tries again for so long; doubles with every failure. */
#define WAIT_FIRST_US 250000
#define WAIT_LONGEST_US 5000000

/* Whoever may take longer over a statement need not wait longer for a server that is not there. */
#define CONNECT_SECONDS_MAX 10

/* A server older than this lacks what the schema uses. */
#define OLDEST_SERVER 100600

/* A transaction in which nothing happens for so long is ended by the server, with its locks. */
#define IDLE_TRANSACTION_SECONDS 120

int64_t db_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t db_spent_ms(struct db *db)
{
    int64_t ms = db->spent / 1000;

    db->spent = 0;
    return ms;
}

static void drop_with_pool(void *data)
{
    db_drop(data);
}

static const char *kept(struct pool *pool, const char *text)
{
    return text && *text ? pool_strdup(pool, text) : NULL;
}

struct db *db_new(struct pool *pool, const struct db_settings *settings)
{
    struct db *db = pool_alloc(pool, sizeof *db);

    if (mysql_library_init(0, NULL, NULL) != 0)
        fatal_memory("mariadb client");
    db->settings = *settings;
    db->settings.host = kept(pool, settings->host);
    db->settings.socket = kept(pool, settings->socket);
    db->settings.user = kept(pool, settings->user);
    db->settings.name = kept(pool, settings->name);
    db->settings.tls_ca = kept(pool, settings->tls_ca);
    if (db->settings.seconds < 1)
        db->settings.seconds = 1;
    pool_on_free(pool, drop_with_pool, db);
    return db;
}

void db_drop(struct db *db)
{
    for (unsigned i = 0; i < DB_STMT_COUNT; i++) {
        if (db->prepared[i])
            mysql_stmt_close(db->prepared[i]);
        db->prepared[i] = NULL;
    }
    if (db->link)
        mysql_close(db->link);
    db->link = NULL;
}

enum outcome db_failed(struct db *db, unsigned number, const char *text, enum db_phase phase,
                       const char *doing, struct err *e)
{
    struct db_fault fault = db_classify(number, text, phase);
    char name[64];

    if (number == CR_OUT_OF_MEMORY)
        fatal_memory("mariadb client");
    if (e->code == OUT_OK) {
        err_set(e, fault.outcome, fault.key, "database error %u%s%s in %.60s", number,
                fault.telling ? ": " : "", fault.telling ? text : "", doing);
        if (number == ER_DUP_ENTRY || number == ER_DUP_ENTRY_WITH_KEY_NAME)
            db_quoted(text, "for key '", name, sizeof name);
        else
            db_quoted(text, "CONSTRAINT `", name, sizeof name);
        if (name[0])
            err_arg(e, "index", name);
    }
    if (fault.lost)
        db_drop(db);
    return fault.outcome;
}

enum outcome db_command(struct db *db, const char *sql, enum db_phase phase, struct err *e)
{
    int64_t began = db_clock();
    int failed = mysql_real_query(db->link, sql, strlen(sql));

    db->spent += db_clock() - began;
    if (failed)
        return db_failed(db, mysql_errno(db->link), mysql_error(db->link), phase, sql, e);
    return OUT_OK;
}

/* Everything a session must be is said here and then asked back: a proxy or an odd server default must not
 * quietly turn errors into warnings or shift times. */
static enum outcome set_session(struct db *db, struct err *e)
{
    static const char *const check =
        "SELECT FIND_IN_SET('STRICT_TRANS_TABLES', @@SESSION.sql_mode) > 0"
        " AND @@SESSION.tx_isolation = 'READ-COMMITTED' AND @@SESSION.time_zone = '+00:00'"
        " AND @@SESSION.character_set_client = 'utf8mb4'"
        " AND @@SESSION.collation_connection = 'utf8mb4_bin'";
    int lock_wait = db->settings.seconds / 4 > 0 ? db->settings.seconds / 4 : 1;
    char sql[512];
    enum outcome out;
    MYSQL_RES *result;
    MYSQL_ROW row;
    bool as_asked;

    snprintf(sql, sizeof sql,
             "SET SESSION sql_mode = 'TRADITIONAL', tx_isolation = 'READ-COMMITTED',"
             " time_zone = '+00:00', collation_connection = utf8mb4_bin, autocommit = 1,"
             " innodb_lock_wait_timeout = %d, lock_wait_timeout = %d, max_statement_time = %d,"
             " idle_transaction_timeout = %d",
             lock_wait, lock_wait, db->settings.seconds, IDLE_TRANSACTION_SECONDS);
    out = db_command(db, sql, DB_CONNECTING, e);
    if (out == OUT_OK)
        out = db_command(db, check, DB_CONNECTING, e);
    if (out != OUT_OK)
        return out;
    result = mysql_store_result(db->link);
    row = result ? mysql_fetch_row(result) : NULL;
    as_asked = row && row[0] && strcmp(row[0], "1") == 0;
    mysql_free_result(result);
    if (!as_asked)
        return err_set(e, OUT_INTERNAL, "db.session", "the server does not keep to strict mode, "
                       "READ COMMITTED, UTC and utf8mb4");
    return OUT_OK;
}

static void set_options(struct db *db)
{
    unsigned seconds = (unsigned)db->settings.seconds;
    unsigned connecting = seconds < CONNECT_SECONDS_MAX ? seconds : CONNECT_SECONDS_MAX;
    unsigned patience = seconds + 1; /* the server's own limit comes first and leaves the link alive */
    unsigned off = 0;
    my_bool no = 0, yes = 1;

    mysql_options(db->link, MYSQL_OPT_CONNECT_TIMEOUT, &connecting);
    mysql_options(db->link, MYSQL_OPT_READ_TIMEOUT, &patience);
    mysql_options(db->link, MYSQL_OPT_WRITE_TIMEOUT, &patience);
    mysql_options(db->link, MYSQL_OPT_RECONNECT, &no);
    mysql_options(db->link, MYSQL_OPT_LOCAL_INFILE, &off);
    mysql_options(db->link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_optionsv(db->link, MYSQL_REPORT_DATA_TRUNCATION, &yes);
    if (db->settings.socket)
        return;
    mysql_optionsv(db->link, MYSQL_OPT_SSL_ENFORCE, &yes);
    mysql_optionsv(db->link, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
    if (db->settings.tls_ca)
        mysql_optionsv(db->link, MYSQL_OPT_SSL_CA, db->settings.tls_ca);
}

static enum outcome connect_now(struct db *db, struct err *e)
{
    const struct db_settings *s = &db->settings;

    db->link = mysql_init(NULL);
    if (!db->link)
        fatal_memory("mariadb client");
    set_options(db);
    if (!mysql_real_connect(db->link, s->socket ? NULL : s->host, s->user,
                            s->password ? secret_reveal(s->password) : NULL, s->name,
                            (unsigned)s->port, s->socket, CLIENT_FOUND_ROWS))
        return db_failed(db, mysql_errno(db->link), mysql_error(db->link), DB_CONNECTING,
                         "connecting", e);
    if (mysql_get_server_version(db->link) < OLDEST_SERVER)
        return err_set(e, OUT_INTERNAL, "db.version", "MariaDB %lu is older than %d",
                       mysql_get_server_version(db->link), OLDEST_SERVER);
    return set_session(db, e);
}

enum outcome db_connect(struct db *db, struct err *e)
{
    int64_t began = db_clock(), wait = WAIT_FIRST_US;
    enum outcome out;

    if (db->link)
        return OUT_OK;
    if (began < db->not_before)
        return err_set(e, OUT_UNAVAIL, "db.down", "waiting before the next attempt to connect");
    out = connect_now(db, e);
    db->spent += db_clock() - began;
    if (out == OUT_OK) {
        db->failures = 0;
        return OUT_OK;
    }
    db_drop(db);
    for (unsigned i = 0; i < db->failures && wait < WAIT_LONGEST_US; i++)
        wait *= 2;
    db->failures++;
    db->not_before = db_clock() + (wait < WAIT_LONGEST_US ? wait : WAIT_LONGEST_US);
    return out;
}
