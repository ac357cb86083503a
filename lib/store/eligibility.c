#include "lib/store/eligibility.h"

#include <string.h>

/* One row with its document while the facts come in. */
struct subject {
    int64_t id;
    enum recipient kind;
    const char *award_code;
    struct doc *doc;
};

struct gathering {
    struct pool *pool;
    const struct nomination *n;
    date_t on;
    struct subject *subject;
    unsigned count, room;
    unsigned at; /* facts come ordered by row: the search goes on from here */
};

static enum outcome take_subject(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;
    struct subject *s;

    (void)e;
    if (g->count == g->room) {
        unsigned room = g->room ? g->room * 2 : 32;
        struct subject *grown = pool_alloc(g->pool, room * sizeof *grown);

        if (g->count)
            memcpy(grown, g->subject, g->count * sizeof *grown);
        g->subject = grown;
        g->room = room;
    }
    s = &g->subject[g->count++];
    s->id = db_int_at(row, FACTS_NOMINEES_ID);
    s->award_code = pool_strdup(g->pool, db_text_at(row, FACTS_NOMINEES_AWARD_CODE));
    s->kind = strcmp(db_text_at(row, FACTS_NOMINEES_KIND), "person") == 0 ? RECIPIENT_PERSON
                                                                          : RECIPIENT_COLLECTIVE;
    s->doc = doc_new(g->pool, "nominee");
    doc_attr(s->doc, "kind", s->kind == RECIPIENT_PERSON ? "person" : "collective");
    doc_attr(s->doc, "award", s->award_code);
    doc_attr_int(s->doc, "year", g->n->year);
    doc_attr_date(s->doc, "on", g->on);
    doc_attr(s->doc, "method", g->n->method);
    if (!db_null_at(row, FACTS_NOMINEES_SEX))
        doc_attr(s->doc, "sex", db_text_at(row, FACTS_NOMINEES_SEX));
    return OUT_OK;
}

/* The document of the row a fact belongs to. */
static struct doc *doc_of(struct gathering *g, int64_t nominee_id)
{
    while (g->at < g->count && g->subject[g->at].id < nominee_id)
        g->at++;
    return g->at < g->count && g->subject[g->at].id == nominee_id ? g->subject[g->at].doc : NULL;
}

static enum outcome take_rating(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_RATINGS_NOMINEE_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "rating");
    doc_attr_int(doc, "year", db_int_at(row, FACTS_RATINGS_YEAR));
    doc_attr(doc, "value", db_text_at(row, FACTS_RATINGS_VALUE));
    doc_close(doc);
    return OUT_OK;
}

static enum outcome take_award(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_AWARDS_NOMINEE_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "award");
    doc_attr_int(doc, "ref", db_int_at(row, FACTS_AWARDS_ID));
    doc_attr(doc, "code", db_text_at(row, FACTS_AWARDS_CODE));
    doc_attr_int(doc, "year", db_int_at(row, FACTS_AWARDS_YEAR));
    doc_attr_date(doc, "decided-on", db_date_at(row, FACTS_AWARDS_DECIDED_ON));
    doc_attr(doc, "method", db_text_at(row, FACTS_AWARDS_METHOD));
    doc_attr(doc, "level", db_text_at(row, FACTS_AWARDS_LEVEL));
    doc_attr_bool(doc, "cancelled", db_int_at(row, FACTS_AWARDS_CANCELLED) != 0);
    doc_close(doc);
    return OUT_OK;
}

static enum outcome take_hold(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_HOLDS_NOMINEE_ID));
    bool discipline = strcmp(db_text_at(row, FACTS_HOLDS_KIND), "discipline") == 0;

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, discipline ? "discipline" : "hold");
    if (discipline)
        doc_attr(doc, "level", db_text_at(row, FACTS_HOLDS_LEVEL));
    doc_attr_date(doc, "from", db_date_at(row, FACTS_HOLDS_FROM_DATE));
    doc_attr_date(doc, "to", db_date_at(row, FACTS_HOLDS_TO_DATE));
    doc_close(doc);
    return OUT_OK;
}

static enum outcome take_position(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_POSITIONS_NOMINEE_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "position");
    doc_attr_bool(doc, "leader", db_int_at(row, FACTS_POSITIONS_LEADER) != 0);
    doc_attr_date(doc, "from", db_date_at(row, FACTS_POSITIONS_VALID_FROM));
    doc_attr_date(doc, "to", db_date_at(row, FACTS_POSITIONS_VALID_TO));
    doc_close(doc);
    return OUT_OK;
}

/* Papers that recognise an initiative or a research topic count as one. */
static const struct {
    const char *evidence, *kind, *level;
} initiatives[] = {
    {"sang_kien_co_so", "SK", "co_so"},       {"sang_kien_tinh", "SK", "tinh"},
    {"sang_kien_toan_quoc", "SK", "toan_quoc"}, {"de_tai_co_so", "DT", "co_so"},
    {"de_tai_tinh", "DT", "tinh"},
};

static enum outcome take_evidence(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;
    struct doc *doc = doc_of(g, db_int_at(row, FACTS_EVIDENCE_NOMINEE_ID));
    const char *kind = db_text_at(row, FACTS_EVIDENCE_KIND);
    date_t issued = db_date_at(row, FACTS_EVIDENCE_ISSUED_ON);

    (void)e;
    for (unsigned i = 0; doc && i < sizeof initiatives / sizeof initiatives[0]; i++) {
        if (strcmp(kind, initiatives[i].evidence) != 0)
            continue;
        doc_open(doc, "initiative");
        doc_attr(doc, "kind", initiatives[i].kind);
        doc_attr(doc, "level", initiatives[i].level);
        doc_attr_int(doc, "year", issued == DATE_NONE ? g->n->year : date_year(issued));
        doc_close(doc);
    }
    return OUT_OK;
}

static enum outcome take_used(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_USED_NOMINEE_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "achievement");
    doc_attr_bool(doc, "used", true);
    doc_close(doc);
    return OUT_OK;
}

static enum outcome take_collective(const struct db_row *row, void *ctx, struct err *e)
{
    static const struct {
        const char *name;
        unsigned col;
    } facts[] = {
        {"members", FACTS_COLLECTIVES_MEMBERS},
        {"women", FACTS_COLLECTIVES_WOMEN},
        {"ldtt", FACTS_COLLECTIVES_LDTT},
        {"cstdcs", FACTS_COLLECTIVES_CSTDCS},
        {"disciplined", FACTS_COLLECTIVES_DISCIPLINED},
        {"founded-year", FACTS_COLLECTIVES_FOUNDED_YEAR},
    };
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_COLLECTIVES_NOMINEE_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "collective");
    for (unsigned i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (!db_null_at(row, facts[i].col))
            doc_attr_int(doc, facts[i].name, db_int_at(row, facts[i].col));
    doc_close(doc);
    return OUT_OK;
}

static enum outcome gather(struct db_tx *tx, struct gathering *g, int64_t nominee_id, struct err *e)
{
    static const struct {
        enum db_stmt stmt;
        db_on_row take;
    } facts[] = {
        {Q_FACTS_RATINGS, take_rating},     {Q_FACTS_AWARDS, take_award},
        {Q_FACTS_HOLDS, take_hold},         {Q_FACTS_POSITIONS, take_position},
        {Q_FACTS_EVIDENCE, take_evidence},  {Q_FACTS_USED, take_used},
    };
    struct db_value of = db_int(g->n->id), only = db_id(nominee_id), year = db_int(g->n->year);
    enum outcome rc = db_query(tx, Q_FACTS_NOMINEES, DB_ARGS(of, only, only), take_subject, g, e);

    for (unsigned i = 0; rc == OUT_OK && i < sizeof facts / sizeof facts[0]; i++) {
        g->at = 0;
        rc = db_query(tx, facts[i].stmt, DB_ARGS(of, only, only), facts[i].take, g, e);
    }
    g->at = 0;
    if (rc == OUT_OK)
        rc = db_query(tx, Q_FACTS_COLLECTIVES, DB_ARGS(year, year, year, year, of, only, only),
                      take_collective, g, e);
    return rc;
}

static const char *result_code(enum check_result r)
{
    return r == CHECK_PASS ? "pass" : r == CHECK_FAIL ? "fail" : "missing";
}

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
    v[3] = db_text(result_code(c->result));
    v[4] = db_text(severity_code(c->severity));
    v[5] = db_text(c->say);
    v[6] = db_text(c->found);
    v[7] = db_text(c->cite);
    v[8] = db_bool(c->verified);
}

enum outcome eligibility_check(struct db_tx *tx, struct pool *pool, const struct laws *laws,
                               const struct nomination *n, int64_t nominee_id, date_t on,
                               struct err *e)
{
    struct gathering g = {.pool = pool, .n = n, .on = on};
    struct answers answers = {.pool = pool};
    const struct regime *regime = law_on(laws, on);
    enum outcome rc;

    if (!regime)
        return err_set(e, OUT_INVALID, "law.no-regime", "no regime covers the day");
    rc = gather(tx, &g, nominee_id, e);
    for (unsigned i = 0; rc == OUT_OK && i < g.count; i++) {
        const struct law_check *check;
        unsigned count;

        rc = doc_finish(g.subject[i].doc, e);
        if (rc == OUT_OK)
            rc = law_check(pool, regime, g.subject[i].award_code, g.subject[i].kind, n->year, on,
                           g.subject[i].doc, &check, &count, e);
        for (unsigned k = 0; rc == OUT_OK && k < count; k++)
            keep(&answers, g.subject[i].id, regime_id(regime), &check[k]);
    }
    if (rc == OUT_OK)
        rc = db_exec(tx, Q_ELIGIBILITY_CLEAR,
                     DB_ARGS(db_int(n->id), db_id(nominee_id), db_id(nominee_id)), NULL, NULL, e);
    if (rc == OUT_OK && answers.rows)
        rc = db_exec_many(tx, Q_ELIGIBILITY_INSERT, answers.value, answers.rows, e);
    return rc;
}
