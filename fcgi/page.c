#include "fcgi/page.h"

#include <string.h>

#include "fcgi/cookie.h"
#include "fcgi/messages.h"
#include "fcgi/request.h"
#include "fcgi/sheets.h"
#include "fcgi/todo.h"
#include "lib/base/secret.h"

/* Of the seal's 64 digits, how many are kept. */
#define SEAL_DIGITS 32

const char *flash_seal(struct pool *pool, const char *token, const char *key)
{
    char seal[DIGEST_SIZE];

    digest_keyed(secret_new(pool, token, strlen(token)), key, seal);
    return pool_printf(pool, "%s.%.*s", key, SEAL_DIGITS, seal);
}

const char *flash_open(struct pool *pool, const char *token, const char *sealed)
{
    const char *dot = strrchr(sealed, '.');
    const char *key;

    if (!dot)
        return NULL;
    key = pool_strndup(pool, sealed, (size_t)(dot - sealed));
    return same_text(sealed, flash_seal(pool, token, key)) ? key : NULL;
}

void page_open(struct call *c, const char *id)
{
    const struct conf *conf = c->app->conf;

    c->doc = doc_new(c->pool, "page");
    doc_attr(c->doc, "id", id);
    doc_attr(c->doc, "url", c->request->url);
    doc_attr(c->doc, "lang", "vi");
    doc_attr_date(c->doc, "today", c->today);
    doc_attr(c->doc, "department",
             pool_printf(c->pool, "%s %s", conf->office_short, conf->office_province));
    doc_attr(c->doc, "asset", c->app->asset);
}

void page_becomes(struct call *c, const char *id)
{
    doc_root_attr(c->doc, "id", id);
}

static void write_grant(struct call *c, const struct session_grant *grant)
{
    doc_open(c->doc, "grant");
    doc_attr_int(c->doc, "id", grant->id);
    doc_attr(c->doc, "role", role_code(grant->role));
    doc_attr(c->doc, "role-label", role_label(grant->role));
    doc_attr(c->doc, "unit-name", grant->unit_name);
    doc_attr_bool(c->doc, "current", grant->id == c->actor.grant_id);
    doc_close(c->doc);
}

static enum outcome write_actor(struct call *c, const struct visitor *visitor, struct err *e)
{
    const struct actor *a = &c->actor;
    const struct session_grant *grants = NULL;
    unsigned count = 0;
    enum outcome out = OUT_OK;

    if (c->tx)
        out = session_grants(c->tx, c->pool, &visitor->session, &grants, &count, e);
    doc_open(c->doc, "actor");
    doc_attr_int(c->doc, "id", a->person_id);
    doc_attr(c->doc, "name", a->name);
    doc_attr(c->doc, "role", role_code(a->role));
    doc_attr(c->doc, "role-label", role_label(a->role));
    doc_attr_int(c->doc, "unit-id", a->unit_id);
    doc_attr(c->doc, "unit-name", a->unit_name);
    for (unsigned i = 0; i < count; i++)
        write_grant(c, &grants[i]);
    doc_close(c->doc);
    return out;
}

static void write_tokens(struct call *c, const struct visitor *visitor)
{
    char once[TOKEN_SIZE];

    token_make(once);
    doc_open(c->doc, "token");
    doc_attr(c->doc, "csrf", visitor->session.csrf);
    doc_attr(c->doc, "once", once);
    doc_close(c->doc);
}

static void write_flash(struct call *c, const struct visitor *visitor)
{
    const char *name = cookies_secure(c->app->conf) ? COOKIE_FLASH_SECURE : COOKIE_FLASH_PLAIN;
    const char *sealed = cookie_get(c->pool, c->request->cookies, name);
    const char *token = visitor->token ? visitor->token : "";
    const char *key = sealed ? flash_open(c->pool, token, sealed) : NULL;
    const struct message *message = key ? message_find(c->app->messages, key) : NULL;
    const struct err none = ERR_INIT;

    if (!message)
        return;
    doc_open(c->doc, "flash");
    doc_attr(c->doc, "key", message->key);
    doc_attr(c->doc, "code", message->code);
    doc_leaf(c->doc, "what", message_fill(c->pool, message->what, &none));
    if (*message->next)
        doc_leaf(c->doc, "next", message_fill(c->pool, message->next, &none));
    doc_close(c->doc);
}

static void write_refusal(struct call *c, const struct err *refused, int status)
{
    const struct message *m = message_of(c->app->messages, refused);

    doc_open(c->doc, "refusal");
    doc_attr(c->doc, "code", m->code);
    doc_attr_int(c->doc, "status", status);
    doc_attr(c->doc, "request", c->request_id);
    doc_leaf(c->doc, "what", message_fill(c->pool, m->what, refused));
    if (*m->why)
        doc_leaf(c->doc, "why", message_fill(c->pool, m->why, refused));
    if (*m->next)
        doc_leaf(c->doc, "next", message_fill(c->pool, m->next, refused));
    if (*m->cite)
        doc_leaf(c->doc, "cite", message_fill(c->pool, m->cite, refused));
    doc_close(c->doc);
}

enum outcome page_envelope(struct call *c, const struct visitor *visitor, const struct err *refused,
                           int status, struct err *e)
{
    enum outcome out = OUT_OK;
    int64_t waiting = 0;

    if (visitor->known) {
        out = write_actor(c, visitor, e);
        write_tokens(c, visitor);
    }
    write_flash(c, visitor);
    if (refused)
        write_refusal(c, refused, status);
    if (c->route && c->route->fields)
        form_write(c->form, c->doc);
    if (out == OUT_OK && visitor->known && c->tx) {
        out = todo_count(c, &waiting, e);
        doc_open(c->doc, "todo");
        doc_attr_int(c->doc, "count", waiting);
        doc_close(c->doc);
    }
    return out;
}

static enum outcome as_xml(struct doc *doc, struct buf *out, struct err *e)
{
    enum outcome result = doc_finish(doc, e);

    return result == OUT_OK ? doc_serialize(doc, false, out, e) : result;
}

static enum outcome send(struct response *r, int status, bool xml, const struct buf *out,
                         struct err *e)
{
    if (out->over || out->len == 0)
        return err_set(e, OUT_INTERNAL, "internal", "the page is %s",
                       out->over ? "too large" : "empty");
    response_body(r, status, xml ? "application/xml; charset=utf-8" : "text/html; charset=utf-8",
                  out->data, out->len);
    return OUT_OK;
}

enum outcome page_render(struct call *c, bool xml, int status, struct response *r, struct err *e)
{
    struct buf *out = buf_new(c->pool, PAGE_MAX);
    enum outcome result;

    if (xml) {
        result = as_xml(c->doc, out, e);
    } else {
        result = doc_finish(c->doc, e);
        if (result == OUT_OK)
            result = sheet_apply(sheet_page(c->app->sheets), c->doc, out, e);
    }
    return result == OUT_OK ? send(r, status, xml, out, e) : result;
}

enum outcome page_paper(struct call *c, bool xml, struct response *r, struct err *e)
{
    struct buf *out = buf_new(c->pool, PAPER_BYTES_MAX);
    const struct sheet *form;
    struct doc *document = NULL;
    enum outcome result = sheet_form(c->app->sheets, c->paper_sheet, &form, e);

    if (result == OUT_OK)
        result = doc_finish(c->paper, e);
    if (result == OUT_OK)
        result = sheet_transform(form, c->pool, c->paper, &document, e);
    if (result == OUT_OK)
        result = schema_check(sheet_document_schema(c->app->sheets), document, e);
    if (result == OUT_OK && xml)
        result = doc_serialize(document, false, out, e);
    else if (result == OUT_OK)
        result = sheet_apply(sheet_layout(c->app->sheets), document, out, e);
    if (result == OUT_OK && !out->over)
        return send(r, 200, xml, out, e);
    if (result == OUT_TOOBIG || out->over)
        return err_set(e, OUT_TOOBIG, "paper.too-long", "%s: more than %u bytes", c->paper_sheet,
                       PAPER_BYTES_MAX);
    /* A paper that is not in order is our fault, whatever the step that saw it called it. */
    e->code = OUT_INTERNAL;
    return OUT_INTERNAL;
}
