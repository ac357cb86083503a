/* What the law is asked of, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/store/catalogue.h"
#include "lib/store/facts.h"

static void write_document(struct asked *a, struct doc *doc)
{
    struct buf *xml = buf_new(a->pool, 1u << 20);
    struct err e = ERR_INIT;

    if (doc_serialize(doc, true, xml, &e) == OUT_OK)
        for (const char *line = xml->data; line && *line;) {
            size_t n = strcspn(line, "\n");

            if (strncmp(line, "<?xml", 5) != 0)
                buf_printf(a->out, "%.*s\n", (int)n, line);
            line += n + (line[n] == '\n');
        }
    else
        say_text(a, "broken", e.text);
}

static void write_subjects(struct asked *a, const struct facts *facts)
{
    for (unsigned i = 0; i < facts->count; i++) {
        const struct subject *s = &facts->subject[i];

        buf_printf(a->out, "subject %lld: person %lld, collective %lld, for %s\n", (long long)s->id, (long long)s->person_id,
                   (long long)s->collective_id, s->award_code);
        write_document(a, s->doc);
    }
}

static enum outcome of_rows(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct nomination n;
    struct facts facts;
    enum outcome rc = nomination_get(a->tx, a->pool, &v, arg_int(a, "dossier"), &n, e);

    if (rc == OUT_OK)
        rc = facts_of_rows(a->tx, a->pool, &n, arg_int(a, "row"), v.today, &facts, e);
    if (rc == OUT_OK)
        write_subjects(a, &facts);
    return rc;
}

static enum outcome of_one(struct asked *a, struct err *e)
{
    int64_t person = arg_int(a, "person");
    struct facts_ask ask = {.kind = person ? RECIPIENT_PERSON : RECIPIENT_COLLECTIVE,
                            .id = person ? person : arg_int(a, "unit"), .on = date_parse(ROWS_TODAY),
                            .with_holds = arg_int(a, "holds") != 0};
    struct facts facts;
    enum outcome rc = facts_of(a->tx, a->pool, &ask, &facts, e);

    if (rc == OUT_OK)
        write_subjects(a, &facts);
    return rc;
}

static enum outcome papers(struct asked *a, struct err *e)
{
    struct nomination n = {.id = arg_int(a, "dossier"), .minutes_no = arg_text(a, "minutes"),
                           .minutes_date = arg_date(a, "minutes-date")};
    struct papers p;
    enum outcome rc = nomination_papers_of(a->tx, &n, NULL, &p, e);

    if (rc == OUT_OK)
        buf_printf(a->out, "rows %d, minutes %d, unreported %d, ballots %d, recognised %d, unrecognised %d\n", p.rows,
                   p.minutes, p.unreported, p.ballots, p.recognised, p.unrecognised);
    return rc;
}

static void say_history(struct asked *a, const struct award_history *h)
{
    for (unsigned i = 0; i < h->periods; i++) {
        const struct award_period *p = &h->period[i];
        char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];

        date_iso(p->from, from);
        date_iso(p->to, to);
        buf_printf(a->out, "%s: %s to %s, by %s for%s%s%s, %s, %s, %s\n", p->regime, from, to, p->decides,
                   p->for_person ? " person" : "", p->for_collective ? " collective" : "",
                   p->for_household ? " household" : "", p->confirmed ? "confirmed" : "waiting", p->law, p->cite);
    }
}

static enum outcome type_of(struct asked *a, struct err *e)
{
    struct award_type type;
    enum outcome rc = award_type_of(a->tx, a->pool, arg_text(a, "code"), &type, e);

    if (rc == OUT_OK) {
        say_text(a, "name", type.history.name);
        say_text(a, "family", type.family);
        say_history(a, &type.history);
    }
    return rc;
}

struct two {
    const char *code[2];
    struct award_history history[2];
};

static struct award_history *one_of_two(void *ctx, const char *code)
{
    struct two *two = ctx;

    for (unsigned i = 0; i < 2; i++)
        if (strcmp(two->code[i], code) == 0)
            return &two->history[i];
    return NULL;
}

/* Everybody's periods are read; those of two are kept. */
static enum outcome histories(struct asked *a, struct err *e)
{
    struct two two = {.code = {arg_text(a, "code"), arg_text(a, "other")}};
    struct award_histories into = {a->pool, one_of_two, &two};
    enum outcome rc = award_histories_read(a->tx, &into, e);

    for (unsigned i = 0; rc == OUT_OK && i < 2; i++) {
        say_text(a, "code", two.code[i]);
        say_history(a, &two.history[i]);
    }
    return rc;
}

/* What one award was is replaced by two periods. */
static enum outcome put_history(struct asked *a, struct err *e)
{
    struct award_period periods[] = {
        {.from = date_make(2024, 1, 2), .to = date_make(2025, 3, 4), .confirmed = true, .for_person = true, .decides = "thu_tuong",
         .regime = "X", .law = "Luật X", .cite = "Điều X"},
        {.from = date_make(2025, 3, 5), .to = DATE_NONE, .for_collective = true, .for_household = true, .decides = "bo_truong",
         .regime = "Y", .law = "Luật Y", .cite = "Điều Y"}};

    return award_history_put(a->tx, arg_text(a, "code"), &(struct award_history){"", periods, 2}, e);
}

/* Which guards of the flow hold: as the numbers of their bits. */
static enum outcome guards(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct err quota = ERR_INIT, awards = ERR_INIT;
    struct nomination_tally t;
    struct nomination n;
    struct papers p;
    unsigned facts = 0;
    enum outcome rc = nomination_get(a->tx, a->pool, &v, arg_int(a, "dossier"), &n, e);

    if (arg_int(a, "waiting"))
        err_set(&awards, OUT_INVALID, "flow.awards-given", "an award waits");
    if (rc == OUT_OK)
        rc = nomination_tally_of(a->tx, n.id, v.person_id, &t, e);
    if (rc == OUT_OK)
        rc = nomination_papers_of(a->tx, &n, NULL, &p, e);
    if (rc == OUT_OK)
        rc = nomination_facts(a->tx, &n, &(struct nomination_known){&t, &p, &awards}, &facts, &quota, e);
    for (unsigned bit = 1; rc == OUT_OK && bit && bit <= facts; bit <<= 1)
        if (facts & bit)
            say_text(a, "holds", flow_guard_name((enum guard)bit));
    if (rc == OUT_OK)
        say_text(a, "allotment", quota.key);
    return rc;
}

const struct row_call law_calls[] = {
    {"facts_of_rows", of_rows}, {"facts_of", of_one}, {"nomination_papers", papers}, {"nomination_facts", guards},
    {"award_type_of", type_of}, {"award_histories_read", histories}, {"award_history_put", put_history}, {NULL, NULL},
};
