#include "lib/store/audit.h"

#include <string.h>

#include "lib/store/rows.h"

#define AUDIT_PAGE 50
#define ENTRY_VALUES 11

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

enum outcome audit_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                        const struct audit_filter *f, struct err *e)
{
    const struct rows_next next = {"before", "id", NULL};
    struct db_value object = db_opt_text(f->object), object_id = db_id(f->object_id);
    struct db_value person = db_id(f->person_id), action = db_opt_text(f->action);
    struct db_value before = db_id(f->before_id);
    int64_t whole = 0;
    enum outcome rc = db_scalar(tx, Q_AUDIT_WHOLE, DB_ARGS(db_text(v->scope)), 0, &whole, e);

    if (rc != OUT_OK)
        return rc;
    if (whole > 0)
        return rows_page(tx, doc, "entry", Q_AUDIT_LIST,
                         DB_ARGS(object, object, object_id, object_id, person, person, action,
                                 action, before, before),
                         AUDIT_PAGE, &next, e);
    return rows_page(tx, doc, "entry", Q_AUDIT_LIST_UNIT,
                     DB_ARGS(db_text(v->scope), object, object, object_id, object_id, person,
                             person, action, action, before, before),
                     AUDIT_PAGE, &next, e);
}
