/* THE table of what can be asked: only data.  The zero value of every policy column is invalid. */
#ifndef TDKT_FCGI_ROUTE_H
#define TDKT_FCGI_ROUTE_H

#include "fcgi/call.h"
#include "fcgi/request.h"

enum body_limit { BODY_UNSET = 0, BODY_NONE, BODY_FORM, BODY_UPLOAD };

/* The login form carries a form whose session is over, of at most so many bytes; more is not kept, and the page says
 * so.  It travels sealed, by POST only, and no route declares it (keep.c). */
#define KEPT_MAX (256 << 10)

struct route {
    enum method method;
    const char *path;           /* "/nominations/{id}/act/{word}" */
    enum permission permission;
    enum db_mode mode;          /* DB_READ for GET: its handler cannot write */
    enum body_limit body;
    const struct field *fields; /* ended by a NULL name; also the query of a GET; NULL: none */
    handler run;
    const char *sheet;          /* page NAME, of xslt/page/NAME.xsl; NULL: answers otherwise */
    handler again;              /* POST: the page that comes back when a field is in error, in a fresh read */
    const char *again_sheet;
    bool bare;                  /* without transaction, actor and page: /healthz */
    handler prepare;            /* POST: before the transaction and without one (c->tx is NULL): asks the directory,
                                 * or the virus scanner */
};

extern const struct route routes[];
extern const unsigned routes_count;

#endif
