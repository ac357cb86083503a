/* The appraiser's word on many rows at once: first a preview of what passes and what does not and why, then the act. */
#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "fcgi/step.h"
#include "lib/core/row.h"
#include "lib/store/nominee.h"
#include "lib/store/rows.h"

/* Rows of a preview that are shown at once. */
#define PREVIEW_PART 100

struct judging {
    const char *outcome;
    const char *all; /* "yes" every row, "eligible" what is still to be judged and may pass, "" the ticked ones */
    struct nominee_list rows;
    const struct nominee **row; /* those it is about, in the order of the list */
    unsigned count;
    unsigned good; /* of them, what changes */
    unsigned gone; /* ticked, and no longer in the dossier */
};

/* Why a row cannot get this outcome now; NULL when it can. */
static const char *why_not(const struct judging *j, const struct nominee *n)
{
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

static bool is_meant(const struct judging *j, const struct nominee *n, const int64_t *ids,
                     unsigned count)
{
    if (strcmp(j->all, "yes") == 0)
        return true;
    if (strcmp(j->all, "eligible") == 0)
        return n->eligible && strcmp(n->outcome, "pending") == 0;
    return ids_hold(ids, count, n->id);
}

/* Which rows, of the list they stand in. */
static enum outcome read_judging(struct call *c, const struct dossier *d, struct judging *j,
                                 struct err *e)
{
    const int64_t *ids;
    unsigned asked = form_ids(c->form, "row", &ids);
    enum outcome rc;

    *j = (struct judging){.outcome = form_text(c->form, "outcome"),
                          .all = form_text(c->form, "all")};
    rc = nominee_all(c->tx, c->pool, d->n.id, &j->rows, e);
    if (rc != OUT_OK)
        return rc;
    j->row = pool_alloc(c->pool, (j->rows.count + 1) * sizeof *j->row);
    for (unsigned i = 0; i < j->rows.count; i++) {
        const struct nominee *n = &j->rows.row[i];

        if (!is_meant(j, n, ids, asked))
            continue;
        j->row[j->count++] = n;
        j->good += !why_not(j, n);
    }
    if (!j->all[0])
        j->gone = asked - j->count;
    if (j->count == 0)
        return err_set(e, OUT_INVALID, "rows.none", "no row of the dossier was chosen");
    return OUT_OK;
}

static void write_row(struct doc *doc, const struct judging *j, const struct nominee *n)
{
    const char *why = why_not(j, n);

    doc_open(doc, "row");
    doc_attr_int(doc, "nominee-id", n->id);
    doc_attr(doc, "name", n->name);
    doc_attr(doc, "unit-name", n->unit_name);
    doc_attr(doc, "award-code", n->award_code);
    doc_attr(doc, "award-name", n->award_name);
    doc_attr(doc, "result", why ? "refused" : "pass");
    doc_attr(doc, "why", why);
    doc_close(doc);
}

/* A part of the rows is shown; what they are is carried by name when it is all of them, else by their ids. */
static enum outcome preview(struct call *c, const struct dossier *d, const struct judging *j)
{
    unsigned skip;

    doc_open(c->doc, "rows");
    doc_attr_int(c->doc, "nomination-id", d->n.id);
    doc_attr(c->doc, "nomination-title", d->n.title);
    doc_attr(c->doc, "outcome", j->outcome);
    doc_attr_int(c->doc, "version", d->n.version);
    doc_attr_int(c->doc, "pass", j->good);
    doc_attr_int(c->doc, "refused", j->count - j->good + j->gone);
    if (j->all[0])
        doc_attr(c->doc, "all", j->all);
    skip = rows_part(c->doc, "from", form_int(c->form, "from"), PREVIEW_PART, j->count);
    for (unsigned i = skip; i < j->count && i < skip + PREVIEW_PART; i++)
        write_row(c->doc, j, j->row[i]);
    for (unsigned i = 0; !j->all[0] && i < j->count; i++) {
        if (why_not(j, j->row[i]))
            continue;
        doc_open(c->doc, "picked");
        doc_attr_int(c->doc, "nominee-id", j->row[i]->id);
        doc_close(c->doc);
    }
    doc_close(c->doc);
    choices_codes(c, "return_fields", row_field_codes);
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

/* All rows in a few statements, however many they are. */
static enum outcome judge_all(struct call *c, const struct dossier *d, const struct judging *j,
                              struct err *e)
{
    struct act act = call_act(c, "");
    const char *reason = form_text(c->form, "reason");
    int64_t *ids = pool_alloc(c->pool, (j->count + 1) * sizeof *ids);
    struct nomination_step *steps = pool_alloc(c->pool, (j->count + 1) * sizeof *steps);
    unsigned n = 0;
    enum outcome rc;

    for (unsigned i = 0; i < j->count; i++) {
        const struct nominee *row = j->row[i];

        if (why_not(j, row))
            continue;
        ids[n] = row->id;
        steps[n++] = (struct nomination_step){.action = j->outcome,
                                              .from = d->n.state,
                                              .to = d->n.state,
                                              .note = reason,
                                              .nominee_id = row->id,
                                              .before = row->outcome,
                                              .after = j->outcome};
    }
    rc = nominee_judge(c->tx, c->pool, d->n.id, ids, n, j->outcome, reason,
                       form_text(c->form, "return_fields"), e);
    if (rc == OUT_OK)
        rc = nomination_log_all(c->tx, c->pool, &d->n, &act, steps, n, e);
    return rc == OUT_OK ? nomination_touch(c->tx, d->n.id, e) : rc;
}

/* Accepting needs no reason and can be taken back, so it is done at once when every row passes; anything else is shown first, and what
 * no row can get is only shown. */
enum outcome on_rows(struct call *c, struct err *e)
{
    struct judging j;
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_judge(c, &d, e);
    if (rc == OUT_OK)
        rc = read_judging(c, &d, &j, e);
    if (rc != OUT_OK)
        return rc;
    if (j.good == 0 || (!form_bool(c->form, "confirm") &&
                        (j.good < j.count + j.gone || strcmp(j.outcome, "accepted") != 0)))
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
