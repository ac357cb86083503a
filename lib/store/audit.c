#include "lib/store/audit.h"

#include <stdio.h>
#include <string.h>

#include "lib/store/rows.h"

/* As many as the statements answer, less the one that says there is a next page. */
#define AUDIT_PAGE 50
#define ENTRY_VALUES 11
#define ID_BYTES 20 /* of an id and its comma */

static const struct rows_next next_page = {"before", "id", NULL};

/* What a person does for himself belongs to the unit he works in. */
static enum outcome unit_of(struct db_tx *tx, const struct audit_entry *entry, int64_t *unit_id,
                            struct err *e)
{
    *unit_id = entry->unit_id;
    if (entry->unit_id || !entry->object_id || strcmp(entry->object, "person") != 0)
        return OUT_OK;
    return db_scalar(tx, Q_AUDIT_UNIT_OF_PERSON, DB_ARGS(db_int(entry->object_id)), 0, unit_id, e);
}

static enum outcome entry_values(struct db_tx *tx, struct db_value v[ENTRY_VALUES],
                                 const struct act *act, const struct audit_entry *entry,
                                 struct err *e)
{
    int64_t unit_id;
    enum outcome rc = unit_of(tx, entry, &unit_id, e);
    const struct db_value values[ENTRY_VALUES] = {
        db_id(act->person_id), db_text(act->role), db_text(act->capacity),
        db_text(entry->action), db_text(entry->object), db_id(entry->object_id),
        db_id(unit_id), db_text(entry->before), db_text(entry->after),
        db_text(act->request_id), db_text(act->address)};

    memcpy(v, values, sizeof values);
    return rc;
}

enum outcome audit_add(struct db_tx *tx, const struct act *act, const struct audit_entry *entry,
                       struct err *e)
{
    struct db_value v[ENTRY_VALUES];
    enum outcome rc = entry_values(tx, v, act, entry, e);

    return rc == OUT_OK
               ? db_exec(tx, Q_AUDIT_INSERT, (struct db_args){v, ENTRY_VALUES}, NULL, NULL, e)
               : rc;
}

enum outcome audit_add_all(struct db_tx *tx, struct pool *pool, const struct act *act,
                           const struct audit_entry *entries, unsigned count, struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * ENTRY_VALUES * sizeof *v);
    enum outcome rc = OUT_OK;

    for (unsigned i = 0; rc == OUT_OK && i < count; i++)
        rc = entry_values(tx, v + (size_t)i * ENTRY_VALUES, act, &entries[i], e);
    return rc == OUT_OK ? db_exec_many(tx, Q_AUDIT_INSERT, v, count, e) : rc;
}

/* The newest entries of several units, ids, the newest first; behind a full page any older one, which says that there is a next. */
struct newest {
    struct db_tx *tx;
    const struct audit_filter *filter;
    int64_t id[AUDIT_PAGE + 1];
    unsigned count;
};

static enum outcome keep_entry(const struct db_row *row, void *ctx, struct err *e)
{
    struct newest *n = ctx;
    int64_t id = db_int_at(row, 0);
    unsigned at = n->count <= AUDIT_PAGE ? n->count++ : AUDIT_PAGE;

    (void)e;
    for (; at > 0 && n->id[at - 1] < id; at--)
        n->id[at] = n->id[at - 1];
    n->id[at] = id;
    return OUT_OK;
}

/* Of each unit only what would stand on the page: above its last one, once it is full. */
static enum outcome keep_unit(const struct db_row *row, void *ctx, struct err *e)
{
    struct newest *n = ctx;
    const struct audit_filter *f = n->filter;
    struct db_value object = db_opt_text(f->object), object_id = db_id(f->object_id);
    struct db_value person = db_id(f->person_id), action = db_opt_text(f->action);
    struct db_value unit = db_int(db_int_at(row, 0));
    int64_t above = n->count == AUDIT_PAGE + 1 ? n->id[AUDIT_PAGE] : 0;

    return db_query(n->tx, Q_AUDIT_NEWEST,
                    DB_ARGS(unit, unit, db_int(above),
                            db_int(f->before_id ? f->before_id : INT64_MAX), object, object, object_id,
                            object_id, person, person, action, action),
                    keep_entry, n, e);
}

/* "[17,12,5]" */
static void write_ids(const struct newest *n, char *out, size_t size)
{
    size_t len = (size_t)snprintf(out, size, "[");

    for (unsigned i = 0; i < n->count; i++)
        len += (size_t)snprintf(out + len, size - len, "%s%lld", i > 0 ? "," : "", (long long)n->id[i]);
    snprintf(out + len, size - len, "]");
}

static enum outcome read_of_units(struct db_tx *tx, struct doc *doc, const char *scope,
                                  const struct audit_filter *f, struct err *e)
{
    struct newest n = {.tx = tx, .filter = f};
    char ids[(AUDIT_PAGE + 1) * ID_BYTES + 3];
    enum outcome rc = db_query(tx, Q_AUDIT_UNITS, DB_ARGS(db_text(scope)), keep_unit, &n, e);

    if (rc != OUT_OK)
        return rc;
    write_ids(&n, ids, sizeof ids);
    return rows_page(tx, doc, "entry", Q_AUDIT_ENTRIES, DB_ARGS(db_text(ids)), AUDIT_PAGE, &next_page, e);
}

static enum outcome read_whole(struct db_tx *tx, struct doc *doc, const struct audit_filter *f,
                               struct err *e)
{
    struct db_value object = db_opt_text(f->object), object_id = db_id(f->object_id);
    struct db_value person = db_id(f->person_id), action = db_opt_text(f->action);
    struct db_value before = db_id(f->before_id);

    return rows_page(tx, doc, "entry", Q_AUDIT_LIST,
                     DB_ARGS(object, object, object_id, object_id, person, person, action, action,
                             before, before),
                     AUDIT_PAGE, &next_page, e);
}

enum outcome audit_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                        const struct audit_filter *f, struct err *e)
{
    int64_t whole = 0;
    enum outcome rc = db_scalar(tx, Q_AUDIT_WHOLE, DB_ARGS(db_text(v->scope)), 0, &whole, e);

    if (rc != OUT_OK)
        return rc;
    return whole > 0 ? read_whole(tx, doc, f, e) : read_of_units(tx, doc, v->scope, f, e);
}
