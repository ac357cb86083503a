#include "lib/store/eligibility.h"

#include <string.h>

#include "lib/store/facts.h"

static const char *severity_code(enum check_severity s)
{
    return s == SEVERITY_BLOCK ? "block" : s == SEVERITY_WARN ? "warn" : "info";
}

#define ANSWER_COLUMNS 9

/* All answers of all rows, for one bulk statement. */
struct answers {
    struct pool *pool;
    struct db_value *value;
    unsigned rows, room;
};

static void keep(struct answers *a, int64_t nominee_id, const char *regime,
                 const struct law_check *c)
{
    struct db_value *v;

    if (a->rows == a->room) {
        unsigned room = a->room ? a->room * 2 : 64;
        struct db_value *grown = pool_alloc(a->pool, room * ANSWER_COLUMNS * sizeof *grown);

        if (a->rows)
            memcpy(grown, a->value, a->rows * ANSWER_COLUMNS * sizeof *grown);
        a->value = grown;
        a->room = room;
    }
    v = a->value + (size_t)a->rows++ * ANSWER_COLUMNS;
    v[0] = db_int(nominee_id);
    v[1] = db_text(c->rule);
    v[2] = db_text(regime);
    v[3] = db_text(check_result_code(c->result));
    v[4] = db_text(severity_code(c->severity));
    v[5] = db_text(c->say);
    v[6] = db_text(c->found);
    v[7] = db_text(c->cite);
    v[8] = db_bool(c->verified);
}

/* A row from before, whose award the law of the day does not know: it stops the row, and says so at it. */
static const struct law_check not_given = {
    .rule = "GIVEN", .say = "Danh hiệu, hình thức có trong quy định đang áp dụng",
    .found = "Không có trong quy định đang áp dụng", .cite = "", .result = CHECK_FAIL,
    .severity = SEVERITY_BLOCK, .verified = true, .general = true};

static enum outcome judge(struct pool *pool, const struct regime *regime, const struct nomination *n,
                          const struct subject *s, date_t on, struct answers *answers,
                          struct err *e)
{
    const struct law_award *award = law_award(regime, s->award_code);
    const struct law_check *check = &not_given;
    unsigned count = 1;
    enum outcome rc = OUT_OK;

    if (award && law_award_for(award, s->kind))
        rc = law_check(pool, regime, s->award_code, s->kind, n->year, on, s->doc, &check, &count, e);
    for (unsigned k = 0; rc == OUT_OK && k < count; k++)
        keep(answers, s->id, regime_id(regime), &check[k]);
    return rc;
}

enum outcome eligibility_check(struct db_tx *tx, struct pool *pool, const struct laws *laws,
                               const struct nomination *n, int64_t nominee_id, date_t on,
                               struct err *e)
{
    struct facts facts;
    struct answers answers = {.pool = pool};
    const struct regime *regime = law_on(laws, on);
    enum outcome rc;

    if (!regime)
        return err_set(e, OUT_INVALID, "law.no-regime", "no regime covers the day");
    rc = facts_of_rows(tx, pool, n, nominee_id, on, &facts, e);
    for (unsigned i = 0; rc == OUT_OK && i < facts.count; i++)
        rc = judge(pool, regime, n, &facts.subject[i], on, &answers, e);
    if (rc == OUT_OK)
        rc = db_exec(tx, Q_ELIGIBILITY_CLEAR,
                     DB_ARGS(db_int(n->id), db_id(nominee_id), db_id(nominee_id)), NULL, NULL, e);
    if (rc == OUT_OK && answers.rows)
        rc = db_exec_many(tx, Q_ELIGIBILITY_INSERT, answers.value, answers.rows, e);
    return rc;
}
