#include "fcgi/step_page.h"

#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/record.h"
#include "fcgi/route.h"
#include "fcgi/step_rows.h"
#include "lib/core/capacity.h"
#include "lib/store/council.h"
#include "lib/store/decision.h"
#include "lib/store/number_book.h"
#include "lib/store/unit.h"

static const struct {
    enum flow_needs need;
    const char *word;
} need_words[] = {
    {NEED_REASON, "reason"}, {NEED_CAPACITY, "capacity"}, {NEED_COUNTS, "counts"},
    {NEED_NUMBER, "number"}, {NEED_RESULT, "result"},
};

void step_write_needs(struct call *c, unsigned needs)
{
    struct buf *words = buf_new(c->pool, 200);

    for (unsigned i = 0; i < sizeof need_words / sizeof need_words[0]; i++)
        if (needs & need_words[i].need)
            buf_printf(words, "%s%s", words->len ? " " : "", need_words[i].word);
    if (words->len)
        doc_attr(c->doc, "needs", words->data);
}

/* What the step will do, in numbers. */
static enum outcome write_effect(struct call *c, const struct step *s, struct err *e)
{
    int64_t *amounts = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *amounts);
    int individuals = 0, collectives = 0, refused = 0;
    int64_t total = 0;
    bool pays = strcmp(s->action->id, "decide") == 0;
    struct err why = ERR_INIT;
    enum outcome rc = pays ? step_money(c, s, step_day(c, "signed_on"), amounts, &total, &why) : OUT_OK;

    for (unsigned i = 0; i < s->rows.count; i++) {
        const struct nominee *n = &s->rows.row[i];

        if (!step_takes(s, n))
            refused++;
        else if (n->person_id)
            individuals++;
        else
            collectives++;
    }
    doc_open(c->doc, "effect");
    doc_attr_int(c->doc, "individuals", individuals);
    doc_attr_int(c->doc, "collectives", collectives);
    doc_attr_int(c->doc, "refused", refused);
    if (pays && rc == OUT_OK)
        doc_attr_int(c->doc, "bonus-total", total);
    doc_close(c->doc);
    if (rc == OUT_OK || rc == OUT_INVALID)
        return OUT_OK; /* no law of that day says what is paid: the step itself refuses it */
    *e = why;
    return rc;
}

date_t step_day(const struct call *c, const char *field)
{
    date_t day = form_date(c->form, c->route->method == METHOD_GET ? "on" : field);

    return day == DATE_NONE ? c->today : day;
}

/* The book of the year the paper is dated in. */
static enum outcome write_number(struct call *c, const struct step *s, struct err *e)
{
    const char *kind = strcmp(s->action->id, "issue") == 0 ? "QĐ" : "TTr";

    return series_read(c->tx, c->doc, kind,
                       pool_printf(c->pool, "%s-%s", kind, c->app->conf->office_symbol),
                       date_year(step_day(c, "issued_on")), e);
}

/* The signature's day is shown: a paper signed on the last day of a year may be of that year's book. */
static enum outcome write_number_defaults(struct call *c, const struct step *s, struct err *e)
{
    struct decision decision;
    enum outcome rc = decision_of(c->tx, c->pool, s->d.n.id, &decision, e);

    if (rc != OUT_OK)
        return rc;
    doc_attr(c->doc, "recipients", record_usual_recipients(c, &decision));
    doc_attr_date(c->doc, "signed-on", decision.signed_on);
    doc_attr_date(c->doc, "issued-on", step_day(c, "issued_on"));
    return OUT_OK;
}

static void capacity_choice(struct call *c, const char *value, const char *label)
{
    doc_open(c->doc, "choice");
    doc_attr(c->doc, "value", value);
    doc_attr(c->doc, "label", label);
    doc_close(c->doc);
}

/* The office of whoever signs: the department's at its steps, the unit's own at the unit's. */
static enum outcome write_capacities(struct call *c, const struct step *s, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    const char *head = c->app->conf->office_head;
    struct unit_face unit;

    if (c->actor.role == ROLE_HEAD) {
        enum outcome rc = unit_face_of(c->tx, c->pool, &viewer, s->d.n.unit_id, &unit, e);

        if (rc != OUT_OK)
            return rc;
        head = unit.head_title;
    }
    doc_open(c->doc, "choices");
    doc_attr(c->doc, "for", "capacity");
    capacity_choice(c, "", head);
    capacity_choice(c, "KT", pool_printf(c->pool, "KT. %s (PHÓ %s ký thay)", head, head));
    capacity_choice(c, "Q", pool_printf(c->pool, "Q. %s", head));
    doc_close(c->doc);
    return OUT_OK;
}

/* The council in office on the day of the session; no members when there was none, which the page says. */
static enum outcome write_council(struct call *c, struct council *council, struct err *e)
{
    struct err why = ERR_INIT;
    date_t day = step_day(c, "held_on");
    enum outcome rc = council_of(c->tx, day, council, &why);

    if (rc == OUT_INVALID) {
        *council = (struct council){.members = 0};
        return OUT_OK;
    }
    if (rc != OUT_OK) {
        *e = why;
        return rc;
    }
    return council_read(c->tx, c->doc, day, e);
}

static enum outcome write_body(struct call *c, const struct step *s, struct err *e)
{
    bool counts = (s->action->needs & NEED_COUNTS) != 0;
    struct council council;
    enum outcome rc = write_effect(c, s, e);

    if (rc == OUT_OK && counts)
        rc = write_council(c, &council, e);
    if (rc == OUT_OK && (s->action->needs & NEED_NUMBER))
        rc = write_number(c, s, e);
    if (rc == OUT_OK)
        step_write_rows(c, s, counts ? &council : NULL);
    return rc;
}

/* What the fields hold before anything was typed.  A unit's head signs on the day he sends it: no day is asked of him. */
static enum outcome write_defaults(struct call *c, const struct step *s, struct err *e)
{
    bool dated = strcmp(s->action->id, "decide") == 0 || strcmp(s->action->id, "propose") == 0;

    if (dated)
        doc_attr_date(c->doc, "signed-on", c->today);
    if (s->action->needs & NEED_COUNTS)
        doc_attr_date(c->doc, "held-on", step_day(c, "held_on"));
    if (s->action->needs & NEED_CAPACITY)
        doc_attr(c->doc, "capacity", capacity_for(s->title));
    return s->action->needs & NEED_NUMBER ? write_number_defaults(c, s, e) : OUT_OK;
}

enum outcome step_write(struct call *c, const struct step *s, struct err *e)
{
    enum outcome rc;

    doc_open(c->doc, "act");
    doc_attr(c->doc, "action", s->action->id);
    doc_attr(c->doc, "label", s->action->label);
    doc_attr(c->doc, "hint", s->action->hint);
    step_write_needs(c, s->action->needs);
    if (s->action->irreversible)
        doc_attr_bool(c->doc, "irreversible", true);
    doc_attr_int(c->doc, "nomination-id", s->d.n.id);
    doc_attr(c->doc, "nomination-title", s->d.n.title);
    doc_attr(c->doc, "unit-name", s->d.n.unit_name);
    doc_attr_int(c->doc, "version", s->d.n.version);
    doc_attr(c->doc, "state", s->d.n.state);
    doc_attr(c->doc, "to-state", s->action->to);
    rc = write_defaults(c, s, e);
    if (rc == OUT_OK)
        rc = write_body(c, s, e);
    doc_close(c->doc);
    choices_states(c);
    if (s->action->needs & NEED_NUMBER)
        choices_codes(c, "skipped", skipped_codes);
    if (rc == OUT_OK && (s->action->needs & NEED_CAPACITY))
        rc = write_capacities(c, s, e);
    return rc;
}
