#include "lib/store/sync.h"

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
    const char **code = rows_add(rows);

    (void)e;
    *code = pool_strdup(rows->pool, db_text_at(row, 0));
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
    struct rows units = {.pool = pool, .size = sizeof(const char *)};
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
    enum db_stmt stmt;
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

enum { PERSON_NEW, POSITION_NEW, PERSON_UPDATE, PERSON_DISABLE, SESSION_END, GROUP_LOST, GROUP_GAINED, BATCHES };

static void plan_new(struct pool *pool, struct batch *b, const struct sync_listed *l, date_t today)
{
    BATCH_ADD(&b[PERSON_NEW], db_opt_text(l->staff_no), db_text(l->directory_id), db_text(l->login),
              db_text(l->name), db_text(vi_fold(pool, l->name)), db_text(vi_lower(pool, l->name)),
              db_text(vi_sort_key(pool, l->name)), db_opt_text(l->mail));
    BATCH_ADD(&b[POSITION_NEW], db_text(l->directory_id), db_text(l->unit), db_text(l->title),
              db_bool(title_leads(pool, l->title)), db_date(today));
}

static void plan_update(struct pool *pool, struct batch *b, const struct sync_change *c)
{
    const struct sync_listed *l = c->listed;
    const struct sync_known *k = c->known;

    BATCH_ADD(&b[PERSON_UPDATE], db_text(l->directory_id),
              db_opt_text(c->fields & SYNC_STAFF_NO ? l->staff_no : k->staff_no),
              db_opt_text(c->fields & SYNC_LOGIN ? l->login : k->login), db_text(l->name),
              db_text(vi_fold(pool, l->name)), db_text(vi_lower(pool, l->name)),
              db_text(vi_sort_key(pool, l->name)),
              db_opt_text(c->fields & SYNC_MAIL ? l->mail : k->mail), db_int(k->id));
}

static void plan_change(struct pool *pool, struct batch *b, const struct sync_change *c, date_t today)
{
    switch (c->kind) {
    case SYNC_CREATE:
        plan_new(pool, b, c->listed, today);
        break;
    case SYNC_LINK:
    case SYNC_UPDATE:
    case SYNC_RETURN:
        if (c->kind != SYNC_UPDATE || c->fields != SYNC_GROUPS)
            plan_update(pool, b, c);
        break;
    case SYNC_DISABLE:
        BATCH_ADD(&b[PERSON_DISABLE], db_int(c->known->id));
        BATCH_ADD(&b[SESSION_END], db_int(c->known->id));
        break;
    case SYNC_UNSET:
    case SYNC_CONFLICT:
    case SYNC_NOTICE:
        return;
    }
    for (unsigned i = 0; i < c->lost.count; i++)
        BATCH_ADD(&b[GROUP_LOST], db_int(c->known->id), db_text(c->lost.name[i]));
    for (unsigned i = 0; i < c->gained.count; i++)
        BATCH_ADD(&b[GROUP_GAINED], db_text(c->listed->directory_id), db_text(c->gained.name[i]));
}

enum outcome sync_apply(struct db_tx *tx, struct pool *pool, const struct sync_plan *plan,
                        date_t today, struct err *e)
{
    /* In this order: a group is given by the entry's id, which an update may just have written. */
    static const enum db_stmt stmts[BATCHES] = {
        [PERSON_NEW] = Q_SYNC_PERSON_INSERT,   [POSITION_NEW] = Q_SYNC_POSITION_INSERT,
        [PERSON_UPDATE] = Q_SYNC_PERSON_UPDATE, [PERSON_DISABLE] = Q_SYNC_PERSON_DISABLE,
        [SESSION_END] = Q_SYNC_SESSION_DELETE, [GROUP_LOST] = Q_SYNC_GROUP_DELETE,
        [GROUP_GAINED] = Q_SYNC_GROUP_INSERT,
    };
    struct batch batch[BATCHES];
    enum outcome out = OUT_OK;

    for (unsigned i = 0; i < BATCHES; i++)
        batch[i] = (struct batch){
            .stmt = stmts[i], .values = {.pool = pool, .size = sizeof(struct db_value)}, .width = 1};
    for (unsigned i = 0; i < plan->count; i++)
        plan_change(pool, batch, &plan->change[i], today);
    for (unsigned i = 0; i < BATCHES && out == OUT_OK; i++)
        if (batch[i].values.count > 0)
            out = db_exec_many(tx, batch[i].stmt, batch[i].values.at,
                               batch[i].values.count / batch[i].width, e);
    return out;
}
