/* The dossier's page: everything about it in one document. */
#include "fcgi/dossier.h"
#include "fcgi/step_page.h"

#include <string.h>

#include "fcgi/choices.h"
#include "lib/core/correction.h"
#include "lib/store/rows.h"

static bool role_has(const struct flow_action *a, enum role role)
{
    return (a->roles & (1u << role)) != 0;
}

/* An action of the other kind of authority is never offered. */
static bool fits_authority(const struct flow_action *a, unsigned facts)
{
    unsigned asked = a->guards & (GUARD_AUTHORITY_OURS | GUARD_AUTHORITY_ABOVE);

    return (asked & facts) == asked;
}

/* A recall is offered only while it is possible; other actions say on their page why they are not. */
static bool is_offered(const struct flow_action *a, const struct dossier *d, enum role role)
{
    return strcmp(a->from, d->n.state) == 0 && role_has(a, role) && fits_authority(a, d->facts) &&
           (!(a->guards & GUARD_NOBODY_ACTED) || (d->facts & GUARD_NOBODY_ACTED));
}

static void write_actions(struct call *c, const struct dossier *d)
{
    const struct flow *flow = c->app->nomination_flow;

    for (unsigned i = 0; i < flow->actions; i++) {
        const struct flow_action *a = &flow->action[i];

        if (!is_offered(a, d, c->actor.role))
            continue;
        doc_open(c->doc, "action");
        doc_attr(c->doc, "id", a->id);
        doc_attr(c->doc, "label", a->label);
        doc_attr(c->doc, "hint", a->hint);
        if (a->likely)
            doc_attr_bool(c->doc, "likely", true);
        if (a->irreversible)
            doc_attr_bool(c->doc, "irreversible", true);
        step_write_needs(c, a->needs);
        doc_attr(c->doc, "href",
                 pool_printf(c->pool, "/nominations/%lld/act/%s", (long long)d->n.id, a->id));
        doc_close(c->doc);
    }
}

/* The likely action out of a state for this dossier's authority: how its way goes on. */
static const struct flow_action *way_on(const struct flow *flow, const char *from, unsigned facts)
{
    for (unsigned i = 0; i < flow->actions; i++) {
        const struct flow_action *a = &flow->action[i];

        if (a->likely && strcmp(a->from, from) == 0 && fits_authority(a, facts))
            return a;
    }
    return NULL;
}

static const char *start_of(const struct flow *flow)
{
    for (unsigned i = 0; i < flow->states; i++)
        if (flow->state[i].start)
            return flow->state[i].id;
    return NULL;
}

static void write_step(struct doc *doc, const struct flow_state *s, const char *status)
{
    doc_open(doc, "step");
    doc_attr(doc, "state", s->id);
    if (s->holder[0])
        doc_attr(doc, "holder", s->holder);
    doc_attr(doc, "status", status);
    doc_close(doc);
}

/* The way from the start to the end, with the dossier's place on it. */
static void write_steps(struct call *c, const struct dossier *d)
{
    const struct flow *flow = c->app->nomination_flow;
    const char *at = start_of(flow);
    bool passed = true, met = false;

    for (unsigned n = 0; at && n < flow->states; n++) {
        const struct flow_action *next = way_on(flow, at, d->facts);
        bool here = strcmp(at, d->n.state) == 0;

        write_step(c->doc, flow_state(flow, at), here ? "current" : passed ? "done" : "ahead");
        passed = passed && !here;
        met = met || here;
        at = next ? next->to : NULL;
    }
    if (!met)
        write_step(c->doc, d->state, "current");
}

struct head {
    struct call *c;
    const struct dossier *d;
};

/* What the flow says of a dossier's state: who holds it, what comes next, what may be changed. */
static void write_head(struct doc *doc, void *ctx)
{
    const struct head *h = ctx;
    const struct flow_action *next =
        way_on(h->c->app->nomination_flow, h->d->n.state, h->d->facts);

    if (h->d->state->holder[0])
        doc_attr(doc, "holder", h->d->state->holder);
    if (next)
        doc_attr(doc, "next", next->label);
    doc_attr_bool(doc, "editable", dossier_editable(h->c, h->d));
    doc_attr_bool(doc, "judging", dossier_judging(h->c, h->d));
}

static void paper(struct call *c, const char *id, const char *label, const char *path, int64_t of)
{
    doc_open(c->doc, "paper");
    doc_attr(c->doc, "id", id);
    doc_attr(c->doc, "label", label);
    doc_attr(c->doc, "href",
             pool_printf(c->pool, "/%s/%lld/paper/%s", path, (long long)of, id));
    doc_close(c->doc);
}

static void write_papers(struct call *c, const struct dossier *d)
{
    if (d->tally.total == 0)
        return;
    paper(c, "to-trinh", "Tờ trình của đơn vị", "nominations", d->n.id);
    paper(c, "danh-sach", "Danh sách kèm theo", "nominations", d->n.id);
    if (strcmp(d->n.state, "decided") == 0 || strcmp(d->n.state, "issued") == 0) {
        paper(c, "quyet-dinh", "Quyết định khen thưởng", "nominations", d->n.id);
        paper(c, "giay-khen", "Giấy khen, bằng chứng nhận", "nominations", d->n.id);
    }
    if (strcmp(d->n.state, "proposed") == 0 || strcmp(d->n.state, "sent") == 0 ||
        strcmp(d->n.state, "granted") == 0)
        paper(c, "to-trinh-cap-tren", "Tờ trình cấp trên", "nominations", d->n.id);
}

/* The tờ trình is printed from the dossier itself. */
static void write_requirements(struct call *c, const struct dossier *d)
{
    struct requirement asked[REQUIREMENTS_MAX];
    unsigned n = papers_required(&d->papers, asked);

    for (unsigned i = 0; i < n; i++) {
        doc_open(c->doc, "requirement");
        doc_attr(c->doc, "kind", asked[i].kind);
        doc_attr_bool(c->doc, "met", asked[i].lacking == 0);
        doc_attr_int(c->doc, "lacking", asked[i].lacking);
        doc_attr(c->doc, "cite", asked[i].cite);
        doc_close(c->doc);
    }
}

enum outcome dossier_write(struct call *c, const struct dossier *d, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct rows_more more = {write_head, &(struct head){c, d}};
    struct nomination_part part = {form_int_if(c->form, "from"), form_int_if(c->form, "papers"),
                                   form_int_if(c->form, "events")};
    enum outcome rc =
        nomination_open(c->tx, c->doc, &viewer, &d->n, d->tally.total, &part, &more, e);

    if (rc != OUT_OK)
        return rc;
    tally_write(c->doc, &d->tally);
    write_requirements(c, d);
    write_papers(c, d);
    write_actions(c, d);
    write_steps(c, d);
    rc = changes_read(c->tx, c->doc, d->n.id, form_int_if(c->form, "before_change"), e);
    doc_close(c->doc);
    choices_codes(c, "kind", evidence_codes);
    choices_codes(c, "return_fields", row_field_codes);
    choices_states(c);
    choices_actions(c);
    if (rc != OUT_OK)
        return rc;
    return choices_awards(c, "award_code", d->n.authority, d->day, e);
}

struct row_head {
    struct call *c;
    const struct dossier *d;
    const struct nominee *n;
    const char *record_name;
};

/* "position achievement" */
static const char *opened_codes(struct pool *pool, unsigned opened)
{
    const char *codes = "";

    for (unsigned i = 0; i < ROW_FIELDS; i++)
        if (opened & (1u << i))
            codes = pool_printf(pool, "%s%s%s", codes, codes[0] ? " " : "", row_field_codes[i]);
    return codes;
}

static void write_row_head(struct doc *doc, void *ctx)
{
    const struct row_head *h = ctx;
    struct err ignored = ERR_INIT;

    doc_attr_int(doc, "nomination-id", h->d->n.id);
    doc_attr(doc, "nomination-title", h->d->n.title);
    doc_attr_bool(doc, "editable", dossier_may_edit(h->c, h->d, h->n->outcome, &ignored) == OUT_OK);
    doc_attr_bool(doc, "removable", dossier_editable(h->c, h->d));
    doc_attr(doc, "opened", opened_codes(h->c->pool, dossier_opened(h->d, h->n)));
    if (row_opened(h->n->return_fields) & ROW_NAME)
        doc_attr(doc, "record-name", h->record_name);
}

enum outcome dossier_write_nominee(struct call *c, const struct dossier *d, const struct nominee *n,
                                   struct err *e)
{
    struct row_head head = {c, d, n, n->name};
    struct rows_more more = {write_row_head, &head};
    enum outcome rc = nominee_record_name(c, n, &head.record_name, e);

    if (rc == OUT_OK)
        rc = nominee_open(c->tx, c->doc, d->n.id, n, &more, e);
    if (rc != OUT_OK)
        return rc;
    rc = changes_of_row_read(c->tx, c->doc, d->n.id, n->id, e);
    doc_close(c->doc);
    choices_codes(c, "kind", evidence_codes);
    return rc == OUT_OK ? choices_awards(c, "award_code", d->n.authority, d->day, e) : rc;
}
