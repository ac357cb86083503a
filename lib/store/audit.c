#include "lib/store/audit.h"

#include "lib/store/rows.h"

enum outcome audit_add(struct db_tx *tx, const struct act *act, const struct audit_entry *entry,
                       struct err *e)
{
    return db_exec(tx, Q_AUDIT_INSERT,
                   DB_ARGS(db_id(act->person_id), db_text(act->role), db_text(act->capacity),
                           db_text(entry->action), db_text(entry->object), db_id(entry->object_id),
                           db_id(entry->unit_id), db_text(entry->before), db_text(entry->after),
                           db_text(act->request_id), db_text(act->address)),
                   NULL, NULL, e);
}

enum outcome audit_read(struct db_tx *tx, struct doc *doc, const struct audit_filter *f,
                        struct err *e)
{
    return rows_page(tx, doc, "entry", Q_AUDIT_LIST,
                     DB_ARGS(db_opt_text(f->object), db_opt_text(f->object), db_id(f->object_id),
                             db_id(f->object_id), db_id(f->person_id), db_id(f->person_id),
                             db_opt_text(f->action), db_opt_text(f->action), db_id(f->before_id),
                             db_id(f->before_id)),
                     50, &(struct rows_next){"before", "id", NULL}, e);
}
