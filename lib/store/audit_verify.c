/* Walks the chain of the audit from its beginning, or from an entry that was noted, to its head. */
#include "lib/store/audit_verify.h"

#include <stdio.h>
#include <string.h>

/* A window of entries, with the room to hash the largest there can be. */
#define WINDOW_MEMORY (256u << 20)

struct walk {
    const struct audit_check *check;
    struct audit_report report;
    struct chain_link last; /* the entry that was looked at last */
    bool any;               /* last.hash is known: else the first entry is taken at its word */
    bool met;               /* the noted head */
    unsigned seen;          /* in this window, up to the head */
    struct pool *pool;      /* of this window */
};

static void broken(struct walk *w, enum chain_fault fault, int64_t id)
{
    if (w->report.fault != CHAIN_HOLDS)
        return;
    w->report.fault = fault;
    w->report.id = id;
}

static const char *text_or_null(const struct db_row *row, unsigned col)
{
    return db_null_at(row, col) ? NULL : db_text_at(row, col);
}

static struct chain_entry entry_of(const struct db_row *row)
{
    return (struct chain_entry){.id = db_int_at(row, AUDIT_CHAIN_ID),
                                .at = db_text_at(row, AUDIT_CHAIN_AT),
                                .person_id = db_int_at(row, AUDIT_CHAIN_PERSON_ID),
                                .role = db_text_at(row, AUDIT_CHAIN_ROLE),
                                .capacity = db_text_at(row, AUDIT_CHAIN_CAPACITY),
                                .action = db_text_at(row, AUDIT_CHAIN_ACTION),
                                .object = db_text_at(row, AUDIT_CHAIN_OBJECT),
                                .object_id = db_int_at(row, AUDIT_CHAIN_OBJECT_ID),
                                .unit_id = db_int_at(row, AUDIT_CHAIN_UNIT_ID),
                                .before = text_or_null(row, AUDIT_CHAIN_BEFORE_TEXT),
                                .after = text_or_null(row, AUDIT_CHAIN_AFTER_TEXT),
                                .request_id = db_text_at(row, AUDIT_CHAIN_REQUEST_ID),
                                .address = db_text_at(row, AUDIT_CHAIN_ADDRESS),
                                .prev = text_or_null(row, AUDIT_CHAIN_PREV),
                                .hash = text_or_null(row, AUDIT_CHAIN_HASH)};
}

/* Is it one that somebody noted elsewhere, and another now? */
static bool as_noted(const struct chain_link *noted, const struct chain_entry *entry)
{
    return noted->id != entry->id || strcmp(noted->hash, entry->hash) == 0;
}

/* entry is the first one that is looked at: nothing is known of the one before it. */
static void begin_with(struct walk *w, const struct chain_entry *entry)
{
    if (!w->any && entry->prev)
        snprintf(w->last.hash, sizeof w->last.hash, "%s", entry->prev);
    w->any = true;
}

static enum outcome look(const struct db_row *row, void *ctx, struct err *e)
{
    struct walk *w = ctx;
    struct chain_entry entry = entry_of(row);
    enum chain_fault fault;

    (void)e;
    if (w->report.fault != CHAIN_HOLDS || entry.id > w->report.head.id)
        return OUT_OK;
    w->seen++;
    if (w->report.entries == 0 && w->check->from.id > 0 && entry.id != w->check->from.id) {
        broken(w, CHAIN_ANCHOR, w->check->from.id);
        return OUT_OK;
    }
    begin_with(w, &entry);
    fault = chain_follows(w->pool, &w->last, &entry);
    if (fault == CHAIN_HOLDS && (!as_noted(&w->check->from, &entry) || !as_noted(&w->check->head, &entry)))
        fault = CHAIN_ANCHOR;
    if (fault == CHAIN_REMOVED) {
        w->report.missing_from = w->last.id + 1;
        w->report.missing_to = entry.id - 1;
    }
    if (fault != CHAIN_HOLDS) {
        broken(w, fault, entry.id);
        return OUT_OK;
    }
    w->report.entries++;
    w->met = w->met || entry.id == w->check->head.id;
    w->last.id = entry.id;
    snprintf(w->last.hash, sizeof w->last.hash, "%s", entry.hash);
    return OUT_OK;
}

/* A window may be read twice, when the connection dies under it: it then begins anew. */
static enum outcome look_at_window(struct db_tx *tx, void *ctx, struct err *e)
{
    struct walk *whole = ctx, window = *whole;
    enum outcome rc;

    window.seen = 0;
    window.pool = pool_new("audit window", WINDOW_MEMORY);
    rc = db_query(tx, Q_AUDIT_CHAIN, DB_ARGS(db_int(window.last.id)), look, &window, e);
    pool_free(window.pool);
    window.pool = NULL;
    if (rc == OUT_OK)
        *whole = window;
    return rc;
}

static enum outcome take_head(const struct db_row *row, void *ctx, struct err *e)
{
    struct audit_report *report = ctx;

    (void)e;
    report->start_id = db_int_at(row, AUDIT_HEAD_GET_START_ID);
    report->head.id = db_int_at(row, AUDIT_HEAD_GET_LAST_ID);
    snprintf(report->head.hash, sizeof report->head.hash, "%s", db_text_at(row, AUDIT_HEAD_GET_HASH));
    return OUT_OK;
}

static enum outcome ask_head(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_one(tx, Q_AUDIT_HEAD_GET, DB_NO_ARGS, take_head, ctx, e);
}

/* Where the walk begins: the hash that the first entry must name is known only at the beginning of the chain. */
static void set_out(struct walk *w)
{
    const struct audit_check *check = w->check;
    int64_t after = w->report.start_id;

    if (check->newest > 0 && w->report.head.id - check->newest > after)
        after = w->report.head.id - check->newest;
    if (check->from.id > 0)
        after = check->from.id - 1;
    w->last.id = after;
    memset(w->last.hash, '0', DIGEST_SIZE - 1);
    w->any = after == w->report.start_id;
}

struct tail {
    int64_t after, id;
};

static enum outcome take_tail(const struct db_row *row, void *ctx, struct err *e)
{
    struct tail *tail = ctx;

    (void)e;
    if (!tail->id)
        tail->id = db_int_at(row, AUDIT_CHAIN_ID);
    return OUT_OK;
}

static enum outcome ask_tail(struct db_tx *tx, void *ctx, struct err *e)
{
    struct tail *tail = ctx;

    tail->id = 0;
    return db_query(tx, Q_AUDIT_CHAIN, DB_ARGS(db_int(tail->after)), take_tail, tail, e);
}

/* What stands after the head: an act of this moment has moved the head with it. */
static enum outcome look_past_end(struct db *db, struct walk *w, struct err *e)
{
    struct tail tail = {.after = w->report.head.id};
    struct audit_report now = {0};
    enum outcome rc = db_transact(db, DB_READ, ask_tail, &tail, e);

    if (rc == OUT_OK && tail.id)
        rc = db_transact(db, DB_READ, ask_head, &now, e);
    if (rc == OUT_OK && tail.id > now.head.id)
        broken(w, CHAIN_PAST_END, tail.id);
    return rc;
}

static void look_at_end(struct walk *w)
{
    const struct chain_link *head = &w->report.head;

    if (w->check->from.id > 0 && w->report.entries == 0)
        broken(w, CHAIN_ANCHOR, w->check->from.id);
    if (w->report.fault == CHAIN_HOLDS && w->last.id < head->id) {
        w->report.missing_from = w->last.id + 1;
        w->report.missing_to = head->id;
    }
    if (w->last.id != head->id || (w->any && strcmp(w->last.hash, head->hash) != 0))
        broken(w, CHAIN_END, w->last.id);
    if (w->check->head.id > 0 && !w->met)
        broken(w, CHAIN_ANCHOR, w->check->head.id);
}

enum outcome audit_verify(struct db *db, const struct audit_check *check, struct audit_report *report, struct err *e)
{
    struct walk w = {.check = check};
    enum outcome rc = db_transact(db, DB_READ, ask_head, &w.report, e);

    if (rc == OUT_OK)
        set_out(&w);
    do
        rc = rc == OUT_OK ? db_transact(db, DB_READ, look_at_window, &w, e) : rc;
    while (rc == OUT_OK && w.seen > 0 && w.report.fault == CHAIN_HOLDS && w.last.id < w.report.head.id);
    if (rc == OUT_OK)
        look_at_end(&w);
    if (rc == OUT_OK)
        rc = look_past_end(db, &w, e);
    *report = w.report;
    return rc;
}

enum outcome audit_report_outcome(const struct audit_report *r, struct err *e)
{
    char missing[80] = "";

    if (r->fault == CHAIN_HOLDS)
        return OUT_OK;
    if (r->missing_from > 0)
        snprintf(missing, sizeof missing, "; missing: %lld to %lld", (long long)r->missing_from, (long long)r->missing_to);
    return err_set(e, OUT_INVALID, "audit.broken", "entry %lld %s%s", (long long)r->id, chain_fault_text(r->fault), missing);
}
