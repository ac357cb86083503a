#include "lib/store/decision.h"

#include "lib/store/rows.h"

enum outcome decision_add(struct db_tx *tx, const struct decision *d, int64_t *id, struct err *e)
{
    return db_exec(tx, Q_DECISION_INSERT,
                   DB_ARGS(db_int(d->nomination_id), db_text(d->kind), db_text(d->authority),
                           db_date(d->signed_on), db_int(d->signer_id), db_text(d->signer_name),
                           db_text(d->capacity), db_text(d->office), db_text(d->regime),
                           db_int(d->base_salary), db_int(d->bonus_total)),
                   NULL, id, e);
}

struct target {
    struct pool *pool;
    struct decision *to;
};

static enum outcome take(const struct db_row *row, void *ctx, struct err *e)
{
    struct target *t = ctx;
    struct decision *d = t->to;
    struct pool *pool = t->pool;

    (void)e;
    d->id = db_int_at(row, DECISION_OF_ID);
    d->kind = pool_strdup(pool, db_text_at(row, DECISION_OF_KIND));
    d->authority = pool_strdup(pool, db_text_at(row, DECISION_OF_AUTHORITY));
    d->signed_on = db_date_at(row, DECISION_OF_SIGNED_ON);
    d->signer_id = db_int_at(row, DECISION_OF_SIGNER_ID);
    d->signer_name = pool_strdup(pool, db_text_at(row, DECISION_OF_SIGNER_NAME));
    d->capacity = pool_strdup(pool, db_text_at(row, DECISION_OF_CAPACITY));
    d->office = pool_strdup(pool, db_text_at(row, DECISION_OF_OFFICE));
    d->regime = pool_strdup(pool, db_text_at(row, DECISION_OF_REGIME));
    d->base_salary = db_int_at(row, DECISION_OF_BASE_SALARY);
    d->bonus_total = db_int_at(row, DECISION_OF_BONUS_TOTAL);
    d->document_id = db_int_at(row, DECISION_OF_DOCUMENT_ID);
    d->number = (int)db_int_at(row, DECISION_OF_NUMBER);
    d->symbol = pool_strdup(pool, db_text_at(row, DECISION_OF_SYMBOL));
    d->issued_on = db_date_at(row, DECISION_OF_ISSUED_ON);
    d->recipients = pool_strdup(pool, db_text_at(row, DECISION_OF_RECIPIENTS));
    d->result_no = pool_strdup(pool, db_text_at(row, DECISION_OF_RESULT_NO));
    d->result_date = db_date_at(row, DECISION_OF_RESULT_DATE);
    d->version = db_int_at(row, DECISION_OF_VERSION);
    return OUT_OK;
}

enum outcome decision_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                         struct decision *out, struct err *e)
{
    struct target target = {pool, out};

    out->nomination_id = nomination_id;
    return db_one(tx, Q_DECISION_OF, DB_ARGS(db_int(nomination_id)), take, &target, e);
}

struct read_target {
    struct doc *doc;
    int64_t *nomination_id;
};

static enum outcome write_decision(const struct db_row *row, void *ctx, struct err *e)
{
    struct read_target *t = ctx;

    (void)e;
    *t->nomination_id = db_int_at(row, DECISION_GET_NOMINATION_ID);
    doc_open(t->doc, "decision");
    rows_columns(t->doc, row, NULL);
    return OUT_OK;
}

enum outcome decision_open(struct db_tx *tx, struct doc *doc, const struct viewer *v, int64_t id,
                           int64_t *nomination_id, struct err *e)
{
    struct read_target target = {doc, nomination_id};

    return db_one(tx, Q_DECISION_GET, DB_ARGS(db_int(id), db_text(v->scope)), write_decision,
                  &target, e);
}

enum outcome decision_nomination(struct db_tx *tx, const struct viewer *v, int64_t id,
                                 int64_t *nomination_id, struct err *e)
{
    return rows_one_id(tx, Q_DECISION_NOMINATION, DB_ARGS(db_int(id), db_text(v->scope)),
                       nomination_id, e);
}

enum outcome decision_list_read(struct db_tx *tx, struct doc *doc, const struct viewer *v, int year,
                                const char *authority, int64_t before_id, struct err *e)
{
    enum outcome rc;

    doc_open(doc, "decisions");
    rc = rows_page(tx, doc, "decision", Q_DECISION_LIST,
                   DB_ARGS(db_text(v->scope), db_id(year), db_id(year), db_opt_text(authority),
                           db_opt_text(authority), db_id(before_id), db_id(before_id)),
                   50, &(struct rows_next){"before", "id", NULL}, e);
    doc_close(doc);
    return rc;
}

enum outcome decision_set_document(struct db_tx *tx, const struct decision *d, int64_t document_id,
                                   struct err *e)
{
    return db_exec_one(tx, Q_DECISION_NUMBER,
                       DB_ARGS(db_int(document_id), db_int(d->id), db_int(d->version)), e);
}

enum outcome decision_set_result(struct db_tx *tx, const struct decision *d, const char *result_no,
                                 date_t result_date, int64_t bonus_total, struct err *e)
{
    return db_exec_one(tx, Q_DECISION_RESULT,
                       DB_ARGS(db_text(result_no), db_date(result_date), db_int(bonus_total),
                               db_int(d->id), db_int(d->version)),
                       e);
}

enum outcome root_unit(struct db_tx *tx, int64_t *id, struct err *e)
{
    return db_scalar(tx, Q_ROOT_UNIT_ID, DB_NO_ARGS, 0, id, e);
}
