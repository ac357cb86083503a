#include "lib/store/nominee.h"

#include <string.h>

#include "lib/store/rows.h"

struct target {
    struct pool *pool;
    struct nominee *to;
};

/* nominee_get and nominee_list name these columns alike, at places of their own. */
struct columns {
    unsigned id, person_id, collective_id, unit_id, version, kind, name, position, unit_name, award_code,
        award_name, family, achievement, outcome, reason, return_fields, period_from, period_to, leader, bonus, sex;
};

static const struct columns get_columns = {
    NOMINEE_GET_ID,         NOMINEE_GET_PERSON_ID,  NOMINEE_GET_COLLECTIVE_ID,
    NOMINEE_GET_UNIT_ID,    NOMINEE_GET_VERSION,    NOMINEE_GET_KIND,
    NOMINEE_GET_NAME,       NOMINEE_GET_POSITION,   NOMINEE_GET_UNIT_NAME,
    NOMINEE_GET_AWARD_CODE, NOMINEE_GET_AWARD_NAME,  NOMINEE_GET_FAMILY,
    NOMINEE_GET_ACHIEVEMENT_TEXT, NOMINEE_GET_OUTCOME,  NOMINEE_GET_REASON,
    NOMINEE_GET_RETURN_FIELDS, NOMINEE_GET_PERIOD_FROM, NOMINEE_GET_PERIOD_TO,
    NOMINEE_GET_LEADER, NOMINEE_GET_BONUS, NOMINEE_GET_SEX};

static const struct columns list_columns = {
    NOMINEE_LIST_ID,         NOMINEE_LIST_PERSON_ID,  NOMINEE_LIST_COLLECTIVE_ID,
    NOMINEE_LIST_UNIT_ID,    NOMINEE_LIST_VERSION,    NOMINEE_LIST_KIND,
    NOMINEE_LIST_NAME,       NOMINEE_LIST_POSITION,   NOMINEE_LIST_UNIT_NAME,
    NOMINEE_LIST_AWARD_CODE, NOMINEE_LIST_AWARD_NAME,  NOMINEE_LIST_FAMILY,
    NOMINEE_LIST_ACHIEVEMENT_TEXT, NOMINEE_LIST_OUTCOME,  NOMINEE_LIST_REASON,
    NOMINEE_LIST_RETURN_FIELDS, NOMINEE_LIST_PERIOD_FROM, NOMINEE_LIST_PERIOD_TO,
    NOMINEE_LIST_LEADER, NOMINEE_LIST_BONUS, NOMINEE_LIST_SEX};

static void take(const struct db_row *row, const struct columns *c, struct pool *pool,
                 struct nominee *n)
{
    n->id = db_int_at(row, c->id);
    n->person_id = db_int_at(row, c->person_id);
    n->collective_id = db_int_at(row, c->collective_id);
    n->unit_id = db_int_at(row, c->unit_id);
    n->version = db_int_at(row, c->version);
    n->kind = pool_strdup(pool, db_text_at(row, c->kind));
    n->name = pool_strdup(pool, db_text_at(row, c->name));
    n->position = pool_strdup(pool, db_text_at(row, c->position));
    n->unit_name = pool_strdup(pool, db_text_at(row, c->unit_name));
    n->award_code = pool_strdup(pool, db_text_at(row, c->award_code));
    n->award_name = pool_strdup(pool, db_text_at(row, c->award_name));
    n->family = pool_strdup(pool, db_text_at(row, c->family));
    n->reason = pool_strdup(pool, db_text_at(row, c->reason));
    n->achievement = pool_strdup(pool, db_text_at(row, c->achievement));
    n->outcome = pool_strdup(pool, db_text_at(row, c->outcome));
    n->return_fields = pool_strdup(pool, db_text_at(row, c->return_fields));
    n->period_from = db_date_at(row, c->period_from);
    n->period_to = db_date_at(row, c->period_to);
    n->bonus = db_null_at(row, c->bonus) ? -1 : db_int_at(row, c->bonus);
    n->sex = pool_strdup(pool, db_text_at(row, c->sex));
    n->leader = db_null_at(row, c->leader) ? -1 : (int)db_int_at(row, c->leader);
}

static enum outcome take_one(const struct db_row *row, void *ctx, struct err *e)
{
    struct target *t = ctx;

    (void)e;
    take(row, &get_columns, t->pool, t->to);
    return OUT_OK;
}

enum outcome nominee_get(struct db_tx *tx, struct pool *pool, int64_t nomination_id, int64_t id,
                         struct nominee *out, struct err *e)
{
    struct target target = {pool, out};

    return db_one(tx, Q_NOMINEE_GET, DB_ARGS(db_int(id), db_int(nomination_id)), take_one, &target,
                  e);
}

enum outcome nominee_open(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                          const struct nominee *n, const struct rows_more *more, struct err *e)
{
    enum outcome rc = rows_open(tx, doc, "nominee", Q_NOMINEE_GET,
                                DB_ARGS(db_int(n->id), db_int(nomination_id)), more, e);

    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "check", Q_ELIGIBILITY_OF, DB_ARGS(db_int(n->id)), e);
    if (rc == OUT_OK && n->person_id)
        rc = rows_write(tx, doc, "award", Q_PERSON_AWARDS, DB_ARGS(db_int(n->person_id)), e);
    if (rc == OUT_OK && n->collective_id)
        rc = rows_write(tx, doc, "award", Q_UNIT_AWARDS, DB_ARGS(db_int(n->collective_id)), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "evidence", Q_EVIDENCE_OF, DB_ARGS(db_int(n->id)), e);
    return rc;
}

static struct db_value leader_value(int leader)
{
    return leader < 0 ? db_null() : db_bool(leader == 1);
}

enum outcome nominee_add(struct db_tx *tx, int64_t nomination_id, const struct nominee *n,
                         int64_t *id, struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc = db_exec(
        tx, Q_NOMINEE_INSERT,
        DB_ARGS(db_int(nomination_id), db_int(nomination_id), db_text(n->kind), db_id(n->person_id),
                db_id(n->collective_id), db_text(n->name), db_text(n->position), db_int(n->unit_id),
                db_text(n->unit_name), leader_value(n->leader), db_text(n->award_code),
                db_text(n->achievement), db_date(n->period_from), db_date(n->period_to)),
        NULL, id, &why);

    if (rc == OUT_CONFLICT) {
        err_set(e, rc, "nominee.twice", "subject is in the dossier for this award already");
        err_arg(e, "name", n->name);
    } else if (rc != OUT_OK) {
        *e = why;
    }
    return rc;
}

enum outcome nominee_change(struct db_tx *tx, int64_t nomination_id, const struct nominee *n,
                            struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc =
        db_exec_one(tx, Q_NOMINEE_UPDATE,
                    DB_ARGS(db_text(n->name), db_text(n->position), db_text(n->award_code),
                            db_text(n->achievement),
                            db_date(n->period_from), db_date(n->period_to), db_text("pending"),
                            db_text(""), db_text(""), db_int(n->id), db_int(nomination_id),
                            db_int(n->version)),
                    &why);

    if (rc == OUT_CONFLICT && strcmp(why.key, "changed") != 0) {
        err_set(e, rc, "nominee.twice", "subject is in the dossier for this award already");
        err_arg(e, "name", n->name);
    } else if (rc != OUT_OK) {
        *e = why;
    }
    return rc;
}

enum outcome nominee_remove(struct db_tx *tx, int64_t nomination_id, int64_t id, struct err *e)
{
    return db_exec_one(tx, Q_NOMINEE_DELETE, DB_ARGS(db_int(id), db_int(nomination_id)), e);
}

/* Updates that must each match their row, with a key of their own when one does not. */
static enum outcome exec_guarded(struct db_tx *tx, enum db_stmt stmt, const struct db_value *values,
                                 unsigned count, struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc = db_exec_each(tx, stmt, values, count, &why);

    if (rc == OUT_CONFLICT && strcmp(why.key, "changed") == 0)
        return err_set(e, OUT_CONFLICT, "nominee.judged", "a row is in another state");
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

enum outcome nominee_judge(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                           const int64_t *ids, unsigned count, const char *outcome,
                           const char *reason, const char *fields, struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * 5 * sizeof *v), *at = v;

    for (unsigned i = 0; i < count; i++) {
        *at++ = db_text(outcome);
        *at++ = db_text(reason);
        *at++ = db_text(fields);
        *at++ = db_int(ids[i]);
        *at++ = db_int(nomination_id);
    }
    return exec_guarded(tx, Q_NOMINEE_JUDGE, v, count, e);
}

enum outcome nominee_vote(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                          const struct nominee_ballot *ballots, unsigned count, struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * 6 * sizeof *v), *at = v;

    for (unsigned i = 0; i < count; i++) {
        const struct nominee_ballot *b = &ballots[i];

        *at++ = db_int(b->yes);
        *at++ = db_int(b->no);
        *at++ = db_text(b->passed ? "passed" : "failed");
        *at++ = db_text(b->reason);
        *at++ = db_int(b->id);
        *at++ = db_int(nomination_id);
    }
    return exec_guarded(tx, Q_NOMINEE_VOTE, v, count, e);
}

enum outcome nominee_grant(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                           const struct nominee_bonus *bonuses, unsigned count, struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * 3 * sizeof *v), *at = v;

    for (unsigned i = 0; i < count; i++) {
        *at++ = db_int(bonuses[i].bonus);
        *at++ = db_int(bonuses[i].id);
        *at++ = db_int(nomination_id);
    }
    return exec_guarded(tx, Q_NOMINEE_GRANT, v, count, e);
}

enum outcome nominee_not_granted(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                                 const int64_t *ids, unsigned count, const char *reason,
                                 struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * 3 * sizeof *v), *at = v;

    for (unsigned i = 0; i < count; i++) {
        *at++ = db_text(reason);
        *at++ = db_int(ids[i]);
        *at++ = db_int(nomination_id);
    }
    return exec_guarded(tx, Q_NOMINEE_NOT_GRANTED, v, count, e);
}

enum outcome nominee_reset(struct db_tx *tx, int64_t nomination_id, struct err *e)
{
    return db_exec(tx, Q_NOMINEE_RESET, DB_ARGS(db_int(nomination_id)), NULL, NULL, e);
}

struct all_target {
    struct pool *pool;
    struct nominee_list *to;
    unsigned room;
};

static enum outcome take_next(const struct db_row *row, void *ctx, struct err *e)
{
    struct all_target *t = ctx;
    struct nominee_list *list = t->to;

    if (list->count == NOMINEES_MAX)
        return err_set(e, OUT_TOOBIG, "nomination.too-long", "more than %d rows", NOMINEES_MAX);
    if (list->count == t->room) {
        unsigned room = t->room ? t->room * 2 : 32;
        struct nominee *rows = pool_alloc(t->pool, room * sizeof *rows);

        if (list->count)
            memcpy(rows, list->row, list->count * sizeof *rows);
        list->row = rows;
        t->room = room;
    }
    take(row, &list_columns, t->pool, &list->row[list->count]);
    list->row[list->count++].eligible = db_int_at(row, NOMINEE_LIST_BLOCKING) == 0 &&
                                        db_int_at(row, NOMINEE_LIST_MISSING) == 0;
    return OUT_OK;
}

enum outcome nominee_all(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                         struct nominee_list *out, struct err *e)
{
    struct all_target target = {pool, out, 0};

    *out = (struct nominee_list){0, NULL};
    return db_query(tx, Q_NOMINEE_LIST, DB_ARGS(db_int(nomination_id)), take_next, &target, e);
}
