#include "fcgi/form_parse.h"
#include "fcgi/turn.h"

#include <string.h>

static bool is_secret(const struct route *route, const char *name)
{
    if (strcmp(name, "csrf") == 0 || strcmp(name, "once") == 0)
        return true;
    for (const struct field *f = route->fields; f && f->name; f++)
        if (f->type == FIELD_SECRET && strcmp(f->name, name) == 0)
            return true;
    return false;
}

const char *kept_fields(struct turn *t)
{
    struct buf *out = buf_new(t->pool, KEPT_MAX);
    const struct pairs *body = t->request.body;

    for (unsigned i = 0; body && i < body->n; i++)
        if (!is_secret(t->match.route, body->v[i].name))
            pairs_encode(&body->v[i], 1, out);
    return out->over ? "" : out->data;
}

static const struct route *login_route(struct turn *t, struct match *match)
{
    struct err e = ERR_INIT;

    if (router_find(t->pool, t->table, t->count, METHOD_GET, "/login", match, &e) != OUT_OK)
        return NULL;
    return match->route;
}

enum outcome turn_login_page(struct turn *t, struct err *e)
{
    struct pairs *carried = pairs_new(t->pool);
    const char *next = t->request.path, *kept = kept_fields(t);
    struct err expired = ERR_INIT;
    struct match login;
    enum outcome out;

    if (!login_route(t, &login))
        return err_set(e, OUT_INTERNAL, "internal", "there is no route GET /login");
    out = pairs_add(carried, "next", next, e);
    if (out == OUT_OK)
        out = pairs_add(carried, "kept", kept, e);
    if (out != OUT_OK)
        return out;
    t->match = login;
    t->visitor.token = NULL;
    t->call.route = login.route;
    t->call.form = form_parse(t->pool, t->app->messages, login.route->fields, carried, false);
    t->request.method = METHOD_GET;
    err_set(&expired, OUT_AUTHN, *kept ? "session.kept" : "session.lost", "the session is over");
    t->told = &expired;
    t->told_status = 401;
    out = turn_act(t, e);
    if (out != OUT_OK)
        return out;
    return page_render(&t->call, false, 401, &t->response, e);
}

static enum outcome resume(struct turn *t, const char *kept, const char *next, struct err *e)
{
    struct pairs *fields = pairs_new(t->pool);
    struct err resumed = ERR_INIT;
    enum outcome out;

    out = router_find(t->pool, t->table, t->count, METHOD_POST, next, &t->match, e);
    if (out == OUT_OK && (!t->match.route->again || t->match.route->permission == PERM_ANYBODY))
        return err_set(e, OUT_NOTFOUND, "notfound", "that form cannot come back");
    if (out == OUT_OK)
        out = pairs_urlencoded(fields, kept, strlen(kept), e);
    if (out != OUT_OK)
        return out;
    guard_new_token(&t->visitor, t->pool, t->call.set_cookie);
    t->tokens_checked = true; /* the post that is answered is the login */
    t->call.route = t->match.route;
    t->call.word = t->match.word;
    memcpy(t->call.id, t->match.id, sizeof t->call.id);
    t->call.form = form_parse(t->pool, t->app->messages, t->match.route->fields, fields, true);
    t->request.url = t->request.path = next;
    err_set(&resumed, OUT_AUTHN, "session.resumed", "the form is back");
    return turn_again(t, &resumed, 200, e);
}

enum outcome turn_resume(struct turn *t, struct err *e)
{
    const char *kept = pairs_get(t->request.body, "kept");
    const char *next = pairs_get(t->request.body, "next");
    const struct turn before = *t;
    enum outcome out;

    if (!kept || !*kept || !next || !t->call.set_cookie || !*t->call.set_cookie)
        return OUT_NOTFOUND;
    out = resume(t, kept, next, e);
    if (out != OUT_OK)
        *t = before;
    t->call.set_cookie = before.call.set_cookie;
    return out;
}
