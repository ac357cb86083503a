#include "lib/store/sync.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/core/title.h"

/* An array that grows in a pool. */
struct rows {
    struct pool *pool;
    void *at;
    unsigned count, room;
    size_t size;
};

static void *rows_add(struct rows *rows)
{
    if (rows->count == rows->room) {
        void *old = rows->at;

        rows->room = rows->room ? rows->room * 2 : 512;
        rows->at = pool_alloc(rows->pool, rows->room * rows->size);
        if (old)
            memcpy(rows->at, old, rows->count * rows->size);
    }
    return (char *)rows->at + rows->count++ * rows->size;
}

static enum outcome take_person(const struct db_row *row, void *ctx, struct err *e)
{
    struct rows *rows = ctx;
    struct sync_known *k = rows_add(rows);

    (void)e;
    *k = (struct sync_known){.id = db_int_at(row, 0),
                             .directory_id = pool_strdup(rows->pool, db_text_at(row, 1)),
                             .staff_no = pool_strdup(rows->pool, db_text_at(row, 2)),
                             .login = pool_strdup(rows->pool, db_text_at(row, 3)),
                             .name = pool_strdup(rows->pool, db_text_at(row, 4)),
                             .mail = pool_strdup(rows->pool, db_text_at(row, 5)),
                             .unit = pool_strdup(rows->pool, db_text_at(row, 6)),
                             .in_directory = db_int_at(row, 7) != 0};
    return OUT_OK;
}

static enum outcome take_unit(const struct db_row *row, void *ctx, struct err *e)
{
    struct rows *rows = ctx;
    struct sync_unit *unit = rows_add(rows);

    (void)e;
    *unit = (struct sync_unit){db_int_at(row, 0), pool_strdup(rows->pool, db_text_at(row, 1))};
    return OUT_OK;
}

/* Groups come in the order of the people: one walk gives each his own. */
struct dealing {
    struct sync_known *known;
    unsigned count, at;
    struct rows names;
};

static enum outcome take_group(const struct db_row *row, void *ctx, struct err *e)
{
    struct dealing *d = ctx;
    int64_t person_id = db_int_at(row, 0);
    const char **name;

    (void)e;
    while (d->at < d->count && d->known[d->at].id < person_id) {
        d->at++;
        d->names = (struct rows){.pool = d->names.pool, .size = d->names.size};
    }
    if (d->at == d->count || d->known[d->at].id != person_id)
        return OUT_OK;
    name = rows_add(&d->names);
    *name = pool_strdup(d->names.pool, db_text_at(row, 1));
    d->known[d->at].groups = (struct sync_groups){d->names.at, d->names.count};
    return OUT_OK;
}

enum outcome sync_load(struct db_tx *tx, struct pool *pool, date_t today, struct sync_input *out,
                       struct err *e)
{
    struct rows known = {.pool = pool, .size = sizeof(struct sync_known)};
    struct rows units = {.pool = pool, .size = sizeof(struct sync_unit)};
    struct dealing dealing = {.names = {.pool = pool, .size = sizeof(const char *)}};
    enum outcome done = db_query(tx, Q_SYNC_PEOPLE, DB_ARGS(db_date(today), db_date(today)),
                                 take_person, &known, e);

    dealing.known = known.at;
    dealing.count = known.count;
    if (done == OUT_OK)
        done = db_query(tx, Q_SYNC_GROUPS, DB_NO_ARGS, take_group, &dealing, e);
    if (done == OUT_OK)
        done = db_query(tx, Q_SYNC_UNITS, DB_ARGS(db_date(today), db_date(today)), take_unit, &units,
                        e);
    out->known = known.at;
    out->known_count = known.count;
    out->units = units.at;
    out->units_count = units.count;
    return done;
}

/* Values for one statement, row after row. */
struct batch {
    struct rows values;
    unsigned width;
};

static void batch_add(struct batch *batch, const struct db_value *v, unsigned n)
{
    batch->width = n;
    for (unsigned i = 0; i < n; i++)
        *(struct db_value *)rows_add(&batch->values) = v[i];
}

#define BATCH_ADD(batch, ...)                                                    \
    batch_add(batch, (const struct db_value[]){__VA_ARGS__},                     \
              sizeof((const struct db_value[]){__VA_ARGS__}) / sizeof(struct db_value))

enum { PERSON_NEW, PERSON_UPDATE, PERSON_DISABLE, SESSION_END, POSITION_NEW, GROUP_LOST, GROUP_GAINED, BATCHES };

struct applying {
    struct db_tx *tx;
    struct pool *pool;
    const struct sync_input *input;
    const struct sync_plan *plan;
    date_t today;
    struct batch batch[BATCHES];
    struct rows ids; /* of struct entry_id, ordered */
};

struct entry_id {
    int64_t person_id;
    const char *directory_id;
};

static enum outcome take_id(const struct db_row *row, void *ctx, struct err *e)
{
    struct rows *ids = ctx;
    struct entry_id *id = rows_add(ids);

    (void)e;
    *id = (struct entry_id){db_int_at(row, 0), pool_strdup(ids->pool, db_text_at(row, 1))};
    return OUT_OK;
}

static int by_directory_id(const void *text, const void *id)
{
    return strcmp(text, ((const struct entry_id *)id)->directory_id);
}

/* The person of a change: known before, or the one just written. */
static int64_t person_of(const struct applying *a, const struct sync_change *c)
{
    const struct entry_id *id;

    if (c->known)
        return c->known->id;
    id = a->ids.count == 0 ? NULL
                           : bsearch(c->listed->directory_id, a->ids.at, a->ids.count, a->ids.size,
                                     by_directory_id);
    return id ? id->person_id : 0;
}

static void plan_new(struct applying *a, const struct sync_listed *l)
{
    BATCH_ADD(&a->batch[PERSON_NEW], db_opt_text(l->staff_no), db_text(l->directory_id),
              db_text(l->login), db_text(l->name), db_text(vi_fold(a->pool, l->name)),
              db_text(vi_lower(a->pool, l->name)), db_text(vi_sort_key(a->pool, l->name)),
              db_opt_text(l->mail));
}

static void plan_update(struct applying *a, const struct sync_change *c)
{
    const struct sync_listed *l = c->listed;
    const struct sync_known *k = c->known;

    if (c->kind == SYNC_UPDATE && c->fields == SYNC_GROUPS)
        return;
    BATCH_ADD(&a->batch[PERSON_UPDATE], db_text(l->directory_id),
              db_opt_text(c->fields & SYNC_STAFF_NO ? l->staff_no : k->staff_no),
              db_opt_text(c->fields & SYNC_LOGIN ? l->login : k->login), db_text(l->name),
              db_text(vi_fold(a->pool, l->name)), db_text(vi_lower(a->pool, l->name)),
              db_text(vi_sort_key(a->pool, l->name)),
              db_opt_text(c->fields & SYNC_MAIL ? l->mail : k->mail), db_int(k->id));
}

/* The people themselves. */
static void plan_person(struct applying *a, const struct sync_change *c)
{
    switch (c->kind) {
    case SYNC_CREATE:
        plan_new(a, c->listed);
        break;
    case SYNC_LINK:
    case SYNC_UPDATE:
    case SYNC_RETURN:
        plan_update(a, c);
        break;
    case SYNC_DISABLE:
        BATCH_ADD(&a->batch[PERSON_DISABLE], db_int(c->known->id));
        BATCH_ADD(&a->batch[SESSION_END], db_int(c->known->id));
        break;
    case SYNC_UNSET:
    case SYNC_CONFLICT:
    case SYNC_NOTICE:
        break;
    }
}

/* What hangs on a person's id, which a new one has only now. */
static void plan_belongings(struct applying *a, const struct sync_change *c)
{
    int64_t person_id = person_of(a, c);

    if (c->kind == SYNC_CREATE)
        BATCH_ADD(&a->batch[POSITION_NEW], db_int(person_id),
                  db_int(sync_unit_of(a->input, c->listed->unit)->id), db_text(c->listed->title),
                  db_bool(title_leads(a->pool, c->listed->title)), db_date(a->today));
    for (unsigned i = 0; i < c->lost.count; i++)
        BATCH_ADD(&a->batch[GROUP_LOST], db_int(person_id), db_text(c->lost.name[i]));
    for (unsigned i = 0; i < c->gained.count; i++)
        BATCH_ADD(&a->batch[GROUP_GAINED], db_int(person_id), db_text(c->gained.name[i]));
}

static enum outcome send_batches(struct applying *a, unsigned from, unsigned to, struct err *e)
{
    static const enum db_stmt stmts[BATCHES] = {
        [PERSON_NEW] = Q_SYNC_PERSON_INSERT,      [PERSON_UPDATE] = Q_SYNC_PERSON_UPDATE,
        [PERSON_DISABLE] = Q_SYNC_PERSON_DISABLE, [SESSION_END] = Q_SYNC_SESSION_DELETE,
        [POSITION_NEW] = Q_SYNC_POSITION_INSERT,  [GROUP_LOST] = Q_SYNC_GROUP_DELETE,
        [GROUP_GAINED] = Q_SYNC_GROUP_INSERT,
    };
    enum outcome out = OUT_OK;

    for (unsigned i = from; i < to && out == OUT_OK; i++)
        if (a->batch[i].values.count > 0)
            out = db_exec_many(a->tx, stmts[i], a->batch[i].values.at,
                               a->batch[i].values.count / a->batch[i].width, e);
    return out;
}

enum outcome sync_apply(struct db_tx *tx, struct pool *pool, const struct sync_input *input,
                        const struct sync_plan *plan, date_t today, struct err *e)
{
    struct applying a = {.tx = tx, .pool = pool, .input = input, .plan = plan, .today = today,
                         .ids = {.pool = pool, .size = sizeof(struct entry_id)}};
    enum outcome out;

    for (unsigned i = 0; i < BATCHES; i++)
        a.batch[i] = (struct batch){.values = {.pool = pool, .size = sizeof(struct db_value)}};
    for (unsigned i = 0; i < plan->count; i++)
        plan_person(&a, &plan->change[i]);
    out = send_batches(&a, 0, POSITION_NEW, e);
    if (out == OUT_OK && plan->of[SYNC_CREATE] > 0)
        out = db_query(tx, Q_SYNC_IDS, DB_NO_ARGS, take_id, &a.ids, e);
    if (out != OUT_OK)
        return out;
    for (unsigned i = 0; i < plan->count; i++)
        plan_belongings(&a, &plan->change[i]);
    return send_batches(&a, POSITION_NEW, BATCHES, e);
}
