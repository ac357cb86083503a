/* Decisions, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/store/decision.h"

static enum outcome add(struct asked *a, struct err *e)
{
    struct decision d = {.nomination_id = arg_int(a, "dossier"), .signer_id = arg_int(a, "signer"),
                         .base_salary = arg_int(a, "base"), .bonus_total = arg_int(a, "bonus"),
                         .kind = arg_text(a, "kind"), .authority = arg_text(a, "authority"),
                         .signer_name = arg_text(a, "name"), .capacity = arg_text(a, "capacity"),
                         .office = arg_text(a, "office"), .regime = arg_text(a, "regime"),
                         .signed_on = arg_date(a, "signed")};
    int64_t id;

    return decision_add(a->tx, &d, &id, e);
}

static enum outcome of(struct asked *a, struct err *e)
{
    struct decision d;
    enum outcome rc = decision_of(a->tx, a->pool, arg_int(a, "dossier"), &d, e);

    if (rc != OUT_OK)
        return rc;
    buf_printf(a->out, "%lld of dossier %lld: %s for %s, version %lld\n", (long long)d.id, (long long)d.nomination_id,
               d.kind, d.authority, (long long)d.version);
    buf_printf(a->out, "signed by %lld %s as %s %s\n", (long long)d.signer_id, d.signer_name, d.capacity, d.office);
    say_date(a, "signed-on", d.signed_on);
    say_text(a, "regime", d.regime);
    say_int(a, "base-salary", d.base_salary);
    say_int(a, "bonus-total", d.bonus_total);
    buf_printf(a->out, "document %lld: %d/%s\n", (long long)d.document_id, d.number, d.symbol);
    say_date(a, "issued-on", d.issued_on);
    say_text(a, "recipients", d.recipients);
    say_text(a, "result", d.result_no);
    say_date(a, "result-date", d.result_date);
    return rc;
}

static enum outcome whole(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t nomination = 0;
    enum outcome rc = decision_open(a->tx, a->doc, &v, arg_int(a, "id"), &nomination, e);

    doc_close(a->doc);
    if (rc == OUT_OK)
        say_int(a, "dossier", nomination);
    return rc;
}

static enum outcome dossier(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t nomination = 0;
    enum outcome rc = decision_nomination(a->tx, &v, arg_int(a, "id"), &nomination, e);

    if (rc == OUT_OK)
        say_int(a, "dossier", nomination);
    return rc;
}

static enum outcome list(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return decision_list_read(a->tx, a->doc, &v, (int)arg_int(a, "year"), arg_text(a, "authority"),
                              arg_int(a, "before"), e);
}

static enum outcome set_document(struct asked *a, struct err *e)
{
    struct decision d = {.id = arg_int(a, "id"), .version = arg_int(a, "version")};

    return decision_set_document(a->tx, &d, arg_int(a, "document"), e);
}

static enum outcome set_result(struct asked *a, struct err *e)
{
    struct decision d = {.id = arg_int(a, "id"), .version = arg_int(a, "version")};

    return decision_set_result(a->tx, &d, arg_text(a, "result"), arg_date(a, "date"), arg_int(a, "bonus"), e);
}

static enum outcome department(struct asked *a, struct err *e)
{
    int64_t id = 0;
    enum outcome rc = root_unit(a->tx, &id, e);

    say_int(a, "id", id);
    return rc;
}

const struct row_call decision_calls[] = {
    {"decision_add", add}, {"decision_of", of}, {"decision_open", whole}, {"decision_nomination", dossier},
    {"decision_list", list}, {"decision_set_document", set_document}, {"decision_set_result", set_result},
    {"root_unit", department}, {NULL, NULL},
};
