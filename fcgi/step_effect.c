/* What the actions of the dossiers' flow do besides moving the dossier. */
#include <stdio.h>
#include <string.h>

#include "fcgi/step_rows.h"
#include "lib/core/capacity.h"
#include "lib/core/council.h"
#include "lib/core/number.h"
#include "lib/core/recipients.h"
#include "lib/store/award.h"
#include "lib/store/campaign.h"
#include "lib/store/council.h"
#include "lib/store/decision.h"
#include "lib/store/eligibility.h"
#include "lib/store/number_book.h"

/* The allotment is counted again while nobody else can use it up. */
static enum outcome effect_submit(struct call *c, struct step *s, struct err *e)
{
    struct quota quota;
    enum outcome rc;

    if (!s->d.n.campaign_id)
        return OUT_OK;
    rc = campaign_hold(c->tx, s->d.n.campaign_id, e);
    if (rc == OUT_OK)
        rc = campaign_quota_of(c->tx, s->d.n.campaign_id, s->d.n.id, &quota, e);
    return rc == OUT_OK ? quota_check(&quota, e) : rc;
}

static enum outcome effect_back(struct call *c, struct step *s, struct err *e)
{
    return nominee_reset(c->tx, s->d.n.id, e);
}

/* The council's word on one row: its own counts where they were typed, else those of the ballot for all. */
static enum outcome count_row(struct call *c, const struct regime *regime,
                              const struct ballot *ballot, const struct nominee *n,
                              struct nominee_ballot *out, struct err *e)
{
    struct law_vote vote = law_vote(regime, n->award_code);
    enum outcome rc;

    *out = (struct nominee_ballot){.id = n->id, .reason = ""};
    step_counts(c, n->id, &out->yes, &out->no);
    rc = council_counts(ballot, out->yes, out->no, e);
    if (rc != OUT_OK) {
        err_arg(e, "name", n->name);
        return rc;
    }
    out->passed = council_passed(ballot, vote, out->yes);
    if (!out->passed)
        out->reason = pool_printf(c->pool, "Hội đồng: %d phiếu thuận, cần từ %d phiếu (%s)",
                                  out->yes, council_needed(ballot, vote), vote.cite);
    return OUT_OK;
}

static enum outcome vote(struct call *c, const struct step *s, const struct ballot *ballot,
                         struct err *e)
{
    const struct regime *regime = law_on(c->app->laws, form_date(c->form, "held_on"));
    struct nominee_ballot *ballots = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *ballots);
    enum outcome rc = OUT_OK;
    unsigned n = 0;

    if (!regime)
        return err_set(e, OUT_INVALID, "law.no-regime", "no regime covers the session");
    for (unsigned i = 0; rc == OUT_OK && i < s->rows.count; i++)
        if (step_takes(s, &s->rows.row[i]))
            rc = count_row(c, regime, ballot, &s->rows.row[i], &ballots[n++], e);
    return rc == OUT_OK ? nominee_vote(c->tx, c->pool, s->d.n.id, ballots, n, e) : rc;
}

static enum outcome effect_record(struct call *c, struct step *s, struct err *e)
{
    struct council_result result = {.nomination_id = s->d.n.id,
                                    .held_on = form_date(c->form, "held_on"),
                                    .minutes_no = form_text(c->form, "minutes_no"),
                                    .present = (int)form_int(c->form, "present"),
                                    .written = (int)form_int(c->form, "written")};
    struct council council;
    struct ballot ballot;
    enum outcome rc = council_of(c->tx, result.held_on, &council, e);

    if (rc != OUT_OK)
        return rc;
    result.council_id = council.id;
    result.members = council.members;
    ballot = (struct ballot){council.members, result.present, result.written};
    rc = council_quorum(&ballot, e);
    if (rc == OUT_OK)
        rc = council_record(c->tx, &result, e);
    return rc == OUT_OK ? vote(c, s, &ballot, e) : rc;
}

static date_t signed_on(const struct call *c)
{
    return form_has(c->form, "signed_on") ? form_date(c->form, "signed_on") : c->today;
}

static enum outcome sign(struct call *c, const struct step *s, const char *kind, int64_t bonus_total,
                         struct err *e)
{
    const struct conf *conf = c->app->conf;
    const char *capacity = form_text(c->form, "capacity");
    date_t day = signed_on(c);
    const struct regime *regime = law_on(c->app->laws, day);
    struct decision d = {.nomination_id = s->d.n.id,
                         .kind = kind,
                         .authority = s->d.n.authority,
                         .signed_on = day,
                         .signer_id = c->actor.person_id,
                         .signer_name = c->actor.name,
                         .capacity = capacity,
                         .office = capacity_office(c->pool, conf->office_head, capacity),
                         .base_salary = law_base_salary(c->app->laws, day, NULL),
                         .bonus_total = bonus_total};
    int64_t id;

    if (!regime)
        return err_set(e, OUT_INVALID, "law.no-regime", "no regime covers the signature");
    d.regime = regime_id(regime);
    return decision_add(c->tx, &d, &id, e);
}

/* Every row that goes on is granted, with its money. */
static enum outcome grant_rows(struct call *c, const struct step *s, const int64_t *amounts,
                               struct err *e)
{
    struct nominee_bonus *bonuses = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *bonuses);
    unsigned n = 0;

    for (unsigned i = 0; i < s->rows.count; i++)
        if (step_takes(s, &s->rows.row[i]))
            bonuses[n++] = (struct nominee_bonus){s->rows.row[i].id, amounts[i]};
    return nominee_grant(c->tx, c->pool, s->d.n.id, bonuses, n, e);
}

/* The deciding day fixes regime, base salary and money. */
static enum outcome effect_decide(struct call *c, struct step *s, struct err *e)
{
    int64_t *amounts = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *amounts);
    int64_t total;
    enum outcome rc = step_money(c, s, signed_on(c), amounts, &total, e);

    if (rc == OUT_OK)
        rc = sign(c, s, "award", total, e);
    return rc == OUT_OK ? grant_rows(c, s, amounts, e) : rc;
}

static enum outcome effect_propose(struct call *c, struct step *s, struct err *e)
{
    return sign(c, s, "proposal", 0, e);
}

/* The number that was typed, out of the department's series for that kind of document. */
static enum outcome number(struct call *c, const struct decision *d, const char *kind,
                           const char *subject, struct err *e)
{
    const struct conf *conf = c->app->conf;
    struct document_new document = {
        .person_id = c->actor.person_id,
        .number = (int)form_int(c->form, "number"),
        .kind = kind,
        .symbol = pool_printf(c->pool, "%s-%s", kind, conf->office_symbol),
        .subject = subject,
        .signer = d->signer_name,
        .recipients = recipients_line(c->pool, form_text(c->form, "recipients")),
        .skipped = form_text(c->form, "skipped"),
        .skipped_note = form_text(c->form, "skipped_note"),
        .skipped_sure = (int)form_int(c->form, "skipped_sure"),
        .issued_on = form_date(c->form, "issued_on"),
        .today = c->today};
    int64_t document_id;
    enum outcome rc;

    if (document.issued_on < d->signed_on) {
        form_error(c->form, "issued_on", "number.before-signature");
        return form_invalid(e);
    }
    rc = root_unit(c->tx, &document.unit_id, e);
    if (rc == OUT_OK)
        rc = document_issue(c->tx, &document, &document_id, e);
    if (rc == OUT_INVALID && strcmp(e->key, "number.many-skipped") == 0) /* the page comes back with a box to tick */
        form_error(c->form, "skipped_sure", "number.confirm-skipped");
    return rc == OUT_OK ? decision_set_document(c->tx, d, document_id, e) : rc;
}

/* The money is that of the day of issue (Decree 152/2025 art. 49.1), and what was signed is that of the day of signature: a day of issue on
 * which any of it would be another is not taken. */
static enum outcome check_money(struct call *c, const struct step *s, const struct decision *d,
                                struct err *e)
{
    int64_t *amounts = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *amounts);
    int64_t total;
    bool same = true;
    enum outcome rc;

    if (d->bonus_total == 0)
        return OUT_OK;
    rc = step_money(c, s, form_date(c->form, "issued_on"), amounts, &total, e);
    for (unsigned i = 0; rc == OUT_OK && same && i < s->rows.count; i++)
        same = s->rows.row[i].bonus < 0 || s->rows.row[i].bonus == amounts[i];
    if (!same) {
        form_error(c->form, "issued_on", "number.other-money");
        rc = form_invalid(e);
    }
    return rc;
}

static enum outcome effect_issue(struct call *c, struct step *s, struct err *e)
{
    struct decision d;
    int64_t entered = 0;
    enum outcome rc = decision_of(c->tx, c->pool, s->d.n.id, &d, e);

    if (rc == OUT_OK)
        rc = number(c, &d, "QĐ", s->d.n.title, e);
    if (rc == OUT_OK)
        rc = check_money(c, s, &d, e);
    if (rc == OUT_OK)
        rc = award_enter(c->tx, s->d.n.id,
                         number_symbol(c->pool, (int)form_int(c->form, "number"), "QĐ",
                                       c->app->conf->office_symbol),
                         form_date(c->form, "issued_on"), d.id, &entered, e);
    if (rc == OUT_OK && entered != s->d.tally.granted)
        return err_set(e, OUT_INTERNAL, "internal", "%lld rows entered, %d granted",
                       (long long)entered, s->d.tally.granted);
    return rc;
}

static enum outcome effect_send(struct call *c, struct step *s, struct err *e)
{
    struct decision d;
    enum outcome rc = decision_of(c->tx, c->pool, s->d.n.id, &d, e);

    return rc == OUT_OK ? number(c, &d, "TTr", s->d.n.title, e) : rc;
}

/* Rows that were not chosen are settled first: who is not granted an award takes no money, and none from his other awards. */
static enum outcome leave_out(struct call *c, struct step *s, unsigned *granted, struct err *e)
{
    struct step_chosen chosen = step_chosen_of(c);
    int64_t *others = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *others);
    unsigned n = 0;

    *granted = 0;
    for (unsigned i = 0; i < s->rows.count; i++) {
        struct nominee *row = &s->rows.row[i];

        if (!step_takes(s, row))
            continue;
        if (step_is_chosen(&chosen, row->id)) {
            ++*granted;
            continue;
        }
        row->outcome = "failed";
        others[n++] = row->id;
    }
    return nominee_not_granted(c->tx, c->pool, s->d.n.id, others, n, "Cấp trên không khen thưởng", e);
}

/* The higher authority's decision: rows that were chosen are granted, the others are not. */
static enum outcome effect_result(struct call *c, struct step *s, struct err *e)
{
    date_t day = form_date(c->form, "result_date");
    int64_t *amounts = pool_alloc(c->pool, (s->rows.count + 1) * sizeof *amounts);
    unsigned granted;
    int64_t total, entered;
    struct decision d;
    enum outcome rc = leave_out(c, s, &granted, e);

    if (rc == OUT_OK && granted == 0) {
        form_error(c->form, "row", "result.none");
        return form_invalid(e);
    }
    if (rc == OUT_OK)
        rc = decision_of(c->tx, c->pool, s->d.n.id, &d, e);
    if (rc == OUT_OK)
        rc = step_money(c, s, day, amounts, &total, e);
    if (rc == OUT_OK)
        rc = grant_rows(c, s, amounts, e);
    if (rc == OUT_OK)
        rc = decision_set_result(c->tx, &d, form_text(c->form, "result_no"), day, total, e);
    return rc == OUT_OK ? award_enter(c->tx, s->d.n.id, form_text(c->form, "result_no"), day, d.id,
                                      &entered, e)
                        : rc;
}

static const struct {
    const char *action;
    enum outcome (*run)(struct call *c, struct step *s, struct err *e);
} effects[] = {
    {"submit", effect_submit}, {"return", effect_back},   {"recall", effect_back},
    {"record", effect_record}, {"decide", effect_decide}, {"propose", effect_propose},
    {"issue", effect_issue},   {"send", effect_send},     {"result", effect_result},
};

enum outcome step_effect(struct call *c, struct step *s, struct err *e)
{
    for (unsigned i = 0; i < sizeof effects / sizeof effects[0]; i++)
        if (strcmp(effects[i].action, s->action->id) == 0)
            return effects[i].run(c, s, e);
    return OUT_OK;
}
