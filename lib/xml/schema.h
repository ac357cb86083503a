/* RELAX NG schemas. */
#ifndef TDKT_XML_SCHEMA_H
#define TDKT_XML_SCHEMA_H

#include "lib/xml/doc.h"

struct schema;

enum outcome schema_load(struct pool *pool, const char *path, struct schema **out, struct err *e)
    TDKT_MUST_USE;

/* INVALID with the first complaint (element, line). */
enum outcome schema_check(const struct schema *schema, struct doc *doc, struct err *e) TDKT_MUST_USE;

#endif
