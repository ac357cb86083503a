/* A form that outlives its session: it waits, sealed, in the login page of the browser that sent it, and is shown again
 * after the login of the person whose session it was. The seal is of a cookie that only this browser has: neither a link
 * nor another site's page can put values into a form of ours; and what one person typed goes out under no other's name. */
#include "fcgi/form_parse.h"
#include "fcgi/turn.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fcgi/cookie.h"
#include "lib/base/secret.h"

/* A form waits over night for its author, not longer. */
#define KEPT_SECONDS (24 * 60 * 60)

/* Sealed: until when, whose, its path, its fields, each on a line. */
#define KEPT_HEAD_MAX (PATH_MAX_BYTES + 64)

/* What was sealed. */
struct kept_form {
    int64_t person_id;
    const char *path, *fields;
};

static bool is_secret(const struct route *route, const char *name)
{
    if (strcmp(name, "csrf") == 0 || strcmp(name, "once") == 0)
        return true;
    for (const struct field *f = route->fields; f && f->name; f++)
        if (f->type == FIELD_SECRET && strcmp(f->name, name) == 0)
            return true;
    return false;
}

static const char *cookie_name(const struct turn *t)
{
    return cookies_secure(t->app->conf) ? COOKIE_FORM_SECURE : COOKIE_FORM_PLAIN;
}

/* NULL: this browser has none yet. */
static const char *browser_token(struct turn *t)
{
    const char *token = cookie_get(t->pool, t->request.cookies, cookie_name(t));

    return token && strlen(token) == TOKEN_SIZE - 1 ? token : NULL;
}

static struct secret *key_of(struct turn *t, const char *token)
{
    return secret_new(t->pool, token, strlen(token));
}

/* What was posted, without secrets and tokens; "" when there is nothing or it is too long. */
static const char *fields_of(struct turn *t)
{
    struct buf *out = buf_new(t->pool, KEPT_MAX);
    const struct pairs *body = t->request.body;

    for (unsigned i = 0; body && i < body->n && !out->over; i++)
        if (!is_secret(t->match.route, body->v[i].name))
            pairs_encode(&body->v[i], 1, out);
    return out->over ? "" : out->data;
}

/* The posted form under the token, for that person; NULL when none can come back. */
static const char *seal_form(struct turn *t, const char *token, int64_t person_id)
{
    const char *fields = t->match.route->again ? fields_of(t) : "";

    if (!*fields)
        return NULL;
    return seal(t->pool, key_of(t, token),
                pool_printf(t->pool, "%lld\n%lld\n%s\n%s", (long long)time(NULL) + KEPT_SECONDS,
                            (long long)person_id, t->request.path, fields));
}

/* False when it is not of this browser, or has waited too long. */
static bool open_form(struct turn *t, const char *sealed, struct kept_form *form)
{
    const char *token = browser_token(t);
    char *text, *fields;

    if (!token || strlen(sealed) > 2 * (KEPT_MAX + KEPT_HEAD_MAX))
        return false;
    text = seal_open(t->pool, key_of(t, token), sealed);
    if (!text || strtoll(text, &text, 10) < (long long)time(NULL) || *text != '\n')
        return false;
    form->person_id = strtoll(text + 1, &text, 10);
    fields = *text == '\n' ? strchr(text + 1, '\n') : NULL;
    if (!fields || form->person_id <= 0)
        return false;
    *fields = '\0';
    form->path = text + 1;
    form->fields = fields + 1;
    return true;
}

const char *kept_carried(struct turn *t)
{
    const char *sealed = pairs_get(t->request.body, "kept");
    struct kept_form form;

    return sealed && *sealed && open_form(t, sealed, &form) ? sealed : NULL;
}

static const struct route *login_route(struct turn *t, struct match *match)
{
    struct err e = ERR_INIT;

    if (router_find(t->pool, t->table, t->count, METHOD_GET, "/login", match, &e) != OUT_OK)
        return NULL;
    return match->route;
}

struct owner {
    const struct turn *t;
    int64_t person_id;
};

static enum outcome ask_owner(struct db_tx *tx, void *ctx, struct err *e)
{
    struct owner *owner = ctx;

    return session_over(tx, owner->t->visitor.digest, &owner->person_id, e);
}

/* Seals what was posted for whose session has run out: nothing is kept for anybody else. The token is the browser's own, so that
 * forms of other tabs can still be opened. */
static enum outcome keep(struct turn *t, const char **token, struct err *e)
{
    struct owner owner = {t, 0};
    char made[TOKEN_SIZE];
    enum outcome out = OUT_OK;

    t->call.kept = NULL;
    *token = browser_token(t);
    if (t->visitor.token)
        out = db_transact(t->app->db, DB_READ, ask_owner, &owner, e);
    if (out != OUT_OK || !owner.person_id)
        return out;
    if (!*token) {
        token_make(made);
        *token = pool_strdup(t->pool, made);
    }
    t->call.kept = seal_form(t, *token, owner.person_id);
    return OUT_OK;
}

/* Where a login leads when no form comes back: the nearest page at or above what was posted, which itself may have none. */
static const char *page_above(struct turn *t)
{
    char *path = pool_strdup(t->pool, t->request.path), *end;
    struct err none = ERR_INIT;
    struct match page;

    while (router_find(t->pool, t->table, t->count, METHOD_GET, path, &page, &none) != OUT_OK || !page.route->sheet) {
        err_clear(&none);
        end = strrchr(path, '/');
        if (!end || end == path)
            return "/";
        *end = '\0';
    }
    return path;
}

enum outcome turn_login_page(struct turn *t, struct err *e)
{
    struct pairs *carried = pairs_new(t->pool);
    const char *token;
    struct err expired = ERR_INIT;
    struct match login;
    enum outcome out;

    if (!login_route(t, &login))
        return err_set(e, OUT_INTERNAL, "internal", "there is no route GET /login");
    out = pairs_add(carried, "next", page_above(t), e);
    if (out != OUT_OK)
        return out;
    out = keep(t, &token, e);
    if (out != OUT_OK)
        return out;
    t->match = login;
    t->visitor.token = NULL;
    t->call.route = login.route;
    t->call.form = form_parse(t->pool, t->app->messages, login.route->fields, carried, false);
    t->request.method = METHOD_GET;
    err_set(&expired, OUT_AUTHN, t->call.kept ? "session.kept" : "session.lost",
            "the session is over");
    t->told = &expired;
    t->told_status = 401;
    out = turn_act(t, e);
    if (out == OUT_OK)
        out = page_render(&t->call, false, 401, &t->response, e);
    /* Each form waits its whole time: so does what opens it. */
    if (out == OUT_OK && t->call.kept)
        response_header(&t->response, "Set-Cookie",
                        cookie_make(t->pool, cookie_name(t), token,
                                    cookies_secure(t->app->conf), KEPT_SECONDS));
    return out;
}

static enum outcome resume(struct turn *t, const struct kept_form *kept, struct err *e)
{
    struct pairs *fields = pairs_new(t->pool);
    struct err resumed = ERR_INIT;
    enum outcome out;

    out = router_find(t->pool, t->table, t->count, METHOD_POST, kept->path, &t->match, e);
    if (out == OUT_OK && (!t->match.route->again || t->match.route->permission == PERM_ANYBODY))
        return err_set(e, OUT_NOTFOUND, "notfound", "that form cannot come back");
    if (out == OUT_OK)
        out = pairs_urlencoded(fields, kept->fields, strlen(kept->fields), e);
    if (out != OUT_OK)
        return out;
    guard_new_token(&t->visitor, t->pool, t->call.set_cookie);
    t->tokens_checked = true; /* the post that is answered is the login */
    t->call.route = t->match.route;
    t->call.word = t->match.word;
    memcpy(t->call.id, t->match.id, sizeof t->call.id);
    t->call.form = form_parse(t->pool, t->app->messages, t->match.route->fields, fields, true);
    t->request.url = t->request.path = kept->path;
    err_set(&resumed, OUT_AUTHN, "session.resumed", "the form is back");
    return turn_again(t, &resumed, 200, e);
}

enum outcome turn_resume(struct turn *t, struct err *e)
{
    struct kept_form kept;
    const struct turn before = *t;
    enum outcome out;

    if (!t->call.kept || !t->call.set_cookie || !*t->call.set_cookie || !open_form(t, t->call.kept, &kept))
        return OUT_NOTFOUND;
    if (kept.person_id != t->call.entered) {
        t->call.flash = "session.kept-other";
        return OUT_NOTFOUND;
    }
    out = resume(t, &kept, e);
    if (out != OUT_OK)
        *t = before;
    t->call.set_cookie = before.call.set_cookie;
    return out;
}
