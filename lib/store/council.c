#include "lib/store/council.h"

#include "lib/store/rows.h"

/* No council in office blocks the vote, with its own reason. */
static enum outcome none(enum outcome rc, struct err *why, struct err *e)
{
    if (rc == OUT_NOTFOUND)
        return err_set(e, OUT_INVALID, "council.none", "no council's term covers the day");
    if (rc != OUT_OK)
        *e = *why;
    return rc;
}

enum outcome council_read(struct db_tx *tx, struct doc *doc, date_t day, struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc = rows_open(tx, doc, "council", Q_COUNCIL_CURRENT,
                                DB_ARGS(db_date(day), db_date(day)), NULL, &why);

    if (rc == OUT_OK)
        doc_close(doc);
    return none(rc, &why, e);
}

static enum outcome take_council(const struct db_row *row, void *ctx, struct err *e)
{
    struct council *c = ctx;

    (void)e;
    c->id = db_int_at(row, COUNCIL_CURRENT_ID);
    c->members = (int)db_int_at(row, COUNCIL_CURRENT_MEMBERS);
    return OUT_OK;
}

enum outcome council_of(struct db_tx *tx, date_t day, struct council *out, struct err *e)
{
    struct err why = ERR_INIT;

    return none(db_one(tx, Q_COUNCIL_CURRENT, DB_ARGS(db_date(day), db_date(day)), take_council,
                       out, &why),
                &why, e);
}

enum outcome council_record(struct db_tx *tx, const struct council_result *r, struct err *e)
{
    return db_exec(tx, Q_COUNCIL_SESSION_INSERT,
                   DB_ARGS(db_int(r->council_id), db_int(r->nomination_id), db_date(r->held_on),
                           db_text(r->minutes_no), db_int(r->members), db_int(r->present),
                           db_int(r->written)),
                   NULL, NULL, e);
}

struct session_target {
    struct pool *pool;
    struct council_face *to;
};

static enum outcome take_session(const struct db_row *row, void *ctx, struct err *e)
{
    struct session_target *t = ctx;

    (void)e;
    *t->to = (struct council_face){
        .held = true,
        .council_name = pool_strdup(t->pool, db_text_at(row, COUNCIL_SESSION_OF_COUNCIL_NAME)),
        .minutes_no = pool_strdup(t->pool, db_text_at(row, COUNCIL_SESSION_OF_MINUTES_NO)),
        .held_on = db_date_at(row, COUNCIL_SESSION_OF_HELD_ON),
        .members = (int)db_int_at(row, COUNCIL_SESSION_OF_MEMBERS),
        .present = (int)db_int_at(row, COUNCIL_SESSION_OF_PRESENT),
        .written = (int)db_int_at(row, COUNCIL_SESSION_OF_WRITTEN)};
    return OUT_OK;
}

enum outcome council_session_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                                struct council_face *out, struct err *e)
{
    struct session_target target = {pool, out};

    *out = (struct council_face){.held = false};
    return db_query(tx, Q_COUNCIL_SESSION_OF, DB_ARGS(db_int(nomination_id)), take_session, &target,
                    e);
}
