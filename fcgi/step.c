#include "fcgi/step.h"

#include <string.h>

#include "lib/core/capacity.h"
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

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool step_takes(const struct step *s, const struct nominee *n)
{
    const char *from = s->action->from;

    if (is(from, "draft") || is(from, "submitted"))
        return true;
    if (is(from, "appraisal") || is(from, "council"))
        return is(n->outcome, "accepted");
    if (is(from, "decided"))
        return is(n->outcome, "granted");
    return is(n->outcome, "passed");
}

static void need_text(struct call *c, const char *field)
{
    if (!form_has(c->form, field))
        form_error(c->form, field, "field.required");
}

/* Papers are not dated ahead. */
static void need_past(struct call *c, const char *field)
{
    date_t day = form_date(c->form, field);

    if (day == DATE_NONE)
        form_error(c->form, field, "field.required");
    else if (day > c->today)
        form_error(c->form, field, "field.future");
}

static void need_counts(struct call *c, const struct step *s)
{
    need_past(c, "held_on");
    need_text(c, "minutes_no");
    need_text(c, "present");
    for (unsigned i = 0; i < s->rows.count; i++) {
        const struct nominee *n = &s->rows.row[i];

        if (step_takes(s, n) && form_int_for(c->form, "yes-", n->id) < 0)
            form_error(c->form, pool_printf(c->pool, "yes-%lld", (long long)n->id),
                       "field.required");
    }
}

static void need_capacity(struct call *c, const struct step *s)
{
    struct err why = ERR_INIT;

    if (form_has(c->form, "signed_on") && form_date(c->form, "signed_on") > c->today)
        form_error(c->form, "signed_on", "field.future");
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
        need_past(c, "issued_on");
    if (needs & NEED_RESULT) {
        need_text(c, "result_no");
        need_past(c, "result_date");
    }
    return form_ok(c->form) ? OUT_OK : form_invalid(e);
}

static bool is_title(const struct nominee *n)
{
    return is(n->family, "title");
}

/* Of several titles of one recipient only the highest amount is kept. */
static void pay_titles_once(const struct step *s, int64_t *amounts)
{
    for (unsigned i = 0; i < s->rows.count; i++) {
        const struct nominee *a = &s->rows.row[i];

        for (unsigned j = i + 1; j < s->rows.count; j++) {
            const struct nominee *b = &s->rows.row[j];
            bool same = a->person_id ? a->person_id == b->person_id
                                     : a->collective_id == b->collective_id && !b->person_id;

            if (!same || !is_title(a) || !is_title(b) || !amounts[i] || !amounts[j])
                continue;
            if (amounts[i] >= amounts[j])
                amounts[j] = 0;
            else
                amounts[i] = 0;
        }
    }
}

enum outcome step_money(struct call *c, const struct step *s, date_t day, int64_t *amounts,
                        int64_t *total, struct err *e)
{
    const char *cite;
    enum outcome rc = OUT_OK;

    *total = 0;
    for (unsigned i = 0; rc == OUT_OK && i < s->rows.count; i++) {
        const struct nominee *n = &s->rows.row[i];

        amounts[i] = 0;
        if (is(n->outcome, "passed"))
            rc = law_bonus(c->app->laws, n->award_code,
                           n->person_id ? RECIPIENT_PERSON : RECIPIENT_COLLECTIVE, day, &amounts[i],
                           &cite, e);
    }
    if (rc != OUT_OK)
        return rc;
    pay_titles_once(s, amounts);
    for (unsigned i = 0; i < s->rows.count; i++)
        *total += amounts[i];
    return OUT_OK;
}
