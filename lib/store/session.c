#include "lib/store/session.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/secret.h"
#include "lib/store/rows.h"

/* More than the statement answers. */
#define GRANTS_MAX 256

#define PUBLIC_ID_LENGTH 16

/* Nobody works in more browsers at a time; when one more begins, the oldest ends. */
#define SESSIONS_MAX 20

struct finding {
    struct pool *pool;
    struct session *out;
};

static enum outcome take_session(const struct db_row *row, void *ctx, struct err *e)
{
    struct finding *f = ctx;
    struct session *s = f->out;

    (void)e;
    s->person_id = db_int_at(row, 0);
    s->name = pool_strdup(f->pool, db_text_at(row, 1));
    s->role = role_of(db_text_at(row, 2));
    s->grant_id = db_int_at(row, 3);
    s->unit_id = db_int_at(row, 4);
    s->unit_name = pool_strdup(f->pool, db_text_at(row, 5));
    s->scope = pool_strdup(f->pool, db_text_at(row, 6));
    s->csrf = pool_strdup(f->pool, db_text_at(row, 7));
    s->stale = db_int_at(row, 8) != 0;
    if (s->role == ROLE_NONE || s->role == ROLE_STAFF) {
        s->role = ROLE_STAFF;
        s->scope = "-"; /* no unit's path: staff see themselves only */
    }
    return OUT_OK;
}

enum outcome session_find(struct db_tx *tx, struct pool *pool, const char *digest,
                          const struct session_limits *limits, struct session *out, struct err *e)
{
    struct finding f = {pool, out};
    struct err none = ERR_INIT;
    enum outcome result;

    memset(out, 0, sizeof *out);
    result = db_one(tx, Q_SESSION_GET,
                    DB_ARGS(db_text(digest), db_int(limits->idle_minutes),
                            db_int(limits->absolute_hours)),
                    take_session, &f, &none);
    if (result == OUT_NOTFOUND)
        return err_set(e, OUT_AUTHN, "session.none", "no session, or it is over");
    if (result != OUT_OK)
        *e = none;
    return result;
}

enum outcome session_over(struct db_tx *tx, const char *digest, int64_t *person_id, struct err *e)
{
    return db_scalar(tx, Q_SESSION_OVER, DB_ARGS(db_text(digest)), 0, person_id, e);
}

struct granting {
    struct pool *pool;
    struct session_grant *grant;
    unsigned count;
    const char *own_unit;
};

static enum outcome take_grant(const struct db_row *row, void *ctx, struct err *e)
{
    struct granting *g = ctx;
    struct session_grant new = {db_int_at(row, 0), role_of(db_text_at(row, 1)),
                                pool_strdup(g->pool, db_text_at(row, 2))};
    unsigned at = g->count;

    (void)e;
    if (new.role == ROLE_NONE || new.role == ROLE_STAFF || g->count == GRANTS_MAX - 1)
        return OUT_OK;
    for (unsigned i = 0; i < g->count; i++)
        if (g->grant[i].id == new.id)
            return OUT_OK;
    while (at > 0 && role_rank(g->grant[at - 1].role) < role_rank(new.role)) {
        g->grant[at] = g->grant[at - 1];
        at--;
    }
    g->grant[at] = new;
    g->count++;
    return OUT_OK;
}

static enum outcome take_own_unit(const struct db_row *row, void *ctx, struct err *e)
{
    struct granting *g = ctx;

    (void)e;
    g->own_unit = pool_strdup(g->pool, db_text_at(row, 0));
    return OUT_OK;
}

/* Highest first, staff last: there is always one. */
static enum outcome grants_of(struct db_tx *tx, struct pool *pool, int64_t person_id,
                              struct granting *g, struct err *e)
{
    enum outcome out;

    *g = (struct granting){.pool = pool,
                           .grant = pool_alloc(pool, GRANTS_MAX * sizeof(struct session_grant)),
                           .own_unit = ""};
    out = db_query(tx, Q_SESSION_GRANTS, DB_ARGS(db_int(person_id), db_int(person_id)), take_grant,
                   g, e);
    if (out == OUT_OK)
        out = db_query(tx, Q_SESSION_OWN_UNIT, DB_ARGS(db_int(person_id)), take_own_unit, g, e);
    g->grant[g->count++] = (struct session_grant){0, ROLE_STAFF, g->own_unit};
    return out;
}

enum outcome session_grants(struct db_tx *tx, struct pool *pool, const struct session *session,
                            const struct session_grant **out, unsigned *count, struct err *e)
{
    struct granting g;
    enum outcome result = grants_of(tx, pool, session->person_id, &g, e);

    *out = g.grant;
    *count = g.count;
    return result;
}

enum outcome session_begin(struct db_tx *tx, struct pool *pool, const struct session_start *start,
                           const char **token, struct session_grant *acting, struct err *e)
{
    char made[TOKEN_SIZE], csrf[TOKEN_SIZE], name[TOKEN_SIZE], hash[DIGEST_SIZE];
    struct granting g;
    enum outcome out = grants_of(tx, pool, start->person_id, &g, e);

    token_make(made);
    token_make(csrf);
    token_make(name);
    name[PUBLIC_ID_LENGTH] = '\0';
    digest(made, strlen(made), hash);
    if (out == OUT_OK && *start->replaces)
        out = session_end(tx, start->replaces, e);
    if (out == OUT_OK)
        out = db_exec(tx, Q_SESSION_SWEEP, DB_NO_ARGS, NULL, NULL, e);
    if (out == OUT_OK)
        out = db_exec(tx, Q_FORM_TOKEN_SWEEP, DB_NO_ARGS, NULL, NULL, e);
    if (out == OUT_OK)
        out = db_exec(tx, Q_SESSION_TRIM, DB_ARGS(db_int(start->person_id), db_int(start->person_id),
                              db_int(SESSIONS_MAX - 1)),
                      NULL, NULL, e);
    if (out == OUT_OK)
        out = db_exec(tx, Q_SESSION_INSERT,
                      DB_ARGS(db_text(hash), db_text(name), db_int(start->person_id),
                              db_id(g.grant[0].id), db_text(csrf), db_int(start->absolute_hours),
                              db_text(start->address), db_text(start->agent)),
                      NULL, NULL, e);
    *token = pool_strdup(pool, made);
    *acting = g.grant[0];
    return out;
}

enum outcome session_end(struct db_tx *tx, const char *digest, struct err *e)
{
    return db_exec(tx, Q_SESSION_DELETE, DB_ARGS(db_text(digest)), NULL, NULL, e);
}

enum outcome session_choose(struct db_tx *tx, struct pool *pool, int64_t person_id, const char *digest,
                            int64_t grant_id, struct session_grant *chosen,
                            struct err *e)
{
    struct granting g;
    enum outcome out = grants_of(tx, pool, person_id, &g, e);

    if (out != OUT_OK)
        return out;
    for (unsigned i = 0; i < g.count; i++)
        if (g.grant[i].id == grant_id) {
            *chosen = g.grant[i];
            return db_exec(tx, Q_SESSION_CHOOSE, DB_ARGS(db_id(grant_id), db_text(digest)), NULL,
                           NULL, e);
        }
    return err_set(e, OUT_DENIED, "capacity.not-yours", "grant %lld is not the person's",
                   (long long)grant_id);
}

enum outcome session_list_read(struct db_tx *tx, struct doc *doc, int64_t person_id,
                               const char *digest, int idle_minutes, struct err *e)
{
    enum outcome out;

    doc_open(doc, "sessions");
    out = rows_write(tx, doc, "session", Q_SESSION_LIST,
                     DB_ARGS(db_text(digest), db_int(person_id), db_int(idle_minutes)), e);
    doc_close(doc);
    return out;
}

enum outcome session_close(struct db_tx *tx, int64_t person_id, const char *public_id, struct err *e)
{
    int64_t closed = 0;
    enum outcome out = db_exec(tx, Q_SESSION_CLOSE, DB_ARGS(db_int(person_id), db_text(public_id)),
                               &closed, NULL, e);

    if (out == OUT_OK && closed == 0)
        out = err_set(e, OUT_NOTFOUND, "notfound", "no such session of this person");
    return out;
}

enum outcome session_touch(struct db_tx *tx, const char *digest, struct err *e)
{
    return db_exec(tx, Q_SESSION_TOUCH, DB_ARGS(db_text(digest)), NULL, NULL, e);
}
