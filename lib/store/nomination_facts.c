/* What holds for a dossier now: the facts its flow decides on. */
#include "lib/store/nomination.h"

#include <stdio.h>
#include <string.h>

#include "lib/core/standing.h"
#include "lib/store/campaign.h"

static enum outcome take_tally(const struct db_row *row, void *ctx, struct err *e)
{
    struct nomination_tally *t = ctx;

    (void)e;
    t->total = (int)db_int_at(row, NOMINATION_TALLY_TOTAL);
    t->collectives = (int)db_int_at(row, NOMINATION_TALLY_COLLECTIVES);
    t->individuals = (int)db_int_at(row, NOMINATION_TALLY_INDIVIDUALS);
    t->pending = (int)db_int_at(row, NOMINATION_TALLY_PENDING);
    t->accepted = (int)db_int_at(row, NOMINATION_TALLY_ACCEPTED);
    t->returned = (int)db_int_at(row, NOMINATION_TALLY_RETURNED);
    t->refused = (int)db_int_at(row, NOMINATION_TALLY_REFUSED);
    t->passed = (int)db_int_at(row, NOMINATION_TALLY_PASSED);
    t->failed = (int)db_int_at(row, NOMINATION_TALLY_FAILED);
    t->granted = (int)db_int_at(row, NOMINATION_TALLY_GRANTED);
    t->self = (int)db_int_at(row, NOMINATION_TALLY_SELF);
    t->blocked = (int)db_int_at(row, NOMINATION_TALLY_BLOCKED);
    t->eligible = (int)db_int_at(row, NOMINATION_TALLY_ELIGIBLE);
    return OUT_OK;
}

enum outcome nomination_tally_of(struct db_tx *tx, int64_t id, int64_t person_id,
                                 struct nomination_tally *out, struct err *e)
{
    return db_one(tx, Q_NOMINATION_TALLY, DB_ARGS(db_int(person_id), db_int(id)), take_tally, out,
                  e);
}

void tally_write(struct doc *doc, const struct nomination_tally *t)
{
    const struct {
        const char *name;
        int value;
    } parts[] = {
        {"total", t->total},       {"collectives", t->collectives},
        {"individuals", t->individuals}, {"pending", t->pending},
        {"accepted", t->accepted}, {"returned", t->returned},
        {"refused", t->refused},   {"passed", t->passed},
        {"failed", t->failed},     {"granted", t->granted},
        {"blocked", t->blocked},   {"eligible", t->eligible},
    };

    doc_open(doc, "tally");
    for (unsigned i = 0; i < sizeof parts / sizeof parts[0]; i++)
        doc_attr_int(doc, parts[i].name, parts[i].value);
    doc_attr_bool(doc, "self", t->self > 0);
    doc_close(doc);
}

static enum outcome take_handed_over(const struct db_row *row, void *ctx, struct err *e)
{
    const char *action = db_text_at(row, NOMINATION_LAST_ACTION_ACTION);

    (void)e;
    *(bool *)ctx = strcmp(action, "submit") == 0 || strcmp(action, "confirm") == 0;
    return OUT_OK;
}

/* No limit is a fact that holds; a limit that does not hold says which in quota_error. */
static enum outcome within_allotment(struct db_tx *tx, const struct nomination *n, bool *within,
                                     struct err *quota_error, struct err *e)
{
    struct quota quota;
    enum outcome rc;

    *within = true;
    if (!n->campaign_id)
        return OUT_OK;
    rc = campaign_quota_of(tx, n->campaign_id, n->id, &quota, e);
    if (rc == OUT_OK)
        *within = quota_check(&quota, quota_error) == OUT_OK;
    return rc;
}

struct papers_target {
    const struct regime *regime;
    struct papers *to;
};

static enum outcome take_papers(const struct db_row *row, void *ctx, struct err *e)
{
    struct papers_target *t = ctx;
    const char *award_code = db_text_at(row, NOMINATION_PAPERS_AWARD_CODE);
    int rows = (int)db_int_at(row, NOMINATION_PAPERS_ROWS);

    (void)e;
    t->to->rows += rows;
    t->to->unreported += (int)db_int_at(row, NOMINATION_PAPERS_UNREPORTED);
    t->to->recognised += (int)db_int_at(row, NOMINATION_PAPERS_RECOGNISED);
    t->to->unrecognised += (int)db_int_at(row, NOMINATION_PAPERS_UNRECOGNISED);
    t->to->ballots = db_int_at(row, NOMINATION_PAPERS_BALLOTS) != 0;
    if (t->regime && law_vote(t->regime, award_code).secret)
        t->to->balloted += rows;
    return OUT_OK;
}

enum outcome nomination_papers_of(struct db_tx *tx, const struct nomination *n,
                                  const struct regime *regime, struct papers *out, struct err *e)
{
    struct papers_target target = {regime, out};

    *out = (struct papers){.minutes = n->minutes_no[0] && n->minutes_date != DATE_NONE};
    return db_query(tx, Q_NOMINATION_PAPERS, DB_ARGS(db_int(n->id)), take_papers, &target, e);
}

struct awards_target {
    struct pool *pool;
    const struct laws *laws;
    date_t day;
    struct err *why;
};

/* The first that is not given is the one that is told. */
static enum outcome take_award(const struct db_row *row, void *ctx, struct err *e)
{
    struct awards_target *t = ctx;
    const struct award_period *at;
    struct award_history history;

    (void)e;
    if (t->why->code != OUT_OK)
        return OUT_OK;
    award_history_of(t->pool, t->laws, db_text_at(row, NOMINATION_AWARDS_AWARD_CODE), &history);
    history.name = pool_strdup(t->pool, db_text_at(row, NOMINATION_AWARDS_NAME));
    if (award_given_on(&history, t->day, &at, t->why) == OUT_OK)
        return OUT_OK;
    /* At a step it is the dossier that waits, not a choice that is wrong: other words, the same facts. */
    snprintf(t->why->key, sizeof t->why->key, "%s",
             strcmp(t->why->key, "award.unconfirmed") == 0 ? "flow.awards-given"
                                                           : "flow.awards-gone");
    t->why->args = t->why->args < ERR_ARG_MAX ? t->why->args : ERR_ARG_MAX - 1;
    err_arg_int(t->why, "rows", db_int_at(row, NOMINATION_AWARDS_ROWS));
    return OUT_OK;
}

enum outcome nomination_awards_on(struct db_tx *tx, struct pool *pool, const struct laws *laws,
                                  int64_t id, date_t day, struct err *why, struct err *e)
{
    struct awards_target target = {pool, laws, day, why};

    return db_query(tx, Q_NOMINATION_AWARDS, DB_ARGS(db_int(id)), take_award, &target,
                    e);
}

static bool papers_complete(const struct papers *papers)
{
    struct err ignored = ERR_INIT;

    return papers_check(papers, &ignored) == OUT_OK;
}

enum outcome nomination_facts(struct db_tx *tx, const struct nomination *n,
                              const struct nomination_known *known, unsigned *facts,
                              struct err *quota_error, struct err *e)
{
    const struct nomination_tally *t = known->tally;
    bool within = false, handed_over = false, ours = authority_ours(n->authority);
    enum outcome rc = within_allotment(tx, n, &within, quota_error, e);

    if (rc == OUT_OK)
        rc = db_query(tx, Q_NOMINATION_LAST_ACTION, DB_ARGS(db_int(n->id)), take_handed_over,
                      &handed_over, e);
    if (rc != OUT_OK)
        return rc;
    *facts = (t->total > 0 ? GUARD_HAS_NOMINEES : 0u) | (within ? GUARD_WITHIN_ALLOTMENT : 0u) |
             (known->awards_error->code == OUT_OK ? GUARD_AWARDS_GIVEN : 0u) |
             (t->blocked == 0 ? GUARD_ELIGIBLE : 0u) |
             (papers_complete(known->papers) ? GUARD_PAPERS_COMPLETE : 0u) |
             (t->self == 0 ? GUARD_NOT_A_NOMINEE : 0u) |
             (handed_over && t->pending == t->total ? GUARD_NOBODY_ACTED : 0u) |
             (t->pending == 0 && t->returned == 0 ? GUARD_ROWS_JUDGED : 0u) |
             (t->accepted > 0 ? GUARD_SOME_ACCEPTED : 0u) |
             (t->passed + t->failed > 0 ? GUARD_VOTE_RECORDED : 0u) |
             (t->passed > 0 ? GUARD_SOME_PASSED : 0u) |
             (ours ? GUARD_AUTHORITY_OURS : GUARD_AUTHORITY_ABOVE);
    return OUT_OK;
}
