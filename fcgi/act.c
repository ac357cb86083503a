#include "fcgi/form_parse.h"
#include "fcgi/turn.h"

#include <string.h>

#include "lib/base/log.h"
#include "lib/base/secret.h"

#define ONCE_LENGTH (TOKEN_SIZE - 1)

/* What a handler left in an earlier run that was rolled back is no longer true. */
static void make_new(struct turn *t, const char *page)
{
    struct call *c = &t->call;
    struct call clean = {
        .app = c->app, .pool = c->pool, .request = c->request, .route = c->route,
        .word = c->word, .form = c->form, .request_id = c->request_id, .address = c->address,
        .today = c->today, .kept = c->kept, .prepared = c->prepared,
    };

    memcpy(clean.id, c->id, sizeof clean.id);
    *c = clean;
    form_reset(c->form);
    page_open(c, page ? page : "none");
}

/* A form is acted on once: the digest of its token, NULL when this route does not ask for one. */
static enum outcome once_digest(struct turn *t, char out[DIGEST_SIZE], bool *asked, struct err *e)
{
    const char *once;

    *asked = t->match.route->mode == DB_WRITE && t->visitor.known;
    if (!*asked)
        return OUT_OK;
    once = pairs_get(t->request.body, "once");
    if (!once || strlen(once) != ONCE_LENGTH)
        return err_set(e, OUT_DENIED, "csrf.token", "the form has no one-time token");
    digest(once, ONCE_LENGTH, out);
    return OUT_OK;
}

static enum outcome enter(struct turn *t, struct db_tx *tx, struct err *e)
{
    enum outcome out;

    t->call.tx = tx;
    out = guard_enter(&t->visitor, tx, t->pool, t->app->conf, t->match.route->permission,
                      &t->call.actor, e);
    /* A login is nobody's yet: same origin is what protects it. */
    if (out == OUT_OK && t->request.method == METHOD_POST && !t->tokens_checked &&
        t->match.route->permission != PERM_ANYBODY)
        out = guard_csrf(&t->visitor, &t->request, e);
    return out;
}

static enum outcome act(struct db_tx *tx, void *ctx, struct err *e)
{
    struct turn *t = ctx;
    struct call *c = &t->call;
    char once[DIGEST_SIZE] = "";
    bool asked = false;
    enum outcome out;

    make_new(t, t->match.route->sheet);
    out = enter(t, tx, e);
    if (out == OUT_OK)
        out = once_digest(t, once, &asked, e);
    if (out == OUT_OK && asked)
        out = form_token_claim(tx, once, c->actor.person_id, e);
    if (out == OUT_OK && t->match.route->sheet)
        out = page_envelope(c, &t->visitor, t->told, t->told_status, e);
    if (out == OUT_OK)
        out = t->match.route->run(c, e);
    if (out == OUT_OK && asked)
        out = form_token_settle(tx, once, c->see_other, e);
    c->tx = NULL;
    return out;
}

static enum outcome note_read(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct call *c = ctx;
    struct act act = call_act(c, "");

    return audit_add(tx, &act, &c->read, e);
}

enum outcome turn_act(struct turn *t, struct err *e)
{
    enum outcome out = OUT_OK;

    if (t->match.route->bare)
        return t->match.route->run(&t->call, e);
    if (t->match.route->prepare) {
        t->call.tx = NULL;
        out = t->match.route->prepare(&t->call, e);
    }
    if (out == OUT_OK)
        out = db_transact(t->app->db, t->match.route->mode, act, t, e);
    if (out == OUT_OK && t->call.refused.code != OUT_OK) {
        *e = t->call.refused;
        out = e->code;
    }
    if (out == OUT_OK && t->call.read.action && !t->request.head)
        out = db_transact(t->app->db, DB_WRITE, note_read, &t->call, e);
    return out;
}

static enum outcome only_enter(struct db_tx *tx, void *ctx, struct err *e)
{
    struct turn *t = ctx;

    return guard_enter(&t->visitor, tx, t->pool, t->app->conf, t->match.route->permission,
                       &t->call.actor, e);
}

enum outcome turn_enter(struct turn *t, struct err *e)
{
    return db_transact(t->app->db, DB_READ, only_enter, t, e);
}

static enum outcome show_again(struct db_tx *tx, void *ctx, struct err *e)
{
    struct turn *t = ctx;
    struct call *c = &t->call;
    enum outcome out;

    page_open(c, t->match.route->again_sheet);
    out = enter(t, tx, e);
    if (out == OUT_OK)
        out = page_envelope(c, &t->visitor, t->told, t->told_status, e);
    if (out == OUT_OK)
        out = t->match.route->again(c, e);
    c->tx = NULL;
    return out;
}

enum outcome turn_again(struct turn *t, const struct err *told, int status, struct err *e)
{
    bool fields_only = strcmp(told->key, FORM_INVALID_KEY) == 0;
    enum outcome out;

    t->told = fields_only ? NULL : told;
    t->told_status = status;
    out = db_transact(t->app->db, DB_READ, show_again, t, e);
    if (out != OUT_OK)
        return out;
    return page_render(&t->call, false, status, &t->response, e);
}

struct earlier {
    struct turn *t;
    const char *location;
};

static enum outcome find_earlier(struct db_tx *tx, void *ctx, struct err *e)
{
    struct earlier *earlier = ctx;
    struct turn *t = earlier->t;
    char once[DIGEST_SIZE] = "";
    bool asked;
    enum outcome out = once_digest(t, once, &asked, e);

    if (out != OUT_OK)
        return out;
    return form_token_location(tx, t->pool, once, t->call.actor.person_id, &earlier->location, e);
}

enum outcome turn_earlier(struct turn *t, const char **location, struct err *e)
{
    struct earlier earlier = {t, NULL};
    enum outcome out = db_transact(t->app->db, DB_READ, find_earlier, &earlier, e);

    *location = earlier.location;
    return out;
}

static enum outcome touch(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct turn *t = ctx;

    return session_touch(tx, t->visitor.digest, e);
}

void turn_touch(struct turn *t)
{
    struct err e = ERR_INIT;

    if (!t->visitor.known || !t->visitor.session.stale)
        return;
    if (db_transact(t->app->db, DB_WRITE, touch, t, &e) != OUT_OK)
        log_warn("session-touch", "outcome", outcome_name(e.code), "why", e.text, NULL);
}
