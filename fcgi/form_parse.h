/* The request loop's side of a form: making it from what came, and making it new for a second run.
 */
#ifndef TDKT_FCGI_FORM_PARSE_H
#define TDKT_FCGI_FORM_PARSE_H

#include "fcgi/form.h"
#include "fcgi/messages.h"
#include "fcgi/pairs.h"

/* Of a FIELD_TEXT and a FIELD_LONG that name no max, in characters. */
#define FIELD_TEXT_MAX 500
#define FIELD_LONG_MAX 20000

/* Errors a handler may add to fields that were not posted; further ones are not shown. */
#define FORM_ERRORS_MAX 64

/* What form_invalid() answers: the errors stand at the fields. */
#define FORM_INVALID_KEY "form.invalid"

/* Never fails: what is wrong stands at its field.  pairs NULL: nothing came.  posted: required
 * fields are asked for; a query may leave them out. */
struct form *form_parse(struct pool *pool, const struct messages *messages,
                        const struct field *fields, const struct pairs *pairs, bool posted);

/* Takes back the errors a handler added, before the handler runs again. */
void form_reset(struct form *form);

#endif
