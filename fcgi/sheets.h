/* The stylesheets a worker needs, compiled once at start and found by name. */
#ifndef TDKT_FCGI_SHEETS_H
#define TDKT_FCGI_SHEETS_H

#include "fcgi/route.h"
#include "lib/xml/schema.h"
#include "lib/xml/sheet.h"

struct sheets;

/* The page sheets that the routes name and "message"; every xslt/form/NAME.xsl (names that begin with '_' are parts of others);
 * the HTML layout; the schema of official documents.  INVALID or NOTFOUND names the file. */
enum outcome sheets_load(struct pool *pool, const char *data_dir, const struct route *table,
                         unsigned count, struct sheets **out, struct err *e) TDKT_MUST_USE;

/* INTERNAL when there is no such sheet. */
enum outcome sheet_page(const struct sheets *sheets, const char *name, const struct sheet **out,
                        struct err *e) TDKT_MUST_USE;
enum outcome sheet_form(const struct sheets *sheets, const char *name, const struct sheet **out,
                        struct err *e) TDKT_MUST_USE;
const struct sheet *sheet_layout(const struct sheets *sheets);
const struct schema *sheet_document_schema(const struct sheets *sheets);

#endif
