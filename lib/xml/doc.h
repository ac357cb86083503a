/* Building a document, element by element.  Strings are checked (UTF-8, XML characters,
 * names) and never parsed; errors stick and are read once, by doc_finish or the sheet. */
#ifndef TDKT_XML_DOC_H
#define TDKT_XML_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/pool.h"

struct doc;

/* Freed with the pool. */
struct doc *doc_new(struct pool *pool, const char *root);

void doc_open(struct doc *doc, const char *name);
void doc_close(struct doc *doc);
void doc_attr(struct doc *doc, const char *name, const char *value); /* NULL: left out */
/* An attribute of the root, whatever stands in it by now. */
void doc_root_attr(struct doc *doc, const char *name, const char *value);
void doc_attr_int(struct doc *doc, const char *name, int64_t value);
void doc_attr_bool(struct doc *doc, const char *name, bool value);   /* "yes", "no" */
void doc_attr_date(struct doc *doc, const char *name, date_t value); /* DATE_NONE: left out */
void doc_text(struct doc *doc, const char *text);
/* <name>text</name> */
void doc_leaf(struct doc *doc, const char *name, const char *text);

/* OK when every open has its close and nothing stuck. The root counts as closed by this. */
enum outcome doc_finish(struct doc *doc, struct err *e) TDKT_MUST_USE;

/* Canonical enough for goldens: UTF-8, no declaration of standalone, one line per element when pretty. */
enum outcome doc_serialize(struct doc *doc, bool pretty, struct buf *out, struct err *e) TDKT_MUST_USE;

/* Parses bytes from a file of our own (law, flow, messages, sample): no DTD, no entities, no network, size-capped. */
enum outcome doc_load(struct pool *pool, const char *path, struct doc **out, struct err *e)
    TDKT_MUST_USE;
enum outcome doc_parse(struct pool *pool, const char *bytes, size_t len, const char *name,
                       struct doc **out, struct err *e) TDKT_MUST_USE;

#endif
