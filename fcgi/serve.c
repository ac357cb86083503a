/* One request from its head to its one log line; who asks is known before what he posts is read. */
#include "fcgi/serve.h"

#include <stdio.h>
#include <string.h>

#include "fcgi/form_parse.h"
#include "fcgi/turn.h"
#include "lib/base/log.h"

static enum outcome read_head(struct turn *t, char *const *env, struct serve_watch *watch,
                              struct err *e)
{
    enum outcome out = request_head(t->pool, env, &t->request, e);

    log_request_id(t->request.id);
    if (watch)
        memcpy(watch->id, t->request.id, sizeof watch->id);
    if (out == OUT_OK)
        out = router_find(t->pool, t->table, t->count, t->request.method, t->request.path,
                          &t->match, e);
    if (out != OUT_OK)
        return out;
    if (watch)
        watch->route = t->match.route->path;
    if (t->request.method != METHOD_POST)
        return OUT_OK;
    return guard_same_site(t->pool, t->app->conf, &t->request, e);
}

static void parse(struct turn *t, const struct pairs *pairs, bool posted)
{
    const struct field *fields = t->match.route ? t->match.route->fields : NULL;

    t->call.form = form_parse(t->pool, t->app->messages, fields, pairs, posted);
}

static void make_call(struct turn *t)
{
    struct call *c = &t->call;

    c->app = t->app;
    c->pool = t->pool;
    c->request = &t->request;
    c->route = t->match.route;
    c->word = t->match.word;
    memcpy(c->id, t->match.id, sizeof c->id);
    c->request_id = t->request.id;
    c->address = t->request.address;
    c->today = date_today();
    parse(t, t->request.method == METHOD_POST ? NULL : t->request.query, false);
}

/* A form that can be kept is no longer than this, every byte of it written as %XX. */
#define STRANGER_BODY_MAX (3u * KEPT_MAX)

/* The session and the right are asked first: what a stranger posts is kept for after his login as it came, nothing of it
 * is looked into; what is too long to be kept is not even read. */
static enum outcome take_post(struct turn *t, struct body_source body, struct err *e)
{
    const struct conf *conf = t->app->conf;
    bool upload = t->match.route->body == BODY_UPLOAD;
    size_t limit = (size_t)(upload ? conf->upload_bytes : conf->body_bytes);
    struct err unread = ERR_INIT;
    enum outcome out = OUT_OK, read;

    if (t->match.route->permission != PERM_ANYBODY)
        out = turn_enter(t, e);
    if (out == OUT_DENIED || (out == OUT_AUTHN && t->request.content_length > STRANGER_BODY_MAX))
        return out;
    read = request_body(t->pool, &t->request, body, limit, &unread);
    if (out != OUT_OK)
        return out;
    parse(t, t->request.body, true);
    if (t->match.route->permission == PERM_ANYBODY)
        t->call.kept = kept_carried(t);
    if (read != OUT_OK)
        *e = unread;
    return read;
}

/* A post whose fields are in error reaches no handler; a query's wrong field is shown on its page.
 */
static enum outcome run(struct turn *t, struct err *e)
{
    enum outcome out;

    if (t->request.method == METHOD_POST && !form_ok(t->call.form))
        return form_invalid(e);
    out = turn_act(t, e);
    return out == OUT_OK ? turn_answer(t, e) : out;
}

/* As it was asked: a refusal may have gone on to the log-in page, which is another route. */
struct asked {
    const char *method, *route;
};

static struct asked as_asked(const struct turn *t)
{
    return (struct asked){t->request.head                    ? "HEAD"
                          : t->request.method == METHOD_GET  ? "GET"
                          : t->request.method == METHOD_POST ? "POST"
                                                             : "other",
                          t->match.route ? t->match.route->path : "-"};
}

static void log_line(const struct turn *t, const struct asked *asked, const struct err *e, int64_t total_ms)
{
    char status[8], actor[24], total[24], db[24], render[24], bytes[24];
    enum log_level level = LOG_LEVEL_INFO;

    if (e->code == OUT_INTERNAL)
        level = LOG_LEVEL_ERROR;
    else if (t->response.status >= 500)
        level = LOG_LEVEL_WARN;
    snprintf(status, sizeof status, "%d", t->response.status);
    snprintf(actor, sizeof actor, "%lld", (long long)t->call.actor.person_id);
    snprintf(total, sizeof total, "%lld", (long long)total_ms);
    snprintf(db, sizeof db, "%lld", (long long)t->db_ms);
    snprintf(render, sizeof render, "%lld", (long long)t->render_ms);
    snprintf(bytes, sizeof bytes, "%zu", t->response.body_len);
    log_event(level, "request", "method", asked->method, "route", asked->route, "status", status, "actor", actor, "ms",
              total, "db", db, "render", render, "bytes", bytes, "outcome",
              e->code == OUT_OK ? NULL : outcome_name(e->code), "key",
              e->code == OUT_OK ? NULL : e->key, "why", e->code == OUT_OK ? NULL : e->text, NULL);
}

void serve(const struct app *app, const struct route *table, unsigned count, struct pool *pool,
           char *const *env, struct body_source body, struct serve_watch *watch, struct buf *out)
{
    struct turn *t = pool_alloc(pool, sizeof *t);
    struct err e = ERR_INIT;
    int64_t start = now_ms();
    enum outcome result;
    struct asked asked;

    t->app = app;
    t->table = table;
    t->count = count;
    t->pool = pool;
    response_init(&t->response, pool);
    result = read_head(t, env, watch, &e);
    asked = as_asked(t);
    guard_init(&t->visitor, pool, app->conf, &t->request);
    make_call(t);
    if (result == OUT_OK && t->request.method == METHOD_POST)
        result = take_post(t, body, &e);
    if (result == OUT_OK)
        result = run(t, &e);
    if (result != OUT_OK)
        turn_refuse(t, &e);
    response_write(&t->response, t->request.head, out);
    turn_touch(t);
    t->db_ms = db_spent_ms(app->db);
    log_line(t, &asked, &e, now_ms() - start);
    log_request_id("");
}
