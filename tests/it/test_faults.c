/* What happens to a transaction when the world goes wrong: links cut before, in and after COMMIT, deadlocks, locks that
 * do not come, a server that goes away and returns.  Nothing half-applied, nothing twice, and the answer is true. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/db/connection.h"
#include "tests/it/database.h"
#include "tests/it/side.h"

static struct pool *pool;
static struct database database;

static int start(void **state)
{
    (void)state;
    pool = pool_new("test", 64u << 20);
    if (!database_start(&database, pool) || !side_open(&database, pool))
        return -1;
    return side_run("INSERT INTO unit (id, code, kind, path, sort_key, valid_from) VALUES"
                    " (1, 'SYT', 'so', '/1/', 'a', '2025-07-01');"
                    "INSERT INTO number_series (id, unit_id, code, year, last_no) VALUES"
                    " (1, 1, 'A', 2026, 0), (2, 1, 'B', 2026, 0);")
               ? 0
               : -1;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&database);
    pool_free(pool);
    return 0;
}

static int fresh(void **state)
{
    (void)state;
    return side_run("DELETE FROM audit; UPDATE number_series SET last_no = 0;") ? 0 : -1;
}

static struct db *app_through(const char *socket)
{
    struct db_settings settings = database_app(&database);

    if (socket)
        settings.socket = socket;
    return db_new(pool, &settings);
}

static int64_t acts(void)
{
    return side_ask("SELECT COUNT(*) FROM audit");
}

static enum outcome insert_act(struct db_tx *tx, struct err *e)
{
    return db_exec(tx, Q_AUDIT_INSERT,
                   DB_ARGS(db_null(), db_text("2026-11-22 08:15:00"), db_null(), db_text("clerk"), db_text(""), db_text("test"),
                           db_text("unit"), db_id(0), db_int(1), db_null(), db_null(),
                           db_text("r1"), db_text("127.0.0.1"), db_null(), db_null()),
                   NULL, NULL, e);
}

/* Two acts: a half would show. */
static enum outcome two_acts(struct db_tx *tx, void *ctx, struct err *e)
{
    enum outcome out = insert_act(tx, e);

    (void)ctx;
    return out == OUT_OK ? insert_act(tx, e) : out;
}

/* The packet: its command byte (a query), then the text. */
#define COMMIT_PACKET "\x03" "COMMIT"

/* The link is cut when COMMIT passes by; then the same handle is used again. */
static void cut_at_commit(enum cut cut, int64_t stored)
{
    struct relay relay;
    struct err e = ERR_INIT;
    struct db *db;

    assert_true(relay_start(&relay, &database, COMMIT_PACKET, cut));
    db = app_through(relay.socket);
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_UNCERTAIN);
    assert_string_equal(e.key, "db.uncertain");
    assert_int_equal(acts(), stored);
    err_clear(&e);
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_OK);
    assert_int_equal(acts(), stored + 2);
    relay_stop(&relay);
}

static void cut_before_commit_arrives(void **state)
{
    (void)state;
    cut_at_commit(CUT_BEFORE_SENDING, 0);
}

static void cut_after_commit_is_done(void **state)
{
    (void)state;
    cut_at_commit(CUT_AFTER_SENDING, 2);
}

static enum outcome read_the_clock(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_one(tx, Q_SCHEMA_NOW, DB_NO_ARGS, NULL, ctx, e);
}

static void cut_in_the_commit_of_a_read_is_not_uncertain(void **state)
{
    struct relay relay;
    struct err e = ERR_INIT;

    (void)state;
    assert_true(relay_start(&relay, &database, COMMIT_PACKET, CUT_AFTER_SENDING));
    assert_int_equal(db_transact(app_through(relay.socket), DB_READ, read_the_clock, NULL, &e),
                     OUT_OK);
    relay_stop(&relay);
}

/* An account may end its own connections. */
static void kill_link(const struct db *db)
{
    struct err e = ERR_INIT;
    struct db *other = app_through(NULL);
    char sql[64];

    snprintf(sql, sizeof sql, "KILL HARD CONNECTION %lu", mysql_thread_id(db->link));
    assert_int_equal(db_connect(other, &e), OUT_OK);
    assert_int_equal(db_command(other, sql, DB_WORKING, &e), OUT_OK);
}

struct reading {
    unsigned kills; /* so many times the link is killed under it */
    unsigned calls;
};

static enum outcome read_killed(struct db_tx *tx, void *ctx, struct err *e)
{
    struct reading *reading = ctx;
    enum outcome out = read_the_clock(tx, NULL, e);

    if (out == OUT_OK && reading->calls++ < reading->kills)
        kill_link(tx->db);
    return out == OUT_OK ? read_the_clock(tx, NULL, e) : out;
}

/* A read runs again on a new connection, once; then the server is told to be away. */
static void a_read_that_lost_its_link_runs_once_more(void **state)
{
    static const struct {
        unsigned kills, calls;
        enum outcome want;
    } table[] = {{0, 1, OUT_OK}, {1, 2, OUT_OK}, {2, 2, OUT_UNAVAIL}};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct reading reading = {.kills = table[i].kills};
        struct db *db = app_through(NULL);
        struct err e = ERR_INIT;

        assert_int_equal(db_transact(db, DB_READ, read_killed, &reading, &e), table[i].want);
        assert_int_equal(reading.calls, table[i].calls);
        err_clear(&e);
        reading = (struct reading){0};
        assert_int_equal(db_transact(db, DB_READ, read_killed, &reading, &e), OUT_OK);
    }
}

static enum outcome read_slowly(struct db_tx *tx, void *ctx, struct err *e)
{
    struct reading *reading = ctx;

    usleep(600000);
    return read_killed(tx, reading, e);
}

/* Whoever has waited half his time is not made to wait again. */
static void a_slow_read_is_not_repeated(void **state)
{
    struct db_settings settings = database_app(&database);
    struct reading reading = {.kills = 1};
    struct err e = ERR_INIT;

    (void)state;
    settings.seconds = 1;
    assert_int_equal(db_transact(db_new(pool, &settings), DB_READ, read_slowly, &reading, &e), OUT_UNAVAIL);
    assert_int_equal(reading.calls, 1);
}

static enum outcome killed_in_between(struct db_tx *tx, void *ctx, struct err *e)
{
    unsigned *calls = ctx;

    ++*calls;
    assert_int_equal(insert_act(tx, e), OUT_OK);
    kill_link(tx->db);
    return insert_act(tx, e);
}

static void killed_before_commit(void **state)
{
    struct err e = ERR_INIT;
    struct db *db = app_through(NULL);
    unsigned calls = 0;

    (void)state;
    assert_int_equal(db_transact(db, DB_WRITE, killed_in_between, &calls, &e), OUT_UNAVAIL);
    assert_int_equal(calls, 1);
    assert_int_equal(acts(), 0);
    err_clear(&e);
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_OK);
    assert_int_equal(acts(), 2);
}

static enum outcome killed_and_looks_away(struct db_tx *tx, void *ctx, struct err *e)
{
    struct err own = ERR_INIT;

    (void)e;
    return killed_in_between(tx, ctx, &own) == OUT_OK ? OUT_INTERNAL : OUT_OK;
}

static void a_body_that_did_not_notice_does_not_commit(void **state)
{
    struct err e = ERR_INIT;
    unsigned calls = 0;

    (void)state;
    assert_int_equal(db_transact(app_through(NULL), DB_WRITE, killed_and_looks_away, &calls, &e),
                     OUT_UNAVAIL);
    assert_int_equal(acts(), 0);
}

/* An idle connection that the server has closed is replaced before anything happens in the new transaction. */
static void killed_while_idle(void **state)
{
    struct err e = ERR_INIT;
    struct db *db = app_through(NULL);

    (void)state;
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_OK);
    kill_link(db);
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_OK);
    assert_int_equal(acts(), 4);
}

static enum outcome take(struct db_tx *tx, int series, struct err *e)
{
    return db_exec_one(tx, Q_SERIES_TAKE, DB_ARGS(db_int(9), db_date(DATE_NONE), db_int(series)), e);
}

struct crossing {
    int first, second;
    int ready, go; /* pipes: say that the first is held; wait for the other's */
    unsigned calls;
};

static enum outcome cross(struct db_tx *tx, void *ctx, struct err *e)
{
    struct crossing *c = ctx;
    enum outcome out = take(tx, c->first, e);
    char byte = 'x';

    if (out == OUT_OK && c->calls++ == 0) {
        assert_int_equal(write(c->ready, &byte, 1), 1);
        assert_int_equal(read(c->go, &byte, 1), 1);
    }
    if (out == OUT_OK)
        out = take(tx, c->second, e);
    if (out == OUT_OK)
        out = insert_act(tx, e);
    return out;
}

static void a_deadlock_is_tried_again(void **state)
{
    struct err e = ERR_INIT;
    int there[2], back[2], status;
    pid_t child;
    struct crossing ours;

    (void)state;
    assert_int_equal(pipe(there), 0);
    assert_int_equal(pipe(back), 0);
    child = fork();
    if (child == 0) {
        struct crossing theirs = {2, 1, back[1], there[0], 0};
        enum outcome out = db_transact(app_through(NULL), DB_WRITE, cross, &theirs, &e);

        _exit(out == OUT_OK ? 10 + (int)theirs.calls : 1);
    }
    ours = (struct crossing){1, 2, there[1], back[0], 0};
    assert_int_equal(db_transact(app_through(NULL), DB_WRITE, cross, &ours, &e), OUT_OK);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status) - 10 + ours.calls, 3); /* one of the two came twice */
    assert_int_equal(acts(), 2);
}

static enum outcome hold_and_wait(struct db_tx *tx, void *ctx, struct err *e)
{
    struct crossing *c = ctx;
    enum outcome out = insert_act(tx, e);

    c->calls++;
    return out == OUT_OK ? take(tx, 1, e) : out;
}

/* Error 1205 rolls back one statement only: what the body did before it must go as well. */
static void a_lock_that_does_not_come_leaves_nothing(void **state)
{
    struct err e = ERR_INIT;
    struct crossing waiting = {0};

    (void)state;
    assert_true(side_run("START TRANSACTION; UPDATE number_series SET last_no = 3 WHERE id = 1;"));
    assert_int_equal(db_transact(app_through(NULL), DB_WRITE, hold_and_wait, &waiting, &e),
                     OUT_RETRY);
    assert_string_equal(e.key, "db.busy");
    assert_int_equal(waiting.calls, 4);
    assert_true(side_run("ROLLBACK;"));
    assert_int_equal(acts(), 0);
}

static void the_server_goes_and_returns(void **state)
{
    struct err e = ERR_INIT;
    struct db *db = app_through(NULL);
    int64_t began;

    (void)state;
    assert_int_equal(db_ping(db, &e), OUT_OK);
    assert_true(database_server(&database, "stop"));
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_UNAVAIL);
    assert_string_equal(e.key, "db.down");
    /* While it is being waited out nobody waits for it. */
    began = db_clock();
    err_clear(&e);
    assert_int_equal(db_transact(db, DB_WRITE, two_acts, NULL, &e), OUT_UNAVAIL);
    assert_true(db_clock() - began < 50000);
    assert_true(database_server(&database, "start"));
    for (int i = 0; i < 100 && e.code != OUT_OK; i++) {
        usleep(100000);
        err_clear(&e);
        (void)!db_transact(db, DB_WRITE, two_acts, NULL, &e);
    }
    assert_int_equal(e.code, OUT_OK);
    assert_int_equal(acts(), 2);
}

static enum outcome over_tcp(const char *ca)
{
    struct db_settings settings = database_app(&database);
    struct err e = ERR_INIT;

    settings.socket = NULL;
    settings.host = "127.0.0.1";
    settings.port = database.port;
    settings.tls_ca = ca;
    return db_ping(db_new(pool, &settings), &e);
}

/* The port was chosen anew when the server was started again, so this comes before that. */
static void over_the_network_the_certificate_is_verified(void **state)
{
    (void)state;
    assert_int_equal(over_tcp(database.ca), OUT_OK);
    assert_int_equal(over_tcp(NULL), OUT_UNAVAIL);
    assert_int_equal(over_tcp("/etc/ssl/certs/ca-certificates.crt"), OUT_UNAVAIL);
}

static void a_wrong_password_is_not_an_answer(void **state)
{
    struct db_settings settings = database_app(&database);
    struct err e = ERR_INIT;

    (void)state;
    settings.password = secret_new(pool, "wrong", 5);
    assert_int_equal(db_ping(db_new(pool, &settings), &e), OUT_UNAVAIL);
    assert_null(strstr(e.text, "wrong"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(cut_before_commit_arrives, fresh),
        cmocka_unit_test_setup(cut_after_commit_is_done, fresh),
        cmocka_unit_test_setup(cut_in_the_commit_of_a_read_is_not_uncertain, fresh),
        cmocka_unit_test_setup(a_read_that_lost_its_link_runs_once_more, fresh),
        cmocka_unit_test_setup(a_slow_read_is_not_repeated, fresh),
        cmocka_unit_test_setup(killed_before_commit, fresh),
        cmocka_unit_test_setup(a_body_that_did_not_notice_does_not_commit, fresh),
        cmocka_unit_test_setup(killed_while_idle, fresh),
        cmocka_unit_test_setup(a_deadlock_is_tried_again, fresh),
        cmocka_unit_test_setup(a_lock_that_does_not_come_leaves_nothing, fresh),
        cmocka_unit_test_setup(over_the_network_the_certificate_is_verified, fresh),
        cmocka_unit_test_setup(a_wrong_password_is_not_an_answer, fresh),
        cmocka_unit_test_setup(the_server_goes_and_returns, fresh),
    };

    return cmocka_run_group_tests_name("faults", tests, start, stop);
}
