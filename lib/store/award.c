#include "lib/store/award.h"

#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/rows.h"

/* A filter as parameters, in the order the register's statements share. */
#define FILTER_ARGS 15

struct filter_args {
    struct db_value v[FILTER_ARGS + 4];
};

static struct db_value text_or_null(const char *text)
{
    struct db_value v = db_opt_text(text);

    v.type = DB_TEXT;
    return v;
}

static void fill(struct filter_args *a, struct pool *pool, const struct viewer *viewer,
                 const struct award_filter *f)
{
    const char *fold = f->text[0] ? vi_fold(pool, f->text) : "";
    const char *marks = vi_has_marks(f->text) ? vi_lower(pool, f->text) : "";
    const struct db_value pairs[] = {
        text_or_null(f->award_code), db_id(f->year),     text_or_null(f->method),
        text_or_null(f->kind),       text_or_null(f->unit_path), text_or_null(fold),
        text_or_null(marks),
    };

    a->v[0] = db_text(viewer->scope);
    for (unsigned i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        a->v[1 + 2 * i] = a->v[2 + 2 * i] = pairs[i];
}

/* "/1/" is everybody: read in the register's own order.  Anything below has so few awards that they are better fetched
 * by unit and then sorted. */
static bool is_whole(const struct viewer *viewer, const struct award_filter *f)
{
    const char *path = f->unit_path ? f->unit_path : viewer->scope;
    unsigned depth = 0;

    if (strlen(viewer->scope) > strlen(path))
        path = viewer->scope;
    for (; *path; path++)
        depth += *path == '/';
    return depth == 2;
}

enum outcome award_register_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                                 const struct viewer *viewer, const struct award_filter *f,
                                 struct err *e)
{
    struct filter_args args;
    enum outcome rc;

    fill(&args, pool, viewer, f);
    for (unsigned i = 0; i < 3; i++)
        args.v[FILTER_ARGS + i] = db_date(f->before_date);
    args.v[FILTER_ARGS + 3] = db_int(f->before_id);
    doc_open(doc, "awards");
    rc = rows_page(tx, doc, "award", is_whole(viewer, f) ? Q_AWARD_REGISTER : Q_AWARD_REGISTER_BELOW,
                   (struct db_args){args.v, FILTER_ARGS + 4}, AWARDS_PAGE, &(struct rows_next){"before", "decision-date", "id"}, e);
    doc_close(doc);
    return rc;
}

/* Rows read from the server at once: its answer is held in memory. */
#define EXPORT_PART 2000

struct export {
    db_on_row on_row;
    void *ctx;
    unsigned rows;
    date_t last_date;
    int64_t last_id;
};

static enum outcome pass_on(const struct db_row *row, void *ctx, struct err *e)
{
    struct export *x = ctx;

    x->rows++;
    x->last_date = db_date_at(row, AWARD_ROWS_DECISION_DATE);
    x->last_id = db_int_at(row, AWARD_ROWS_ID);
    return x->on_row(row, x->ctx, e);
}

enum outcome award_export(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                          const struct award_filter *f, db_on_row on_row, void *ctx, struct err *e)
{
    enum db_stmt stmt = is_whole(viewer, f) ? Q_AWARD_ROWS : Q_AWARD_ROWS_BELOW;
    struct export x = {.on_row = on_row, .ctx = ctx, .last_date = date_parse("1900-01-01")};
    struct filter_args args;
    enum outcome rc;

    fill(&args, pool, viewer, f);
    do {
        args.v[FILTER_ARGS] = args.v[FILTER_ARGS + 1] = db_date(x.last_date);
        args.v[FILTER_ARGS + 2] = db_int(x.last_id);
        args.v[FILTER_ARGS + 3] = db_int(EXPORT_PART);
        x.rows = 0;
        rc = db_query(tx, stmt, (struct db_args){args.v, FILTER_ARGS + 4}, pass_on, &x, e);
    } while (rc == OUT_OK && x.rows == EXPORT_PART);
    return rc;
}

enum outcome award_enter(struct db_tx *tx, int64_t nomination_id, const char *decision_no,
                         date_t decision_date, int64_t decision_id, int64_t *entered, struct err *e)
{
    return db_exec(tx, Q_AWARD_ENTER,
                   DB_ARGS(db_text(decision_no), db_date(decision_date), db_int(decision_id),
                           db_int(nomination_id)),
                   entered, NULL, e);
}

struct entered {
    int64_t individuals, collectives, bonus;
};

static enum outcome take_entered(const struct db_row *row, void *ctx, struct err *e)
{
    struct entered *t = ctx;

    (void)e;
    t->individuals = db_int_at(row, AWARD_OF_DECISION_COUNT_INDIVIDUALS);
    t->collectives = db_int_at(row, AWARD_OF_DECISION_COUNT_COLLECTIVES);
    t->bonus = db_int_at(row, AWARD_OF_DECISION_COUNT_BONUS);
    return OUT_OK;
}

enum outcome award_of_decision_read(struct db_tx *tx, struct doc *doc, int64_t decision_id,
                                    int64_t from, struct err *e)
{
    struct entered all;
    unsigned skip;
    enum outcome rc = db_one(tx, Q_AWARD_OF_DECISION_COUNT, DB_ARGS(db_int(decision_id)),
                             take_entered, &all, e);

    if (rc != OUT_OK)
        return rc;
    doc_open(doc, "entered");
    doc_attr_int(doc, "individuals", all.individuals);
    doc_attr_int(doc, "collectives", all.collectives);
    doc_attr_int(doc, "bonus", all.bonus);
    doc_close(doc);
    skip = rows_part(doc, "from", from, AWARDS_PART, all.individuals + all.collectives);
    return rows_write(tx, doc, "award", Q_AWARD_OF_DECISION,
                      DB_ARGS(db_int(decision_id), db_int(skip), db_int(AWARDS_PART)), e);
}

static enum outcome write_award(const struct db_row *row, void *ctx, struct err *e)
{
    struct doc *doc = ctx;

    (void)e;
    doc_open(doc, "award");
    rows_columns(doc, row, NULL);
    doc_close(doc);
    return OUT_OK;
}

enum outcome award_print_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                              const struct viewer *viewer, const struct award_filter *f,
                              struct err *e)
{
    return award_export(tx, pool, viewer, f, write_award, doc, e);
}

enum outcome award_rows_count(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                              const struct award_filter *f, int64_t *rows, struct err *e)
{
    struct filter_args args;
    enum outcome rc;

    fill(&args, pool, viewer, f);
    rc = db_scalar(tx, Q_AWARD_ROWS_COUNT, (struct db_args){args.v, FILTER_ARGS}, 0, rows, e);
    if (rc == OUT_OK && *rows > AWARDS_PRINTED) {
        err_arg_int(e, "rows", *rows);
        err_arg_int(e, "limit", AWARDS_PRINTED);
        return err_set(e, OUT_TOOBIG, "register.too-long", "%lld rows", (long long)*rows);
    }
    return rc;
}

enum outcome award_years_read(struct db_tx *tx, struct doc *doc, const char *unit_path,
                              int from_year, int to_year, struct err *e)
{
    return rows_write(tx, doc, "year", Q_AWARD_YEARS,
                      DB_ARGS(db_text(unit_path), db_int(from_year), db_int(to_year)), e);
}

enum outcome award_statistics_read(struct db_tx *tx, struct doc *doc, const char *unit_path,
                                   int from_year, int to_year, struct err *e)
{
    enum outcome rc;

    struct db_value from = db_int(from_year), to = db_int(to_year);

    doc_open(doc, "statistics");
    doc_attr_int(doc, "from-year", from_year);
    doc_attr_int(doc, "to-year", to_year);
    rc = award_years_read(tx, doc, unit_path, from_year, to_year, e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "award-count", Q_AWARD_COUNTS, DB_ARGS(db_text(unit_path), from, to),
                        e);
    doc_close(doc);
    return rc;
}

/* As many kinds of award, method and recipient as the statement's LIMIT lets through. */
#define COUNTS_MAX 2000

struct counts_target {
    struct pool *pool;
    struct award_counts *to;
};

static enum outcome take_count(const struct db_row *row, void *ctx, struct err *e)
{
    struct counts_target *t = ctx;
    struct table21_count *c = &t->to->count[t->to->n];

    if (t->to->n == COUNTS_MAX)
        return err_set(e, OUT_TOOBIG, "statistics.too-big", "more than %d kinds of count",
                       COUNTS_MAX);
    c->code = pool_strdup(t->pool, db_text_at(row, AWARD_TABLE21_CODE));
    c->name = pool_strdup(t->pool, db_text_at(row, AWARD_TABLE21_NAME));
    c->rank = (int)db_int_at(row, AWARD_TABLE21_RANK_ORDER);
    c->method = pool_strdup(t->pool, db_text_at(row, AWARD_TABLE21_METHOD));
    c->individual = db_int_at(row, AWARD_TABLE21_INDIVIDUAL) != 0;
    c->leader = (int)db_int_at(row, AWARD_TABLE21_LEADER);
    c->count = db_int_at(row, AWARD_TABLE21_COUNT);
    t->to->n++;
    return OUT_OK;
}

enum outcome award_table21_counts(struct db_tx *tx, struct pool *pool, const char *unit_path,
                                  int from_year, int to_year,
                                  struct award_counts *out, struct err *e)
{
    struct counts_target target = {pool, out};

    out->n = 0;
    out->count = pool_alloc(pool, COUNTS_MAX * sizeof *out->count);
    return db_query(tx, Q_AWARD_TABLE21,
                    DB_ARGS(db_text(unit_path), db_int(from_year), db_int(to_year)), take_count, &target, e);
}
