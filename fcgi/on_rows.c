/* The appraiser's word on many rows at once: first a preview of what passes and what does not and why, then the act. */
#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "fcgi/step.h"
#include "lib/core/row.h"
#include "lib/store/nominee.h"

struct judging {
    const char *outcome;
    const int64_t *id;
    unsigned ids;
    struct nominee_list rows;
};

static const struct nominee *row_of(const struct judging *j, int64_t id)
{
    for (unsigned i = 0; i < j->rows.count; i++)
        if (j->rows.row[i].id == id)
            return &j->rows.row[i];
    return NULL;
}

/* Why a row cannot get this outcome now; NULL when it can. */
static const char *why_not(const struct judging *j, const struct nominee *n)
{
    if (!n)
        return "Dòng này không còn trong hồ sơ";
    switch (row_bar(n->outcome, j->outcome)) {
    case ROW_SAME:
        return "Dòng này đã có kết quả như vậy";
    case ROW_WAITING:
        return "Dòng này đang chờ đơn vị sửa";
    case ROW_FREE:
        break;
    }
    return NULL;
}

static void write_rows(struct call *c, const struct judging *j, unsigned *good, unsigned *bad)
{
    *good = *bad = 0;
    for (unsigned i = 0; i < j->ids; i++) {
        const struct nominee *n = row_of(j, j->id[i]);
        const char *why = why_not(j, n);

        why ? ++*bad : ++*good;
        if (!n)
            continue;
        doc_open(c->doc, "row");
        doc_attr_int(c->doc, "nominee-id", n->id);
        doc_attr(c->doc, "name", n->name);
        doc_attr(c->doc, "unit-name", n->unit_name);
        doc_attr(c->doc, "award-code", n->award_code);
        doc_attr(c->doc, "result", why ? "refused" : "pass");
        doc_attr(c->doc, "why", why);
        doc_close(c->doc);
    }
}

/* Is any of the chosen rows in the dossier?  One of another dossier is none of its rows. */
static bool any_row(const struct judging *j)
{
    for (unsigned i = 0; i < j->ids; i++)
        if (row_of(j, j->id[i]))
            return true;
    return false;
}

/* Which rows, and the list they stand in. */
static enum outcome read_judging(struct call *c, const struct dossier *d, struct judging *j,
                                 struct err *e)
{
    enum outcome rc = nominee_all(c->tx, c->pool, d->n.id, &j->rows, e);

    j->outcome = form_text(c->form, "outcome");
    j->ids = form_ids(c->form, "row", &j->id);
    if (rc == OUT_OK && !any_row(j))
        return err_set(e, OUT_INVALID, "rows.none", "no row of the dossier was chosen");
    return rc;
}

static void count_rows(const struct judging *j, unsigned *good, unsigned *bad)
{
    *good = *bad = 0;
    for (unsigned i = 0; i < j->ids; i++)
        why_not(j, row_of(j, j->id[i])) ? ++*bad : ++*good;
}

static enum outcome preview(struct call *c, const struct dossier *d, struct judging *j)
{
    unsigned good, bad;

    count_rows(j, &good, &bad);
    doc_open(c->doc, "rows");
    doc_attr_int(c->doc, "nomination-id", d->n.id);
    doc_attr(c->doc, "nomination-title", d->n.title);
    doc_attr(c->doc, "outcome", j->outcome);
    doc_attr_int(c->doc, "version", d->n.version);
    doc_attr_int(c->doc, "pass", good);
    doc_attr_int(c->doc, "refused", bad);
    write_rows(c, j, &good, &bad);
    doc_close(c->doc);
    choices_codes(c, "return_fields", return_field_codes);
    return OUT_OK;
}

/* The page of the preview; also what comes back when a reason is missing. */
enum outcome on_rows_page(struct call *c, struct err *e)
{
    struct judging j;
    struct dossier d;
    enum outcome rc = dossier_load(c, false, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_judge(c, &d, e);
    if (rc == OUT_OK)
        rc = read_judging(c, &d, &j, e);
    return rc == OUT_OK ? preview(c, &d, &j) : rc;
}

static enum outcome judge_row(struct call *c, const struct dossier *d, const struct judging *j,
                              const struct nominee *n, const char *fields, struct err *e)
{
    struct act act = call_act(c, "");
    const char *reason = form_text(c->form, "reason");
    enum outcome rc =
        nominee_judge(c->tx, d->n.id, n->id, j->outcome, reason, fields, e);

    if (rc != OUT_OK)
        return rc;
    return nomination_log(c->tx, &d->n, &act,
                          &(struct nomination_step){.action = j->outcome,
                                                    .from = d->n.state,
                                                    .to = d->n.state,
                                                    .note = reason,
                                                    .nominee_id = n->id,
                                                    .before = n->outcome,
                                                    .after = j->outcome},
                          e);
}

/* A return names the fields to correct; a return and a refusal give their reason. */
static enum outcome check_reason(struct call *c, const struct judging *j, struct err *e)
{
    bool accepted = strcmp(j->outcome, "accepted") == 0;
    bool returned = strcmp(j->outcome, "returned") == 0;

    if (!accepted && !form_has(c->form, "reason"))
        form_error(c->form, "reason", "rows.reason");
    if (returned && !form_has(c->form, "return_fields"))
        form_error(c->form, "return_fields", "rows.fields");
    return form_ok(c->form) ? OUT_OK : form_invalid(e);
}

static enum outcome judge_all(struct call *c, const struct dossier *d, const struct judging *j,
                              struct err *e)
{
    const char *fields = form_text(c->form, "return_fields");
    enum outcome rc = OUT_OK;

    for (unsigned i = 0; rc == OUT_OK && i < j->ids; i++) {
        const struct nominee *n = row_of(j, j->id[i]);

        if (!why_not(j, n))
            rc = judge_row(c, d, j, n, fields, e);
    }
    return rc == OUT_OK ? nomination_touch(c->tx, d->n.id, e) : rc;
}

/* Accepting needs no reason and can be taken back, so it is done at once when every row passes; anything else is shown first, and what
 * no row can get is only shown. */
enum outcome on_rows(struct call *c, struct err *e)
{
    struct judging j;
    struct dossier d;
    unsigned good, bad;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_judge(c, &d, e);
    if (rc == OUT_OK)
        rc = read_judging(c, &d, &j, e);
    if (rc != OUT_OK)
        return rc;
    count_rows(&j, &good, &bad);
    if (good == 0 ||
        (!form_bool(c->form, "confirm") && (bad > 0 || strcmp(j.outcome, "accepted") != 0)))
        return preview(c, &d, &j);
    rc = dossier_same_version(&d, form_int(c->form, "version"), e);
    if (rc == OUT_OK)
        rc = check_reason(c, &j, e);
    if (rc == OUT_OK)
        rc = judge_all(c, &d, &j, e);
    if (rc == OUT_OK && form_has(c->form, "then"))
        return step_follow(c, form_text(c->form, "then"), e);
    return rc == OUT_OK
               ? call_see_other(c, "rows.judged", "/nominations/%lld", (long long)d.n.id)
               : rc;
}
