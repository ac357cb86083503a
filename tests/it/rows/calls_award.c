/* The register and what is counted from it, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/core/table21.h"
#include "lib/store/award.h"

static struct award_filter filter_of(const struct asked *a)
{
    const char *path = arg_text(a, "unit");

    return (struct award_filter){.text = arg_text(a, "text"), .award_code = arg_text(a, "award"),
                                 .method = arg_text(a, "method"), .kind = arg_text(a, "kind"),
                                 .unit_path = *path ? path : NULL, .year = (int)arg_int(a, "year"),
                                 .before_date = arg_date(a, "before"), .before_id = arg_int(a, "before-id")};
}

static enum outcome list(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct award_filter f = filter_of(a);

    return award_register_read(a->tx, a->pool, a->doc, &v, &f, e);
}

static enum outcome one_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct asked *a = ctx;

    (void)e;
    buf_puts(a->out, "row");
    for (unsigned i = 0; i < db_columns(row); i++)
        buf_printf(a->out, " | %s", db_text_of(row, i));
    buf_putc(a->out, '\n');
    return OUT_OK;
}

static enum outcome export(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct award_filter f = filter_of(a);

    return award_export(a->tx, a->pool, &v, &f, one_row, a, e);
}

static enum outcome print(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct award_filter f = filter_of(a);
    int64_t rows = -1;
    enum outcome rc = award_rows_count(a->tx, a->pool, &v, &f, &rows, e);

    say_int(a, "rows", rows);
    return rc == OUT_OK ? award_print_read(a->tx, a->pool, a->doc, &v, &f, e) : rc;
}

static enum outcome enter(struct asked *a, struct err *e)
{
    int64_t entered = -1;
    enum outcome rc = award_enter(a->tx, arg_int(a, "dossier"), arg_text(a, "number"), arg_date(a, "date"),
                                  arg_int(a, "decision"), &entered, e);

    say_int(a, "entered", entered);
    return rc;
}

static enum outcome of_decision(struct asked *a, struct err *e)
{
    return award_of_decision_read(a->tx, a->doc, arg_int(a, "decision"), arg_int(a, "from"), e);
}

static enum outcome statistics(struct asked *a, struct err *e)
{
    return award_statistics_read(a->tx, a->doc, arg_text(a, "unit"), (int)arg_int(a, "from"), (int)arg_int(a, "to"), e);
}

static enum outcome years(struct asked *a, struct err *e)
{
    return award_years_read(a->tx, a->doc, arg_text(a, "unit"), (int)arg_int(a, "from"), (int)arg_int(a, "to"), e);
}

static enum outcome table21(struct asked *a, struct err *e)
{
    struct award_counts counts;
    enum outcome rc = award_table21_counts(a->tx, a->pool, arg_text(a, "unit"), (int)arg_int(a, "from"),
                                           (int)arg_int(a, "to"), &counts, e);

    for (unsigned i = 0; rc == OUT_OK && i < counts.n; i++) {
        const struct table21_count *c = &counts.count[i];

        buf_printf(a->out, "%s (%s, rank %d), %s, %s, leader %d: %lld\n", c->code, c->name, c->rank, c->method,
                   c->individual ? "individual" : "collective", c->leader, (long long)c->count);
    }
    return rc;
}

const struct row_call award_calls[] = {
    {"award_register", list}, {"award_export", export}, {"award_print", print}, {"award_enter", enter},
    {"award_of_decision", of_decision}, {"award_statistics", statistics}, {"award_years", years},
    {"award_table21", table21}, {NULL, NULL},
};
