#include "fcgi/messages.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/xml/tree.h"

/* A sentence longer than this is cut. */
#define MESSAGE_MAX 4096

struct messages {
    struct message *v;
    unsigned n;
};

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct message *)a)->key, ((const struct message *)b)->key);
}

static const char *child(struct pool *pool, node_t message, const char *name)
{
    return node_text(pool, node_first(message, name));
}

static enum outcome read_one(struct pool *pool, node_t at, struct message *out, struct err *e)
{
    *out = (struct message){
        .key = node_attr(pool, at, "key"),
        .code = node_attr(pool, at, "code"),
        .what = child(pool, at, "what"),
        .why = child(pool, at, "why"),
        .next = child(pool, at, "next"),
        .cite = child(pool, at, "cite"),
    };
    if (!*out->key || !*out->what)
        return err_set(e, OUT_INVALID, "config.messages", "messages.xml:%d: no key or no <what>",
                       node_line(at));
    return OUT_OK;
}

enum outcome messages_load(struct pool *pool, const char *path, struct messages **out,
                           struct err *e)
{
    struct messages *messages = pool_alloc(pool, sizeof *messages);
    struct doc *doc;
    enum outcome result = doc_load(pool, path, &doc, e);
    unsigned room = 0;

    if (result != OUT_OK)
        return result;
    for (node_t at = node_first(node_root(doc), "message"); at; at = node_next(at, "message"))
        room++;
    messages->v = pool_alloc(pool, (room + 1) * sizeof *messages->v);
    for (node_t at = node_first(node_root(doc), "message"); at; at = node_next(at, "message")) {
        result = read_one(pool, at, &messages->v[messages->n++], e);
        if (result != OUT_OK)
            return result;
    }
    qsort(messages->v, messages->n, sizeof *messages->v, by_key);
    for (unsigned i = 1; i < messages->n; i++)
        if (strcmp(messages->v[i - 1].key, messages->v[i].key) == 0)
            return err_set(e, OUT_INVALID, "config.messages", "messages.xml: %s stands twice",
                           messages->v[i].key);
    *out = messages;
    return OUT_OK;
}

const struct message *message_find(const struct messages *messages, const char *key)
{
    struct message wanted = {.key = key};

    return bsearch(&wanted, messages->v, messages->n, sizeof *messages->v, by_key);
}

/* When even the file has no sentence for an outcome. */
static const struct message last_resort = {
    .key = "outcome.internal",
    .code = "TD-500",
    .what = "Yêu cầu chưa được thực hiện.",
    .why = "",
    .next = "Hãy thử lại sau ít phút; nếu vẫn không được, hãy báo cho quản trị hệ thống mã dưới đây.",
    .cite = "",
};

const struct message *message_of(const struct messages *messages, const struct err *e)
{
    const struct message *found = message_find(messages, e->key);
    char key[40] = "outcome.";

    if (found)
        return found;
    strncat(key, outcome_name(e->code), sizeof key - strlen(key) - 1);
    found = message_find(messages, key);
    return found ? found : &last_resort;
}

static const char *argument(const struct err *e, const char *name, size_t len)
{
    for (unsigned i = 0; i < e->args; i++)
        if (strlen(e->arg[i].name) == len && memcmp(e->arg[i].name, name, len) == 0)
            return e->arg[i].value;
    return "";
}

const char *message_fill(struct pool *pool, const char *text, const struct err *e)
{
    struct buf *out;

    if (!strchr(text, '{'))
        return text;
    out = buf_new(pool, MESSAGE_MAX);
    while (*text) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;

        if (close) {
            buf_puts(out, argument(e, text + 1, (size_t)(close - text - 1)));
            text = close + 1;
        } else {
            buf_putc(out, *text++);
        }
    }
    return out->data;
}
