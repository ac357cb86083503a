/* One row of a dossier as a form gives it: shared by adding and changing. */
#ifndef TDKT_FCGI_NOMINEE_FORM_H
#define TDKT_FCGI_NOMINEE_FORM_H

#include "fcgi/dossier.h"
#include "lib/core/correction.h"

/* Marks a field with a refusal's key and answers INVALID. */
enum outcome nominee_field_invalid(struct call *c, const char *field, const char *key,
                                   struct err *e) TDKT_MUST_USE;

/* What the store answered; that the subject is in the dossier already is said at the field that can put it right. */
enum outcome nominee_once(struct call *c, const char *field, enum outcome rc, struct err *e)
    TDKT_MUST_USE;

/* An award is given on the dossier's day, and confirmed; it fits its recipient; and one dossier goes to one deciding authority
 * (Decree 98 form 01).  Fills n->award_name. */
enum outcome nominee_check_award(struct call *c, const struct dossier *d, struct nominee *n,
                                 struct err *e) TDKT_MUST_USE;

enum outcome nominee_check_period(struct call *c, const struct nominee *n, struct err *e)
    TDKT_MUST_USE;

/* What a row says, in words. */
void nominee_in_words(struct pool *pool, const struct nominee *n, struct row_words *out);

/* Writes down that a row was added, corrected or taken off, with every field before and after; then the version goes up. */
struct nominee_step {
    const char *action;
    const struct nominee *was, *is; /* NULL: added, taken off */
};
enum outcome nominee_log(struct call *c, const struct dossier *d, const struct nominee_step *step,
                         struct err *e) TDKT_MUST_USE;

#endif
