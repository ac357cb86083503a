/* The stylesheets, compiled once for all workers and found by name. */
#ifndef TDKT_FCGI_SHEETS_H
#define TDKT_FCGI_SHEETS_H

#include "fcgi/route.h"
#include "lib/xml/schema.h"
#include "lib/xml/sheet.h"

struct sheets;

/* xslt/page/site.xsl, which holds every page (the routes' pages must be among its files); every
 * xslt/form/NAME.xsl; the HTML layout; the schema of official documents.  INVALID or NOTFOUND names
 * the file. */
enum outcome sheets_load(struct pool *pool, const char *data_dir, const struct route *table,
                         unsigned count, struct sheets **out, struct err *e) TDKT_MUST_USE;

/* Shows the page that its document names (page/@id). */
const struct sheet *sheet_page(const struct sheets *sheets);

/* INTERNAL when there is no such sheet. */
enum outcome sheet_form(const struct sheets *sheets, const char *name, const struct sheet **out,
                        struct err *e) TDKT_MUST_USE;
const struct sheet *sheet_layout(const struct sheets *sheets);
const struct schema *sheet_document_schema(const struct sheets *sheets);

#endif
