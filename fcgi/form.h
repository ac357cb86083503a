/* Fields of a request: declared in the route, validated while they are parsed.
 *
 * A handler gets typed values, or is not called: a field in error brings the page back with
 * everything that was typed.
 */
#ifndef TDKT_FCGI_FORM_H
#define TDKT_FCGI_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/xml/doc.h"

enum field_type {
    FIELD_UNSET = 0,
    FIELD_TEXT,     /* one line */
    FIELD_LONG,     /* several lines */
    FIELD_CODE,     /* letters, digits, - _ . */
    FIELD_INT,
    FIELD_DATE,
    FIELD_BOOL,     /* checkbox; posts "yes" (or "no") */
    FIELD_CHOICE,   /* one of choices */
    FIELD_CHOICES,  /* any number of at most 63 choices: checkboxes of one name, each once; the text joins them by a space */
    FIELD_IDS,      /* any number of ids: checkboxes of one name, each once */
    FIELD_SECRET,   /* never kept, never shown again */
    FIELD_FILE
};

struct field {
    const char *name;
    enum field_type type;
    bool required;
    int64_t min, max;           /* int: value; text: characters (max 0: see form_parse.h); file: bytes */
    const char *const *choices; /* NULL-ended */
};

struct form_file {
    const char *name, *media_type; /* as the client said (the name normalised); trust neither */
    const void *bytes;
    size_t len;
};

struct form;

/* Values of declared fields; "" / 0 / DATE_NONE / false when absent. Panics on a name the route
 * does not declare. */
const char *form_text(const struct form *form, const char *name);
int64_t form_int(const struct form *form, const char *name);
/* The same on a page that forms of several routes bring back: 0 also when this route does not declare the name. */
int64_t form_int_if(const struct form *form, const char *name);
bool form_has(const struct form *form, const char *name); /* given and not empty */
date_t form_date(const struct form *form, const char *name);
bool form_bool(const struct form *form, const char *name);

/* Ids in order, each once; and whether one is among them. */
unsigned form_ids(const struct form *form, const char *name, const int64_t **out);
bool ids_hold(const int64_t *ids, unsigned count, int64_t id);

const struct form_file *form_file(const struct form *form, const char *name); /* NULL when none */

/* Fields whose names carry an id: declared as "yes-", read as form_int_for(form, "yes-", 12). -1
 * when absent. The number of a FIELD_CHOICE is the place of the choice in its list, of a FIELD_BOOL
 * 1 or 0. */
int64_t form_int_for(const struct form *form, const char *prefix, int64_t id);

/* Was anything sent under such a name, right or wrong?  False also when this route does not declare it. */
bool form_typed_for(const struct form *form, const char *prefix, int64_t id);

/* Does this route have such a field? */
bool form_declares(const struct form *form, const char *name);

/* Says what is wrong with a field; key is a message of conf/messages.xml.  The handler then returns
 * form_invalid(). */
void form_error_why(struct form *form, const char *name, const struct err *why); /* with the message's arguments */
static inline void form_error(struct form *form, const char *name, const char *key)
{
    struct err why = ERR_INIT;

    err_set(&why, OUT_INVALID, key, "field %s", name);
    form_error_why(form, name, &why);
}
/* Papers are not dated ahead: says so of a day after today. */
void form_need_past(struct form *form, const char *name, date_t today);
enum outcome form_invalid(struct err *e);
bool form_ok(const struct form *form);

/* <form><field name= value= error= message=/>...</form>; the request loop writes it on every page
 * whose route has fields. */
void form_write(const struct form *form, struct doc *doc);

#endif
