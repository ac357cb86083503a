/* The audit's chain on a real database: what is added holds together, two writers do not hinder each other, and whatever is changed
 * behind the program's back is found, at its place. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/secret.h"
#include "lib/store/audit.h"
#include "lib/store/audit_verify.h"
#include "tests/it/database.h"
#include "tests/it/side.h"

#define WRITERS 2
#define ROUNDS 60

static struct database database;
static struct pool *pool;
static struct db *db;

static int start(void **state)
{
    (void)state;
    pool = pool_new("test", 512u << 20);
    return secret_init() && database_start(&database, pool) && side_open(&database, pool) ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&database);
    pool_free(pool);
    return 0;
}

static struct db *app(void)
{
    struct db_settings settings = database_app(&database);

    return db_new(pool, &settings);
}

/* What one transaction is told to do. */
struct acts {
    unsigned count;
    const char *after;
    enum outcome answer;
    unsigned runs;
};

static enum outcome act(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct act who = {.person_id = 20, .role = "head", .capacity = "KT", .request_id = "yc-1", .address = "10.0.0.1"};
    struct acts *acts = ctx;
    char after[64];
    struct audit_entry entry = {.action = "nomination.edit", .object = "nominee", .object_id = 111, .unit_id = 2,
                                .before = "trước", .after = after};
    enum outcome out = OUT_OK;

    acts->runs++;
    for (unsigned i = 0; i < acts->count && out == OUT_OK; i++) {
        snprintf(after, sizeof after, "%s %u", acts->after ? acts->after : "sau", i); /* copied, not kept */
        out = audit_add(tx, &who, &entry, e);
    }
    memset(after, 'x', sizeof after - 1);
    return out == OUT_OK && acts->answer != OUT_OK ? err_set(e, acts->answer, "x", "as told") : out;
}

static void add(unsigned count)
{
    struct acts acts = {.count = count};
    struct err e = ERR_INIT;

    assert_int_equal(db_transact(db, DB_WRITE, act, &acts, &e), OUT_OK);
}

static struct audit_report verified(struct audit_check check)
{
    struct audit_report report;
    struct err e = ERR_INIT;

    assert_int_equal(audit_verify(db, &check, &report, &e), OUT_OK);
    return report;
}

static struct audit_report whole(void)
{
    return verified((struct audit_check){0});
}

static void holds(int64_t entries)
{
    struct audit_report r = whole();

    assert_string_equal(chain_fault_text(r.fault), chain_fault_text(CHAIN_HOLDS));
    assert_int_equal(r.entries, entries);
}

static void breaks(enum chain_fault fault, int64_t id)
{
    struct audit_report r = whole();

    assert_string_equal(chain_fault_text(r.fault), chain_fault_text(fault));
    assert_int_equal(r.id, id);
}

/* Three entries of before the chain, then ten in it: 4 to 13, of four transactions. */
static int fresh(void **state)
{
    (void)state;
    if (!side_run("DELETE FROM audit; INSERT INTO audit (id, at, action, object, request_id) SELECT seq, '2025-01-01', 'cu', 'unit', 'x' FROM seq_1_to_3;"
                  "UPDATE audit_head SET start_id = 3, last_id = 3, hash = REPEAT('0', 64), last_at = UTC_TIMESTAMP();"
                  "DROP TABLE IF EXISTS audit_copy"))
        return -1;
    db = app();
    add(1);
    add(5);
    add(3);
    add(1);
    return 0;
}

static void what_is_added_is_chained(void **state)
{
    struct acts none = {.count = 2, .answer = OUT_CONFLICT}, nothing = {.count = 0};
    struct err e = ERR_INIT;

    (void)state;
    holds(10);
    assert_int_equal(whole().head.id, 13);
    assert_int_equal(db_transact(db, DB_WRITE, act, &none, &e), OUT_CONFLICT);
    err_clear(&e);
    assert_int_equal(db_transact(db, DB_WRITE, act, &nothing, &e), OUT_OK);
    add(1);
    holds(11);
    assert_int_equal(side_ask("SELECT MAX(id) FROM audit"), 14); /* what was rolled back leaves no gap */
    assert_int_equal(side_ask("SELECT COUNT(*) FROM audit a JOIN audit b ON b.id = a.id + 1 AND b.prev = a.hash"), 10);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM audit_head h JOIN audit a ON a.id = h.last_id AND a.hash = h.hash"), 1);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM audit WHERE id = 6 AND after_text = 'sau 1' AND before_text = 'trước'"), 1);
}

static void many_entries_are_read_in_windows(void **state)
{
    static const unsigned counts[] = {239, 1, 1, 849};
    int64_t entries = 10;

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        add(counts[i]);
        holds(entries += counts[i]);
    }
    assert_true(side_run("UPDATE audit SET role = 'admin' WHERE id = 1000"));
    breaks(CHAIN_ALTERED, 1000);
}

static void an_altered_field_is_found(void **state)
{
    static const char *const fields[] = {
        "at = at + INTERVAL 1 SECOND", "person_id = 21", "person_id = NULL", "role = 'clerk'", "capacity = ''", "action = 'nomination.edi'",
        "object = 'unit'", "object_id = NULL", "unit_id = 3", "before_text = NULL", "before_text = CONCAT(before_text, ' ')", "after_text = ''",
        "request_id = 'yc-2'", "address = ''", "hash = REPEAT('a', 64)", "prev = REPEAT('a', 64)", "id = 9000",
    };

    (void)state;
    assert_true(side_run("CREATE TABLE audit_copy AS SELECT * FROM audit"));
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        static const int64_t ids[] = {4, 7, 13};

        for (size_t k = 0; k < 3; k++) {
            struct audit_report r;

            assert_true(side_run(pool_printf(pool, "UPDATE audit SET %s WHERE id = %d", fields[i], (int)ids[k])));
            r = whole();
            if (strncmp(fields[i], "id", 2) != 0)
                assert_string_equal(chain_fault_text(r.fault), chain_fault_text(CHAIN_ALTERED));
            assert_int_not_equal(r.fault, CHAIN_HOLDS);
            assert_true(side_run("DELETE FROM audit; INSERT INTO audit SELECT * FROM audit_copy"));
        }
    }
    holds(10);
}

static void a_removed_entry_is_found(void **state)
{
    struct audit_report r;

    (void)state;
    assert_true(side_run("DELETE FROM audit WHERE id IN (7, 8)"));
    breaks(CHAIN_REMOVED, 9);
    r = whole();
    assert_int_equal(r.missing_from, 7);
    assert_int_equal(r.missing_to, 8);
    assert_true(side_run("DELETE FROM audit WHERE id BETWEEN 4 AND 6"));
    breaks(CHAIN_REMOVED, 9); /* also those with which the chain began */
    assert_true(side_run("UPDATE audit_head SET start_id = 8"));
    breaks(CHAIN_ORDER, 9); /* and a beginning that was moved */
}

static void the_newest_are_missed(void **state)
{
    const struct chain_link noted = whole().head;
    struct audit_report r;

    (void)state;
    assert_true(side_run("DELETE FROM audit WHERE id > 11"));
    breaks(CHAIN_END, 11);
    r = whole();
    assert_int_equal(r.missing_from, 12);
    assert_int_equal(r.missing_to, 13);
    r = verified((struct audit_check){.newest = 5});
    assert_int_equal(r.fault, CHAIN_END);
    /* whoever also moves the head is found by a head that was noted elsewhere, and only by it */
    assert_true(side_run("UPDATE audit_head h JOIN audit a ON a.id = 11 SET h.last_id = 11, h.hash = a.hash"));
    holds(8);
    r = verified((struct audit_check){.head = noted});
    assert_int_equal(r.fault, CHAIN_ANCHOR);
    assert_int_equal(r.id, 13);
    add(2); /* and not hidden by what comes later */
    holds(10);
    r = verified((struct audit_check){.head = noted});
    assert_int_equal(r.fault, CHAIN_ANCHOR);
    assert_int_equal(r.id, 13);
    /* everything gone */
    assert_true(side_run("DELETE FROM audit WHERE id > 3"));
    breaks(CHAIN_END, 3);
    assert_true(side_run("DELETE FROM audit; INSERT INTO audit (id, at, action, object, request_id) VALUES (900, NOW(), 'x', 'x', 'x')"));
    breaks(CHAIN_END, 3);
}

static void an_entry_put_in_by_hand_is_found(void **state)
{
    (void)state;
    assert_true(side_run("INSERT INTO audit (id, at, person_id, action, object, request_id) VALUES (14, NOW(), 2, 'login', 'person', 'x')"));
    breaks(CHAIN_PAST_END, 14);
    add(1); /* the program goes on, after it */
    breaks(CHAIN_UNCHAINED, 14);
    assert_int_equal(side_ask("SELECT MAX(id) FROM audit"), 15);
    assert_true(side_run("UPDATE audit a JOIN audit b ON b.id = 13 SET a.prev = b.hash, a.hash = REPEAT('b', 64) WHERE a.id = 14"));
    breaks(CHAIN_ALTERED, 14);
    assert_true(side_run("DELETE FROM audit WHERE id = 14"));
    holds(11);
    assert_true(side_run("DELETE FROM audit WHERE id = 7;"
                         "INSERT INTO audit SELECT 7, at, person_id, role, capacity, action, object, object_id, unit_id, before_text, after_text, "
                         "request_id, address, prev, hash FROM audit WHERE id = 8"));
    breaks(CHAIN_ALTERED, 7);
}

static enum outcome take(const struct db_row *row, void *ctx, struct err *e)
{
    struct chain_entry *entry = ctx;

    (void)e;
    if (!entry->hash)
        *entry = (struct chain_entry){.id = db_int_at(row, AUDIT_CHAIN_ID), .person_id = 20, .object_id = 111, .unit_id = 2,
                                      .at = pool_strdup(pool, db_text_at(row, AUDIT_CHAIN_AT)), .role = "head", .capacity = "KT",
                                      .action = "nomination.edit", .object = "nominee", .before = "khác",
                                      .after = pool_strdup(pool, db_text_at(row, AUDIT_CHAIN_AFTER_TEXT)), .request_id = "yc-1",
                                      .address = "10.0.0.1", .prev = pool_strdup(pool, db_text_at(row, AUDIT_CHAIN_PREV)), .hash = "-"};
    return OUT_OK;
}

static enum outcome read_seven(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_query(tx, Q_AUDIT_CHAIN, DB_ARGS(db_int(6)), take, ctx, e);
}

/* Who knows how to hash an entry would have to write all later ones as well. */
static void a_rewritten_entry_is_found_at_the_next(void **state)
{
    struct chain_entry entry = {0};
    struct err e = ERR_INIT;
    char hash[DIGEST_SIZE];

    (void)state;
    assert_int_equal(db_transact(db, DB_READ, read_seven, &entry, &e), OUT_OK);
    chain_hash(pool, &entry, hash);
    assert_true(side_run(pool_printf(pool, "UPDATE audit SET before_text = 'khác', hash = '%s' WHERE id = 7", hash)));
    breaks(CHAIN_ORDER, 8);
}

static void an_anchor_leads_past_a_known_break(void **state)
{
    struct chain_link noted = whole().head;
    struct audit_report r;

    (void)state;
    add(4);
    assert_true(side_run("UPDATE audit SET role = 'admin' WHERE id = 6"));
    breaks(CHAIN_ALTERED, 6);
    r = verified((struct audit_check){.from = noted});
    assert_int_equal(r.fault, CHAIN_HOLDS);
    assert_int_equal(r.entries, 5);
    r = verified((struct audit_check){.from = noted, .head = whole().head});
    assert_int_equal(r.fault, CHAIN_HOLDS);
    assert_int_equal(verified((struct audit_check){.newest = 5}).fault, CHAIN_HOLDS);
    assert_int_equal(verified((struct audit_check){.newest = 12}).fault, CHAIN_ALTERED);
    noted.hash[3] = noted.hash[3] == '0' ? '1' : '0';
    r = verified((struct audit_check){.from = noted});
    assert_int_equal(r.fault, CHAIN_ANCHOR);
    assert_int_equal(r.id, 13);
    assert_int_equal(verified((struct audit_check){.from = {7, "0"}}).fault, CHAIN_ANCHOR);
    assert_int_equal(verified((struct audit_check){.from = {99, "0"}}).fault, CHAIN_ANCHOR);
    assert_true(side_run("DELETE FROM audit WHERE id = 13"));
    r = verified((struct audit_check){.from = noted});
    assert_int_equal(r.fault, CHAIN_ANCHOR);
    assert_int_equal(r.id, 13);
}

static enum outcome hold_series(struct db_tx *tx, struct err *e)
{
    int64_t id = 0;
    enum outcome out = db_scalar(tx, Q_SERIES_GET, DB_ARGS(db_int(1), db_text("QD"), db_int(2026)), 0, &id, e);

    return out == OUT_OK && !id ? err_set(e, OUT_NOTFOUND, "notfound", "there is no row to hold") : out;
}

/* One takes a row and then adds to the audit, the other the other way round: were the head locked at once, each would hold what
 * the other waits for. */
static enum outcome cross(struct db_tx *tx, void *ctx, struct err *e)
{
    struct acts *acts = ctx;
    const struct timespec wait = {0, 2000000};
    enum outcome out = acts->after ? hold_series(tx, e) : OUT_OK;

    if (out == OUT_OK)
        out = act(tx, acts, e);
    nanosleep(&wait, NULL);
    return out == OUT_OK && !acts->after ? hold_series(tx, e) : out;
}

/* Answers 0 when every transaction ran once. */
static int write_on(const char *after)
{
    struct db *own = app();
    struct acts acts = {.count = 3, .after = after};
    struct err e = ERR_INIT;

    for (unsigned i = 0; i < ROUNDS; i++)
        if (db_transact(own, DB_WRITE, cross, &acts, &e) != OUT_OK)
            return 2;
    return acts.runs == ROUNDS ? 0 : 1;
}

static void two_writers_do_not_hinder_each_other(void **state)
{
    pid_t child[WRITERS];
    int status;

    (void)state;
    assert_true(side_run("INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES (1, 'SYT', 'so', NULL, '/1/', '1', '2000-01-01');"
                         "INSERT INTO number_series (unit_id, code, year, last_no) VALUES (1, 'QD', 2026, 0)"));
    for (unsigned i = 0; i < WRITERS; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] == 0)
            _exit(write_on(i == 0 ? NULL : "khác"));
    }
    for (unsigned i = 0; i < WRITERS; i++) {
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    holds(10 + WRITERS * ROUNDS * 3);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM audit"), 13 + WRITERS * ROUNDS * 3);
}

/* No entry is written unchained. */
static void without_its_head_nothing_is_written(void **state)
{
    struct acts acts = {.count = 1};
    struct err e = ERR_INIT;

    (void)state;
    assert_true(side_run("CREATE TABLE head_copy AS SELECT * FROM audit_head; DELETE FROM audit_head"));
    assert_int_equal(db_transact(db, DB_WRITE, act, &acts, &e), OUT_INTERNAL);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM audit"), 13);
    assert_true(side_run("INSERT INTO audit_head SELECT * FROM head_copy; DROP TABLE head_copy"));
    add(1);
    holds(11);
}

int main(void)
{
#define TEST(F) cmocka_unit_test_setup(F, fresh)
    const struct CMUnitTest tests[] = {
        TEST(what_is_added_is_chained),
        TEST(many_entries_are_read_in_windows),
        TEST(an_altered_field_is_found),
        TEST(a_removed_entry_is_found),
        TEST(the_newest_are_missed),
        TEST(an_entry_put_in_by_hand_is_found),
        TEST(a_rewritten_entry_is_found_at_the_next),
        TEST(an_anchor_leads_past_a_known_break),
        TEST(two_writers_do_not_hinder_each_other),
        TEST(without_its_head_nothing_is_written),
    };

    return cmocka_run_group_tests_name("audit", tests, start, stop);
}
