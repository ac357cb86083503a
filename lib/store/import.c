#include "lib/store/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"
#include "lib/store/import_list.h"

/* Look-ups of one run: units, people, and the keys of what is there already. */
#define RUN_LIMIT (160u << 20)

static void free_run(void *data)
{
    struct import *im = data;

    pool_free(im->run);
}

struct import *import_new(struct pool *pool, const struct import_settings *settings)
{
    struct import *im = pool_alloc(pool, sizeof *im);

    im->pool = pool;
    im->settings = *settings;
    im->column = import_columns(settings->kind, &im->columns);
    for (unsigned i = 0; i < IMPORT_COLUMNS_MAX; i++)
        im->place[i] = -1;
    pool_on_free(pool, free_run, im);
    return im;
}

void import_refuse(struct import *im, struct import_row *row, int column, const char *key,
                   const char *detail)
{
    const struct import_column *c = column >= 0 ? &im->column[column] : NULL;
    struct import_problem *problem;

    im->problems++;
    if (row)
        row->refused = true;
    if (im->listed == IMPORT_PROBLEMS_LISTED)
        return;
    problem = &im->problem[im->listed++];
    problem->row = row ? row->number : 0;
    problem->column = c ? im->place[column] : -1;
    problem->field = c ? c->name : "";
    problem->title = c ? c->title : "";
    problem->value = c && row ? row->cell[column].text : "";
    problem->key = key;
    problem->detail = pool_strdup(im->pool, detail);
    problem->why = NULL;
}

void import_refuse_why(struct import *im, struct import_row *row, int column,
                       const struct err *why)
{
    struct err *kept = NULL;

    if (im->listed < IMPORT_PROBLEMS_LISTED) {
        kept = pool_alloc(im->pool, sizeof *kept);
        *kept = *why;
    }
    import_refuse(im, row, column, kept ? kept->key : why->key, "");
    if (kept)
        im->problem[im->listed - 1].why = kept;
}

/* What each kind needs to know before its rows are checked, and who checks and writes them. */
enum { NEED_UNITS = 1, NEED_PEOPLE = 2, NEED_AWARDS = 4, NEED_CAMPAIGNS = 8 };

typedef enum outcome (*import_act)(struct db_tx *tx, struct import *im,
                                   struct import_lookup *look, struct err *e);

static const struct {
    unsigned needs;
    import_act check, write;
} steps[] = {
    [IMPORT_UNITS] = {NEED_UNITS, import_check_units, import_write_units},
    [IMPORT_PEOPLE] = {NEED_UNITS | NEED_PEOPLE, import_check_people, import_write_people},
    [IMPORT_CAMPAIGNS] = {NEED_UNITS | NEED_CAMPAIGNS, import_check_campaigns,
                          import_write_campaigns},
    [IMPORT_AWARDS] = {NEED_UNITS | NEED_PEOPLE | NEED_AWARDS | NEED_CAMPAIGNS, import_check_awards,
                       import_write_awards},
    [IMPORT_NOMINEES] = {NEED_UNITS | NEED_PEOPLE | NEED_AWARDS, import_check_nominees,
                         import_write_nominees},
};

static enum outcome load(struct db_tx *tx, struct import *im, struct import_lookup *look,
                         struct err *e)
{
    unsigned needs = steps[im->settings.kind].needs;
    const char *scope = im->settings.scope;
    enum outcome out = OUT_OK;

    if (needs & NEED_UNITS)
        out = import_load_units(tx, look, scope, e);
    if (out == OUT_OK && (needs & NEED_PEOPLE))
        out = import_load_people(tx, look, scope, e);
    if (out == OUT_OK && (needs & NEED_AWARDS))
        out = import_load_awards(tx, look, e);
    if (out == OUT_OK && (needs & NEED_CAMPAIGNS))
        out = import_load_campaigns(tx, look, e);
    return out;
}

static int by_row(const void *a, const void *b)
{
    const struct import_problem *x = a, *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Forgets what an earlier run found. */
static void start_run(struct import *im)
{
    im->listed = im->taken_listed;
    im->problems = im->taken_problems;
    for (unsigned i = 0; i < im->rows; i++) {
        struct import_row *row = im->row[i];
        struct import_row fresh = {.number = row->number, .bad = row->bad, .cell = row->cell};

        *row = fresh;
    }
    pool_free(im->run);
    im->run = pool_new("import run", RUN_LIMIT);
}

static enum outcome refuse_all(const struct import *im, struct err *e)
{
    struct import_counts counts = import_counts(im);

    err_arg_int(e, "rows", counts.rows);
    err_arg_int(e, "bad", counts.rows - counts.good);
    err_arg_int(e, "good", counts.good);
    if (!im->header_good)
        return err_set(e, OUT_INVALID, "import.header", "the header is not that of %s",
                       import_kind_word(im->settings.kind));
    if (counts.rows == 0)
        return err_set(e, OUT_INVALID, "import.empty", "the list has no rows below its header");
    return err_set(e, OUT_INVALID, "import.rows", "%u of %u rows are bad; nothing was taken",
                   counts.rows - counts.good, counts.rows);
}

static enum outcome note(struct db_tx *tx, const struct import *im, struct err *e)
{
    const struct nomination *n = im->settings.nomination;
    const char *kind = import_kind_word(im->settings.kind);
    struct audit_entry entry = {
        .action = pool_printf(im->run, "import.%s", kind),
        .object = n ? "nomination" : kind,
        .object_id = n ? n->id : 0,
        .unit_id = n ? n->unit_id : 0,
        .after = pool_printf(im->run, "%u dòng của tệp %s", im->rows,
                             im->settings.file ? im->settings.file : ""),
    };

    return audit_add(tx, im->settings.act, &entry, e);
}

enum outcome import_run(struct db_tx *tx, struct import *im, bool dry_run, struct err *e)
{
    struct import_lookup look = {.today = im->settings.today};
    enum outcome out;

    start_run(im);
    look.pool = im->run;
    if (!im->header_good || im->rows == 0)
        return refuse_all(im, e);
    out = load(tx, im, &look, e);
    if (out == OUT_OK)
        out = steps[im->settings.kind].check(tx, im, &look, e);
    if (out != OUT_OK)
        return out;
    qsort(im->problem, im->listed, sizeof im->problem[0], by_row);
    if (im->problems > 0)
        return refuse_all(im, e);
    if (dry_run)
        return OUT_OK;
    out = steps[im->settings.kind].write(tx, im, &look, e);
    return out == OUT_OK ? note(tx, im, e) : out;
}

struct import_counts import_counts(const struct import *im)
{
    struct import_counts counts = {.rows = im->rows, .problems = im->problems};

    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_row *row = im->row[i];

        if (!import_row_good(row))
            continue;
        counts.good++;
        if (row->recipient)
            *(strcmp(row->recipient, "person") == 0 ? &counts.individuals : &counts.collectives) += 1;
    }
    return counts;
}

unsigned import_problems(const struct import *im, const struct import_problem **out)
{
    *out = im->problem;
    return im->listed;
}

void import_tell(const struct import *im, enum import_step step, unsigned done)
{
    if (im->settings.progress)
        im->settings.progress(im->settings.progress_ctx, step, done);
}

static void start_chunk(struct import_bulk *bulk)
{
    bulk->rows = 0;
    bulk->pool = pool_new("import chunk", RUN_LIMIT);
    bulk->value = pool_alloc(bulk->pool, (size_t)IMPORT_CHUNK * bulk->params * sizeof *bulk->value);
}

void import_bulk_start(struct import_bulk *bulk, struct db_tx *tx, const struct import *im,
                       enum db_stmt stmt, unsigned params, struct err *e)
{
    *bulk = (struct import_bulk){.tx = tx, .im = im, .stmt = stmt, .params = params, .e = e};
    start_chunk(bulk);
}

struct db_value *import_bulk_row(struct import_bulk *bulk)
{
    return bulk->value + (size_t)bulk->rows * bulk->params;
}

static enum outcome flush(struct import_bulk *bulk)
{
    enum outcome out = OUT_OK;

    if (bulk->rows > 0)
        out = db_exec_many(bulk->tx, bulk->stmt, bulk->value, bulk->rows, bulk->e);
    bulk->done += bulk->rows;
    if (out == OUT_OK)
        import_tell(bulk->im, IMPORT_WRITING, bulk->done);
    pool_free(bulk->pool);
    bulk->pool = NULL;
    return out;
}

enum outcome import_bulk_push(struct import_bulk *bulk)
{
    enum outcome out;

    if (++bulk->rows < IMPORT_CHUNK)
        return OUT_OK;
    out = flush(bulk);
    if (out == OUT_OK)
        start_chunk(bulk);
    return out;
}

enum outcome import_bulk_end(struct import_bulk *bulk)
{
    if (bulk->e->code == OUT_OK)
        return flush(bulk);
    pool_free(bulk->pool);
    return bulk->e->code;
}
