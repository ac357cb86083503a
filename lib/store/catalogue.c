/* Reading and writing the catalogue's periods; whether an award is given on a day is asked of lib/core/standing.h. */
#include "lib/store/catalogue.h"

static enum outcome add_period(struct pool *pool, const struct db_row *row,
                               struct award_history *h, struct err *e)
{
    struct award_period *all;

    if (h->periods == AWARD_PERIODS_MAX)
        return err_set(e, OUT_INTERNAL, "internal", "an award has more than %d periods",
                       AWARD_PERIODS_MAX);
    if (h->periods == 0)
        h->period = pool_alloc(pool, AWARD_PERIODS_MAX * sizeof *all);
    all = h->period;
    all[h->periods++] = (struct award_period){
        .from = db_date_at(row, AWARD_PERIODS_VALID_FROM),
        .to = db_date_at(row, AWARD_PERIODS_VALID_TO),
        .confirmed = db_int_at(row, AWARD_PERIODS_CONFIRMED) != 0,
        .for_person = db_int_at(row, AWARD_PERIODS_FOR_PERSON) != 0,
        .for_collective = db_int_at(row, AWARD_PERIODS_FOR_COLLECTIVE) != 0,
        .for_household = db_int_at(row, AWARD_PERIODS_FOR_HOUSEHOLD) != 0,
        .decides = pool_strdup(pool, db_text_at(row, AWARD_PERIODS_DECIDES)),
        .regime = pool_strdup(pool, db_text_at(row, AWARD_PERIODS_REGIME)),
        .law = pool_strdup(pool, db_text_at(row, AWARD_PERIODS_LAW)),
        .cite = pool_strdup(pool, db_text_at(row, AWARD_PERIODS_CITE))};
    return OUT_OK;
}

struct type_target {
    struct pool *pool;
    struct award_type *to;
};

static enum outcome take_type(const struct db_row *row, void *ctx, struct err *e)
{
    struct type_target *t = ctx;

    (void)e;
    t->to->name = pool_strdup(t->pool, db_text_at(row, AWARD_TYPE_GET_NAME));
    t->to->family = pool_strdup(t->pool, db_text_at(row, AWARD_TYPE_GET_FAMILY));
    return OUT_OK;
}

static enum outcome take_period(const struct db_row *row, void *ctx, struct err *e)
{
    struct type_target *t = ctx;

    return add_period(t->pool, row, &t->to->history, e);
}

enum outcome award_type_of(struct db_tx *tx, struct pool *pool, const char *code,
                           struct award_type *out, struct err *e)
{
    struct type_target target = {pool, out};
    enum outcome rc;

    *out = (struct award_type){.name = ""};
    rc = db_one(tx, Q_AWARD_TYPE_GET, DB_ARGS(db_text(code)), take_type, &target, e);
    if (rc == OUT_OK)
        rc = db_query(tx, Q_AWARD_PERIODS, DB_ARGS(db_text(code), db_text(code)), take_period,
                      &target, e);
    out->history.name = out->name;
    return rc;
}

static enum outcome take_any(const struct db_row *row, void *ctx, struct err *e)
{
    const struct award_histories *into = ctx;
    struct award_history *history =
        into->find(into->ctx, db_text_at(row, AWARD_PERIODS_AWARD_CODE));

    return history ? add_period(into->pool, row, history, e) : OUT_OK;
}

enum outcome award_histories_read(struct db_tx *tx, const struct award_histories *into,
                                  struct err *e)
{
    struct award_histories copy = *into;

    return db_query(tx, Q_AWARD_PERIODS, DB_ARGS(db_null(), db_null()), take_any, &copy, e);
}

enum outcome award_history_put(struct db_tx *tx, const char *code,
                               const struct award_history *history, struct err *e)
{
    enum outcome rc =
        db_exec(tx, Q_AWARD_PERIOD_CLEAR, DB_ARGS(db_text(code)), NULL, NULL, e);

    for (unsigned i = 0; rc == OUT_OK && i < history->periods; i++) {
        const struct award_period *p = &history->period[i];

        rc = db_exec(tx, Q_AWARD_PERIOD_INSERT,
                     DB_ARGS(db_text(code), db_date(p->from), db_date(p->to), db_text(p->regime),
                             db_text(p->law), db_text(p->cite), db_text(p->decides),
                             db_bool(p->for_person), db_bool(p->for_collective),
                             db_bool(p->for_household), db_bool(p->confirmed)),
                     NULL, NULL, e);
    }
    return rc;
}
