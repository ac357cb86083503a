/* Entries of the audit wait for the end of their transaction, where they are chained: the chain's head is locked for no longer than it
 * takes to write them and to commit, and by nobody who then waits for anything else. */
#include "lib/store/audit.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/log.h"
#include "lib/core/chain.h"
#include "lib/store/rows.h"

/* As many as the statements answer, less the one that says there is a next page. */
#define AUDIT_PAGE 50
#define ENTRY_VALUES 15
#define ID_BYTES 20 /* of an id and its comma */

static const struct rows_next next_page = {"before", "id", NULL};

/* The entries of this transaction, in the order of the acts. */
struct waiting {
    struct chain_entry *entry;
    unsigned count, room;
};

/* What a person does for himself belongs to the unit he works in. */
static enum outcome unit_of(struct db_tx *tx, const struct audit_entry *entry, int64_t *unit_id,
                            struct err *e)
{
    *unit_id = entry->unit_id;
    if (entry->unit_id || !entry->object_id || strcmp(entry->object, "person") != 0)
        return OUT_OK;
    return db_scalar(tx, Q_AUDIT_UNIT_OF_PERSON, DB_ARGS(db_int(entry->object_id)), 0, unit_id, e);
}

struct head {
    struct chain_link link;
    int64_t newest; /* of all entries, also of such as nobody chained */
    bool earlier;   /* its newest entry is of an earlier day */
    char now[32];
};

static enum outcome take_head(const struct db_row *row, void *ctx, struct err *e)
{
    struct head *head = ctx;

    (void)e;
    head->link.id = db_int_at(row, AUDIT_HEAD_LOCK_LAST_ID);
    snprintf(head->link.hash, sizeof head->link.hash, "%s", db_text_at(row, AUDIT_HEAD_LOCK_HASH));
    snprintf(head->now, sizeof head->now, "%s", db_text_at(row, AUDIT_HEAD_LOCK_NOW));
    head->newest = db_int_at(row, AUDIT_HEAD_LOCK_NEWEST);
    head->earlier = db_int_at(row, AUDIT_HEAD_LOCK_EARLIER) != 0;
    return OUT_OK;
}

/* The first act of a day leaves in the program's log where the chain ended before it: whoever rewrites the database does not
 * reach that log, if it is kept elsewhere. */
static void note_head(struct pool *pool, const struct head *head)
{
    if (head->earlier)
        log_info("audit-head", "head", chain_link_text(pool, &head->link), NULL);
}

static void chain(struct pool *pool, const struct head *head, struct waiting *w, struct chain_link *last)
{
    *last = head->link;
    if (head->newest > last->id)
        last->id = head->newest;
    for (unsigned i = 0; i < w->count; i++) {
        struct chain_entry *entry = &w->entry[i];

        entry->id = ++last->id;
        entry->at = head->now;
        entry->prev = pool_strdup(pool, last->hash);
        chain_hash(pool, entry, last->hash);
        entry->hash = pool_strdup(pool, last->hash);
    }
}

static const struct db_value *values_of(struct pool *pool, const struct waiting *w)
{
    struct db_value *all = pool_alloc(pool, (size_t)w->count * ENTRY_VALUES * sizeof *all);

    for (unsigned i = 0; i < w->count; i++) {
        const struct chain_entry *n = &w->entry[i];
        const struct db_value values[ENTRY_VALUES] = {
            db_int(n->id), db_text(n->at), db_id(n->person_id), db_text(n->role), db_text(n->capacity),
            db_text(n->action), db_text(n->object), db_id(n->object_id), db_id(n->unit_id), db_text(n->before),
            db_text(n->after), db_text(n->request_id), db_text(n->address), db_text(n->prev), db_text(n->hash)};

        memcpy(all + (size_t)i * ENTRY_VALUES, values, sizeof values);
    }
    return all;
}

static enum outcome write_waiting(struct db_tx *tx, void *state, struct err *e)
{
    struct waiting *w = state;
    struct pool *pool = db_tx_pool(tx);
    struct chain_link last;
    struct head head;
    enum outcome rc = db_one(tx, Q_AUDIT_HEAD_LOCK, DB_NO_ARGS, take_head, &head, e);

    if (rc == OUT_NOTFOUND) {
        err_clear(e);
        return err_set(e, OUT_INTERNAL, "internal", "the row of audit_head is gone");
    }
    if (rc != OUT_OK)
        return rc;
    note_head(pool, &head);
    chain(pool, &head, w, &last);
    rc = db_exec_many(tx, Q_AUDIT_INSERT, values_of(pool, w), w->count, e);
    if (rc != OUT_OK)
        return rc;
    return db_exec_one(tx, Q_AUDIT_HEAD_MOVE, DB_ARGS(db_int(last.id), db_text(last.hash), db_text(head.now)), e);
}

static struct chain_entry *next_of(struct pool *pool, struct waiting *w)
{
    if (w->count == w->room) {
        unsigned room = w->room ? 2 * w->room : 4;
        struct chain_entry *larger = pool_alloc(pool, room * sizeof *larger);

        if (w->count > 0)
            memcpy(larger, w->entry, w->count * sizeof *larger);
        w->entry = larger;
        w->room = room;
    }
    return &w->entry[w->count++];
}

static const char *kept(struct pool *pool, const char *text)
{
    return text ? pool_strdup(pool, text) : NULL;
}

enum outcome audit_add(struct db_tx *tx, const struct act *act, const struct audit_entry *entry,
                       struct err *e)
{
    struct pool *pool = db_tx_pool(tx);
    int64_t unit_id;
    enum outcome rc = unit_of(tx, entry, &unit_id, e);

    if (rc == OUT_OK)
        *next_of(pool, db_at_end(tx, write_waiting, sizeof(struct waiting))) =
            (struct chain_entry){.person_id = act->person_id, .object_id = entry->object_id, .unit_id = unit_id,
                                 .role = kept(pool, act->role), .capacity = kept(pool, act->capacity),
                                 .action = kept(pool, entry->action), .object = kept(pool, entry->object),
                                 .before = kept(pool, entry->before), .after = kept(pool, entry->after),
                                 .request_id = kept(pool, act->request_id), .address = kept(pool, act->address)};
    return rc;
}

enum outcome audit_add_all(struct db_tx *tx, const struct act *act, const struct audit_entry *entries,
                           unsigned count, struct err *e)
{
    enum outcome rc = OUT_OK;

    for (unsigned i = 0; rc == OUT_OK && i < count; i++)
        rc = audit_add(tx, act, &entries[i], e);
    return rc;
}

/* The newest entries of several units, ids, the newest first; behind a full page any older one, which says that there is a next. */
struct newest {
    struct db_tx *tx;
    const struct audit_filter *filter;
    int64_t id[AUDIT_PAGE + 1];
    unsigned count;
};

static enum outcome keep_entry(const struct db_row *row, void *ctx, struct err *e)
{
    struct newest *n = ctx;
    int64_t id = db_int_at(row, 0);
    unsigned at = n->count <= AUDIT_PAGE ? n->count++ : AUDIT_PAGE;

    (void)e;
    for (; at > 0 && n->id[at - 1] < id; at--)
        n->id[at] = n->id[at - 1];
    n->id[at] = id;
    return OUT_OK;
}

/* Of each unit only what would stand on the page: above its last one, once it is full. */
static enum outcome keep_unit(const struct db_row *row, void *ctx, struct err *e)
{
    struct newest *n = ctx;
    const struct audit_filter *f = n->filter;
    struct db_value object = db_opt_text(f->object), object_id = db_id(f->object_id);
    struct db_value person = db_id(f->person_id), action = db_opt_text(f->action);
    struct db_value unit = db_int(db_int_at(row, 0));
    int64_t above = n->count == AUDIT_PAGE + 1 ? n->id[AUDIT_PAGE] : 0;

    return db_query(n->tx, Q_AUDIT_NEWEST,
                    DB_ARGS(unit, unit, db_int(above),
                            db_int(f->before_id ? f->before_id : INT64_MAX), object, object, object_id,
                            object_id, person, person, action, action),
                    keep_entry, n, e);
}

/* "[17,12,5]" */
static void write_ids(const struct newest *n, char *out, size_t size)
{
    size_t len = (size_t)snprintf(out, size, "[");

    for (unsigned i = 0; i < n->count; i++)
        len += (size_t)snprintf(out + len, size - len, "%s%lld", i > 0 ? "," : "", (long long)n->id[i]);
    snprintf(out + len, size - len, "]");
}

static enum outcome read_of_units(struct db_tx *tx, struct doc *doc, const char *scope,
                                  const struct audit_filter *f, struct err *e)
{
    struct newest n = {.tx = tx, .filter = f};
    char ids[(AUDIT_PAGE + 1) * ID_BYTES + 3];
    enum outcome rc = db_query(tx, Q_AUDIT_UNITS, DB_ARGS(db_text(scope)), keep_unit, &n, e);

    if (rc != OUT_OK)
        return rc;
    write_ids(&n, ids, sizeof ids);
    return rows_page(tx, doc, "entry", Q_AUDIT_ENTRIES, DB_ARGS(db_text(ids)), AUDIT_PAGE, &next_page, e);
}

static enum outcome read_whole(struct db_tx *tx, struct doc *doc, const struct audit_filter *f,
                               struct err *e)
{
    struct db_value object = db_opt_text(f->object), object_id = db_id(f->object_id);
    struct db_value person = db_id(f->person_id), action = db_opt_text(f->action);
    struct db_value before = db_id(f->before_id);

    return rows_page(tx, doc, "entry", Q_AUDIT_LIST,
                     DB_ARGS(object, object, object_id, object_id, person, person, action, action,
                             before, before),
                     AUDIT_PAGE, &next_page, e);
}

enum outcome audit_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                        const struct audit_filter *f, struct err *e)
{
    int64_t whole = 0;
    enum outcome rc = db_scalar(tx, Q_AUDIT_WHOLE, DB_ARGS(db_text(v->scope)), 0, &whole, e);

    if (rc != OUT_OK)
        return rc;
    return whole > 0 ? read_whole(tx, doc, f, e) : read_of_units(tx, doc, v->scope, f, e);
}
