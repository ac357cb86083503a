#include "lib/xml/tree.h"

#include <string.h>

#include "lib/xml/internal.h"

static const xmlNode *element(const xmlNode *node, const char *name)
{
    while (node && (node->type != XML_ELEMENT_NODE ||
                    (name && strcmp((const char *)node->name, name) != 0)))
        node = node->next;
    return node;
}

node_t node_root(const struct doc *doc)
{
    return doc->root;
}

node_t node_first(node_t parent, const char *name)
{
    return parent ? element(((const xmlNode *)parent)->children, name) : NULL;
}

node_t node_next(node_t node, const char *name)
{
    return node ? element(((const xmlNode *)node)->next, name) : NULL;
}

const char *node_name(node_t node)
{
    return node ? (const char *)((const xmlNode *)node)->name : "";
}

static const xmlAttr *attribute(node_t node, const char *name)
{
    const xmlAttr *attr = node ? ((const xmlNode *)node)->properties : NULL;

    while (attr && strcmp((const char *)attr->name, name) != 0)
        attr = attr->next;
    return attr;
}

/* Without entities an attribute's value is one text node, or none when it is empty. */
const char *node_attr(struct pool *pool, node_t node, const char *name)
{
    const xmlAttr *attr = attribute(node, name);

    if (!attr || !attr->children)
        return "";
    return pool_strdup(pool, (const char *)attr->children->content);
}

bool node_has(node_t node, const char *name)
{
    return attribute(node, name) != NULL;
}

const char *node_text(struct pool *pool, node_t node)
{
    xmlChar *text;
    const char *copy;

    if (!node)
        return "";
    text = xmlNodeGetContent(node);
    copy = pool_strdup(pool, (const char *)text);
    xmlFree(text);
    return copy;
}

int node_line(node_t node)
{
    return node ? (int)xmlGetLineNo(node) : 0;
}
