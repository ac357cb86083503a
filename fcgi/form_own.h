/* What the files of a form share: its entries, and saying what is wrong with one. */
#ifndef TDKT_FCGI_FORM_OWN_H
#define TDKT_FCGI_FORM_OWN_H

#include "fcgi/form_parse.h"

/* One value of one field.  A field of one name has one; checkboxes and names with an id have many. */
struct entry {
    const struct field *field;
    int64_t id;             /* of a name that carries one; else 0 */
    const char *name, *text; /* text: as typed, normalised */
    int64_t number;         /* of a FIELD_CHOICES: a bit for each choice taken */
    date_t date;
    const struct form_file *file;
    struct err *wrong;      /* NULL: nothing is wrong */
};

struct form {
    struct pool *pool;
    const struct messages *messages;
    const struct field *fields;
    struct entry *v;
    unsigned n, room;
    unsigned parsed;        /* entries that came with the request */
    bool parsed_ok;
};

/* The first thing that is wrong with an entry stays. */
void entry_wrong(struct form *form, struct entry *at, const char *key);
void entry_wrong_limit(struct form *form, struct entry *at, const char *key, int64_t limit);

/* Are the bytes, before anything is done with them, as few as the field may have?  Else it is said. */
bool entry_fits(struct form *form, struct entry *at, const char *typed);
/* The text against its field's type and limits. */
void entry_check(struct form *form, struct entry *at);

#endif
