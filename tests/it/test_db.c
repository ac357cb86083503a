/* The transaction runner against a real server: what is stored, what is not, and what is answered. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/db/connection.h"
#include "tests/it/database.h"
#include "tests/it/side.h"

static struct pool *pool;
static struct database database;

static const char *const people_and_units =
    "INSERT INTO unit (id, code, kind, path, sort_key, valid_from) VALUES"
    " (1, 'SYT', 'so', '/1/', 'a', '2025-07-01'), (2, 'BV', 'benh_vien', '/1/2/', 'b', '2025-07-01');"
    "INSERT INTO number_series (id, unit_id, code, year, last_no) VALUES"
    " (1, 1, 'QD', 2026, 0), (2, 1, 'TTr', 2026, 0);";

static int start(void **state)
{
    (void)state;
    pool = pool_new("test", 64u << 20);
    if (!database_start(&database, pool))
        return -1;
    return side_open(&database, pool) && side_run(people_and_units) ? 0 : -1;
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
    return side_run("DELETE FROM document; DELETE FROM audit;"
                    "UPDATE number_series SET last_no = 0, last_on = NULL;")
               ? 0
               : -1;
}

static struct db *app(void)
{
    struct db_settings settings = database_app(&database);

    return db_new(pool, &settings);
}

static enum outcome insert_act(struct db_tx *tx, const char *after, struct err *e)
{
    return db_exec(tx, Q_AUDIT_INSERT,
                   DB_ARGS(db_null(), db_text("2026-11-22 08:15:00"), db_null(), db_text("clerk"), db_text(""), db_text("test"),
                           db_text("unit"), db_id(0), db_int(2), db_opt_text(""), db_text(after),
                           db_text("r1"), db_text("127.0.0.1"), db_null(), db_null()),
                   NULL, NULL, e);
}

static enum outcome insert_document(struct db_tx *tx, int number, date_t day, int64_t *id,
                                    struct err *e)
{
    return db_exec(tx, Q_DOCUMENT_INSERT,
                   DB_ARGS(db_int(1), db_int(number), db_text("QĐ-SYT"), db_text("QĐ"),
                           db_date(day), db_text("Khen thưởng"), db_text("Nguyễn Văn An"),
                           db_text("")),
                   NULL, id, e);
}

static int64_t acts(void)
{
    return side_ask("SELECT COUNT(*) FROM audit");
}

/* What a body is told to do and what it saw. */
struct story {
    struct db *db;
    enum outcome answer, saw;
    unsigned calls;
    int64_t id;
    const char *text;
    unsigned rows;
};

static enum outcome one_act(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *story = ctx;
    enum outcome out = insert_act(tx, story->text ? story->text : "x", e);

    story->calls++;
    return out == OUT_OK ? story->answer : out;
}

static void commits_what_the_body_did(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {0};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, one_act, &story, &e), OUT_OK);
    assert_int_equal(acts(), 1);
    assert_int_equal(story.calls, 1);
}

static void rolls_back_and_returns_the_bodys_answer(void **state)
{
    static const enum outcome answers[] = {OUT_NOTFOUND, OUT_INVALID, OUT_DENIED, OUT_CONFLICT};

    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        struct err e = ERR_INIT;
        struct story story = {.answer = answers[i]};

        assert_int_equal(db_transact(app(), DB_WRITE, one_act, &story, &e), answers[i]);
        assert_int_equal(e.code, answers[i]);
        assert_int_equal(acts(), 0);
    }
}

static void tries_again_at_most_three_times(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {.answer = OUT_RETRY};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, one_act, &story, &e), OUT_RETRY);
    assert_int_equal(story.calls, 4);
    assert_int_equal(acts(), 0);
}

/* The body that looks away is not believed. */
static enum outcome looks_away(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *story = ctx;

    if (insert_act(tx, "x", e) != OUT_OK)
        return OUT_INTERNAL;
    story->saw = db_exec(tx, Q_SERIES_OPEN, DB_ARGS(db_int(999), db_text("QD"), db_int(2026)), NULL,
                         NULL, e);
    return OUT_OK;
}

static void a_swallowed_failure_is_not_committed(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {0};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, looks_away, &story, &e), OUT_INTERNAL);
    assert_int_equal(story.saw, OUT_INVALID); /* no such unit */
    assert_int_equal(acts(), 0);
}

static enum outcome twice_the_same_number(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *story = ctx;
    enum outcome out = insert_document(tx, 7, date_make(2026, 2, 5), &story->id, e);

    return out == OUT_OK ? insert_document(tx, 7, date_make(2026, 2, 5), NULL, e) : out;
}

static void a_duplicate_is_a_conflict_and_names_its_index(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {0};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, twice_the_same_number, &story, &e), OUT_CONFLICT);
    assert_string_equal(e.key, "db.duplicate");
    assert_int_equal(e.args, 1);
    assert_string_equal(e.arg[0].name, "index");
    assert_string_equal(e.arg[0].value, "document_number");
    assert_true(story.id > 0);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM document"), 0);
}

static enum outcome nothing_matches(struct db_tx *tx, void *ctx, struct err *e)
{
    (void)ctx;
    return db_exec_one(tx, Q_SERIES_TAKE, DB_ARGS(db_int(1), db_date(DATE_NONE), db_int(77)), e);
}

/* CLIENT_FOUND_ROWS: a row that is found and already says so counts. */
static enum outcome same_value_twice(struct db_tx *tx, void *ctx, struct err *e)
{
    struct db_args args = DB_ARGS(db_int(5), db_date(date_make(2026, 1, 2)), db_int(1));
    enum outcome out = db_exec_one(tx, Q_SERIES_TAKE, args, e);

    (void)ctx;
    return out == OUT_OK ? db_exec_one(tx, Q_SERIES_TAKE, args, e) : out;
}

static void the_guard_counts_matched_rows(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, nothing_matches, NULL, &e), OUT_CONFLICT);
    assert_string_equal(e.key, "changed");
    err_clear(&e);
    assert_int_equal(db_transact(app(), DB_WRITE, same_value_twice, NULL, &e), OUT_OK);
}

static enum outcome wrong_arguments(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *story = ctx;

    if (story->answer == OUT_OK)
        return db_exec(tx, Q_SERIES_TAKE, DB_ARGS(db_int(1)), NULL, NULL, e);
    return db_exec(tx, Q_SERIES_TAKE, DB_ARGS(db_text("1"), db_date(DATE_NONE), db_int(1)), NULL,
                   NULL, e);
}

static void wrong_arguments_are_our_fault(void **state)
{
    struct err e = ERR_INIT;
    struct story count = {.answer = OUT_OK}, type = {.answer = OUT_INVALID};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, wrong_arguments, &count, &e), OUT_INTERNAL);
    err_clear(&e);
    assert_int_equal(db_transact(app(), DB_WRITE, wrong_arguments, &type, &e), OUT_INTERNAL);
}

static enum outcome keep_text(const struct db_row *row, void *ctx, struct err *e)
{
    struct story *story = ctx;

    (void)e;
    story->rows++;
    story->text = pool_strdup(pool, db_text_at(row, AUDIT_LIST_AFTER_TEXT));
    assert_true(db_null_at(row, AUDIT_LIST_PERSON_ID));
    assert_int_equal(db_int_at(row, AUDIT_LIST_PERSON_ID), 0);
    assert_string_equal(db_text_of(row, AUDIT_LIST_PERSON_NAME), "");
    assert_string_equal(db_column_name(row, AUDIT_LIST_AFTER_TEXT), "after-text");
    assert_int_equal(strlen(db_text_of(row, AUDIT_LIST_AT)), 19);
    return OUT_OK;
}

static enum outcome read_acts(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_query(tx, Q_AUDIT_LIST,
                    DB_ARGS(db_null(), db_null(), db_null(), db_null(), db_null(), db_null(),
                            db_null(), db_null(), db_null(), db_null()),
                    keep_text, ctx, e);
}

static void text_comes_back_as_it_went(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {0}, seen = {0};
    struct db *db = app();
    char *text = pool_alloc(pool, 60001);

    (void)state;
    for (size_t n = 0; n + 21 < 60000; n += 21)
        memcpy(text + n, "Ưỡng '\\\" ; -- \xF0\x9F\x8F\xA5?", 21);
    story.text = text;
    assert_int_equal(db_transact(db, DB_WRITE, one_act, &story, &e), OUT_OK);
    assert_int_equal(db_transact(db, DB_READ, read_acts, &seen, &e), OUT_OK);
    assert_int_equal(seen.rows, 1);
    assert_string_equal(seen.text, text);
    assert_true(db_spent_ms(db) >= 0);
}

static enum outcome keep_date(const struct db_row *row, void *ctx, struct err *e)
{
    struct story *story = ctx;

    (void)e;
    story->id = db_date_at(row, SERIES_GET_LAST_ON);
    return OUT_OK;
}

static enum outcome dates_there_and_back(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *none = ctx, *some = none + 1;
    struct db_args which = DB_ARGS(db_int(1), db_text("QD"), db_int(2026));
    enum outcome out = db_one(tx, Q_SERIES_GET, which, keep_date, none, e);

    if (out == OUT_OK)
        out = db_exec_one(tx, Q_SERIES_TAKE,
                          DB_ARGS(db_int(5), db_date(date_make(2028, 2, 29)), db_int(1)), e);
    if (out == OUT_OK)
        out = db_one(tx, Q_SERIES_GET, which, keep_date, some, e);
    if (out == OUT_OK)
        out = db_one(tx, Q_SERIES_GET, DB_ARGS(db_int(1), db_text("?"), db_int(1)), NULL, NULL, e);
    return out;
}

static void dates_and_nothing(void **state)
{
    struct err e = ERR_INIT;
    struct story seen[2] = {0};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, dates_there_and_back, seen, &e), OUT_NOTFOUND);
    assert_string_equal(e.key, "notfound");
    assert_int_equal(seen[0].id, DATE_NONE);
    assert_int_equal(seen[1].id, date_make(2028, 2, 29));
}

#define MANY 1203 /* not a multiple of an array's length */

static enum outcome many_documents(struct db_tx *tx, void *ctx, struct err *e)
{
    struct story *story = ctx;
    struct db_value *v = pool_alloc(pool, MANY * 8 * sizeof *v);

    for (int i = 0; i < MANY; i++) {
        const struct db_value row[8] = {
            db_int(1), db_int(i == MANY - 1 && story->answer ? 1 : i + 1), db_text("QĐ-SYT"),
            db_text("QĐ"), db_date(date_make(2026, 1 + i % 12, 28)), db_text("Việc ưu tiên"),
            db_text(i % 2 ? "Trần Thị Bình" : ""), db_text("")};

        memcpy(v + (size_t)i * 8, row, sizeof row);
    }
    return db_exec_many(tx, Q_DOCUMENT_INSERT, v, MANY, e);
}

static void arrays_of_rows(void **state)
{
    struct err e = ERR_INIT;
    struct story good = {0}, bad = {.answer = OUT_CONFLICT};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, many_documents, &bad, &e), OUT_CONFLICT);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM document"), 0);
    err_clear(&e);
    assert_int_equal(db_transact(app(), DB_WRITE, many_documents, &good, &e), OUT_OK);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM document WHERE subject = 'Việc ưu tiên'"), MANY);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM document WHERE signer = 'Trần Thị Bình'"),
                     MANY / 2);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM document WHERE MONTH(issued_on) = 2"), 101);
}

static enum outcome one_more(const struct db_row *row, void *ctx, struct err *e)
{
    (void)row;
    (void)e;
    ++*(unsigned *)ctx;
    return OUT_OK;
}

static enum outcome rounds(struct db_tx *tx, void *ctx, struct err *e)
{
    unsigned *rows = ctx;

    return db_query(tx, Q_CAMPAIGN_ROUNDS, DB_ARGS(db_int(1)), one_more, rows, e);
}

/* As many rows as the LIMIT may be all there are, or not: that is not left open. */
static void an_answer_that_fills_its_limit_is_refused(void **state)
{
    struct err e = ERR_INIT;
    unsigned rows = 0;

    (void)state;
    assert_true(side_run("INSERT INTO campaign (id, code, unit_id, name, fold, content) VALUES (1, 'PT1', 1, 'Một', 'mot', '');"
                         "INSERT INTO campaign_round (campaign_id, n, name, date_from, date_to) SELECT 1, seq, 'Đợt', '2026-01-01', '2026-02-01' FROM seq_1_to_199"));
    assert_int_equal(db_transact(app(), DB_READ, rounds, &rows, &e), OUT_OK);
    assert_int_equal(rows, 199);
    assert_true(side_run("INSERT INTO campaign_round (campaign_id, n, name, date_from, date_to) VALUES (1, 200, 'Đợt cuối', '2026-01-01', '2026-02-01')"));
    rows = 0;
    assert_int_equal(db_transact(app(), DB_READ, rounds, &rows, &e), OUT_TOOBIG);
    assert_string_equal(e.key, "list.too-long");
    assert_int_equal(rows, 0);
    assert_true(side_run("DELETE FROM campaign_round; DELETE FROM campaign"));
}

static enum outcome judge_both(struct db_tx *tx, void *ctx, struct err *e)
{
    const int64_t *ids = ctx;
    const struct db_value v[] = {db_int(1), db_null(), db_int(ids[0]), db_int(2), db_null(), db_int(ids[1])};

    return db_exec_each(tx, Q_SERIES_TAKE, v, 2, e);
}

/* One row of the array that matches nothing undoes the others. */
static void every_row_of_an_array_must_match(void **state)
{
    struct err e = ERR_INIT;
    int64_t good[] = {1, 2}, bad[] = {1, 99};

    (void)state;
    assert_int_equal(db_transact(app(), DB_WRITE, judge_both, bad, &e), OUT_CONFLICT);
    assert_string_equal(e.key, "changed");
    assert_int_equal(side_ask("SELECT SUM(last_no) FROM number_series"), 0);
    err_clear(&e);
    assert_int_equal(db_transact(app(), DB_WRITE, judge_both, good, &e), OUT_OK);
    assert_int_equal(side_ask("SELECT SUM(last_no) FROM number_series"), 3);
}

static void a_read_cannot_write(void **state)
{
    struct err e = ERR_INIT;
    struct story story = {0};

    (void)state;
    assert_int_equal(db_transact(app(), DB_READ, one_act, &story, &e), OUT_INTERNAL);
    assert_string_equal(e.key, "db.read-only");
    assert_int_equal(acts(), 0);
}

static void the_service_cannot_rewrite_history_or_the_schema(void **state)
{
    static const char *const refused[] = {
        "UPDATE audit SET action = 'x'", "DELETE FROM audit", "UPDATE nomination_event SET note = ''",
        "DELETE FROM nomination_event", "DELETE FROM award", "DELETE FROM person",
        "UPDATE schema_migration SET digest = ''", "CREATE TABLE t (a INT)", "DROP TABLE audit",
        "ALTER TABLE audit ADD b INT", "TRUNCATE audit", "DELETE HISTORY FROM award",
        "UPDATE audit SET prev = NULL", "UPDATE audit_head SET start_id = 9", "UPDATE audit_head SET started_at = NOW()",
        "DELETE FROM audit_head", "INSERT INTO audit_head SELECT * FROM audit_head",
        "CREATE VIEW v AS SELECT 1", "GRANT SELECT ON tdkt.* TO tdkt_app",
    };
    struct db *db = app();

    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct err e = ERR_INIT;

        assert_int_equal(db_connect(db, &e), OUT_OK);
        assert_int_not_equal(db_command(db, refused[i], DB_WORKING, &e), OUT_OK);
        assert_true(strstr(e.text, "denied") || strstr(e.text, "error 1044") ||
                    strstr(e.text, "error 1370"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(commits_what_the_body_did, fresh),
        cmocka_unit_test_setup(rolls_back_and_returns_the_bodys_answer, fresh),
        cmocka_unit_test_setup(tries_again_at_most_three_times, fresh),
        cmocka_unit_test_setup(a_swallowed_failure_is_not_committed, fresh),
        cmocka_unit_test_setup(a_duplicate_is_a_conflict_and_names_its_index, fresh),
        cmocka_unit_test_setup(the_guard_counts_matched_rows, fresh),
        cmocka_unit_test_setup(wrong_arguments_are_our_fault, fresh),
        cmocka_unit_test_setup(text_comes_back_as_it_went, fresh),
        cmocka_unit_test_setup(dates_and_nothing, fresh),
        cmocka_unit_test_setup(arrays_of_rows, fresh),
        cmocka_unit_test_setup(an_answer_that_fills_its_limit_is_refused, fresh),
        cmocka_unit_test_setup(every_row_of_an_array_must_match, fresh),
        cmocka_unit_test_setup(a_read_cannot_write, fresh),
        cmocka_unit_test_setup(the_service_cannot_rewrite_history_or_the_schema, fresh),
    };

    return cmocka_run_group_tests_name("db", tests, start, stop);
}
