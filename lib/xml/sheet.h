/* XSLT sheets, compiled once per process.  At run time they reach no file and no network, and their depth and
 * work are limited. */
#ifndef TDKT_XML_SHEET_H
#define TDKT_XML_SHEET_H

#include "lib/xml/doc.h"

struct sheet;

/* Compiles a file (with what it includes).  Lives until the pool is freed. */
enum outcome sheet_load(struct pool *pool, const char *path, struct sheet **out, struct err *e)
    TDKT_MUST_USE;

/* Document -> bytes as the sheet's xsl:output says.  INTERNAL on any doubt: unfinished document, transform state not OK,
 * xsl:message terminate, empty result. */
enum outcome sheet_apply(const struct sheet *sheet, struct doc *doc, struct buf *out, struct err *e)
    TDKT_MUST_USE;

/* Document -> document: the first of the two steps of paper. */
enum outcome sheet_transform(const struct sheet *sheet, struct pool *pool, struct doc *doc,
                             struct doc **out, struct err *e) TDKT_MUST_USE;

/* Once per process, before anything of lib/xml. */
void xml_init(void);

#endif
