#include "fcgi/step_rows.h"

#include <string.h>

#include "lib/core/capacity.h"
#include "lib/core/prize.h"
#include "lib/core/recipients.h"
#include "lib/core/row.h"
#include "lib/store/person.h"

static void explain_papers(const struct dossier *d, struct err *e)
{
    struct err why = ERR_INIT;

    if (papers_check(&d->papers, &why) != OUT_OK)
        *e = why;
}

/* The allotment says itself which limit is passed and by how much; the rules say how many rows they stop. */
static enum outcome explain(const struct dossier *d, enum outcome rc, struct err *e)
{
    if (strcmp(e->key, "flow.within-allotment") == 0 && d->quota_error.code != OUT_OK)
        *e = d->quota_error;
    else if (strcmp(e->key, "flow.awards-given") == 0 && d->awards_error.code != OUT_OK)
        *e = d->awards_error;
    else if (strcmp(e->key, "flow.eligible") == 0)
        err_arg_int(e, "blocked", d->tally.blocked);
    else if (strcmp(e->key, "flow.papers-complete") == 0)
        explain_papers(d, e);
    else if (strcmp(e->key, "flow.rows-judged") == 0)
        err_arg_int(e, "open", d->tally.pending + d->tally.returned);
    return rc;
}

enum outcome step_load(struct call *c, bool hold, struct step *s, struct err *e)
{
    enum outcome rc = dossier_load(c, hold, &s->d, e);

    if (rc != OUT_OK)
        return rc;
    rc = flow_decide(c->app->nomination_flow, s->d.n.state, c->word, c->actor.role, s->d.facts,
                     &s->action, e);
    if (rc != OUT_OK)
        return explain(&s->d, rc, e);
    rc = nominee_all(c->tx, c->pool, s->d.n.id, &s->rows, e);
    if (rc == OUT_OK)
        rc = person_title_of(c->tx, c->pool, c->actor.person_id, c->today, &s->title, e);
    return rc;
}

bool step_takes(const struct step *s, const struct nominee *n)
{
    return row_goes_on(s->action->from, n->outcome);
}

static void need_text(struct call *c, const char *field)
{
    if (!form_has(c->form, field))
        form_error(c->form, field, "field.required");
}

static void need_past(struct call *c, const char *field)
{
    need_text(c, field);
    form_need_past(c->form, field, c->today);
}

/* Money, votes and names go by the law of the day. */
static void need_law(struct call *c, const char *field)
{
    date_t day = form_date(c->form, field);

    if (day != DATE_NONE && !law_on(c->app->laws, day))
        form_error(c->form, field, "field.no-law");
}

static void need_counts(struct call *c, const struct step *s)
{
    need_past(c, "held_on");
    need_law(c, "held_on");
    need_text(c, "minutes_no");
    need_text(c, "present");
    step_need_counts(c, s);
}

/* What was passed over needs both, what it went to and why. */
static void need_number(struct call *c)
{
    need_past(c, "issued_on");
    need_text(c, "number");
    if (!recipients_line(c->pool, form_text(c->form, "recipients"))[0])
        form_error(c->form, "recipients", "field.required");
    else if (!recipients_archived(c->pool, form_text(c->form, "recipients")))
        form_error(c->form, "recipients", "field.archive");
    if (form_has(c->form, "skipped") && !form_has(c->form, "skipped_note"))
        form_error(c->form, "skipped_note", "field.required");
    if (form_has(c->form, "skipped_note") && !form_has(c->form, "skipped"))
        form_error(c->form, "skipped", "field.required");
}

static void need_capacity(struct call *c, const struct step *s)
{
    struct err why = ERR_INIT;

    form_need_past(c->form, "signed_on", c->today);
    need_law(c, "signed_on");
    if (capacity_check(s->title, form_text(c->form, "capacity"), &why) != OUT_OK)
        form_error(c->form, "capacity", why.key);
}

enum outcome step_check_fields(struct call *c, const struct step *s, struct err *e)
{
    unsigned needs = s->action->needs;

    if (needs & NEED_REASON)
        need_text(c, "reason");
    if (needs & NEED_CAPACITY)
        need_capacity(c, s);
    if (needs & NEED_COUNTS)
        need_counts(c, s);
    if (needs & NEED_NUMBER)
        need_number(c);
    if (needs & NEED_RESULT) {
        need_text(c, "result_no");
        need_past(c, "result_date");
        need_law(c, "result_date");
    }
    return form_ok(c->form) ? OUT_OK : form_invalid(e);
}

static bool is_won(const struct nominee *n)
{
    return strcmp(n->outcome, "passed") == 0 || strcmp(n->outcome, "granted") == 0;
}

/* What a row is worth; nothing when it was not passed. The day was typed: one that no law covers is a wrong field, and the form comes
 * back with it. */
static enum outcome price(struct call *c, const struct nominee *n, date_t day, struct prize *out,
                          struct err *e)
{
    enum outcome rc;

    *out = (struct prize){.person_id = n->person_id,
                          .collective_id = n->collective_id,
                          .title = strcmp(n->family, "title") == 0};
    if (!is_won(n))
        return OUT_OK;
    rc = law_bonus(c->app->laws, n->award_code,
                   n->person_id ? RECIPIENT_PERSON : RECIPIENT_COLLECTIVE, day, &out->amount,
                   NULL, e);
    if (rc == OUT_NOTFOUND)
        rc = e->code = OUT_INVALID;
    if (rc == OUT_OK)
        out->years = law_award(law_on(c->app->laws, day), n->award_code)->years;
    return rc;
}

enum outcome step_money(struct call *c, const struct step *s, date_t day, int64_t *amounts,
                        int64_t *total, struct err *e)
{
    struct prize *prize = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *prize);
    enum outcome rc = OUT_OK;

    *total = 0;
    for (unsigned i = 0; rc == OUT_OK && i < s->rows.count; i++)
        rc = price(c, &s->rows.row[i], day, &prize[i], e);
    if (rc != OUT_OK)
        return rc;
    *total = prizes_settle(c->pool, prize, s->rows.count);
    for (unsigned i = 0; i < s->rows.count; i++)
        amounts[i] = prize[i].amount;
    return OUT_OK;
}
