#include "fcgi/choices.h"

#include <string.h>

#include "fcgi/words.h"
#include "lib/store/rows.h"

const char *const method_codes[] = {"chuyen_de", "cong_trang", "dot_xuat", "cong_hien", "doi_ngoai",
                                    NULL};
const char *const register_method_codes[] = {"cong_trang", "chuyen_de", "dot_xuat",    "cong_hien",
                                             "nien_han",   "doi_ngoai", "khang_chien", NULL};
const char *const evidence_codes[] = {
    "bao_cao",      "bien_ban",     "ket_qua_phieu", "sang_kien_co_so", "sang_kien_tinh",
    "sang_kien_toan_quoc", "de_tai_co_so", "de_tai_tinh",   "xep_loai",        "to_trinh",
    "khac",         NULL};
const char *const recipient_codes[] = {"person", "collective", NULL};
const char *const authority_codes[] = {"giam_doc_so", "chu_tich_tinh", "bo_truong", "thu_tuong",
                                       "chu_tich_nuoc", NULL};
const char *const capacity_codes[] = {"", "KT", "Q", NULL};
const char *const after_import_codes[] = {"submit", NULL};
const char *const after_rows_codes[] = {"forward", NULL};
const char *const rows_all_codes[] = {"yes", "eligible", NULL};
const char *const judge_codes[] = {"accepted", "returned", "refused", NULL};
const char *const campaign_state_codes[] = {"draft",     "launched", "running", "reviewed",
                                            "concluded", "rewarded", "closed",  NULL};
const char *const role_codes[] = {"clerk",   "head",       "appraiser", "secretary", "director",
                                  "records", "accountant", "auditor",   "admin",     NULL};

const char *const skipped_codes[] = {"void", "reserved", "elsewhere", NULL};
const char *const series_codes[] = {"award", "proposal", NULL};

static void choices_open(struct doc *doc, const char *field)
{
    doc_open(doc, "choices");
    doc_attr(doc, "for", field);
}

static void choice(struct doc *doc, const char *value, const char *label)
{
    doc_open(doc, "choice");
    doc_attr(doc, "value", value);
    doc_attr(doc, "label", label);
    doc_close(doc);
}

void choices_states(struct call *c)
{
    const struct flow *flow = c->app->nomination_flow;

    choices_open(c->doc, "state");
    for (unsigned i = 0; i < flow->states; i++)
        choice(c->doc, flow->state[i].id, flow->state[i].label);
    doc_close(c->doc);
}

void choices_actions(struct call *c)
{
    const struct flow *flow = c->app->nomination_flow;

    choices_open(c->doc, "action");
    for (unsigned i = 0; i < flow->actions; i++)
        choice(c->doc, flow->action[i].id, flow->action[i].label);
    doc_close(c->doc);
}

/* Two steps of the flow may have one name: "return" to the clerk, from the head or from the department. */
static bool named_before(const struct flow *flow, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (strcmp(flow->action[i].id, flow->action[n].id) == 0)
            return true;
    return false;
}

void choices_audit_actions(struct call *c)
{
    static const char *const codes[] = {
        "nomination.create",   "nomination.change",   "nomination.import",  "nomination.add",
        "nomination.edit",     "nomination.correct",  "nomination.remove",  "nomination.attach",
        "nomination.detach",   "nomination.accepted", "nomination.returned", "nomination.refused",
        "role.grant",          "role.revoke",         "login",              "login.refused",
        "capacity",            "logout",              "session.close",      "ldap-sync",
        "law-load",            "number.correct",      "import.units",       "import.people",
        "import.campaigns",    "import.awards",       "import.nominees",    "person.read",
        "nomination.read",     "award.export",        NULL};
    const struct flow *flow = c->app->nomination_flow;

    choices_open(c->doc, "action");
    for (unsigned i = 0; i < flow->actions; i++)
        if (!named_before(flow, i))
            choice(c->doc, pool_printf(c->pool, "nomination.%s", flow->action[i].id),
                   flow->action[i].label);
    for (const char *const *code = codes; *code; code++)
        choice(c->doc, *code, word_of(*code));
    doc_close(c->doc);
}

#define YEARS_OFFERED 10

void choices_years(struct call *c, const char *field)
{
    int year = date_year(c->today);

    choices_open(c->doc, field);
    for (int i = 0; i < YEARS_OFFERED; i++) {
        doc_open(c->doc, "choice");
        doc_attr_int(c->doc, "value", year - i);
        doc_attr_int(c->doc, "label", year - i);
        doc_close(c->doc);
    }
    doc_close(c->doc);
}

void choices_codes(struct call *c, const char *field, const char *const *codes)
{
    choices_open(c->doc, field);
    for (; *codes; codes++)
        choice(c->doc, *codes, word_of(*codes));
    doc_close(c->doc);
}

void choices_authorities(struct call *c)
{
    choices_open(c->doc, "authority");
    for (const char *const *code = authority_codes; *code; code++)
        choice(c->doc, *code, authority_label(*code));
    doc_close(c->doc);
}

void choices_roles(struct call *c)
{
    choices_open(c->doc, "role");
    for (const char *const *code = role_codes; *code; code++)
        choice(c->doc, *code, role_label(role_of(*code)));
    doc_close(c->doc);
}

enum outcome choices_units(struct call *c, const char *field, struct err *e)
{
    struct db_value day = db_date(c->today);
    enum outcome rc;

    choices_open(c->doc, field);
    rc = rows_write(c->tx, c->doc, "choice", Q_CHOICE_UNITS,
                    DB_ARGS(day, day, db_text(c->actor.scope)), e);
    doc_close(c->doc);
    return rc;
}

enum outcome choices_awards(struct call *c, const char *field, const char *authority, date_t day,
                            struct err *e)
{
    struct db_value on = db_date(day), by = db_text(authority);
    enum outcome rc;

    choices_open(c->doc, field);
    rc = rows_write(c->tx, c->doc, "choice", Q_CHOICE_AWARDS, DB_ARGS(on, on, by), e);
    if (rc == OUT_OK)
        rc = rows_write(c->tx, c->doc, "withheld", Q_CHOICE_AWARDS_WITHHELD, DB_ARGS(on, on, by),
                        e);
    doc_close(c->doc);
    return rc;
}

enum outcome choices_awards_ever(struct call *c, const char *field, struct err *e)
{
    enum outcome rc;

    choices_open(c->doc, field);
    rc = rows_write(c->tx, c->doc, "choice", Q_CHOICE_AWARDS_EVER, DB_NO_ARGS, e);
    doc_close(c->doc);
    return rc;
}

enum outcome choices_campaigns(struct call *c, const char *field, struct err *e)
{
    enum outcome rc;

    choices_open(c->doc, field);
    rc = rows_write(c->tx, c->doc, "choice", Q_CHOICE_CAMPAIGNS, DB_NO_ARGS, e);
    doc_close(c->doc);
    return rc;
}
