#include "lib/store/nomination.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/campaign.h"
#include "lib/store/rows.h"

enum outcome nomination_list_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                                  const struct viewer *v, const struct nomination_filter *f,
                                  struct err *e)
{
    struct db_value state = db_opt_text(f->state), authority = db_opt_text(f->authority);
    struct db_value year = db_id(f->year), campaign = db_id(f->campaign_id);
    struct db_value unit = db_id(f->unit_id), text = db_opt_text(vi_fold(pool, f->text));
    struct db_value before = db_id(f->before_id);
    enum outcome rc;

    doc_open(doc, "nominations");
    rc = rows_page(tx, doc, "nomination", Q_NOMINATION_LIST,
                   DB_ARGS(db_text(v->scope), state, state, year, year, campaign, campaign,
                           authority, authority, unit, unit, text, text, before, before),
                   50, &(struct rows_next){"before", "id", NULL}, e);
    doc_close(doc);
    return rc;
}

struct head_target {
    struct pool *pool;
    struct nomination *to;
};

static enum outcome take_head(const struct db_row *row, void *ctx, struct err *e)
{
    struct head_target *t = ctx;
    struct nomination *n = t->to;
    struct pool *pool = t->pool;

    (void)e;
    n->id = db_int_at(row, NOMINATION_GET_ID);
    n->unit_id = db_int_at(row, NOMINATION_GET_UNIT_ID);
    n->campaign_id = db_int_at(row, NOMINATION_GET_CAMPAIGN_ID);
    n->version = db_int_at(row, NOMINATION_GET_VERSION);
    n->year = (int)db_int_at(row, NOMINATION_GET_YEAR);
    n->unit_name = pool_strdup(pool, db_text_at(row, NOMINATION_GET_UNIT_NAME));
    n->unit_path = pool_strdup(pool, db_text_at(row, NOMINATION_GET_UNIT_PATH));
    n->campaign_name = pool_strdup(pool, db_text_at(row, NOMINATION_GET_CAMPAIGN_NAME));
    n->method = pool_strdup(pool, db_text_at(row, NOMINATION_GET_METHOD));
    n->authority = pool_strdup(pool, db_text_at(row, NOMINATION_GET_AUTHORITY));
    n->title = pool_strdup(pool, db_text_at(row, NOMINATION_GET_TITLE));
    n->state = pool_strdup(pool, db_text_at(row, NOMINATION_GET_STATE));
    n->minutes_no = pool_strdup(pool, db_text_at(row, NOMINATION_GET_MINUTES_NO));
    n->unit_number = pool_strdup(pool, db_text_at(row, NOMINATION_GET_UNIT_NUMBER));
    n->note = pool_strdup(pool, db_text_at(row, NOMINATION_GET_NOTE_TEXT));
    n->minutes_date = db_date_at(row, NOMINATION_GET_MINUTES_DATE);
    n->unit_date = db_date_at(row, NOMINATION_GET_UNIT_DATE);
    return OUT_OK;
}

enum outcome nomination_get(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                            struct nomination *out, struct err *e)
{
    struct head_target target = {pool, out};

    return db_one(tx, Q_NOMINATION_GET, DB_ARGS(db_int(id), db_text(v->scope)), take_head, &target,
                  e);
}

enum outcome nomination_hold(struct db_tx *tx, struct pool *pool, const struct viewer *v,
                             int64_t id, struct nomination *out, struct err *e)
{
    int64_t version;
    enum outcome rc = db_scalar(tx, Q_NOMINATION_LOCK, DB_ARGS(db_int(id)), 0, &version, e);

    return rc == OUT_OK ? nomination_get(tx, pool, v, id, out, e) : rc;
}

static enum outcome write_quota(struct db_tx *tx, struct doc *doc, const struct nomination *n,
                                struct err *e)
{
    struct quota quota;
    enum outcome rc;

    if (!n->campaign_id)
        return OUT_OK;
    rc = campaign_quota_of(tx, n->campaign_id, n->id, &quota, e);
    if (rc != OUT_OK)
        return rc;
    doc_open(doc, "allotment");
    doc_attr_int(doc, "campaign-id", n->campaign_id);
    doc_attr(doc, "name", n->campaign_name);
    quota_attrs(doc, &quota);
    doc_close(doc);
    return OUT_OK;
}

static enum outcome write_nominees(struct db_tx *tx, struct doc *doc, struct db_value id,
                                   int64_t rows, const struct nomination_part *part, struct err *e)
{
    unsigned skip = rows_part(doc, "from", part->rows_from, NOMINEES_PART, rows);

    return rows_write(tx, doc, "nominee", Q_NOMINEE_PART,
                      DB_ARGS(id, db_int(skip), db_int(NOMINEES_PART)), e);
}

enum outcome nomination_open(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                             const struct nomination *n, int64_t rows,
                             const struct nomination_part *part, const struct rows_more *more,
                             struct err *e)
{
    static const struct rows_list papers = {"evidence", "papers", Q_EVIDENCE_COUNT, Q_EVIDENCE_LIST,
                                            NOMINEES_PART};
    struct db_value id = db_int(n->id);
    enum outcome rc = rows_open(tx, doc, "nomination", Q_NOMINATION_GET,
                                DB_ARGS(id, db_text(v->scope)), more, e);

    if (rc == OUT_OK)
        rc = write_nominees(tx, doc, id, rows, part, e);
    if (rc == OUT_OK)
        rc = rows_in_parts(tx, doc, &papers, DB_ARGS(id), part->papers_from, e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "council-session", Q_COUNCIL_SESSION_OF, DB_ARGS(id), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "decision", Q_DECISION_OF, DB_ARGS(id), e);
    if (rc == OUT_OK)
        rc = rows_page(tx, doc, "event", Q_NOMINATION_EVENTS,
                       DB_ARGS(id, db_id(part->events_before), db_id(part->events_before)),
                       EVENTS_PAGE, &(struct rows_next){"events", "id", NULL}, e);
    return rc == OUT_OK ? write_quota(tx, doc, n, e) : rc;
}

enum outcome nomination_create(struct db_tx *tx, struct pool *pool, const struct nomination_new *n,
                               int64_t *id, struct err *e)
{
    return db_exec(tx, Q_NOMINATION_INSERT,
                   DB_ARGS(db_int(n->unit_id), db_id(n->campaign_id), db_text(n->method),
                           db_int(n->year), db_text(n->authority), db_text(n->title),
                           db_text(vi_fold(pool, n->title)), db_text(n->note), db_text(n->state), db_text(n->flow->id),
                           db_int(n->flow->version), db_int(n->created_by)),
                   NULL, id, e);
}

enum outcome nomination_change(struct db_tx *tx, struct pool *pool, int64_t id, int64_t version,
                               const struct nomination_fields *f, struct err *e)
{
    return db_exec_one(tx, Q_NOMINATION_UPDATE,
                       DB_ARGS(db_text(f->title), db_text(vi_fold(pool, f->title)), db_text(f->note), db_text(f->minutes_no),
                               db_date(f->minutes_date), db_text(f->unit_number),
                               db_date(f->unit_date), db_int(id), db_int(version)),
                       e);
}

#define HOLIDAYS_MAX 200

struct holidays {
    date_t day[HOLIDAYS_MAX];
    unsigned count;
};

static enum outcome take_holiday(const struct db_row *row, void *ctx, struct err *e)
{
    struct holidays *h = ctx;

    (void)e;
    if (h->count < HOLIDAYS_MAX)
        h->day[h->count++] = db_date_at(row, 0);
    return OUT_OK;
}

enum outcome nomination_move(struct db_tx *tx, const struct nomination *n,
                             const struct flow_state *to, date_t today, struct err *e)
{
    struct holidays holidays = {.count = 0};
    date_t due = DATE_NONE;

    if (to->due > 0) {
        enum outcome rc =
            db_query(tx, Q_HOLIDAY_LIST, DB_ARGS(db_date(today)), take_holiday, &holidays, e);

        if (rc != OUT_OK)
            return rc;
        due = date_add_working(today, to->due, holidays.day, holidays.count);
    }
    return db_exec_one(tx, Q_NOMINATION_MOVE,
                       DB_ARGS(db_text(to->id), db_date(due), db_int(n->id), db_int(n->version),
                               db_text(n->state)),
                       e);
}

enum outcome nomination_touch(struct db_tx *tx, int64_t id, struct err *e)
{
    return db_exec_one(tx, Q_NOMINATION_TOUCH, DB_ARGS(db_int(id)), e);
}

#define EVENT_VALUES 10
#define ACTION_SIZE 40

/* What a step leaves in the timeline: the parameters of nomination_event_insert. */
static void event_values(struct db_value v[EVENT_VALUES], const struct nomination *n,
                         const struct act *act, const struct nomination_step *s)
{
    const struct db_value values[EVENT_VALUES] = {
        db_int(n->id), db_int(act->person_id), db_text(act->role), db_text(act->capacity),
        db_text(s->action), db_text(s->from), db_text(s->to), db_id(s->nominee_id),
        db_text(s->note ? s->note : ""), db_int(n->version + 1)};

    memcpy(v, values, sizeof values);
}

/* And in the audit; action lives in the caller's room. */
static struct audit_entry entry_of(const struct nomination *n, const struct nomination_step *s,
                                   char action[ACTION_SIZE])
{
    snprintf(action, ACTION_SIZE, "nomination.%s", s->action);
    return (struct audit_entry){.action = action,
                                .object = s->nominee_id ? "nominee" : "nomination",
                                .object_id = s->nominee_id ? s->nominee_id : n->id,
                                .unit_id = n->unit_id,
                                .before = s->before ? s->before : s->from,
                                .after = s->after ? s->after : s->to};
}

enum outcome nomination_log(struct db_tx *tx, const struct nomination *n, const struct act *act,
                            const struct nomination_step *s, struct err *e)
{
    struct db_value v[EVENT_VALUES];
    char action[ACTION_SIZE];
    struct audit_entry entry = entry_of(n, s, action);
    int64_t event_id = 0;
    enum outcome rc;

    event_values(v, n, act, s);
    rc = db_exec(tx, Q_NOMINATION_EVENT_INSERT, (struct db_args){v, EVENT_VALUES}, NULL,
                 &event_id, e);
    if (rc == OUT_OK && s->changes)
        rc = change_add(tx, n->id, event_id, s->changes, e);
    return rc == OUT_OK ? audit_add(tx, act, &entry, e) : rc;
}

enum outcome nomination_log_all(struct db_tx *tx, struct pool *pool, const struct nomination *n,
                                const struct act *act, const struct nomination_step *steps,
                                unsigned count, struct err *e)
{
    struct db_value *v = pool_alloc(pool, (count + 1) * EVENT_VALUES * sizeof *v);
    struct audit_entry *entries = pool_alloc(pool, (count + 1) * sizeof *entries);
    enum outcome rc;

    for (unsigned i = 0; i < count; i++) {
        event_values(v + (size_t)i * EVENT_VALUES, n, act, &steps[i]);
        entries[i] = entry_of(n, &steps[i], pool_alloc(pool, ACTION_SIZE));
    }
    rc = db_exec_many(tx, Q_NOMINATION_EVENT_INSERT, v, count, e);
    return rc == OUT_OK ? audit_add_all(tx, act, entries, count, e) : rc;
}

enum outcome nomination_waiting_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                                     const char *states, bool clerk, int64_t from, struct err *e)
{
    static const struct rows_list waiting = {"nomination", "from", Q_NOMINATION_WAITING_COUNT,
                                             Q_NOMINATION_WAITING, 50};

    return rows_in_parts(tx, doc, &waiting, DB_ARGS(db_text(v->scope), db_text(states), db_bool(clerk)),
                         from, e);
}

enum outcome nomination_waiting_count(struct db_tx *tx, const struct viewer *v, const char *states,
                                      bool clerk, int64_t *count, struct err *e)
{
    return db_scalar(tx, Q_NOMINATION_WAITING_COUNT,
                     DB_ARGS(db_text(v->scope), db_text(states), db_bool(clerk)), 0, count, e);
}

enum outcome nomination_states_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                                    int year, struct err *e)
{
    return rows_write(tx, doc, "state", Q_NOMINATION_STATES,
                      DB_ARGS(db_text(v->scope), db_int(year)), e);
}

struct signer_target {
    struct pool *pool;
    struct nomination_signer *to;
};

static enum outcome take_signer(const struct db_row *row, void *ctx, struct err *e)
{
    struct signer_target *t = ctx;

    (void)e;
    t->to->name = pool_strdup(t->pool, db_text_at(row, NOMINATION_SIGNER_PERSON_NAME));
    t->to->capacity = pool_strdup(t->pool, db_text_at(row, NOMINATION_SIGNER_CAPACITY));
    t->to->signed_on = db_date_at(row, NOMINATION_SIGNER_SIGNED_ON);
    return OUT_OK;
}

enum outcome nomination_signer_of(struct db_tx *tx, struct pool *pool, int64_t id,
                                  const char *action, struct nomination_signer *out, struct err *e)
{
    struct signer_target target = {pool, out};

    *out = (struct nomination_signer){"", "", DATE_NONE};
    return db_query(tx, Q_NOMINATION_SIGNER, DB_ARGS(db_int(id), db_text(action)), take_signer,
                    &target, e);
}
