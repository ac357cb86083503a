#include "fcgi/record.h"

#include <string.h>

#include "lib/base/vi.h"
#include "lib/core/capacity.h"
#include "lib/core/cite.h"
#include "lib/core/number.h"
#include "lib/core/recipients.h"
#include "lib/store/council.h"
#include "lib/store/unit.h"

static void open_record(struct call *c, struct doc *doc, const char *back)
{
    doc_attr_date(doc, "on", c->today);
    doc_attr(doc, "back", back);
}

struct doc *record_open(struct call *c, const char *back)
{
    const struct conf *conf = c->app->conf;
    struct doc *doc = doc_new(c->pool, "record");

    open_record(c, doc, back);
    doc_open(doc, "office");
    doc_attr(doc, "parent", conf->office_parent);
    doc_attr(doc, "name", conf->office_name);
    doc_attr(doc, "short", conf->office_short);
    doc_attr(doc, "place", conf->office_place);
    doc_attr(doc, "province", conf->office_province);
    doc_attr(doc, "head", conf->office_head);
    doc_attr(doc, "deputy", conf->office_deputy);
    doc_attr(doc, "symbol", conf->office_symbol);
    doc_attr(doc, "standing", conf->office_standing);
    doc_attr(doc, "archive", conf->office_archive);
    doc_close(doc);
    return doc;
}

enum outcome record_open_unit(struct call *c, const char *back, int64_t unit_id, struct doc **out,
                              struct err *e)
{
    struct viewer viewer = call_viewer(c);
    const struct conf *conf = c->app->conf;
    struct unit_face unit;
    struct doc *doc;
    enum outcome rc = unit_face_of(c->tx, c->pool, &viewer, unit_id, &unit, e);

    if (rc != OUT_OK)
        return rc;
    *out = doc = doc_new(c->pool, "record");
    open_record(c, doc, back);
    doc_open(doc, "office");
    doc_attr(doc, "parent", conf->office_full);
    doc_attr(doc, "name", unit.signing);
    doc_attr(doc, "short", unit.official);
    doc_attr(doc, "place", conf->office_place);
    doc_attr(doc, "province", conf->office_province);
    doc_attr(doc, "head", unit.head_title);
    doc_attr(doc, "deputy", capacity_office(c->pool, unit.head_title, "KT"));
    doc_attr(doc, "symbol", unit.symbol);
    doc_attr(doc, "standing", "");
    doc_close(doc);
    return OUT_OK;
}

static void write_regime(struct call *c, struct doc *doc, date_t day, const char *kind)
{
    const struct regime *regime = law_on(c->app->laws, day);
    const char *basis;

    doc_open(doc, "regime");
    doc_attr(doc, "id", regime ? regime_id(regime) : "none");
    for (unsigned i = 0; regime && (basis = law_basis_on(regime, kind, day, i)) != NULL; i++)
        doc_leaf(doc, "basis", basis);
    doc_close(doc);
}

static void optional(struct doc *doc, const char *name, const char *value)
{
    if (value[0])
        doc_attr(doc, name, value);
}

/* unit_number: of the unit's own tờ trình, as that paper has it; "" when it has none. */
static void write_nomination(struct doc *doc, const struct nomination *n, const char *unit_number)
{
    doc_open(doc, "nomination");
    doc_attr_int(doc, "id", n->id);
    doc_attr(doc, "title", n->title);
    doc_attr(doc, "method", n->method);
    doc_attr_int(doc, "year", n->year);
    doc_attr(doc, "authority", n->authority);
    doc_attr(doc, "authority-label", authority_label(n->authority));
    optional(doc, "campaign-name", n->campaign_name);
    doc_attr(doc, "unit-name", n->unit_name);
    optional(doc, "unit-number", unit_number);
    doc_attr_date(doc, "unit-date", n->unit_date);
    optional(doc, "minutes-no", n->minutes_no);
    doc_attr_date(doc, "minutes-date", n->minutes_date);
    doc_close(doc);
}

static void write_addressee(struct doc *doc, const char *name, bool decides)
{
    doc_open(doc, "addressee");
    doc_attr(doc, "name", name);
    doc_attr_bool(doc, "decides", decides);
    doc_close(doc);
}

static enum outcome write_session(struct call *c, struct doc *doc, int64_t nomination_id,
                                  struct err *e)
{
    struct council_face s;
    enum outcome rc = council_session_of(c->tx, c->pool, nomination_id, &s, e);

    if (rc != OUT_OK || !s.held)
        return rc;
    doc_open(doc, "council-session");
    doc_attr(doc, "council-name", s.council_name);
    doc_attr(doc, "minutes-no", s.minutes_no);
    doc_attr_date(doc, "held-on", s.held_on);
    doc_attr_int(doc, "members", s.members);
    doc_attr_int(doc, "present", s.present);
    doc_attr_int(doc, "written", s.written);
    doc_close(doc);
    return OUT_OK;
}

static void write_signer(struct doc *doc, const char *name, const char *capacity,
                         const char *office, date_t signed_on)
{
    doc_open(doc, "signer");
    doc_attr(doc, "name", name);
    doc_attr(doc, "capacity", capacity);
    doc_attr(doc, "office", office);
    doc_attr_date(doc, "signed-on", signed_on);
    doc_close(doc);
}

/* The recipients stand as they were typed when the paper got its number. */
static void write_document(struct call *c, struct doc *doc, const char *kind, const char *symbol,
                           const char *number, date_t issued_on, const char *recipients)
{
    const char *const *list;
    unsigned count = recipients_split(c->pool, recipients, &list);

    doc_open(doc, "document");
    doc_attr(doc, "kind", kind);
    doc_attr(doc, "symbol", symbol);
    optional(doc, "number", number);
    if (issued_on != DATE_NONE)
        doc_attr_date(doc, "issued-on", issued_on);
    for (unsigned i = 0; i < count; i++)
        doc_leaf(doc, "recipient", list[i]);
    doc_close(doc);
}

const char *record_usual_recipients(struct call *c, const struct decision *decision)
{
    const struct conf *conf = c->app->conf;

    return recipients_usual(
        c->pool, &(struct recipients_usual){.decision = strcmp(decision->kind, "award") == 0,
                                            .article = decision->bonus_total > 0 ? 3 : 2,
                                            .office = conf->office_short,
                                            .province = conf->office_province,
                                            .archive = conf->office_archive});
}

/* Rows on the paper: those that are still in it. */
typedef bool (*row_filter)(const struct nominee *n);

static bool proposed_rows(const struct nominee *n)
{
    return strcmp(n->outcome, "refused") != 0;
}

static bool passed_rows(const struct nominee *n)
{
    return strcmp(n->outcome, "passed") == 0 || strcmp(n->outcome, "granted") == 0;
}

static void write_award_types(struct doc *doc, const struct nominee_list *rows, row_filter keep)
{
    for (unsigned i = 0; i < rows->count; i++) {
        const struct nominee *n = &rows->row[i];
        bool seen = !keep(n);

        for (unsigned j = 0; j < i && !seen; j++)
            seen = keep(&rows->row[j]) && strcmp(rows->row[j].award_code, n->award_code) == 0;
        if (seen)
            continue;
        doc_open(doc, "award-type");
        doc_attr(doc, "code", n->award_code);
        doc_attr(doc, "name", n->award_name);
        doc_attr(doc, "family", n->family);
        doc_close(doc);
    }
}

/* A khoa is named with the unit that nominates: on a paper that leaves the unit its own name says too little. */
static const char *unit_on_paper(struct pool *pool, const struct nomination *of, const struct nominee *n)
{
    if (!n->person_id || n->unit_id == of->unit_id)
        return n->unit_name;
    return pool_printf(pool, "%s, %s", n->unit_name, of->unit_name);
}

static void write_row(struct doc *doc, const struct nominee *n, const char *unit_name, int ordinal,
                      bool numbered)
{
    doc_open(doc, "nominee");
    doc_attr_int(doc, "ordinal", ordinal);
    if (numbered)
        doc_attr_int(doc, "gold-no", ordinal);
    doc_attr(doc, "kind", n->kind);
    doc_attr(doc, "name", n->name);
    optional(doc, "sex", n->sex);
    doc_attr(doc, "position", n->position);
    doc_attr(doc, "unit-name", unit_name);
    doc_attr(doc, "award-code", n->award_code);
    if (numbered && n->bonus >= 0)
        doc_attr_int(doc, "bonus", n->bonus);
    doc_leaf(doc, "achievement", n->achievement);
    doc_close(doc);
}

static void write_counts(struct doc *doc, const struct nominee_list *rows, row_filter keep)
{
    int individuals = 0, collectives = 0;

    for (unsigned i = 0; i < rows->count; i++)
        if (keep(&rows->row[i]))
            rows->row[i].person_id ? individuals++ : collectives++;
    doc_open(doc, "counts");
    doc_attr_int(doc, "collectives", collectives);
    doc_attr_int(doc, "individuals", individuals);
    doc_close(doc);
}

static enum outcome write_rows(struct call *c, struct doc *doc, const struct nomination *of,
                               const struct nominee_list *rows, row_filter keep, bool numbered,
                               struct err *e)
{
    int ordinal = 0;

    write_counts(doc, rows, keep);
    write_award_types(doc, rows, keep);
    for (unsigned i = 0; i < rows->count; i++)
        if (keep(&rows->row[i]))
            write_row(doc, &rows->row[i], unit_on_paper(c->pool, of, &rows->row[i]), ++ordinal,
                      numbered);
    if (ordinal == 0)
        return err_set(e, OUT_INVALID, "paper.empty", "no row to print");
    return OUT_OK;
}

enum outcome record_unit_proposal(struct call *c, const struct dossier *d, struct doc **out,
                                  struct err *e)
{
    struct viewer viewer = call_viewer(c);
    const char *back = pool_printf(c->pool, "/nominations/%lld", (long long)d->n.id);
    struct nomination_signer signer;
    struct number_typed typed;
    struct nominee_list rows;
    struct unit_face unit;
    enum outcome rc = unit_face_of(c->tx, c->pool, &viewer, d->n.unit_id, &unit, e);

    if (rc == OUT_OK)
        rc = nominee_all(c->tx, c->pool, d->n.id, &rows, e);
    if (rc == OUT_OK)
        rc = nomination_signer_of(c->tx, c->pool, d->n.id, "confirm", &signer, e);
    if (rc == OUT_OK)
        rc = record_open_unit(c, back, d->n.unit_id, out, e);
    if (rc != OUT_OK)
        return rc;
    write_regime(c, *out, law_paper_day(d->n.unit_date, signer.signed_on, c->today), "proposal");
    write_nomination(*out, &d->n, d->n.unit_number);
    write_addressee(*out, c->app->conf->office_short, authority_ours(d->n.authority));
    typed = number_typed(c->pool, d->n.unit_number, pool_printf(c->pool, "TTr-%s", unit.symbol));
    write_document(c, *out, "TTr", typed.symbol, typed.number, d->n.unit_date,
                   recipients_usual(c->pool, &(struct recipients_usual){.office = unit.official,
                                                                        .province = "",
                                                                        .archive = ""}));
    write_signer(*out, signer.name, signer.capacity,
                 capacity_office(c->pool, unit.head_title, signer.capacity), signer.signed_on);
    return write_rows(c, *out, &d->n, &rows, proposed_rows, false, e);
}

/* The articles the money of the rows comes from, as the law of the day has them; "" when it names none. */
static const char *bonus_cites(struct call *c, const struct nominee_list *rows, date_t day)
{
    const char **cites = pool_alloc(c->pool, (rows->count + 1) * sizeof *cites);
    unsigned count = 0;

    for (unsigned i = 0; i < rows->count; i++) {
        const struct nominee *n = &rows->row[i];
        struct err ignored = ERR_INIT;
        const char *cite = NULL;
        int64_t amount;

        if (n->bonus > 0 &&
            law_bonus(c->app->laws, n->award_code,
                      n->person_id ? RECIPIENT_PERSON : RECIPIENT_COLLECTIVE, day, &amount, &cite,
                      &ignored) == OUT_OK &&
            cite && *cite)
            cites[count++] = cite;
    }
    return cite_join(c->pool, cites, count);
}

static void write_decision(struct call *c, struct doc *doc, const struct nominee_list *rows,
                           const struct decision *decision, date_t day)
{
    doc_open(doc, "decision");
    doc_attr(doc, "authority", decision->authority);
    doc_attr_int(doc, "bonus-total", decision->bonus_total);
    if (decision->bonus_total > 0) {
        doc_attr(doc, "bonus-words", vi_money_words(c->pool, decision->bonus_total));
        optional(doc, "bonus-cite", bonus_cites(c, rows, day));
    }
    doc_close(doc);
}

/* The Chairman of the province passes on what the Prime Minister or the President decides. */
static void write_addressees(struct doc *doc, const char *authority)
{
    bool province = strcmp(authority, "chu_tich_tinh") == 0;

    if (strcmp(authority, "bo_truong") == 0)
        write_addressee(doc, authority_label(authority), true);
    else
        write_addressee(doc, authority_label("chu_tich_tinh"), province);
}

enum outcome record_signed(struct call *c, const struct dossier *d, const struct decision *decision,
                           const char *back, struct doc **out, struct err *e)
{
    date_t day = law_paper_day(decision->issued_on, decision->signed_on, c->today);
    bool award = strcmp(decision->kind, "award") == 0;
    const char *kind = award ? "QĐ" : "TTr";
    struct doc *doc = *out = record_open(c, back);
    struct viewer viewer = call_viewer(c);
    struct nominee_list rows;
    struct unit_face unit;
    enum outcome rc = nominee_all(c->tx, c->pool, d->n.id, &rows, e);

    if (rc == OUT_OK)
        rc = unit_face_of(c->tx, c->pool, &viewer, d->n.unit_id, &unit, e);
    if (rc != OUT_OK)
        return rc;
    write_regime(c, doc, day, award ? "decision" : "proposal");
    write_nomination(doc, &d->n,
                     d->n.unit_number[0] ? number_cited(c->pool, d->n.unit_number,
                                                        pool_printf(c->pool, "TTr-%s", unit.symbol))
                                         : "");
    if (!award)
        write_addressees(doc, d->n.authority);
    rc = write_session(c, doc, d->n.id, e);
    if (rc != OUT_OK)
        return rc;
    write_document(c, doc, kind, pool_printf(c->pool, "%s-%s", kind, c->app->conf->office_symbol),
                   decision->number > 0 ? pool_printf(c->pool, "%d", decision->number) : "",
                   decision->issued_on,
                   decision->recipients[0] ? decision->recipients
                                           : record_usual_recipients(c, decision));
    write_signer(doc, decision->signer_name, decision->capacity, decision->office,
                 decision->signed_on);
    if (award)
        write_decision(c, doc, &rows, decision, day);
    return write_rows(c, doc, &d->n, &rows, passed_rows, award, e);
}
