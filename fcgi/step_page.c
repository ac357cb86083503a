#include "fcgi/step_page.h"

#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/step_rows.h"
#include "lib/core/capacity.h"
#include "lib/store/council.h"
#include "lib/store/decision.h"
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
    enum outcome rc = pays ? step_money(c, s, c->today, amounts, &total, e) : OUT_OK;

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
    if (pays)
        doc_attr_int(c->doc, "bonus-total", total);
    doc_close(c->doc);
    return rc;
}

static void write_series(struct call *c, const struct series_face *series, const char *kind)
{
    doc_open(c->doc, "series");
    doc_attr(c->doc, "code", kind);
    doc_attr_int(c->doc, "year", date_year(c->today));
    doc_attr_int(c->doc, "last-no", series->last_no);
    doc_attr_date(c->doc, "last-on", series->last_on);
    doc_attr(c->doc, "symbol", pool_printf(c->pool, "%s-%s", kind, c->app->conf->office_symbol));
    doc_attr_int(c->doc, "suggested-no", series->last_no + 1);
    doc_close(c->doc);
}

static enum outcome write_number(struct call *c, const struct step *s, struct err *e)
{
    const char *kind = strcmp(s->action->id, "issue") == 0 ? "QĐ" : "TTr";
    struct series_face series;
    enum outcome rc = series_face_of(c->tx, kind, date_year(c->today), &series, e);

    if (rc == OUT_OK)
        write_series(c, &series, kind);
    return rc;
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

static enum outcome write_body(struct call *c, const struct step *s, struct err *e)
{
    bool counts = (s->action->needs & NEED_COUNTS) != 0;
    struct council council;
    enum outcome rc = write_effect(c, s, e);

    if (rc == OUT_OK && counts)
        rc = council_read(c->tx, c->doc, c->today, e);
    if (rc == OUT_OK && counts)
        rc = council_of(c->tx, c->today, &council, e);
    if (rc == OUT_OK && (s->action->needs & NEED_NUMBER))
        rc = write_number(c, s, e);
    if (rc == OUT_OK)
        step_write_rows(c, s, counts ? &council : NULL);
    return rc;
}

/* Today, the capacity that follows from the title, the usual recipients of a decision or a proposal. */
static void write_defaults(struct call *c, const struct step *s)
{
    const struct conf *conf = c->app->conf;
    bool decision = strcmp(s->action->id, "issue") == 0;
    char today[DATE_ISO_SIZE];

    date_iso(c->today, today);
    call_defaults(c, "capacity", capacity_for(s->title), "signed_on", today, "held_on", today,
                  "issued_on", today, "recipients",
                  pool_printf(c->pool, "%s; Lưu: VT, %s", decision ? "Như Điều 3" : "Như trên",
                              conf->office_archive),
                  NULL);
}

enum outcome step_write(struct call *c, const struct step *s, struct err *e)
{
    enum outcome rc;

    write_defaults(c, s);
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
    rc = write_body(c, s, e);
    doc_close(c->doc);
    choices_states(c);
    if (rc == OUT_OK && (s->action->needs & NEED_CAPACITY))
        rc = write_capacities(c, s, e);
    return rc;
}
