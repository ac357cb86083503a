/* Official papers: a record is read, the form sheet makes a document of it, the layout sets it. */
#include <string.h>

#include "fcgi/award_query.h"
#include "fcgi/on.h"
#include "fcgi/record.h"
#include "fcgi/statistics_query.h"
#include "lib/store/unit.h"

static enum outcome no_such_paper(const char *word, struct err *e)
{
    return err_set(e, OUT_NOTFOUND, "paper.unknown", "no paper %s", word);
}

static enum outcome print(struct call *c, struct doc *record, const char *sheet)
{
    c->paper = record;
    c->paper_sheet = sheet;
    return OUT_OK;
}

/* A decision's papers exist from its signature on. */
static enum outcome decided_paper(struct call *c, const struct dossier *d, const char *sheet,
                                  const char *back, struct err *e)
{
    struct err why = ERR_INIT;
    struct decision decision;
    struct doc *record;
    bool award;
    enum outcome rc = decision_of(c->tx, c->pool, d->n.id, &decision, &why);

    if (rc == OUT_NOTFOUND)
        return err_set(e, OUT_NOTFOUND, "paper.not-yet", "nothing is signed");
    if (rc != OUT_OK) {
        *e = why;
        return rc;
    }
    award = strcmp(decision.kind, "award") == 0;
    if (award == (strcmp(sheet, "to-trinh") == 0) && strcmp(sheet, "danh-sach") != 0)
        return err_set(e, OUT_NOTFOUND, "paper.not-yet", "a %s has no %s", decision.kind, sheet);
    rc = record_signed(c, d, &decision, back, &record, e);
    return rc == OUT_OK ? print(c, record, sheet) : rc;
}

enum outcome on_nomination_paper(struct call *c, struct err *e)
{
    const char *back = pool_printf(c->pool, "/nominations/%lld", (long long)c->id[0]);
    struct doc *record;
    struct dossier d;
    enum outcome rc = dossier_load(c, false, &d, e);

    if (rc != OUT_OK)
        return rc;
    if (strcmp(c->word, "quyet-dinh") == 0 || strcmp(c->word, "giay-khen") == 0)
        return decided_paper(c, &d, c->word, back, e);
    if (strcmp(c->word, "to-trinh-cap-tren") == 0)
        return decided_paper(c, &d, "to-trinh", back, e);
    if (strcmp(c->word, "to-trinh") != 0 && strcmp(c->word, "danh-sach") != 0)
        return no_such_paper(c->word, e);
    rc = record_unit_proposal(c, &d, &record, e);
    return rc == OUT_OK ? print(c, record, c->word) : rc;
}

enum outcome on_decision_paper(struct call *c, struct err *e)
{
    static const char *const sheets[] = {"quyet-dinh", "danh-sach", "giay-khen", "to-trinh"};
    const char *back = pool_printf(c->pool, "/decisions/%lld", (long long)c->id[0]);
    struct viewer viewer = call_viewer(c);
    struct dossier d;
    enum outcome rc = decision_nomination(c->tx, &viewer, c->id[0], &c->id[0], e);

    if (rc == OUT_OK)
        rc = dossier_load(c, false, &d, e);
    if (rc != OUT_OK)
        return rc;
    for (unsigned i = 0; i < sizeof sheets / sizeof sheets[0]; i++)
        if (strcmp(c->word, sheets[i]) == 0)
            return decided_paper(c, &d, sheets[i], back, e);
    return no_such_paper(c->word, e);
}

enum outcome on_register_paper(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct doc *record = record_open(c, "/awards");
    struct award_filter filter;
    int64_t rows = 0;
    enum outcome rc = award_query(c, &filter, e);

    if (rc == OUT_OK)
        rc = award_rows_count(c->tx, c->pool, &viewer, &filter, &rows, e);
    if (rc != OUT_OK)
        return rc;
    doc_open(record, "register");
    doc_attr_int(record, "rows", rows);
    rc = award_print_read(c->tx, c->pool, record, &viewer, &filter, e);
    doc_close(record);
    return rc == OUT_OK ? print(c, record, "so-khen-thuong") : rc;
}

enum outcome on_table21_paper(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    int64_t unit_id = form_has(c->form, "unit") ? form_int(c->form, "unit") : c->actor.unit_id;
    struct award_counts counts;
    struct unit_face unit;
    struct doc *record;
    const char *path;
    int from, to;
    enum outcome rc = statistics_query(c, &from, &to, &path, e);

    if (rc == OUT_OK)
        rc = unit_face_of(c->tx, c->pool, &viewer, unit_id, &unit, e);
    if (rc == OUT_OK)
        rc = award_table21_counts(c->tx, c->pool, path, from, to, &counts, e);
    if (rc == OUT_OK)
        rc = record_open_unit(c, "/statistics", unit_id, &record, e);
    if (rc != OUT_OK)
        return rc;
    doc_open(record, "table21");
    doc_attr_int(record, "from", from);
    doc_attr_int(record, "to", to);
    doc_attr(record, "unit-name", unit.official);
    table21_write(c->pool, counts.count, counts.n, record);
    doc_close(record);
    return print(c, record, "bang-21-cot");
}
