#include <stdio.h>
#include <string.h>

#include "fcgi/cmd.h"
#include "lib/core/law.h"
#include "lib/store/audit.h"
#include "lib/store/catalogue.h"
#include "lib/xml/sheet.h"

/* More kinds of award than any law has had; one more is refused. */
#define AWARDS_MAX 400

/* An award over all regimes: its words are of the regime in force today, else of the newest that has it. What each of them makes of
 * it, and whether that is confirmed, are its periods. */
struct entry {
    const struct law_award *award;
    struct award_history history;
    date_t from, to; /* the first and last day any regime knows it; DATE_NONE: known still */
    bool today;
    const char *change; /* what the database had otherwise; "" for none and for what it did not have */
};

struct catalogue {
    struct pool *pool;
    struct entry at[AWARDS_MAX];
    unsigned count, unknown;
};

static struct entry *find(struct catalogue *c, const char *code)
{
    for (unsigned i = 0; i < c->count; i++)
        if (strcmp(c->at[i].award->code, code) == 0)
            return &c->at[i];
    return NULL;
}

/* The regimes come oldest first. */
static enum outcome add_regime(struct catalogue *c, const struct regime *regime, bool today,
                               struct err *e)
{
    for (unsigned i = 0; i < law_awards(regime); i++) {
        const struct law_award *award = law_award_at(regime, i);
        struct entry *entry = find(c, award->code);

        if (!entry && c->count == AWARDS_MAX)
            return err_set(e, OUT_TOOBIG, "law.too-many", "more than %d awards", AWARDS_MAX);
        if (!entry) {
            entry = &c->at[c->count++];
            entry->from = regime_from(regime);
        }
        if (!entry->today)
            entry->award = award;
        entry->today |= today;
        entry->to = regime_to(regime);
    }
    return OUT_OK;
}

static enum outcome gather(struct pool *pool, const struct laws *laws, struct catalogue **out,
                           struct err *e)
{
    struct catalogue *c = pool_alloc(pool, sizeof *c);
    const struct regime *now = law_on(laws, date_today());
    enum outcome result = OUT_OK;

    for (unsigned i = 0; i < laws_count(laws) && result == OUT_OK; i++)
        result = add_regime(c, laws_at(laws, i), laws_at(laws, i) == now, e);
    for (unsigned i = 0; i < c->count; i++)
        award_history_of(pool, laws, c->at[i].award->code, &c->at[i].history);
    c->pool = pool;
    *out = c;
    return result;
}

static const struct award_period *period_in(const struct award_history *history, const char *regime)
{
    for (unsigned i = 0; i < history->periods; i++)
        if (strcmp(history->period[i].regime, regime) == 0)
            return &history->period[i];
    return NULL;
}

/* A file that was written anew takes back what the office confirmed in the one before, so it is not done unsaid. */
static enum outcome note_change(struct db_tx *tx, struct pool *pool, struct entry *entry, struct err *e)
{
    struct award_type was;
    enum outcome rc = award_type_of(tx, pool, entry->award->code, &was, e);

    entry->change = "";
    if (rc == OUT_NOTFOUND)
        err_clear(e);
    for (unsigned i = 0; rc == OUT_OK && i < entry->history.periods; i++) {
        const struct award_period *now = &entry->history.period[i], *old = period_in(&was.history, now->regime);

        if (!old || old->confirmed != now->confirmed)
            entry->change = pool_printf(pool, "%s %s: %s", entry->change, now->regime, !old ? "new" :
                                        now->confirmed ? "confirmed" : "NO LONGER CONFIRMED");
        else if (!award_period_same(old, now))
            entry->change = pool_printf(pool, "%s %s: other words or days", entry->change, now->regime);
    }
    return rc == OUT_NOTFOUND ? OUT_OK : rc;
}

static enum outcome note_unknown(const struct db_row *row, void *ctx, struct err *e)
{
    struct catalogue *c = ctx;
    const char *code = db_text_at(row, AWARD_TYPE_CODES_CODE);

    (void)e;
    if (!find(c, code)) {
        c->unknown++;
        fprintf(stderr, "tdkt law: %s is in the database but in no law file; it stays as it is\n",
                code);
    }
    return OUT_OK;
}

static enum outcome put_entry(struct db_tx *tx, const struct entry *entry, struct err *e)
{
    const struct law_award *a = entry->award;
    enum outcome out =
        db_exec(tx, Q_AWARD_TYPE_PUT,
                DB_ARGS(db_text(a->code), db_text(a->name), db_text(a->family), db_text(a->system),
                        db_bool(a->for_person), db_bool(a->for_collective),
                        db_bool(a->for_household), db_text(a->level), db_text(a->decides),
                        db_int(a->rank), db_date(entry->from), db_date(entry->to),
                        db_bool(a->verified)),
                NULL, NULL, e);

    return out == OUT_OK ? award_history_put(tx, a->code, &entry->history, e) : out;
}

static enum outcome put(struct db_tx *tx, void *ctx, struct err *e)
{
    struct catalogue *c = ctx;
    const struct act act = {.role = "admin", .capacity = "", .request_id = "tdkt", .address = ""};
    enum outcome out = OUT_OK;

    c->unknown = 0;
    for (unsigned i = 0; i < c->count && out == OUT_OK; i++) {
        out = note_change(tx, c->pool, &c->at[i], e);
        if (out == OUT_OK)
            out = put_entry(tx, &c->at[i], e);
    }
    if (out == OUT_OK)
        out = db_query(tx, Q_AWARD_TYPE_CODES, DB_NO_ARGS, note_unknown, c, e);
    if (out == OUT_OK)
        out = audit_add(tx, &act, &(struct audit_entry){.action = "law-load", .object = "award-type"}, e);
    return out;
}

/* What the file has and nobody has confirmed: nobody is nominated for it. */
static void list_unconfirmed(const struct regime *regime)
{
    unsigned listed = 0;

    for (unsigned i = 0; i < law_awards(regime); i++)
        if (!law_award_at(regime, i)->active)
            printf("%s%s", listed++ ? ", " : "       not confirmed (active=\"no\"): ",
                   law_award_at(regime, i)->code);
    if (listed)
        printf("\n");
}

static void list(const struct laws *laws)
{
    char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];

    for (unsigned i = 0; i < laws_count(laws); i++) {
        const struct regime *regime = laws_at(laws, i);

        date_iso(regime_from(regime), from);
        snprintf(to, sizeof to, "...");
        if (regime_to(regime) != DATE_NONE)
            date_iso(regime_to(regime), to);
        printf("%-6s %s %-10s %3u awards%s  %s\n", regime_id(regime), from, to, law_awards(regime),
               regime_verified(regime) ? "" : ", not verified", regime_name(regime));
        list_unconfirmed(regime);
    }
}

enum outcome cmd_law(struct command *c, struct err *e)
{
    const char *what = c->argc == 1 ? c->argv[0] : "";
    struct catalogue *catalogue;
    struct laws *laws;
    struct db *db;
    enum outcome out;

    if (strcmp(what, "check") != 0 && strcmp(what, "load") != 0)
        return err_set(e, OUT_INVALID, "usage", "check or load?");
    xml_init();
    out = laws_load(c->pool, cmd_data(c, "conf/law"), &laws, e);
    if (out != OUT_OK)
        return out;
    list(laws);
    if (strcmp(what, "check") == 0)
        return OUT_OK;
    out = gather(c->pool, laws, &catalogue, e);
    if (out == OUT_OK)
        out = cmd_db(c, &db, e);
    if (out == OUT_OK)
        out = db_transact(db, DB_WRITE, put, catalogue, e);
    for (unsigned i = 0; out == OUT_OK && i < catalogue->count; i++)
        if (*catalogue->at[i].change)
            printf("changed in the catalogue: %s%s\n", catalogue->at[i].award->code, catalogue->at[i].change);
    if (out == OUT_OK)
        printf("%u awards in the catalogue\n", catalogue->count + catalogue->unknown);
    return out;
}
