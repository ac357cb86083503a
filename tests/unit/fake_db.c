#include "tests/unit/fake_db.h"

#include <stdio.h>
#include <string.h>

#include "lib/db/migrate.h"
#include "lib/db/statement.h"
#include "lib/dir/dir.h"

struct fake_db fake_db;

struct db {
    int none;
};
struct db_tx {
    struct pool *pool;
    db_last last;
    void *state;
};
struct db_row {
    const struct db_statement *statement;
};

struct db_value db_int(int64_t i)
{
    return (struct db_value){.type = DB_INT, .i = i};
}

struct db_value db_id(int64_t id)
{
    return (struct db_value){.type = DB_INT, .null = id == 0, .i = id};
}

struct db_value db_bool(bool b)
{
    return (struct db_value){.type = DB_BOOL, .i = b};
}

struct db_value db_text(const char *s)
{
    return (struct db_value){.type = DB_TEXT, .null = !s, .s = s};
}

struct db_value db_opt_text(const char *s)
{
    return db_text(s && *s ? s : NULL);
}

struct db_value db_date(date_t d)
{
    return (struct db_value){.type = DB_DATE, .null = d == DATE_NONE, .i = d};
}

struct db_value db_null(void)
{
    return (struct db_value){.type = DB_TEXT, .null = true};
}

struct db *db_new(struct pool *pool, const struct db_settings *settings)
{
    (void)settings;
    return pool_alloc(pool, sizeof(struct db));
}

/* Counts a call; the one that was asked for fails. */
static enum outcome meet(struct err *e)
{
    if (++fake_db.calls != fake_db.fail_at)
        return OUT_OK;
    fake_db.failed = true;
    return err_set(e, fake_db.fail_with, "db.injected", "injected at call %u", fake_db.calls);
}

enum outcome db_ping(struct db *db, struct err *e)
{
    (void)db;
    return meet(e);
}

enum outcome migrate_check(struct db *db, const char *dir, struct err *e)
{
    (void)db;
    (void)dir;
    return meet(e);
}

enum outcome db_transact(struct db *db, enum db_mode mode, db_body body, void *ctx, struct err *e)
{
    struct db_tx tx = {0};
    enum outcome out = meet(e);

    (void)db;
    if (out == OUT_OK)
        out = body(&tx, ctx, e);
    if (out == OUT_OK && tx.last)
        out = tx.last(&tx, tx.state, e);
    if (tx.pool)
        pool_free(tx.pool);
    if (out == OUT_OK && mode == DB_WRITE && fake_db.commit != OUT_OK)
        out = err_set(e, fake_db.commit, "db.injected", "injected at commit");
    if (out == OUT_OK && mode == DB_WRITE)
        fake_db.commits++;
    return out;
}

struct pool *db_tx_pool(struct db_tx *tx)
{
    if (!tx->pool)
        tx->pool = pool_new("transaction", 1u << 20);
    return tx->pool;
}

void *db_at_end(struct db_tx *tx, db_last last, size_t size)
{
    if (!tx->last)
        tx->state = pool_alloc(db_tx_pool(tx), size);
    tx->last = last;
    return tx->state;
}

/* Where a row of a dossier in that state usually stands. */
static const char *outcome_in(const char *state)
{
    static const char *const late[][2] = {
        {"voted", "passed"}, {"proposed", "passed"}, {"sent", "passed"}, {"decided", "granted"}, {"issued", "granted"},
    };

    for (size_t i = 0; i < sizeof late / sizeof late[0]; i++)
        if (strcmp(late[i][0], state) == 0)
            return late[i][1];
    return "accepted";
}

/* What stands in a column of that name. */
static const char *word_for(const char *column)
{
    static const char *const words[][2] = {
        {"role", "clerk"}, {"kind", "person"}, {"method", "cong_trang"}, {"authority", "giam_doc_so"},
        {"decides", "giam_doc_so"}, {"award_code", "GKSYT"}, {"path", "/1/"}, {"csrf", FAKE_CSRF},
        {"capacity", ""}, {"flow", "nomination"}, {"sex", "nu"},
        {"digest", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
        {"sha256", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
        {"severity", "info"}, {"result", "pass"}, {"recipients", "Như Điều 3"}, {"location", "/"},
    };

    if (strcmp(column, "state") == 0)
        return fake_db.state;
    if (strcmp(column, "role") == 0)
        return fake_db.role;
    if (strcmp(column, "outcome") == 0)
        return outcome_in(fake_db.state);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(column, words[i][0]) == 0)
            return words[i][1];
    return "chữ";
}

bool db_null_at(const struct db_row *row, unsigned col)
{
    (void)row;
    (void)col;
    return false;
}

/* Nothing forbids: a session is not stale, nobody judges himself, no row waits. */
static bool is_nothing(const struct db_column *column)
{
    static const char *const names[] = {"failures", "self",    "blocked", "pending",
                                        "returned", "refused", "failed"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(column->name, names[i]) == 0)
            return true;
    return column->type == DB_BOOL;
}

int64_t db_int_at(const struct db_row *row, unsigned col)
{
    const struct db_column *column = &row->statement->out[col];

    if (is_nothing(column))
        return 0;
    return strcmp(column->name, "year") == 0 ? 2026 : 1;
}

const char *db_text_at(const struct db_row *row, unsigned col)
{
    const struct db_column *column = &row->statement->out[col];

    return column->type == DB_TEXT ? word_for(column->name) : db_text_of(row, col);
}

date_t db_date_at(const struct db_row *row, unsigned col)
{
    (void)row;
    (void)col;
    return date_make(2026, 2, 5);
}

unsigned db_columns(const struct db_row *row)
{
    return row->statement->outs;
}

const char *db_column_name(const struct db_row *row, unsigned col)
{
    return row->statement->out[col].shown;
}

const char *db_text_of(const struct db_row *row, unsigned col)
{
    switch (row->statement->out[col].type) {
    case DB_INT:
        return db_int_at(row, col) == 0 ? "0" : db_int_at(row, col) == 1 ? "1" : "2026";
    case DB_BOOL:
        return "no";
    case DB_DATE:
        return "2026-02-05";
    case DB_TIME:
        return "2026-02-05 08:15:00";
    case DB_TEXT:
        break;
    }
    return word_for(row->statement->out[col].name);
}

enum outcome db_query(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                      void *ctx, struct err *e)
{
    struct db_row row = {&db_statements[stmt]};
    enum outcome out = meet(e);

    (void)tx;
    (void)args;
    return out == OUT_OK ? on_row(&row, ctx, e) : out;
}

enum outcome db_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                    void *ctx, struct err *e)
{
    return db_query(tx, stmt, args, on_row, ctx, e);
}

/* What is counted or locked is one, what forbids is absent. */
enum outcome db_scalar(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t none,
                       int64_t *out, struct err *e)
{
    const char *name = db_statements[stmt].name;

    (void)tx;
    (void)args;
    (void)none;
    *out = strstr(name, "count") || strstr(name, "lock") ? 1 : 0;
    return meet(e);
}

enum outcome db_exec(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t *affected,
                     int64_t *id, struct err *e)
{
    (void)tx;
    (void)stmt;
    (void)args;
    if (affected)
        *affected = 1;
    if (id)
        *id = 1;
    return meet(e);
}

enum outcome db_exec_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, struct err *e)
{
    return db_exec(tx, stmt, args, NULL, NULL, e);
}

enum outcome db_exec_many(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e)
{
    (void)tx;
    (void)stmt;
    (void)values;
    (void)rows;
    return meet(e);
}

enum outcome db_exec_each(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e)
{
    return db_exec_many(tx, stmt, values, rows, e);
}

int64_t db_spent_ms(struct db *db)
{
    (void)db;
    return 0;
}

enum outcome dir_login(const struct dir_settings *dir, struct pool *pool, const char *login,
                       const struct secret *password, struct dir_person *out, struct err *e)
{
    (void)dir;
    (void)pool;
    (void)password;
    (void)e;
    *out = (struct dir_person){.id = "11111111-1111-4111-8111-111111111111", .login = login,
                               .name = "Nguyễn Văn A", .mail = "", .staff_no = "NV1", .unit = "BV",
                               .title = "Bác sĩ"};
    return OUT_OK;
}
