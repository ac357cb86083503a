/* The records before and after a call, row by row. */
#include "tests/it/rows/rows.h"

#include <stdio.h>
#include <string.h>

#include "lib/db/connection.h"
#include "tests/unit/test.h"

#define TABLES_MAX 60
#define COLUMNS_MAX 40

struct row {
    const char *key;
    const char *value[COLUMNS_MAX];
};

struct table {
    const char *name;
    const char *column[COLUMNS_MAX];
    bool own[COLUMNS_MAX]; /* counted by the server: another in every run */
    unsigned columns, rows;
    struct row *row; /* in the order of their keys */
};

struct picture {
    struct table table[TABLES_MAX];
    unsigned tables;
};

static MYSQL_RES *ask(struct db *db, const char *sql)
{
    MYSQL_RES *result = mysql_query(db->link, sql) == 0 ? mysql_store_result(db->link) : NULL;

    if (!result)
        fail_msg("%s: %s", sql, mysql_error(db->link));
    return result;
}

static void take_rows(struct pool *pool, MYSQL_RES *result, struct table *t)
{
    const MYSQL_FIELD *field = mysql_fetch_fields(result);
    MYSQL_ROW values;

    t->columns = mysql_num_fields(result);
    t->rows = 0;
    t->row = pool_alloc(pool, ((size_t)mysql_num_rows(result) + 1) * sizeof *t->row);
    assert_true(t->columns <= COLUMNS_MAX);
    for (unsigned i = 0; i < t->columns; i++) {
        t->column[i] = pool_strdup(pool, field[i].name);
        t->own[i] = (field[i].flags & AUTO_INCREMENT_FLAG) != 0;
    }
    while ((values = mysql_fetch_row(result))) {
        struct row *row = &t->row[t->rows++];

        row->key = "";
        for (unsigned i = 0; i < t->columns; i++) {
            row->value[i] = values[i] ? pool_strdup(pool, values[i]) : NULL;
            if (field[i].flags & PRI_KEY_FLAG)
                row->key = pool_printf(pool, "%s %s", row->key, values[i] ? values[i] : "");
        }
    }
}

struct picture *picture_take(struct pool *pool, struct db *db)
{
    struct picture *p = pool_alloc(pool, sizeof *p);
    MYSQL_RES *result = ask(db, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND "
                                "table_type <> 'VIEW' AND table_name <> 'schema_migration' ORDER BY table_name");
    MYSQL_ROW name;

    p->tables = 0;
    while ((name = mysql_fetch_row(result))) {
        assert_true(p->tables < TABLES_MAX);
        p->table[p->tables++].name = pool_strdup(pool, name[0]);
    }
    mysql_free_result(result);
    for (unsigned i = 0; i < p->tables; i++) {
        result = ask(db, pool_printf(pool, "SELECT * FROM %s ORDER BY 1, 2", p->table[i].name));
        take_rows(pool, result, &p->table[i]);
        mysql_free_result(result);
    }
    return p;
}

static const struct row *find(const struct table *t, const char *key)
{
    for (unsigned i = 0; i < t->rows; i++)
        if (strcmp(t->row[i].key, key) == 0)
            return &t->row[i];
    return NULL;
}

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static const char *shown(const char *value)
{
    return value ? value : "NULL";
}

/* Rows of this call's own making, by what may name them: their numbers differ from run to run. */
static bool names_a_new_row(const char *column, const char *value, const struct buf *news)
{
    static const char *const naming[] = {"nomination_id", "nominee_id", "file_id", "decision_id", "document_id", "series_id",
                                         "number_id", "event_id"};
    char id[32];

    snprintf(id, sizeof id, " %s ", shown(value));
    for (unsigned i = 0; news->data && i < sizeof naming / sizeof naming[0]; i++)
        if (strcmp(column, naming[i]) == 0)
            return strstr(news->data, id) != NULL;
    return false;
}

static void write_new(const struct table *t, const struct row *row, const struct buf *news, struct buf *out)
{
    buf_printf(out, "+ %s:", t->name);
    for (unsigned i = 0; i < t->columns; i++)
        if (!t->own[i])
            buf_printf(out, " %s=%s", t->column[i],
                       names_a_new_row(t->column[i], row->value[i], news) ? "(new)" : shown(row->value[i]));
    buf_putc(out, '\n');
}

static void write_change(const struct table *t, const struct row *was, const struct row *is, struct buf *out)
{
    bool any = false;

    for (unsigned i = 0; i < t->columns; i++) {
        if (same(was->value[i], is->value[i]))
            continue;
        if (!any)
            buf_printf(out, "~ %s%s:", t->name, is->key);
        buf_printf(out, "%s %s %s -> %s", any ? ";" : "", t->column[i], shown(was->value[i]), shown(is->value[i]));
        any = true;
    }
    if (any)
        buf_putc(out, '\n');
}

static void compare_table(const struct table *was, const struct table *is, const struct buf *news, struct buf *out)
{
    for (unsigned i = 0; i < was->rows; i++) {
        const struct row *now = find(is, was->row[i].key);

        if (now)
            write_change(was, &was->row[i], now, out);
        else
            buf_printf(out, "- %s%s\n", was->name, was->row[i].key);
    }
    for (unsigned i = 0; i < is->rows; i++)
        if (!find(was, is->row[i].key))
            write_new(is, &is->row[i], news, out);
}

static void note_new(const struct table *was, const struct table *is, struct buf *news)
{
    for (unsigned i = 0; i < is->rows; i++)
        for (unsigned k = 0; k < is->columns && !find(was, is->row[i].key); k++)
            if (is->own[k])
                buf_printf(news, " %s ", shown(is->row[i].value[k]));
}

void picture_compare(struct pool *pool, const struct picture *before, const struct picture *after, struct buf *out)
{
    struct buf *news = buf_new(pool, 65536);

    assert_int_equal(before->tables, after->tables);
    for (unsigned i = 0; i < before->tables; i++)
        note_new(&before->table[i], &after->table[i], news);
    for (unsigned i = 0; i < before->tables; i++)
        compare_table(&before->table[i], &after->table[i], news, out);
}
