#include "lib/xml/stream.h"

#include <string.h>

#include "lib/base/pool.h"
#include "lib/xml/internal.h"

/* Limits of a foreign file: past them it is refused as too large. A worksheet is 6 deep, a cell holds 32,767
 * characters, an element of it has under 20 attributes. */
#define STREAM_DEPTH_MAX 64
#define STREAM_TEXT_MAX (1u << 20)
#define STREAM_ATTRS_MAX 64
#define STREAM_ATTR_BYTES_MAX 32768
#define STREAM_PIECE 16384
/* Different names, which libxml2 keeps and looks through at each new one; a worksheet has some dozens. */
#define STREAM_NAMES_MAX 4096
/* What libxml2 may hold back because a tag has not ended: it compares every attribute of a tag with every other one before we
 * are told of any. */
#define STREAM_HELD_MAX (2u * STREAM_ATTR_BYTES_MAX)

struct stream {
    const struct stream_handler *handler;
    void *ctx;
    struct err *e;
    enum outcome outcome; /* what stopped it */
    xmlParserCtxtPtr parser;
    unsigned depth;
    size_t text; /* bytes of text since the last tag */
    struct stream_attr attrs[STREAM_ATTRS_MAX];
    char values[STREAM_ATTR_BYTES_MAX];
    char piece[STREAM_PIECE];
};

static void stop(struct stream *s, enum outcome outcome)
{
    if (outcome == OUT_OK || s->outcome != OUT_OK)
        return;
    s->outcome = outcome;
    xmlStopParser(s->parser);
}

static void too_large(struct stream *s, const char *what)
{
    stop(s, err_set(s->e, OUT_TOOBIG, "xml.large", "stream: too much %s", what));
}

/* Copies the values, which libxml2 gives without an end, and hands them over. */
static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attrs)
{
    struct stream *s = ctx;
    size_t used = 0;

    (void)prefix, (void)uri, (void)declared, (void)defaulted;
    if (s->outcome != OUT_OK)
        return;
    s->text = 0;
    if (++s->depth > STREAM_DEPTH_MAX || count > STREAM_ATTRS_MAX || namespaces > STREAM_ATTRS_MAX) {
        too_large(s, "nesting or attributes");
        return;
    }
    for (int i = 0; i < count; i++) {
        const xmlChar **attr = attrs + (ptrdiff_t)i * 5; /* name, prefix, URI, value, its end */
        size_t len = (size_t)(attr[4] - attr[3]);

        if (len >= sizeof s->values - used) {
            too_large(s, "text in attributes");
            return;
        }
        memcpy(s->values + used, attr[3], len);
        s->values[used + len] = '\0';
        s->attrs[i].name = (const char *)attr[0];
        s->attrs[i].value = s->values + used;
        used += len + 1;
    }
    if (s->handler->start)
        stop(s, s->handler->start(s->ctx, (const char *)name, s->attrs, (unsigned)count, s->e));
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct stream *s = ctx;

    (void)prefix, (void)uri;
    if (s->outcome != OUT_OK)
        return;
    s->text = 0;
    s->depth--;
    if (s->handler->end)
        stop(s, s->handler->end(s->ctx, (const char *)name, s->e));
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
    struct stream *s = ctx;

    if (s->outcome != OUT_OK)
        return;
    s->text += (size_t)len;
    if (s->text > STREAM_TEXT_MAX)
        too_large(s, "text");
    else if (s->handler->text)
        stop(s, s->handler->text(s->ctx, (const char *)text, (size_t)len, s->e));
}

static void on_dtd(void *ctx, const xmlChar *name, const xmlChar *external,
                   const xmlChar *system)
{
    struct stream *s = ctx;

    (void)name, (void)external, (void)system;
    stop(s, err_set(s->e, OUT_INVALID, "xml.dtd", "stream: a DTD is not allowed"));
}

/* Only &amp; &lt; &gt; &quot; &apos; exist. */
static xmlEntityPtr on_entity(void *ctx, const xmlChar *name)
{
    (void)ctx;
    return xmlGetPredefinedEntity(name);
}

static bool holds_too_much(const struct stream *s)
{
    const xmlParserInput *in = s->parser->input;

    return in && (size_t)(in->end - in->cur) > STREAM_HELD_MAX;
}

static enum outcome feed(struct stream *s, stream_source read, void *source)
{
    ssize_t n;
    int wrong = 0;

    do {
        n = read(source, s->piece, sizeof s->piece, s->e);
        if (n < 0)
            return s->e->code;
        wrong = xmlParseChunk(s->parser, s->piece, (int)n, n == 0);
        if (holds_too_much(s))
            too_large(s, "text in a tag");
        else if (xmlDictSize(s->parser->dict) > STREAM_NAMES_MAX)
            too_large(s, "names");
    } while (n > 0 && wrong == 0 && s->outcome == OUT_OK);
    if (s->outcome != OUT_OK)
        return s->outcome;
    if (wrong == 0 && s->parser->wellFormed)
        return OUT_OK;
    err_arg_int(s->e, "line", xml_report_line());
    err_arg(s->e, "reason", xml_report());
    return err_set(s->e, OUT_INVALID, "xml.stream", "stream: line %d: %s", xml_report_line(),
                   xml_report());
}

enum outcome stream_read(stream_source read, void *source, const struct stream_handler *handler,
                         void *ctx, struct err *e)
{
    struct pool *pool = pool_new("stream", 1u << 20);
    struct stream *s = pool_alloc(pool, sizeof *s);
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .cdataBlock = on_text,
        .internalSubset = on_dtd,
        .getEntity = on_entity,
    };
    enum outcome out;

    xml_init();
    xml_report_reset();
    s->handler = handler;
    s->ctx = ctx;
    s->e = e;
    s->parser = xmlCreatePushParserCtxt(&sax, s, NULL, 0, NULL);
    /* NOENT: &amp; in an attribute as its character; there are no other entities (on_dtd, on_entity). */
    xmlCtxtUseOptions(s->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    out = feed(s, read, source);
    xmlFreeParserCtxt(s->parser);
    pool_free(pool);
    return out;
}
