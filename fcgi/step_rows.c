#include "fcgi/step_rows.h"

#include <string.h>

#include "fcgi/step_page.h"
#include "lib/store/rows.h"

bool step_looks(const struct call *c)
{
    return form_has(c->form, "from");
}

void step_counts(const struct call *c, int64_t nominee_id, int *yes, int *no)
{
    *yes = (int)form_int_for(c->form, "yes-", nominee_id);
    *no = (int)form_int_for(c->form, "no-", nominee_id);
    if (*yes < 0 && *no < 0) {
        *yes = form_has(c->form, "yes_all") ? (int)form_int(c->form, "yes_all") : -1;
        *no = (int)form_int(c->form, "no_all");
    }
    if (*no < 0)
        *no = 0;
}

static unsigned going_on(const struct step *s)
{
    unsigned n = 0;

    for (unsigned i = 0; i < s->rows.count; i++)
        n += step_takes(s, &s->rows.row[i]);
    return n;
}

/* A long list lacks one ballot for all; a short one the ballots of its rows. */
void step_need_counts(struct call *c, const struct step *s)
{
    bool is_long = going_on(s) > STEP_PART;
    int yes, no;

    for (unsigned i = 0; i < s->rows.count; i++) {
        const struct nominee *n = &s->rows.row[i];
        bool own;

        if (!step_takes(s, n))
            continue;
        step_counts(c, n->id, &yes, &no);
        if (yes >= 0)
            continue;
        own = form_int_for(c->form, "no-", n->id) >= 0;
        form_error(c->form,
                   is_long && !own ? "yes_all" : pool_printf(c->pool, "yes-%lld", (long long)n->id),
                   "field.required");
    }
}

struct step_chosen step_chosen_of(struct call *c)
{
    struct step_chosen chosen = {.all = form_bool(c->form, "all")};

    chosen.count = form_ids(c->form, chosen.all ? "except" : "row", &chosen.ids);
    return chosen;
}

static bool is_named(const struct step_chosen *chosen, int64_t nominee_id)
{
    return ids_hold(chosen->ids, chosen->count, nominee_id);
}

bool step_is_chosen(const struct step_chosen *chosen, int64_t nominee_id)
{
    return is_named(chosen, nominee_id) != chosen->all;
}

/* Why a row does not go on. */
static const char *why_not(struct call *c, const struct nominee *n)
{
    if (strcmp(n->outcome, "refused") == 0)
        return pool_printf(c->pool, "Không đạt thẩm định: %s", n->reason);
    if (n->reason[0])
        return n->reason;
    return "Chưa có kết quả để qua bước này";
}

/* The ballot as it usually is, by the council and the law of the day of the session; in a list short enough to be read
 * row by row: a long one starts from none. */
static void write_ballot(struct call *c, const struct nominee *n, const struct council *council,
                         bool usual)
{
    const struct regime *regime = law_on(c->app->laws, step_day(c, "held_on"));
    struct ballot ballot = {council->members, council->members, 0};
    struct law_vote vote;

    if (!regime || council->members == 0)
        return;
    vote = law_vote(regime, n->award_code);
    if (usual) {
        doc_attr_int(c->doc, "yes", council->members);
        doc_attr_int(c->doc, "no", 0);
    }
    doc_attr_int(c->doc, "need", council_needed(&ballot, vote));
    doc_attr(c->doc, "cite", vote.cite);
}

static void open_row(struct call *c, const struct nominee *n, const char *result)
{
    doc_open(c->doc, "row");
    doc_attr_int(c->doc, "nominee-id", n->id);
    doc_attr(c->doc, "name", n->name);
    doc_attr(c->doc, "unit-name", n->unit_name);
    doc_attr(c->doc, "award-code", n->award_code);
    doc_attr(c->doc, "award-name", n->award_name);
    doc_attr(c->doc, "result", result);
}

/* Was something typed or ticked for this row alone? */
static bool has_own(const struct call *c, const struct step_chosen *ticked, int64_t nominee_id)
{
    return form_typed_for(c->form, "yes-", nominee_id) || form_typed_for(c->form, "no-", nominee_id) ||
           (ticked->all && is_named(ticked, nominee_id));
}

static void write_passing(struct call *c, const struct step *s, const struct council *council,
                          unsigned rows)
{
    bool posted = form_declares(c->form, "all");
    struct step_chosen ticked = posted ? step_chosen_of(c) : (struct step_chosen){.all = false};
    unsigned skip = rows_part(c->doc, "from", form_int_if(c->form, "from"), STEP_PART, rows);
    unsigned place = 0;

    for (unsigned i = 0; i < s->rows.count; i++) {
        const struct nominee *n = &s->rows.row[i];
        bool shown;

        if (!step_takes(s, n))
            continue;
        shown = place >= skip && place < skip + STEP_PART;
        place++;
        if (!shown && !(posted && has_own(c, &ticked, n->id)))
            continue;
        open_row(c, n, "pass");
        doc_attr_int(c->doc, "place", place);
        if (council)
            write_ballot(c, n, council, rows <= STEP_PART);
        doc_close(c->doc);
    }
}

void step_write_rows(struct call *c, const struct step *s, const struct council *council)
{
    unsigned stopped = 0;

    write_passing(c, s, council, going_on(s));
    for (unsigned i = 0; i < s->rows.count && stopped < STEP_PART; i++) {
        const struct nominee *n = &s->rows.row[i];

        if (step_takes(s, n))
            continue;
        open_row(c, n, "refused");
        doc_attr(c->doc, "why", why_not(c, n));
        doc_close(c->doc);
        stopped++;
    }
}
