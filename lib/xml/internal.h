/* Shared by the files of lib/xml and by nobody else: here libxml2 has its own types. */
#ifndef TDKT_XML_INTERNAL_H
#define TDKT_XML_INTERNAL_H

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "lib/xml/sheet.h"

/* Deeper trees are refused; libxml2's parser stops at 256. */
#define DOC_DEPTH_MAX 200

/* Work of one XPath evaluation or one transformation (about a second); past it they fail. */
#define XML_OPERATIONS_MAX 10000000

struct doc {
    struct pool *pool;
    xmlDocPtr xml;
    xmlNodePtr root, at; /* at: the open element, never NULL */
    unsigned depth;      /* elements open below the root */
    char problem[160];   /* what went wrong first, "" when nothing did */
};

/* What libxml2 and libxslt complained of since the reset: the first complaints, one line, "" for none. */
void xml_report_reset(void);
void xml_report_add(const char *piece);
const char *xml_report(void);
int xml_report_line(void);
const char *xml_report_place(void); /* path of the element, "" when unknown */

/* Parses with everything refused that reaches outside; NULL with the complaint in xml_report.
 * dict may be NULL. */
xmlDocPtr xml_parse(const char *bytes, size_t len, const char *name, xmlDictPtr dict);

/* A document around a finished tree, which it owns from now on. */
struct doc *doc_adopt(struct pool *pool, xmlDocPtr xml);

/* How libxml2 writes into a struct buf. */
int xml_write(void *ctx, const char *bytes, int len);

/* The whole file, NUL after it. NOTFOUND, TOOBIG. */
enum outcome file_read(struct pool *pool, const char *path, char **bytes, size_t *len,
                       struct err *e) TDKT_MUST_USE;

#endif
