#include <stdio.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/db/connection.h"

/* One reading's text buffers; more is a statement without a LIMIT. */
#define ROW_BYTES_MAX (64u << 20)

#define SHOWN_SIZE 24

struct cell {
    my_bool null;
    int64_t i;      /* int, bool, date */
    MYSQL_TIME t;
    char *text;     /* text, time */
    unsigned long length;
    char shown[SHOWN_SIZE]; /* numbers, dates and times as document text */
};

struct db_row {
    const struct db_statement *statement;
    struct cell *cells;
};

static const struct cell *cell_at(const struct db_row *row, unsigned col)
{
    if (col >= row->statement->outs)
        panic("%s has no column %u", row->statement->name, col);
    return &row->cells[col];
}

static const struct cell *typed(const struct db_row *row, unsigned col, enum db_type a,
                                enum db_type b)
{
    const struct cell *cell = cell_at(row, col);
    enum db_type type = row->statement->out[col].type;

    if (type != a && type != b)
        panic("%s: column %s is read as another type", row->statement->name,
              row->statement->out[col].name);
    return cell;
}

bool db_null_at(const struct db_row *row, unsigned col)
{
    return cell_at(row, col)->null;
}

int64_t db_int_at(const struct db_row *row, unsigned col)
{
    const struct cell *cell = typed(row, col, DB_INT, DB_BOOL);

    return cell->null ? 0 : cell->i;
}

const char *db_text_at(const struct db_row *row, unsigned col)
{
    const struct cell *cell = typed(row, col, DB_TEXT, DB_TIME);

    return cell->null ? "" : cell->text;
}

date_t db_date_at(const struct db_row *row, unsigned col)
{
    const struct cell *cell = typed(row, col, DB_DATE, DB_DATE);

    return cell->null ? DATE_NONE : (date_t)cell->i;
}

unsigned db_columns(const struct db_row *row)
{
    return row->statement->outs;
}

const char *db_column_name(const struct db_row *row, unsigned col)
{
    (void)cell_at(row, col);
    return row->statement->out[col].shown;
}

const char *db_text_of(const struct db_row *row, unsigned col)
{
    const struct cell *cell = cell_at(row, col);

    return cell->null ? "" : cell->text;
}

static void bind_cell(MYSQL_BIND *bind, struct cell *cell, enum db_type type,
                      unsigned long longest, struct pool *pool)
{
    bind->is_null = &cell->null;
    cell->text = cell->shown;
    switch (type) {
    case DB_INT:
    case DB_BOOL:
        bind->buffer_type = MYSQL_TYPE_LONGLONG;
        bind->buffer = &cell->i;
        break;
    case DB_DATE:
    case DB_TIME:
        bind->buffer_type = type == DB_DATE ? MYSQL_TYPE_DATE : MYSQL_TYPE_DATETIME;
        bind->buffer = &cell->t;
        break;
    case DB_TEXT:
        cell->text = pool_alloc(pool, longest + 1);
        bind->buffer_type = MYSQL_TYPE_STRING;
        bind->buffer = cell->text;
        bind->buffer_length = longest + 1;
        bind->length = &cell->length;
        break;
    }
}

/* What the library filled in, as the accessors and documents want it. */
static void settle(struct cell *cell, enum db_type type)
{
    const MYSQL_TIME *t = &cell->t;

    if (cell->null)
        return;
    switch (type) {
    case DB_INT:
        snprintf(cell->shown, sizeof cell->shown, "%lld", (long long)cell->i);
        break;
    case DB_BOOL:
        snprintf(cell->shown, sizeof cell->shown, "%s", cell->i ? "yes" : "no");
        break;
    case DB_DATE:
        cell->i = date_make((int)t->year, (int)t->month, (int)t->day);
        date_iso((date_t)cell->i, cell->shown);
        break;
    case DB_TIME:
        snprintf(cell->shown, sizeof cell->shown, "%04u-%02u-%02u %02u:%02u:%02u", t->year % 10000,
                 t->month % 100, t->day % 100, t->hour % 100, t->minute % 100,
                 (unsigned)t->second % 100);
        break;
    case DB_TEXT:
        cell->text[cell->length] = '\0';
        break;
    }
}

static enum outcome fetch_all(struct db *db, const struct db_row *row, MYSQL_STMT *handle,
                              db_on_row on_row, void *ctx, struct err *e)
{
    const struct db_statement *s = row->statement;
    enum outcome out = OUT_OK;
    int got = 0;

    while (out == OUT_OK && (got = mysql_stmt_fetch(handle)) == 0) {
        for (unsigned i = 0; i < s->outs; i++)
            settle(&row->cells[i], s->out[i].type);
        if (on_row)
            out = on_row(row, ctx, e);
        /* Another statement in on_row may have lost the connection, and this reading with it. */
        if (out == OUT_OK && db->prepared[s - db_statements] != handle)
            return err_set(e, OUT_UNAVAIL, "db.down", "%s: lost while reading", s->name);
    }
    if (got == MYSQL_DATA_TRUNCATED)
        return err_set(e, OUT_INTERNAL, "db.value", "%s: a value does not fit its column's type",
                       s->name);
    if (got != 0 && got != MYSQL_NO_DATA)
        return db_failed(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), DB_WORKING,
                         s->name, e);
    return out;
}

enum outcome db_read_rows(struct db *db, enum db_stmt stmt, MYSQL_STMT *handle, db_on_row on_row,
                          void *ctx, struct err *e)
{
    const struct db_statement *s = &db_statements[stmt];
    struct pool *pool = pool_new("db rows", ROW_BYTES_MAX);
    MYSQL_RES *meta = mysql_stmt_result_metadata(handle);
    const MYSQL_FIELD *field = meta ? mysql_fetch_fields(meta) : NULL;
    struct cell cells[DB_COLUMNS_MAX];
    MYSQL_BIND bind[DB_COLUMNS_MAX];
    const struct db_row row = {s, cells};
    enum outcome out = OUT_OK;

    memset(cells, 0, sizeof cells);
    memset(bind, 0, sizeof bind);
    if (!field || mysql_stmt_field_count(handle) != s->outs)
        out = err_set(e, OUT_INTERNAL, "db.schema", "%s: the table was changed meanwhile", s->name);
    for (unsigned i = 0; out == OUT_OK && i < s->outs; i++)
        bind_cell(&bind[i], &cells[i], s->out[i].type, field[i].max_length, pool);
    mysql_free_result(meta);
    if (out == OUT_OK && mysql_stmt_bind_result(handle, bind) != 0)
        out = db_failed(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), DB_WORKING,
                        s->name, e);
    db->reading[stmt] = true;
    if (out == OUT_OK)
        out = fetch_all(db, &row, handle, on_row, ctx, e);
    db->reading[stmt] = false;
    if (db->prepared[stmt] == handle)
        mysql_stmt_free_result(handle);
    pool_free(pool);
    return out;
}

struct single {
    db_on_row on_row;
    void *ctx;
    unsigned rows;
    int64_t *out;
};

static enum outcome only_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct single *single = ctx;

    if (++single->rows > 1)
        return err_set(e, OUT_INTERNAL, "db.argument", "%s: more than one row",
                       row->statement->name);
    return single->on_row ? single->on_row(row, single->ctx, e) : OUT_OK;
}

enum outcome db_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                    void *ctx, struct err *e)
{
    struct single single = {.on_row = on_row, .ctx = ctx};
    enum outcome out = db_query(tx, stmt, args, only_row, &single, e);

    if (out == OUT_OK && single.rows == 0)
        out = err_set(e, OUT_NOTFOUND, "notfound", "%s: no row", db_statements[stmt].name);
    return out;
}

static enum outcome keep_int(const struct db_row *row, void *ctx, struct err *e)
{
    struct single *single = ctx;

    if (++single->rows > 1)
        return err_set(e, OUT_INTERNAL, "db.argument", "%s: more than one row",
                       row->statement->name);
    if (!db_null_at(row, 0))
        *single->out = db_int_at(row, 0);
    return OUT_OK;
}

enum outcome db_scalar(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t none,
                       int64_t *out, struct err *e)
{
    struct single single = {.out = out};

    *out = none;
    return db_query(tx, stmt, args, keep_int, &single, e);
}
