#include "lib/store/facts.h"

#include <string.h>

#include "lib/base/buf.h"

/* A line of the list of subjects is short; a dossier has ten thousand rows at most. */
#define LIST_MAX (1u << 20)

struct gathering {
    struct pool *pool;
    int year;
    date_t on;
    const char *method;
    bool with_holds;
    int64_t nomination_id; /* 0: no dossier */
    struct subject *subject;
    unsigned count, room;
    unsigned at; /* facts come ordered by subject: the search goes on from here */
    struct buf *own, *line; /* lists for the statements: themselves; with the units that went into them */
};

static struct subject *new_subject(struct gathering *g)
{
    if (g->count == g->room) {
        unsigned room = g->room ? g->room * 2 : 32;
        struct subject *grown = pool_alloc(g->pool, room * sizeof *grown);

        if (g->count)
            memcpy(grown, g->subject, g->count * sizeof *grown);
        g->subject = grown;
        g->room = room;
    }
    memset(&g->subject[g->count], 0, sizeof g->subject[0]);
    return &g->subject[g->count++];
}

static void open_doc(struct gathering *g, struct subject *s, const char *sex)
{
    s->doc = doc_new(g->pool, "nominee");
    doc_attr(s->doc, "kind", s->kind == RECIPIENT_PERSON ? "person" : "collective");
    doc_attr(s->doc, "award", s->award_code);
    doc_attr_int(s->doc, "year", g->year);
    doc_attr_date(s->doc, "on", g->on);
    doc_attr(s->doc, "method", g->method);
    if (sex[0])
        doc_attr(s->doc, "sex", sex);
}

static enum outcome take_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;
    struct subject *s = new_subject(g);

    (void)e;
    s->id = db_int_at(row, FACTS_ROWS_ID);
    s->person_id = db_int_at(row, FACTS_ROWS_PERSON_ID);
    s->collective_id = db_int_at(row, FACTS_ROWS_COLLECTIVE_ID);
    s->award_code = pool_strdup(g->pool, db_text_at(row, FACTS_ROWS_AWARD_CODE));
    s->kind = strcmp(db_text_at(row, FACTS_ROWS_KIND), "person") == 0 ? RECIPIENT_PERSON
                                                                      : RECIPIENT_COLLECTIVE;
    open_doc(g, s, db_text_at(row, FACTS_ROWS_SEX));
    return OUT_OK;
}

static enum outcome take_person(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;

    (void)e;
    open_doc(g, &g->subject[0], db_text_at(row, FACTS_PERSON_SEX));
    return OUT_OK;
}

/* Whom a fact is about. */
static struct subject *subject_of(struct gathering *g, int64_t id)
{
    while (g->at < g->count && g->subject[g->at].id < id)
        g->at++;
    return g->at < g->count && g->subject[g->at].id == id ? &g->subject[g->at] : NULL;
}

static struct doc *doc_of(struct gathering *g, int64_t id)
{
    struct subject *s = subject_of(g, id);

    return s ? s->doc : NULL;
}

static enum outcome take_rating(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_RATINGS_ID));

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
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_AWARDS_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "award");
    doc_attr_int(doc, "ref", db_int_at(row, FACTS_AWARDS_AWARD_ID));
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
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_HOLDS_ID));
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
    struct gathering *g = ctx;
    struct subject *s = subject_of(g, db_int_at(row, FACTS_POSITIONS_ID));
    bool leader = db_int_at(row, FACTS_POSITIONS_LEADER) != 0;
    date_t from = db_date_at(row, FACTS_POSITIONS_VALID_FROM);
    date_t to = db_date_at(row, FACTS_POSITIONS_VALID_TO);

    (void)e;
    if (!s)
        return OUT_OK;
    doc_open(s->doc, "position");
    doc_attr_bool(s->doc, "leader", leader);
    doc_attr_date(s->doc, "from", from);
    doc_attr_date(s->doc, "to", to);
    doc_close(s->doc);
    service_add(&s->service, leader, db_int_at(row, FACTS_POSITIONS_SECTOR) != 0, from, to, g->on);
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
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_EVIDENCE_ID));
    const char *kind = db_text_at(row, FACTS_EVIDENCE_KIND);

    (void)e;
    for (unsigned i = 0; doc && i < sizeof initiatives / sizeof initiatives[0]; i++) {
        if (strcmp(kind, initiatives[i].evidence) != 0)
            continue;
        doc_open(doc, "initiative");
        doc_attr(doc, "kind", initiatives[i].kind);
        doc_attr(doc, "level", initiatives[i].level);
        doc_attr_int(doc, "year", db_int_at(row, FACTS_EVIDENCE_YEAR));
        doc_close(doc);
    }
    return OUT_OK;
}

static enum outcome take_used(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_USED_ID));

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "achievement");
    doc_attr_bool(doc, "used", true);
    doc_close(doc);
    return OUT_OK;
}

static void write_figure(struct doc *doc, const char *name, const struct db_row *row, unsigned col)
{
    if (!db_null_at(row, col))
        doc_attr_int(doc, name, db_int_at(row, col));
}

static enum outcome take_collective(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = doc_of(ctx, db_int_at(row, FACTS_COLLECTIVES_ID));
    bool decided = !db_null_at(row, FACTS_COLLECTIVES_LDTT) ||
                   db_int_at(row, FACTS_COLLECTIVES_CSTDCS) > 0;

    (void)e;
    if (!doc)
        return OUT_OK;
    doc_open(doc, "collective");
    write_figure(doc, "members", row, FACTS_COLLECTIVES_MEMBERS);
    write_figure(doc, "women", row, FACTS_COLLECTIVES_WOMEN);
    write_figure(doc, "ldtt", row, FACTS_COLLECTIVES_LDTT);
    if (decided) /* before the year's titles are, none is no number */
        write_figure(doc, "cstdcs", row, FACTS_COLLECTIVES_CSTDCS);
    write_figure(doc, "completed", row, FACTS_COLLECTIVES_COMPLETED);
    write_figure(doc, "disciplined", row, FACTS_COLLECTIVES_DISCIPLINED);
    write_figure(doc, "founded-year", row, FACTS_COLLECTIVES_FOUNDED_YEAR);
    doc_close(doc);
    return OUT_OK;
}

/* The cap of R91 is the unit's: every Chien si thi dua co so of the dossier is asked with the same two numbers. */
static enum outcome take_unit_year(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;

    (void)e;
    for (unsigned i = 0; i < g->count; i++) {
        struct doc *doc = g->subject[i].doc;

        if (strcmp(g->subject[i].award_code, "CSTDCS") != 0)
            continue;
        doc_open(doc, "unit-year");
        doc_attr_int(doc, "ldtt", db_int_at(row, FACTS_UNIT_YEAR_LDTT));
        doc_attr_int(doc, "cstdcs", db_int_at(row, FACTS_UNIT_YEAR_CSTDCS));
        doc_close(doc);
    }
    return OUT_OK;
}

static void list_add(struct buf *list, int64_t id, int64_t person_id, int64_t unit_id, bool own)
{
    buf_printf(list, "%s[%lld,", list->len > 1 ? "," : "", (long long)id);
    if (person_id)
        buf_printf(list, "%lld,null,", (long long)person_id);
    else
        buf_printf(list, "null,%lld,", (long long)unit_id);
    buf_puts(list, own ? "1]" : "0]");
}

static enum outcome take_predecessor(const struct db_row *row, void *ctx, struct err *e)
{
    struct gathering *g = ctx;

    (void)e;
    list_add(g->line, db_int_at(row, FACTS_PREDECESSORS_ID), 0,
             db_int_at(row, FACTS_PREDECESSORS_UNIT_ID), false);
    return OUT_OK;
}

static enum outcome list_subjects(struct db_tx *tx, struct gathering *g, struct err *e)
{
    enum outcome rc;

    g->own = buf_new(g->pool, LIST_MAX);
    g->line = buf_new(g->pool, LIST_MAX);
    buf_putc(g->own, '[');
    for (unsigned i = 0; i < g->count; i++) {
        const struct subject *s = &g->subject[i];

        list_add(g->own, s->id, s->person_id, s->collective_id, true);
    }
    buf_add(g->line, g->own->data, g->own->len);
    buf_putc(g->own, ']');
    rc = db_query(tx, Q_FACTS_PREDECESSORS, DB_ARGS(db_text(g->own->data), db_date(g->on)),
                  take_predecessor, g, e);
    buf_putc(g->line, ']');
    if (rc == OUT_OK && (g->own->over || g->line->over))
        return err_set(e, OUT_TOOBIG, "nomination.too-long", "too many subjects");
    return rc;
}

static enum outcome ask(struct db_tx *tx, struct gathering *g, enum db_stmt stmt,
                        struct db_args args, db_on_row take, struct err *e)
{
    g->at = 0;
    return db_query(tx, stmt, args, take, g, e);
}

static enum outcome gather_dossier(struct db_tx *tx, struct gathering *g, int64_t nominee_id,
                                   struct err *e)
{
    struct db_value of = db_int(g->nomination_id), only = db_id(nominee_id);
    struct db_value year = db_int(g->year);
    enum outcome rc = ask(tx, g, Q_FACTS_USED, DB_ARGS(of, only, only, of, only, only), take_used,
                          e);

    return rc == OUT_OK
               ? ask(tx, g, Q_FACTS_UNIT_YEAR, DB_ARGS(year, year, of), take_unit_year, e)
               : rc;
}

/* The figures of a year are those of its last day, or of the day asked. */
static enum outcome gather_collectives(struct db_tx *tx, struct gathering *g, struct err *e)
{
    date_t last = date_make(g->year, 12, 31);
    struct db_value year = db_int(g->year), day = db_date(g->on < last ? g->on : last);

    return ask(tx, g, Q_FACTS_COLLECTIVES,
               DB_ARGS(year, year, day, day, year, year, db_text(g->own->data), year),
               take_collective, e);
}

static enum outcome finish(struct gathering *g, struct err *e)
{
    for (unsigned i = 0; i < g->count; i++) {
        const struct subject *s = &g->subject[i];

        if (s->service.known) {
            doc_open(s->doc, "service");
            doc_attr_int(s->doc, "sector-years", service_years(&s->service.sector));
            doc_attr_int(s->doc, "direct-years", service_years(&s->service.direct));
            doc_attr_bool(s->doc, "manager", s->service.manager);
            doc_attr_bool(s->doc, "partial", true);
            doc_close(s->doc);
        }
        if (doc_finish(s->doc, e) != OUT_OK)
            return e->code;
    }
    return OUT_OK;
}

static enum outcome gather(struct db_tx *tx, struct gathering *g, int64_t nominee_id, struct err *e)
{
    enum outcome rc = list_subjects(tx, g, e);
    struct db_value own, line;

    if (rc != OUT_OK)
        return rc;
    own = db_text(g->own->data);
    line = db_text(g->line->data);
    rc = ask(tx, g, Q_FACTS_RATINGS, DB_ARGS(line, line), take_rating, e);
    if (rc == OUT_OK)
        rc = ask(tx, g, Q_FACTS_AWARDS, DB_ARGS(line, line), take_award, e);
    if (rc == OUT_OK && g->with_holds)
        rc = ask(tx, g, Q_FACTS_HOLDS, DB_ARGS(own, own), take_hold, e);
    if (rc == OUT_OK)
        rc = ask(tx, g, Q_FACTS_POSITIONS, DB_ARGS(own), take_position, e);
    if (rc == OUT_OK)
        rc = ask(tx, g, Q_FACTS_EVIDENCE, DB_ARGS(own, db_id(g->nomination_id)), take_evidence, e);
    if (rc == OUT_OK)
        rc = gather_collectives(tx, g, e);
    if (rc == OUT_OK && g->nomination_id)
        rc = gather_dossier(tx, g, nominee_id, e);
    return rc == OUT_OK ? finish(g, e) : rc;
}

enum outcome facts_of_rows(struct db_tx *tx, struct pool *pool, const struct nomination *n,
                           int64_t nominee_id, date_t on, struct facts *out, struct err *e)
{
    struct gathering g = {.pool = pool, .year = n->year, .on = on, .method = n->method,
                          .with_holds = true, .nomination_id = n->id};
    struct db_value only = db_id(nominee_id);
    enum outcome rc =
        db_query(tx, Q_FACTS_ROWS, DB_ARGS(db_int(n->id), only, only), take_row, &g, e);

    if (rc == OUT_OK)
        rc = gather(tx, &g, nominee_id, e);
    *out = (struct facts){g.subject, g.count};
    return rc;
}

enum outcome facts_of(struct db_tx *tx, struct pool *pool, const struct facts_ask *ask_of,
                      struct facts *out, struct err *e)
{
    struct gathering g = {.pool = pool, .year = date_year(ask_of->on), .on = ask_of->on,
                          .method = "cong_trang", .with_holds = ask_of->with_holds};
    struct subject *s = new_subject(&g);
    enum outcome rc = OUT_OK;

    *s = (struct subject){.id = ask_of->id, .kind = ask_of->kind, .award_code = ""};
    if (s->kind == RECIPIENT_PERSON) {
        s->person_id = ask_of->id;
        rc = db_one(tx, Q_FACTS_PERSON, DB_ARGS(db_int(ask_of->id)), take_person, &g, e);
    } else {
        s->collective_id = ask_of->id;
        open_doc(&g, s, "");
    }
    if (rc == OUT_OK)
        rc = gather(tx, &g, 0, e);
    *out = (struct facts){g.subject, g.count};
    return rc;
}
