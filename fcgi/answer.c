#include "fcgi/form_parse.h"
#include "fcgi/turn.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fcgi/cookie.h"
#include "fcgi/messages.h"
#include "lib/base/log.h"

/* A flash that was never shown is forgotten after so many seconds. */
#define FLASH_SECONDS 60
/* When a client may ask again, in seconds. */
#define RETRY_AFTER "5"

int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void set_session_cookie(struct turn *t, const char *token)
{
    bool secure = cookies_secure(t->app->conf);

    response_header(&t->response, "Set-Cookie",
                    cookie_make(t->pool, secure ? COOKIE_SESSION_SECURE : COOKIE_SESSION_PLAIN,
                                token, secure, 0));
}

static void set_flash_cookie(struct turn *t, const char *value)
{
    bool secure = cookies_secure(t->app->conf);

    response_header(&t->response, "Set-Cookie",
                    cookie_make(t->pool, secure ? COOKIE_FLASH_SECURE : COOKIE_FLASH_PLAIN, value,
                                secure, FLASH_SECONDS));
}

static void clear_shown_flash(struct turn *t)
{
    if (strstr(t->request.cookies, COOKIE_FLASH_PLAIN "="))
        set_flash_cookie(t, "");
}

static void answer_see_other(struct turn *t)
{
    struct call *c = &t->call;

    response_see_other(&t->response, c->see_other);
    if (c->flash) {
        const char *token = c->set_cookie ? c->set_cookie : t->visitor.token;

        set_flash_cookie(t, flash_seal(t->pool, token ? token : "", c->flash));
    }
}

static enum outcome answer_download(struct turn *t, struct err *e)
{
    struct call *c = &t->call;

    if (t->match.xml)
        return err_set(e, OUT_NOTFOUND, "notfound", "a file has no document");
    if (c->internal_file)
        response_internal_file(&t->response, c->internal_file, c->download_type);
    else if (c->handout)
        response_handout(&t->response, c->handout, c->download_type);
    else
        response_body(&t->response, 200, c->download_type, c->download->data, c->download->len);
    if (c->download && c->download->over)
        return err_set(e, OUT_INTERNAL, "internal", "the file is larger than its buffer");
    response_attachment(&t->response, c->download_name);
    return OUT_OK;
}

static enum outcome answer_page(struct turn *t, struct err *e)
{
    const struct call *c = &t->call;

    if (!t->match.route->sheet)
        return err_set(e, OUT_INTERNAL, "internal", "the handler of %s answered nothing",
                       t->match.route->path);
    clear_shown_flash(t);
    return page_render(&t->call, t->match.xml, form_ok(c->form) ? 200 : 422,
                       &t->response, e);
}

enum outcome turn_answer(struct turn *t, struct err *e)
{
    struct call *c = &t->call;
    int64_t start = now_ms();
    enum outcome out = OUT_OK;

    if (c->set_cookie && *c->set_cookie && turn_resume(t, e) == OUT_OK) {
        set_session_cookie(t, c->set_cookie);
        t->render_ms += now_ms() - start;
        return OUT_OK;
    }
    err_clear(e);
    if (c->see_other)
        answer_see_other(t);
    else if (c->plain)
        response_body(&t->response, 200, "text/plain; charset=utf-8", c->plain->data,
                      c->plain->len);
    else if (c->paper)
        out = page_paper(c, t->match.xml, &t->response, e);
    else if (c->download || c->internal_file || c->handout)
        out = answer_download(t, e);
    else
        out = answer_page(t, e);
    if (c->set_cookie)
        set_session_cookie(t, c->set_cookie);
    t->render_ms += now_ms() - start;
    return out;
}

static const char *query_value(struct turn *t, const char *text)
{
    struct buf *out = buf_new(t->pool, RESPONSE_HEAD_MAX);

    pairs_encode(&(struct pair){.name = "next", .value = text}, 1, out);
    return out->data;
}

/* What was posted, behind a button that posts it again: with its one-time token it acts at most
 * once.  Whether something was saved it finds out without its file, too. */
static void write_repost(struct turn *t, bool uncertain)
{
    const struct pairs *body = t->request.body;

    doc_open(t->call.doc, "repost");
    doc_attr(t->call.doc, "action", t->request.path);
    for (unsigned i = 0; i < body->n; i++) {
        const struct pair *pair = &body->v[i];

        if (pair->file) {
            if (!uncertain)
                doc_leaf(t->call.doc, "file", pair->name);
            continue;
        }
        doc_open(t->call.doc, "field");
        doc_attr(t->call.doc, "name", pair->name);
        doc_attr(t->call.doc, "value", pair->value);
        doc_close(t->call.doc);
    }
    doc_close(t->call.doc);
}

/* The words somebody wrote for a step that is no longer his: to be read and copied, not sent again. */
static void write_typed(struct turn *t)
{
    static const char *const fields[] = {"reason", "minutes_no", "recipients", "skipped_note", "result_no"};
    const struct form *form = t->call.form;

    for (unsigned i = 0; form && i < sizeof fields / sizeof fields[0]; i++) {
        if (!form_declares(form, fields[i]) || !form_has(form, fields[i]))
            continue;
        doc_open(t->call.doc, "typed");
        doc_attr(t->call.doc, "field", fields[i]);
        doc_attr(t->call.doc, "value", form_text(form, fields[i]));
        doc_close(t->call.doc);
    }
}

/* Where the same is asked for again: an address that only takes posts is none. */
static void write_retry(struct turn *t)
{
    struct match match;
    struct err e = ERR_INIT;

    if (!t->request.path || router_find(t->pool, t->table, t->count, METHOD_GET, t->request.path, &match, &e) != OUT_OK)
        return;
    doc_open(t->call.doc, "retry");
    doc_attr(t->call.doc, "href", t->request.url);
    doc_close(t->call.doc);
}

static void message_page(struct turn *t, const struct err *refused, int status)
{
    const struct message *m = message_of(t->app->messages, refused);
    bool posted = t->request.method == METHOD_POST && t->request.body && t->match.route &&
                  t->match.route->permission != PERM_ANYBODY;
    struct err e = ERR_INIT;

    t->call.tx = NULL;
    t->call.route = NULL; /* the form is not shown on this page */
    page_open(&t->call, "message");
    if (page_envelope(&t->call, &t->visitor, refused, status, &e) == OUT_OK) {
        if (posted && (refused->code == OUT_UNCERTAIN || refused->code == OUT_UNAVAIL || refused->code == OUT_RETRY))
            write_repost(t, refused->code == OUT_UNCERTAIN);
        write_retry(t);
        if (posted && strcmp(refused->key, "flow.state") == 0)
            write_typed(t);
        if (page_render(&t->call, t->match.xml, status, &t->response, &e) == OUT_OK)
            return;
    }
    log_error("message-page", "why", e.text, NULL);
    response_plain_page(&t->response, status, m->what, message_fill(t->pool, m->why, refused),
                        message_fill(t->pool, m->next, refused), m->code);
}

static int status_of(const struct turn *t, const struct err *refused)
{
    if (t->match.allow)
        return 405;
    if (refused->code == OUT_INVALID && strncmp(refused->key, "request.", 8) == 0)
        return 400;
    return outcome_status(refused->code);
}

/* No button sends a file again, as nothing keeps it. */
static bool brought_file(const struct form *form)
{
    return form_declares(form, "file") && form_file(form, "file");
}

/* The form comes back for what its author can put right, and to choose its file again; a login form for anything. */
static bool comes_back(const struct turn *t, const struct err *refused)
{
    const struct route *route = t->match.route;

    if (!route || !route->again || t->request.method != METHOD_POST || !t->call.form)
        return false;
    if (refused->code == OUT_INVALID || strcmp(refused->key, "csrf.token") == 0 ||
        strcmp(refused->key, "changed") == 0)
        return true;
    if ((refused->code == OUT_UNAVAIL || refused->code == OUT_RETRY) && brought_file(t->call.form))
        return true;
    return route->permission == PERM_ANYBODY &&
           (refused->code == OUT_AUTHN || refused->code == OUT_UNAVAIL);
}

/* Why there is no page: what went wrong on the way to it, else the refusal itself. */
static void message_page_of(struct turn *t, const struct err *refused, const struct err *later)
{
    const struct err *why = later->code == OUT_OK ? refused : later;

    message_page(t, why, status_of(t, why));
}

static void refuse_stranger(struct turn *t, const struct err *refused)
{
    struct err e = ERR_INIT;

    if (t->request.method == METHOD_GET) {
        response_see_other(&t->response,
                           pool_printf(t->pool, "/login?%s", query_value(t, t->request.url)));
        return;
    }
    if (turn_login_page(t, &e) != OUT_OK)
        message_page_of(t, refused, &e);
}

static void refuse_with_form(struct turn *t, const struct err *refused)
{
    struct err e = ERR_INIT;
    int status = status_of(t, refused);

    t->tokens_checked = true; /* it is only shown */
    if (turn_again(t, refused, status, &e) == OUT_OK)
        return;
    if (e.code == OUT_AUTHN)
        refuse_stranger(t, &e);
    else
        message_page(t, &e, status_of(t, &e));
}

void turn_refuse(struct turn *t, const struct err *refused)
{
    struct err e = ERR_INIT;
    const char *location;
    int64_t start = now_ms();

    response_init(&t->response, t->pool);
    if (strcmp(refused->key, "form.used") == 0 && turn_earlier(t, &location, &e) == OUT_OK)
        response_see_other(&t->response, location);
    else if (refused->code == OUT_AUTHN && t->match.route &&
             t->match.route->permission != PERM_ANYBODY)
        refuse_stranger(t, refused);
    else if (comes_back(t, refused))
        refuse_with_form(t, refused);
    else
        message_page_of(t, refused, &e);
    if (t->match.allow)
        response_header(&t->response, "Allow", t->match.allow);
    if (t->response.status == 503)
        response_header(&t->response, "Retry-After", RETRY_AFTER);
    if (t->response.status == 401 && !strstr(t->response.more->data, "WWW-Authenticate"))
        response_header(&t->response, "WWW-Authenticate", "Session realm=\"tdkt\"");
    t->render_ms += now_ms() - start;
}
