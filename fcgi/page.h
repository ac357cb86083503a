/* The document around a resource, and its way to the browser.
 *
 * <page id url lang today department> <actor/> <token/> <flash/> <refusal/> <form/> <todo/>, then
 * the resource: see tests/data/page/README.md.  A page is complete, or it is an error: nothing half
 * is ever sent.
 */
#ifndef TDKT_FCGI_PAGE_H
#define TDKT_FCGI_PAGE_H

#include "fcgi/call.h"
#include "fcgi/guard.h"
#include "fcgi/response.h"

/* A page larger than this is an error; ui.md asks for 100 kB. */
#define PAGE_MAX (8u << 20)
/* A paper: certificates of ten thousand rows are about 12 MB. */
#define PAPER_BYTES_MAX (24u << 20)

/* Makes c->doc with its root open. */
void page_open(struct call *c, const char *id);

/* The page turns out to be another one of the site's sheets. */
void page_becomes(struct call *c, const char *id);

/* Everything around the resource, before it: in the transaction c->tx (NULL: what needs the
 * database is left out). refused may be NULL. */
enum outcome page_envelope(struct call *c, const struct visitor *visitor, const struct err *refused,
                           int status, struct err *e) TDKT_MUST_USE;

/* Renders c->doc, or gives it as it is. */
enum outcome page_render(struct call *c, bool xml, int status, struct response *r, struct err *e)
    TDKT_MUST_USE;

/* c->paper through its form sheet, the schema and the layout. */
enum outcome page_paper(struct call *c, bool xml, struct response *r, struct err *e) TDKT_MUST_USE;

/* The key of the message kept for the next page: bound to the session token ("" before login). */
const char *flash_seal(struct pool *pool, const char *token, const char *key);
/* NULL when it was not sealed with this token. */
const char *flash_open(struct pool *pool, const char *token, const char *sealed);

#endif
