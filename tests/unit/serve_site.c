#include "tests/unit/serve_site.h"

#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcgi/messages.h"
#include "fcgi/sheets.h"
#include "fcgi/todo.h"
#include "tests/unit/fake_store.h"

struct serve_site site;

enum outcome todo_count(struct call *c, int64_t *count, struct err *e)
{
    (void)c;
    (void)e;
    *count = 5;
    return OUT_OK;
}

static enum outcome things(struct call *c, struct err *e)
{
    (void)e;
    doc_leaf(c->doc, "things", "mọi thứ");
    return OUT_OK;
}

static enum outcome make_thing(struct call *c, struct err *e)
{
    site.handled++;
    if (site.outcome != OUT_OK) {
        c->see_other = "/never";
        return err_set(e, site.outcome, site.key, "scripted by the handler");
    }
    if (strcmp(form_text(c->form, "title"), "trùng") == 0) {
        form_error(c->form, "title", "field.twice");
        return form_invalid(e);
    }
    c->see_other = "/things/1";
    c->flash = "done.thing";
    return OUT_OK;
}

static enum outcome login_page(struct call *c, struct err *e)
{
    (void)e;
    doc_open(c->doc, "login");
    doc_attr(c->doc, "kept", c->kept);
    doc_close(c->doc);
    return OUT_OK;
}

static enum outcome log_in(struct call *c, struct err *e)
{
    (void)e;
    if (strcmp(form_text(c->form, "password"), "đúng rồi") != 0) {
        err_set(&c->refused, OUT_AUTHN, "login.wrong", "scripted");
        return OUT_OK;
    }
    script.expired = false;
    c->set_cookie = FAKE_TOKEN;
    c->entered = script.other ? FAKE_PERSON + 1 : FAKE_PERSON;
    c->see_other = "/";
    return OUT_OK;
}

static enum outcome ask(struct call *c, struct err *e)
{
    assert_null(c->tx);
    if (strcmp(form_text(c->form, "login"), "down") == 0)
        return err_set(e, OUT_UNAVAIL, "dir.down", "scripted");
    return OUT_OK;
}

static enum outcome give_file(struct call *c, struct err *e)
{
    struct buf *bytes = buf_new(c->pool, 100);

    (void)e;
    buf_puts(bytes, "bytes");
    c->download = bytes;
    c->download_name = "Sổ.csv";
    c->download_type = "text/csv";
    return OUT_OK;
}

static enum outcome give_stored(struct call *c, struct err *e)
{
    (void)e;
    c->internal_file = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    c->read = (struct audit_entry){.action = "stored.read", .object = "stored"};
    c->download_name = "scan.pdf";
    c->download_type = "application/pdf";
    return OUT_OK;
}

static enum outcome give_paper(struct call *c, struct err *e)
{
    (void)e;
    c->paper = doc_new(c->pool, "decision");
    doc_attr(c->paper, "title", "QUYẾT ĐỊNH");
    c->paper_sheet = c->word;
    return OUT_OK;
}

static enum outcome probe(struct call *c, struct err *e)
{
    struct buf *out = buf_new(c->pool, 100);

    (void)e;
    buf_puts(out, "ok\n");
    c->plain = out;
    return OUT_OK;
}

static enum outcome nothing(struct call *c, struct err *e)
{
    (void)c;
    (void)e;
    return OUT_OK;
}

static const struct field query[] = {{.name = "q", .type = FIELD_TEXT, .max = 10},
                                     {.name = "year", .type = FIELD_INT, .min = 2000, .max = 2100},
                                     {.name = NULL}};
static const struct field thing[] = {{.name = "title", .type = FIELD_TEXT, .required = true},
                                     {.name = "note", .type = FIELD_LONG},
                                     {.name = "day", .type = FIELD_DATE},
                                     {.name = "pin", .type = FIELD_SECRET},
                                     {.name = NULL}};
static const struct field entry[] = {{.name = "login", .type = FIELD_TEXT},
                                     {.name = "password", .type = FIELD_SECRET},
                                     {.name = "next", .type = FIELD_TEXT},
                                     {.name = NULL}};

#define READ .method = METHOD_GET, .mode = DB_READ, .body = BODY_NONE
#define WRITE .method = METHOD_POST, .mode = DB_WRITE, .body = BODY_FORM

static const struct route table[] = {
    {READ, .path = "/things", .permission = PERM_READ_UNITS, .fields = query, .run = things, .sheet = "things"},
    {WRITE, .path = "/things", .permission = PERM_READ_UNITS, .fields = thing, .run = make_thing,
     .again = things, .again_sheet = "things"},
    {WRITE, .path = "/things/strict", .permission = PERM_READ_UNITS, .fields = thing, .run = make_thing},
    {READ, .path = "/login", .permission = PERM_ANYBODY, .fields = entry, .run = login_page, .sheet = "login"},
    {WRITE, .path = "/login", .permission = PERM_ANYBODY, .fields = entry, .prepare = ask, .run = log_in,
     .again = login_page, .again_sheet = "login"},
    {READ, .path = "/admin", .permission = PERM_ADMIN_ROLES, .run = things, .sheet = "things"},
    {READ, .path = "/file", .permission = PERM_SELF, .run = give_file},
    {READ, .path = "/stored", .permission = PERM_SELF, .run = give_stored},
    {READ, .path = "/paper/{word}", .permission = PERM_SELF, .run = give_paper},
    {READ, .path = "/broken", .permission = PERM_SELF, .run = things, .sheet = "broken"},
    {READ, .path = "/silent", .permission = PERM_SELF, .run = nothing},
    {READ, .path = "/probe", .permission = PERM_ANYBODY, .run = probe, .bare = true},
};
#define COUNT (sizeof table / sizeof table[0])

struct posted {
    const char *at;
    size_t left;
};

static ssize_t read_posted(void *from, void *to, size_t cap)
{
    struct posted *p = from;
    size_t n = p->left < cap ? p->left : cap;

    memcpy(to, p->at, n);
    p->at += n;
    p->left -= n;
    return (ssize_t)n;
}

int ask_for(const char *method, const char *uri, const char *body, const char *extra)
{
    struct pool *pool = pool_new("request", 64 << 20);
    struct buf *out = buf_new(pool, 1 << 20);
    struct posted posted = {body, strlen(body)};
    char *env[16] = {pool_printf(pool, "REQUEST_METHOD=%s", method),
                     pool_printf(pool, "REQUEST_URI=%s", uri), pool_strdup(pool, "HTTP_HOST=tdkt.test"),
                     pool_strdup(pool, "REMOTE_ADDR=192.0.2.7"),
                     pool_printf(pool, "CONTENT_LENGTH=%zu", strlen(body)),
                     NULL};
    char *lines = pool_strdup(pool, extra);
    int n = 5, status;

    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n"))
        env[n++] = line;
    env[n] = pool_strdup(pool, "CONTENT_TYPE=application/x-www-form-urlencoded"); /* unless extra had one */
    serve(&site.app, table, COUNT, pool, env, (struct body_source){read_posted, &posted}, NULL, out);
    snprintf(site.answer, sizeof site.answer, "%s", out->data);
    assert_int_equal(sscanf(site.answer, "Status: %d", &status), 1);
    pool_free(pool);
    return status;
}

void site_load(void)
{
    const char *root = getenv("top_srcdir");
    struct messages *messages;
    struct sheets *sheets;
    struct err e = ERR_INIT;
    char path[4096];

    site.pool = pool_new("site", 64 << 20);
    xml_init();
    snprintf(path, sizeof path, "%s/tests/unit/site", root ? root : "..");
    if (messages_load(site.pool, pool_printf(site.pool, "%s/conf/messages.xml", path), &messages, &e) != OUT_OK ||
        sheets_load(site.pool, path, table, COUNT, &sheets, &e) != OUT_OK) {
        fprintf(stderr, "%s\n", e.text);
        exit(1);
    }
    site.conf = (struct conf){.body_bytes = 1 << 20, .upload_bytes = 1 << 20, .base_url = "",
                              .cookie_secure = "no", .office_short = "Sở Y tế",
                              .office_province = "tỉnh Cà Mau"};
    site.app = (struct app){.conf = &site.conf, .messages = messages, .sheets = sheets};
}
