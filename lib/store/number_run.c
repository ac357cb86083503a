/* Numbers without a document that were entered wrong are put right, a whole run of the book or a part of it. */
#include "lib/store/number_book.h"

#include "lib/core/number.h"
#include "lib/store/rows.h"

struct target {
    struct pool *pool;
    struct doc *doc;
    struct number_run *to;
};

static enum outcome take_run(const struct db_row *row, void *ctx, struct err *e)
{
    struct target *t = ctx;

    (void)e;
    *t->to = (struct number_run){
        .id = db_int_at(row, NUMBER_RUN_ID),
        .series_id = db_int_at(row, NUMBER_RUN_SERIES_ID),
        .unit_id = db_int_at(row, NUMBER_RUN_UNIT_ID),
        .version = db_int_at(row, NUMBER_RUN_VERSION),
        .code = pool_strdup(t->pool, db_text_at(row, NUMBER_RUN_CODE)),
        .year = (int)db_int_at(row, NUMBER_RUN_YEAR),
        .first = (int)db_int_at(row, NUMBER_RUN_FIRST_NO),
        .last = (int)db_int_at(row, NUMBER_RUN_LAST_NO),
        .used = pool_strdup(t->pool, db_text_at(row, NUMBER_RUN_USED)),
        .note = pool_strdup(t->pool, db_text_at(row, NUMBER_RUN_NOTE)),
    };
    if (!t->doc)
        return OUT_OK;
    doc_open(t->doc, "run");
    rows_columns(t->doc, row, NULL);
    doc_close(t->doc);
    return OUT_OK;
}

enum outcome number_run_of(struct db_tx *tx, struct pool *pool, struct doc *doc,
                           const struct viewer *v, int64_t id, struct number_run *out,
                           struct err *e)
{
    struct target target = {pool, doc, out};

    return db_one(tx, Q_NUMBER_RUN, DB_ARGS(db_int(id), db_text(v->scope)), take_run, &target, e);
}

/* Held as document_issue() holds it, before the run is read: whoever takes a number out of it waits, or has taken it. */
static enum outcome hold_run(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                             struct number_run *run, struct err *e)
{
    int64_t last_no;
    enum outcome rc = number_run_of(tx, pool, NULL, v, id, run, e);

    if (rc == OUT_OK)
        rc = db_scalar(tx, Q_SERIES_HOLD, DB_ARGS(db_int(run->series_id)), 0, &last_no, e);
    return rc == OUT_OK ? number_run_of(tx, pool, NULL, v, id, run, e) : rc;
}

/* What is left of the run over and under the corrected numbers stays as it was entered. */
static enum outcome write(struct db_tx *tx, const struct number_run *run,
                          const struct number_change *n, struct err *e)
{
    struct db_value id = db_int(run->id), was = db_text(run->used), version = db_int(run->version);
    struct db_value used = db_text(n->used), note = db_text(n->note), person = db_int(n->person_id);
    enum outcome rc = OUT_OK;

    if (n->to < run->last)
        rc = db_exec_one(tx, Q_NUMBER_REST, DB_ARGS(db_int(n->to + 1), id, was), e);
    if (rc != OUT_OK)
        return rc;
    if (n->from == run->first)
        return db_exec_one(tx, Q_NUMBER_CORRECT,
                           DB_ARGS(db_int(n->to), used, note, person, id, version), e);
    rc = db_exec_one(tx, Q_NUMBER_CORRECT_PART,
                     DB_ARGS(db_int(n->from), db_int(n->to), used, note, person, id, version), e);
    return rc == OUT_OK
               ? db_exec_one(tx, Q_NUMBER_NARROW, DB_ARGS(db_int(n->from - 1), id, was), e)
               : rc;
}

enum outcome number_run_correct(struct db_tx *tx, struct pool *pool, const struct viewer *v,
                                int64_t id, const struct number_change *n, struct number_run *was,
                                struct err *e)
{
    enum outcome rc = hold_run(tx, pool, v, id, was, e);

    if (rc != OUT_OK)
        return rc;
    if (was->version != n->version)
        return err_set(e, OUT_CONFLICT, "changed", "version %lld, form was filled in from %lld",
                       (long long)was->version, (long long)n->version);
    rc = number_correct(&(struct number_correction){.first = was->first,
                                                    .last = was->last,
                                                    .was = number_use_of(was->used),
                                                    .was_note = was->note,
                                                    .from = n->from,
                                                    .to = n->to,
                                                    .use = number_use_of(n->used),
                                                    .note = n->note},
                        e);
    return rc == OUT_OK ? write(tx, was, n, e) : rc;
}
