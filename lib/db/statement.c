#include "config.h" /* strcasestr */

#include "lib/db/statement.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/db/connection.h"

/* Rows sent to the server in one array; bounds the size of a packet. */
#define BULK_ROWS 500

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

/* Does the server's type of a column hold what the query file promises? */
static bool fits(enum db_type type, const MYSQL_FIELD *field)
{
    switch (field->type) {
    case MYSQL_TYPE_NULL:
        return true;
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR:
        return type == DB_INT || type == DB_BOOL;
    case MYSQL_TYPE_NEWDECIMAL:
        return type == DB_TEXT || (type == DB_INT && field->decimals == 0);
    case MYSQL_TYPE_DATE:
        return type == DB_DATE;
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_TIMESTAMP:
        return type == DB_TIME;
    default:
        return type == DB_TEXT;
    }
}

static enum outcome check_shape(const struct db_statement *s, MYSQL_STMT *handle, struct err *e)
{
    unsigned long params = mysql_stmt_param_count(handle);
    unsigned columns = mysql_stmt_field_count(handle);
    enum outcome out = OUT_OK;
    MYSQL_RES *meta;
    const MYSQL_FIELD *field;

    if (params != s->ins || columns != s->outs)
        return err_set(e, OUT_INTERNAL, "db.schema",
                       "%s: the server sees %lu parameters and %u columns, not %u and %u", s->name,
                       params, columns, s->ins, s->outs);
    meta = mysql_stmt_result_metadata(handle);
    field = meta ? mysql_fetch_fields(meta) : NULL;
    for (unsigned i = 0; field && i < s->outs && out == OUT_OK; i++)
        if (!fits(s->out[i].type, &field[i]))
            out = err_set(e, OUT_INTERNAL, "db.schema", "%s: column %u (%s) has another type (%d)",
                          s->name, i + 1, s->out[i].name, (int)field[i].type);
    mysql_free_result(meta);
    return out;
}

static enum outcome failed_statement(struct db *db, enum db_stmt stmt, MYSQL_STMT *handle,
                                     struct err *e)
{
    return db_failed(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), DB_WORKING,
                     db_statements[stmt].name, e);
}

enum outcome db_prepare(struct db *db, enum db_stmt stmt, MYSQL_STMT **out, struct err *e)
{
    const struct db_statement *s = &db_statements[stmt];
    MYSQL_STMT *handle = db->prepared[stmt];
    enum outcome result;
    my_bool yes = 1;

    *out = handle;
    if (handle)
        return OUT_OK;
    handle = mysql_stmt_init(db->link);
    if (!handle)
        fatal_memory("mariadb client");
    db->prepared[stmt] = handle;
    mysql_stmt_attr_set(handle, STMT_ATTR_UPDATE_MAX_LENGTH, &yes);
    if (mysql_stmt_prepare(handle, s->sql, strlen(s->sql)) != 0)
        result = failed_statement(db, stmt, handle, e);
    else
        result = check_shape(s, handle, e);
    if (result != OUT_OK && db->prepared[stmt]) {
        mysql_stmt_close(handle);
        db->prepared[stmt] = NULL;
    }
    *out = db->prepared[stmt];
    return result;
}

/* A time is given as text; anything may be NULL. */
static bool takes(enum db_type type, const struct db_value *v)
{
    return v->null || v->type == type || (type == DB_TIME && v->type == DB_TEXT);
}

static enum outcome check_values(const struct db_statement *s, const struct db_value *v, unsigned n,
                                 struct err *e)
{
    if (n != s->ins)
        return err_set(e, OUT_INTERNAL, "db.argument", "%s: %u parameters, not %u", s->name, n,
                       s->ins);
    for (unsigned i = 0; i < n; i++)
        if (!takes(s->in[i].type, &v[i]))
            return err_set(e, OUT_INTERNAL, "db.argument", "%s: parameter %u (%s) has another type",
                           s->name, i + 1, s->in[i].name);
    return OUT_OK;
}

/* Where a bound parameter's value lies during the call. */
struct param {
    int64_t i;
    unsigned long length;
    MYSQL_TIME day;
};

static void bind_value(MYSQL_BIND *bind, struct param *p, const struct db_value *v)
{
    int year, month, day;

    if (v->null) {
        bind->buffer_type = MYSQL_TYPE_NULL;
    } else if (v->type == DB_INT || v->type == DB_BOOL) {
        p->i = v->i;
        bind->buffer_type = MYSQL_TYPE_LONGLONG;
        bind->buffer = &p->i;
    } else if (v->type == DB_DATE) {
        date_split((date_t)v->i, &year, &month, &day);
        p->day = (MYSQL_TIME){.year = (unsigned)year, .month = (unsigned)month,
                              .day = (unsigned)day, .time_type = MYSQL_TIMESTAMP_DATE};
        bind->buffer_type = MYSQL_TYPE_DATE;
        bind->buffer = &p->day;
    } else {
        p->length = strlen(v->s);
        bind->buffer_type = MYSQL_TYPE_STRING;
        bind->buffer = (void *)(uintptr_t)v->s; /* the library reads it only */
        bind->buffer_length = p->length;
        bind->length = &p->length;
    }
}

static enum outcome execute(struct db_tx *tx, enum db_stmt stmt, struct db_args args,
                            MYSQL_STMT **handle, struct err *e)
{
    const struct db_statement *s = &db_statements[stmt];
    MYSQL_BIND bind[DB_PARAMS_MAX];
    struct param param[DB_PARAMS_MAX];
    enum outcome out = check_values(s, args.v, args.n, e);

    if (out == OUT_OK)
        out = db_prepare(tx->db, stmt, handle, e);
    if (out != OUT_OK)
        return out;
    if (tx->db->reading[stmt])
        return err_set(e, OUT_INTERNAL, "db.argument", "%s: executed while its rows are read",
                       s->name);
    memset(bind, 0, sizeof bind);
    for (unsigned i = 0; i < args.n; i++)
        bind_value(&bind[i], &param[i], &args.v[i]);
    if (mysql_stmt_bind_param(*handle, bind) != 0 || mysql_stmt_execute(*handle) != 0)
        return failed_statement(tx->db, stmt, *handle, e);
    return OUT_OK;
}

/* A failure that ends the transaction whatever the body makes of it. */
static enum outcome noted(struct db_tx *tx, enum outcome out)
{
    bool ends = out == OUT_RETRY || out == OUT_UNAVAIL || out == OUT_INTERNAL;

    if (ends && tx->broken == OUT_OK)
        tx->broken = out;
    return out;
}

/* The connection may have gone in this very transaction: then nothing more can be asked of it. */
static enum outcome usable(struct db_tx *tx, enum db_stmt stmt, bool reads, struct err *e)
{
    if (stmt <= 0 || stmt >= DB_STMT_COUNT)
        panic("statement %d is not on the list", (int)stmt);
    if ((db_statements[stmt].outs > 0) != reads)
        return noted(tx, err_set(e, OUT_INTERNAL, "db.argument", "%s: %s", db_statements[stmt].name,
                                 reads ? "answers no rows" : "answers rows: db_query"));
    if (tx->broken != OUT_OK)
        return err_set(e, tx->broken, "db.broken", "%s: the transaction has failed already",
                       db_statements[stmt].name);
    return OUT_OK;
}

/* Rows that do not fit are not dropped: the whole answer is refused, with the number. */
static enum outcome refuse_cut(enum db_stmt stmt, MYSQL_STMT *handle, struct err *e)
{
    unsigned limit = db_statements[stmt].limit;

    if (limit == 0 || mysql_stmt_num_rows(handle) < limit)
        return OUT_OK;
    mysql_stmt_free_result(handle);
    err_arg_int(e, "limit", limit - 1);
    return err_set(e, OUT_TOOBIG, "list.too-long", "%s: %u rows or more", db_statements[stmt].name,
                   limit);
}

enum outcome db_query(struct db_tx *tx, enum db_stmt stmt, struct db_args args, db_on_row on_row,
                      void *ctx, struct err *e)
{
    int64_t began = db_clock();
    MYSQL_STMT *handle = NULL;
    enum outcome out = usable(tx, stmt, true, e);

    if (out != OUT_OK)
        return out;
    out = execute(tx, stmt, args, &handle, e);
    if (out == OUT_OK && mysql_stmt_store_result(handle) != 0)
        out = failed_statement(tx->db, stmt, handle, e);
    if (out == OUT_OK)
        out = refuse_cut(stmt, handle, e);
    tx->db->spent += db_clock() - began;
    if (out != OUT_OK)
        return noted(tx, out);
    return db_read_rows(tx->db, stmt, handle, on_row, ctx, e);
}

enum outcome db_exec(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t *affected,
                     int64_t *id, struct err *e)
{
    int64_t began = db_clock();
    MYSQL_STMT *handle = NULL;
    enum outcome out = usable(tx, stmt, false, e);

    if (out != OUT_OK)
        return out;
    out = execute(tx, stmt, args, &handle, e);
    tx->db->spent += db_clock() - began;
    if (out != OUT_OK)
        return noted(tx, out);
    if (affected)
        *affected = (int64_t)mysql_stmt_affected_rows(handle);
    if (id)
        *id = (int64_t)mysql_stmt_insert_id(handle);
    return OUT_OK;
}

enum outcome db_exec_one(struct db_tx *tx, enum db_stmt stmt, struct db_args args, struct err *e)
{
    int64_t affected = 0;
    enum outcome out = db_exec(tx, stmt, args, &affected, NULL, e);

    if (out == OUT_OK && affected != 1)
        out = err_set(e, OUT_CONFLICT, "changed", "%s matched %lld rows, not one",
                      db_statements[stmt].name, (long long)affected);
    return out;
}

/* Column j of `rows` rows as the arrays the library takes; dates go as text. */
static void bind_column(struct pool *pool, MYSQL_BIND *bind, const struct db_value *v,
                        unsigned step, unsigned rows, enum db_type type)
{
    bool number = type == DB_INT || type == DB_BOOL;
    int64_t *numbers = number ? pool_alloc(pool, rows * sizeof *numbers) : NULL;
    const char **texts = number ? NULL : pool_alloc(pool, rows * sizeof *texts);
    unsigned long *lengths = pool_alloc(pool, rows * sizeof *lengths);
    char *nulls = pool_alloc(pool, rows);

    for (unsigned r = 0; r < rows; r++, v += step) {
        nulls[r] = v->null ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
        if (number) {
            numbers[r] = v->i;
            continue;
        }
        texts[r] = v->null ? "" : v->s;
        if (type == DB_DATE && !v->null) {
            char *day = pool_alloc(pool, DATE_ISO_SIZE);

            date_iso((date_t)v->i, day);
            texts[r] = day;
        }
        lengths[r] = strlen(texts[r]);
    }
    bind->buffer_type = number ? MYSQL_TYPE_LONGLONG : MYSQL_TYPE_STRING;
    bind->buffer = number ? (void *)numbers : (void *)texts;
    bind->length = lengths;
    bind->u.indicator = nulls;
}

static enum outcome exec_array(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                               unsigned rows, int64_t *affected, struct err *e)
{
    const struct db_statement *s = &db_statements[stmt];
    struct pool *pool = pool_new("db array", 64u << 20);
    MYSQL_BIND bind[DB_PARAMS_MAX];
    MYSQL_STMT *handle = NULL;
    unsigned none = 0;
    enum outcome out = db_prepare(tx->db, stmt, &handle, e);

    if (out != OUT_OK)
        goto out;
    memset(bind, 0, sizeof bind);
    for (unsigned i = 0; i < s->ins; i++)
        bind_column(pool, &bind[i], &values[i], s->ins, rows, s->in[i].type);
    mysql_stmt_attr_set(handle, STMT_ATTR_ARRAY_SIZE, &rows);
    if (mysql_stmt_bind_param(handle, bind) != 0 || mysql_stmt_execute(handle) != 0)
        out = failed_statement(tx->db, stmt, handle, e);
    else
        *affected += (int64_t)mysql_stmt_affected_rows(handle);
    if (tx->db->prepared[stmt])
        mysql_stmt_attr_set(handle, STMT_ATTR_ARRAY_SIZE, &none);
out:
    pool_free(pool);
    return out;
}

static enum outcome exec_arrays(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                                unsigned rows, int64_t *affected, struct err *e)
{
    const struct db_statement *s = &db_statements[stmt];
    int64_t began = db_clock();
    enum outcome out = usable(tx, stmt, false, e);

    /* MariaDB 10.11 works a subquery out once and uses the answer for every row of the array. */
    if (out == OUT_OK && strcasestr(s->sql, "select"))
        out = err_set(e, OUT_INTERNAL, "db.argument", "%s: a subquery in a bulk statement", s->name);
    for (unsigned r = 0; r < rows && out == OUT_OK; r++)
        out = check_values(s, values + (size_t)r * s->ins, s->ins, e);
    for (unsigned r = 0; r < rows && out == OUT_OK; r += BULK_ROWS)
        out = exec_array(tx, stmt, values + (size_t)r * s->ins,
                         rows - r < BULK_ROWS ? rows - r : BULK_ROWS, affected, e);
    tx->db->spent += db_clock() - began;
    return noted(tx, out);
}

enum outcome db_exec_many(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e)
{
    int64_t affected = 0;

    return exec_arrays(tx, stmt, values, rows, &affected, e);
}

enum outcome db_exec_each(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                          unsigned rows, struct err *e)
{
    int64_t affected = 0;
    enum outcome out = exec_arrays(tx, stmt, values, rows, &affected, e);

    if (out == OUT_OK && affected != (int64_t)rows)
        out = err_set(e, OUT_CONFLICT, "changed", "%s matched %lld rows, not %u",
                      db_statements[stmt].name, (long long)affected, rows);
    return out;
}
