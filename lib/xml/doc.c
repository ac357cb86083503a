#include "lib/xml/internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"

#define XML(text) ((const xmlChar *)(text))

static void release(void *data)
{
    xmlFreeDoc(data);
}

struct doc *doc_adopt(struct pool *pool, xmlDocPtr xml)
{
    struct doc *doc = pool_alloc(pool, sizeof *doc);

    doc->pool = pool;
    doc->xml = xml;
    doc->root = doc->at = xmlDocGetRootElement(xml);
    pool_on_free(pool, release, xml);
    return doc;
}

static void stick(struct doc *doc, const char *what, const char *name)
{
    if (doc->problem[0] == '\0')
        snprintf(doc->problem, sizeof doc->problem, "%s: %s in %s", what, name,
                 (const char *)doc->at->name);
}

static bool good_name(struct doc *doc, const char *name)
{
    if (name && xmlValidateNCName(XML(name), 0) == 0)
        return true;
    stick(doc, "not a name", name && utf8_clean(name, strlen(name)) ? name : "(bytes)");
    return false;
}

static bool good_text(struct doc *doc, const char *name, const char *text)
{
    if (utf8_clean(text, strlen(text)))
        return true;
    stick(doc, "not text", name);
    return false;
}

struct doc *doc_new(struct pool *pool, const char *root)
{
    xmlDocPtr xml;
    xmlNodePtr node;
    struct doc *doc;
    bool fit = xmlValidateNCName(XML(root), 0) == 0;

    xml_init();
    xml = xmlNewDoc(XML("1.0"));
    xml->dict = xmlDictCreate(); /* a name is kept once, however many elements carry it */
    node = xmlNewDocNode(xml, NULL, fit ? XML(root) : XML("unnamed"), NULL);
    xmlDocSetRootElement(xml, node);
    doc = doc_adopt(pool, xml);
    if (!fit)
        stick(doc, "not a name", "the root");
    return doc;
}

void doc_open(struct doc *doc, const char *name)
{
    if (doc->problem[0] || !good_name(doc, name))
        return;
    if (doc->depth >= DOC_DEPTH_MAX) {
        stick(doc, "too deep", name);
        return;
    }
    doc->at = xmlAddChild(doc->at, xmlNewDocNode(doc->xml, NULL, XML(name), NULL));
    doc->depth++;
}

void doc_close(struct doc *doc)
{
    if (doc->problem[0])
        return;
    if (doc->depth == 0) {
        stick(doc, "closed more than was opened", "");
        return;
    }
    doc->at = doc->at->parent;
    doc->depth--;
}

void doc_attr(struct doc *doc, const char *name, const char *value)
{
    if (!value || doc->problem[0] || !good_name(doc, name) || !good_text(doc, name, value))
        return;
    if (doc->at->children)
        stick(doc, "attribute after content", name);
    else if (xmlHasProp(doc->at, XML(name)))
        stick(doc, "attribute twice", name);
    else
        xmlNewNsProp(doc->at, NULL, XML(name), XML(value));
}

void doc_root_attr(struct doc *doc, const char *name, const char *value)
{
    if (!doc->problem[0] && good_name(doc, name) && good_text(doc, name, value))
        xmlSetProp(doc->root, XML(name), XML(value));
}

void doc_attr_int(struct doc *doc, const char *name, int64_t value)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRId64, value);
    doc_attr(doc, name, text);
}

void doc_attr_bool(struct doc *doc, const char *name, bool value)
{
    doc_attr(doc, name, value ? "yes" : "no");
}

void doc_attr_date(struct doc *doc, const char *name, date_t value)
{
    char text[DATE_ISO_SIZE];

    if (value == DATE_NONE)
        return;
    date_iso(value, text);
    doc_attr(doc, name, text);
}

void doc_text(struct doc *doc, const char *text)
{
    if (!text || doc->problem[0] || text[0] == '\0' ||
        !good_text(doc, (const char *)doc->at->name, text))
        return;
    xmlAddChild(doc->at, xmlNewDocText(doc->xml, XML(text)));
}

void doc_leaf(struct doc *doc, const char *name, const char *text)
{
    doc_open(doc, name);
    doc_text(doc, text);
    doc_close(doc);
}

enum outcome doc_finish(struct doc *doc, struct err *e)
{
    if (doc->problem[0])
        return err_set(e, OUT_INTERNAL, "internal", "document %s: %s",
                       (const char *)doc->root->name, doc->problem);
    if (doc->depth != 0)
        return err_set(e, OUT_INTERNAL, "internal", "document %s: %u elements left open at %s",
                       (const char *)doc->root->name, doc->depth, (const char *)doc->at->name);
    return OUT_OK;
}
