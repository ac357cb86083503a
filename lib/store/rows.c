#include "lib/store/rows.h"

#include <stdio.h>
#include <string.h>

struct writing {
    struct doc *doc;
    const char *element;
    bool leave_open;
    const struct rows_more *more;
    unsigned page, seen;
    const struct rows_next *next;
    char first[64], second[64];
};

static bool is_long_text(const char *column)
{
    size_t n = strlen(column);

    return n > 5 && strcmp(column + n - 5, "-text") == 0;
}

void rows_columns(struct doc *doc, const struct db_row *row, const struct rows_more *more)
{
    unsigned n = db_columns(row);

    for (unsigned i = 0; i < n; i++) {
        const char *name = db_column_name(row, i);

        if (!db_null_at(row, i) && !is_long_text(name))
            doc_attr(doc, name, db_text_of(row, i));
    }
    if (more)
        more->write(doc, more->ctx);
    for (unsigned i = 0; i < n; i++) {
        const char *name = db_column_name(row, i);

        if (!db_null_at(row, i) && is_long_text(name)) {
            char element[64];

            snprintf(element, sizeof element, "%.*s", (int)(strlen(name) - 5), name);
            doc_leaf(doc, element, db_text_at(row, i));
        }
    }
}

static enum outcome write_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct writing *w = ctx;

    (void)e;
    if (w->page && w->seen++ == w->page)
        return OUT_OK;
    doc_open(w->doc, w->element);
    rows_columns(w->doc, row, w->more);
    if (!w->leave_open)
        doc_close(w->doc);
    for (unsigned i = 0; w->page && i < db_columns(row); i++) {
        if (strcmp(db_column_name(row, i), w->next->first_key) == 0)
            snprintf(w->first, sizeof w->first, "%s", db_text_of(row, i));
        else if (w->next->second_key && strcmp(db_column_name(row, i), w->next->second_key) == 0)
            snprintf(w->second, sizeof w->second, "%s", db_text_of(row, i));
    }
    return OUT_OK;
}

enum outcome rows_write(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                        struct db_args args, struct err *e)
{
    struct writing w = {.doc = doc, .element = element};

    return db_query(tx, stmt, args, write_row, &w, e);
}

enum outcome rows_open(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                       struct db_args args, const struct rows_more *more, struct err *e)
{
    struct writing w = {.doc = doc, .element = element, .leave_open = true, .more = more};

    return db_one(tx, stmt, args, write_row, &w, e);
}

enum outcome rows_page(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                       struct db_args args, unsigned page, const struct rows_next *next,
                       struct err *e)
{
    struct writing w = {.doc = doc, .element = element, .page = page, .next = next};
    char value[sizeof w.first + sizeof w.second + 1];
    enum outcome rc = db_query(tx, stmt, args, write_row, &w, e);

    if (rc != OUT_OK || w.seen <= page)
        return rc;
    snprintf(value, sizeof value, "%s%s%s", w.first, next->second_key ? "." : "", w.second);
    doc_open(doc, "next");
    doc_attr(doc, "field", next->field);
    doc_attr(doc, "value", value);
    doc_close(doc);
    return OUT_OK;
}

unsigned rows_part(struct doc *doc, const char *field, int64_t from, unsigned page, int64_t of)
{
    int64_t last = of > 0 ? (of - 1) / page * page : 0;
    int64_t skip = from > 1 ? (from - 1) / page * page : 0;

    if (skip > last)
        skip = last;
    doc_open(doc, "part");
    doc_attr(doc, "field", field);
    doc_attr_int(doc, "from", of > 0 ? skip + 1 : 0);
    doc_attr_int(doc, "to", skip + page < of ? skip + page : of);
    doc_attr_int(doc, "of", of);
    doc_attr_int(doc, "page", page);
    doc_close(doc);
    return (unsigned)skip;
}

/* What such a list is asked by, at most. */
#define PART_ARGS_MAX 16

enum outcome rows_in_parts(struct db_tx *tx, struct doc *doc, const struct rows_list *list,
                           struct db_args args, int64_t from, struct err *e)
{
    struct db_value v[PART_ARGS_MAX];
    int64_t of;
    enum outcome rc = db_scalar(tx, list->count, args, 0, &of, e);

    if (rc != OUT_OK)
        return rc;
    if (args.n + 2 > PART_ARGS_MAX)
        return err_set(e, OUT_INTERNAL, "db.argument", "a list of %u arguments", args.n);
    if (args.n > 0)
        memcpy(v, args.v, args.n * sizeof *v);
    v[args.n] = db_int(rows_part(doc, list->field, from, list->page, of));
    v[args.n + 1] = db_int(list->page);
    return rows_write(tx, doc, list->element, list->rows, (struct db_args){v, args.n + 2}, e);
}

struct one_id {
    int64_t id;
    unsigned rows;
};

static enum outcome take_id(const struct db_row *row, void *ctx, struct err *e)
{
    struct one_id *one = ctx;

    (void)e;
    one->id = db_int_at(row, 0);
    one->rows++;
    return OUT_OK;
}

enum outcome rows_one_id(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t *id,
                         struct err *e)
{
    struct one_id one = {0, 0};
    enum outcome rc = db_query(tx, stmt, args, take_id, &one, e);

    if (rc == OUT_OK && one.rows == 0)
        return err_set(e, OUT_NOTFOUND, "none", "nothing answers to that name");
    if (rc == OUT_OK && one.rows > 1)
        return err_set(e, OUT_CONFLICT, "several", "more than one answers to that name");
    *id = one.id;
    return rc;
}

struct one_text {
    struct pool *pool;
    const char **text;
};

static enum outcome take_text(const struct db_row *row, void *ctx, struct err *e)
{
    struct one_text *one = ctx;

    (void)e;
    *one->text = pool_strdup(one->pool, db_text_at(row, 0));
    return OUT_OK;
}

enum outcome rows_one_text(struct db_tx *tx, struct pool *pool, enum db_stmt stmt,
                           struct db_args args, const char **text, struct err *e)
{
    struct one_text one = {pool, text};

    return db_one(tx, stmt, args, take_text, &one, e);
}
