#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "lib/base/utf8.h"
#include "lib/store/campaign.h"
#include "lib/store/unit.h"

enum outcome on_nomination_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct nomination_filter filter = {.state = form_text(c->form, "state"),
                                       .authority = form_text(c->form, "authority"),
                                       .text = form_text(c->form, "q"),
                                       .campaign_id = form_int(c->form, "campaign"),
                                       .unit_id = form_int(c->form, "unit"),
                                       .before_id = form_int(c->form, "before"),
                                       .year = (int)form_int(c->form, "year")};
    enum outcome rc = nomination_list_read(c->tx, c->pool, c->doc, &viewer, &filter, e);

    choices_states(c);
    choices_years(c, "year");
    choices_authorities(c);
    if (rc == OUT_OK)
        rc = choices_units(c, "unit", e);
    return rc == OUT_OK ? choices_campaigns(c, "campaign", e) : rc;
}

enum outcome on_nomination_get(struct call *c, struct err *e)
{
    struct dossier d;
    enum outcome rc = dossier_load(c, false, &d, e);

    if (rc == OUT_OK)
        rc = dossier_write(c, &d, e);
    return rc;
}

enum outcome on_nomination_new(struct call *c, struct err *e)
{
    enum outcome rc;

    doc_open(c->doc, "nomination-new");
    rc = campaign_open_read(c->tx, c->doc, e);
    doc_close(c->doc);
    choices_codes(c, "method", method_codes);
    choices_years(c, "year");
    choices_authorities(c);
    if (rc == OUT_OK)
        rc = choices_units(c, "unit_id", e);
    return rc == OUT_OK ? choices_campaigns(c, "campaign_id", e) : rc;
}

/* A longer name of a campaign would not fit the title together with the year. */
#define CAMPAIGN_IN_TITLE 250

/* The title people would write, when they leave it empty; what tells dossiers apart stands first, where lists cut last.
 * A campaign that names its year is not given it again. */
static const char *title_for(struct call *c, const struct nomination_new *n, const char *campaign)
{
    bool fits = campaign[0] && utf8_length(campaign) <= CAMPAIGN_IN_TITLE;

    if (fits && strstr(campaign, pool_printf(c->pool, "%d", n->year)))
        return pool_printf(c->pool, "%s: đề nghị khen thưởng", campaign);
    if (fits)
        return pool_printf(c->pool, "%s: đề nghị khen thưởng năm %d", campaign, n->year);
    return pool_printf(c->pool, "Đề nghị khen thưởng năm %d, %s quyết định", n->year,
                       authority_label(n->authority));
}

static enum outcome log_created(struct call *c, int64_t id, const struct nomination_new *n,
                                struct err *e)
{
    struct act act = call_act(c, "");
    struct nomination head = {.id = id, .unit_id = n->unit_id, .version = 0};

    return nomination_log(c->tx, &head, &act,
                          &(struct nomination_step){.action = "create",
                                                    .from = "",
                                                    .to = n->state,
                                                    .after = n->title},
                          e);
}

/* A campaign brings its own method; without one a method must be chosen. */
static enum outcome read_campaign(struct call *c, struct nomination_new *n, const char **name,
                                  struct err *e)
{
    struct campaign_face campaign;
    enum outcome rc;

    *name = "";
    if (!n->campaign_id) {
        if (form_has(c->form, "method"))
            return OUT_OK;
        form_error(c->form, "method", "nomination.method");
        return form_invalid(e);
    }
    rc = campaign_face_of(c->tx, c->pool, n->campaign_id, &campaign, e);
    if (rc != OUT_OK)
        return rc;
    *name = campaign.name;
    n->method = campaign.method;
    return OUT_OK;
}

enum outcome on_nomination_create(struct call *c, struct err *e)
{
    const struct flow *flow = c->app->nomination_flow;
    struct viewer viewer = call_viewer(c);
    struct nomination_new n = {.unit_id = form_int(c->form, "unit_id"),
                               .campaign_id = form_int(c->form, "campaign_id"),
                               .created_by = c->actor.person_id,
                               .method = form_text(c->form, "method"),
                               .authority = form_text(c->form, "authority"),
                               .title = form_text(c->form, "title"),
                               .note = form_text(c->form, "note"),
                               .state = flow->state[0].id,
                               .flow = flow,
                               .year = (int)form_int(c->form, "year")};
    const char *path, *campaign;
    int64_t id;
    enum outcome rc;

    form_need_past(c->form, "minutes_date", c->today);
    if (!form_ok(c->form))
        return form_invalid(e);
    for (unsigned i = 0; i < flow->states; i++)
        if (flow->state[i].start)
            n.state = flow->state[i].id;
    if (!n.unit_id)
        n.unit_id = c->actor.unit_id;
    if (!n.year)
        n.year = date_year(c->today);
    rc = unit_path_of(c->tx, c->pool, &viewer, n.unit_id, &path, e);
    if (rc == OUT_OK)
        rc = read_campaign(c, &n, &campaign, e);
    if (rc != OUT_OK)
        return rc;
    if (!n.title[0])
        n.title = title_for(c, &n, campaign);
    rc = nomination_create(c->tx, c->pool, &n, &id, e);
    if (rc == OUT_OK)
        rc = log_created(c, id, &n, e);
    if (rc == OUT_OK && (form_has(c->form, "minutes_no") || form_has(c->form, "minutes_date")))
        rc = nomination_change(c->tx, c->pool, id, 1,
                               &(struct nomination_fields){
                                   .title = n.title,
                                   .note = n.note,
                                   .minutes_no = form_text(c->form, "minutes_no"),
                                   .minutes_date = form_date(c->form, "minutes_date"),
                                   .unit_number = "",
                                   .unit_date = DATE_NONE},
                               e);
    return rc == OUT_OK ? call_see_other(c, "nomination.created", "/nominations/%lld", (long long)id)
                        : rc;
}

static const char *paper_in_words(struct pool *pool, const char *label, const char *number, date_t day)
{
    char text[DATE_ISO_SIZE];

    if (!number[0] && day == DATE_NONE)
        return "";
    date_dmy(day, text);
    return pool_printf(pool, "; %s: %s%s%s", label, number, number[0] && text[0] ? ", " : "", text);
}

/* What the head of a dossier says, for the audit. */
static const char *head_in_words(struct pool *pool, const struct nomination_fields *f)
{
    return pool_printf(pool, "Trích yếu: %s%s%s%s%s", f->title,
                       paper_in_words(pool, "Biên bản", f->minutes_no, f->minutes_date),
                       paper_in_words(pool, "Tờ trình", f->unit_number, f->unit_date),
                       f->note[0] ? "; Ghi chú: " : "", f->note);
}

enum outcome on_nomination_change(struct call *c, struct err *e)
{
    struct nomination_fields fields = {.title = form_text(c->form, "title"),
                                       .note = form_text(c->form, "note"),
                                       .minutes_no = form_text(c->form, "minutes_no"),
                                       .minutes_date = form_date(c->form, "minutes_date"),
                                       .unit_number = form_text(c->form, "unit_number"),
                                       .unit_date = form_date(c->form, "unit_date")};
    struct act act = call_act(c, "");
    struct nomination_fields was = {.title = ""};
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    form_need_past(c->form, "minutes_date", c->today);
    form_need_past(c->form, "unit_date", c->today);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, NULL, e);
    if (rc == OUT_OK && !form_ok(c->form))
        rc = form_invalid(e);
    if (rc == OUT_OK)
        was = (struct nomination_fields){.title = d.n.title,
                                         .note = d.n.note,
                                         .minutes_no = d.n.minutes_no,
                                         .minutes_date = d.n.minutes_date,
                                         .unit_number = d.n.unit_number,
                                         .unit_date = d.n.unit_date};
    if (rc == OUT_OK)
        rc = nomination_change(c->tx, c->pool, d.n.id, form_int(c->form, "version"), &fields, e);
    if (rc == OUT_OK)
        rc = nomination_log(c->tx, &d.n, &act,
                            &(struct nomination_step){.action = "change",
                                                      .from = d.n.state,
                                                      .to = d.n.state,
                                                      .before = head_in_words(c->pool, &was),
                                                      .after = head_in_words(c->pool, &fields)},
                            e);
    return rc == OUT_OK
               ? call_see_other(c, "nomination.saved", "/nominations/%lld", (long long)d.n.id)
               : rc;
}
