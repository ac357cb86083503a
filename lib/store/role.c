#include "lib/store/role.h"

#include "lib/store/rows.h"

enum outcome role_list_read(struct db_tx *tx, struct doc *doc, struct err *e)
{
    enum outcome rc;

    doc_open(doc, "roles");
    rc = rows_write(tx, doc, "grant", Q_ROLE_LIST, DB_NO_ARGS, e);
    doc_close(doc);
    return rc;
}

enum outcome role_grant(struct db_tx *tx, const struct role_new *r, int64_t *id, struct err *e)
{
    struct db_value person = db_id(r->person_id), group = db_opt_text(r->ldap_group);
    struct db_value role = db_text(role_code(r->role)), unit = db_int(r->unit_id);
    int64_t same = 0;
    enum outcome rc =
        db_scalar(tx, Q_ROLE_SAME, DB_ARGS(person, group, role, unit), 0, &same, e);

    if (rc == OUT_OK && same > 0)
        return err_set(e, OUT_CONFLICT, "role.twice", "the same grant is in force");
    if (rc != OUT_OK)
        return rc;
    return db_exec(tx, Q_ROLE_INSERT,
                   DB_ARGS(person, group, role, unit, db_date(r->valid_from), db_date(r->valid_to),
                           db_id(r->granted_by)),
                   NULL, id, e);
}

enum outcome role_revoke(struct db_tx *tx, int64_t id, struct err *e)
{
    int64_t affected = 0;
    enum outcome rc = db_exec(tx, Q_ROLE_REVOKE, DB_ARGS(db_int(id)), &affected, NULL, e);

    if (rc == OUT_OK && affected == 0)
        return err_set(e, OUT_NOTFOUND, "role.gone", "no such grant in force");
    return rc;
}
