/* Reading a loaded document: no foreign types, no allocation. */
#ifndef TDKT_XML_TREE_H
#define TDKT_XML_TREE_H

#include "lib/xml/doc.h"

/* An element; NULL is "none" and every function takes it. */
typedef const void *node_t;

node_t node_root(const struct doc *doc);
node_t node_first(node_t parent, const char *name); /* first child element; NULL name: any */
node_t node_next(node_t node, const char *name);    /* next sibling element */
const char *node_name(node_t node);
/* The attribute's value, "" when there is none; owned by pool. */
const char *node_attr(struct pool *pool, node_t node, const char *name);
bool node_has(node_t node, const char *name);
/* All text below the element; owned by pool. */
const char *node_text(struct pool *pool, node_t node);
int node_line(node_t node);

#endif
