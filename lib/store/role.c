#include "lib/store/role.h"

#include "lib/store/rows.h"

enum outcome role_list_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                            int64_t from, struct err *e)
{
    static const struct rows_list grants = {"grant", "from", Q_ROLE_COUNT, Q_ROLE_LIST, 100};
    enum outcome rc;

    doc_open(doc, "roles");
    rc = rows_in_parts(tx, doc, &grants, DB_ARGS(db_text(v->scope)), from, e);
    doc_close(doc);
    return rc;
}

enum outcome role_grant(struct db_tx *tx, const struct viewer *v, const struct role_new *r,
                        int64_t *id, struct err *e)
{
    struct db_value person = db_id(r->person_id), group = db_opt_text(r->ldap_group);
    struct db_value role = db_text(role_code(r->role)), unit = db_int(r->unit_id);
    int64_t found = 0, same = 0;
    enum outcome rc = db_scalar(tx, Q_ROLE_UNIT, DB_ARGS(unit, db_date(v->today), db_text(v->scope)),
                                0, &found, e);

    if (rc == OUT_OK && found == 0)
        return err_set(e, OUT_NOTFOUND, "notfound", "the unit is not of the scope");
    if (rc == OUT_OK)
        rc = db_scalar(tx, Q_ROLE_SAME, DB_ARGS(person, group, role, unit), 0, &same, e);
    if (rc == OUT_OK && same > 0)
        return err_set(e, OUT_CONFLICT, "role.twice", "the same grant is in force");
    if (rc != OUT_OK)
        return rc;
    return db_exec(tx, Q_ROLE_INSERT,
                   DB_ARGS(person, group, role, unit, db_date(r->valid_from), db_date(r->valid_to),
                           db_id(r->granted_by)),
                   NULL, id, e);
}

struct held {
    struct pool *pool;
    struct role_new *to;
};

static enum outcome take_held(const struct db_row *row, void *ctx, struct err *e)
{
    struct held *held = ctx;

    (void)e;
    *held->to = (struct role_new){
        .person_id = db_int_at(row, ROLE_HOLD_PERSON_ID),
        .ldap_group = pool_strdup(held->pool, db_text_at(row, ROLE_HOLD_LDAP_GROUP)),
        .role = role_of(db_text_at(row, ROLE_HOLD_ROLE)),
        .unit_id = db_int_at(row, ROLE_HOLD_UNIT_ID),
    };
    return OUT_OK;
}

enum outcome role_revoke(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                         struct role_new *was, struct err *e)
{
    struct held held = {pool, was};
    struct err why = ERR_INIT;
    enum outcome rc = db_one(tx, Q_ROLE_HOLD, DB_ARGS(db_int(id), db_text(v->scope)), take_held,
                             &held, &why);

    if (rc == OUT_NOTFOUND)
        return err_set(e, OUT_NOTFOUND, "role.gone", "no such grant in force in the scope");
    if (rc != OUT_OK) {
        *e = why;
        return rc;
    }
    return db_exec_one(tx, Q_ROLE_REVOKE, DB_ARGS(db_int(id)), e);
}
