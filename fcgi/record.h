/* Records: what a form sheet (xslt/form) turns into an official document; see conf/schema/record.rng. */
#ifndef TDKT_FCGI_RECORD_H
#define TDKT_FCGI_RECORD_H

#include "fcgi/dossier.h"
#include "lib/store/decision.h"

/* <record on= back=> with <office> of the department; back is the page the paper was asked from. */
struct doc *record_open(struct call *c, const char *back);

/* The same with <office> of a unit: its tờ trình goes out in its own name. */
enum outcome record_open_unit(struct call *c, const char *back, int64_t unit_id, struct doc **out,
                              struct err *e) TDKT_MUST_USE;

/* The unit's own tờ trình and the list that goes with it. */
enum outcome record_unit_proposal(struct call *c, const struct dossier *d, struct doc **out,
                                  struct err *e) TDKT_MUST_USE;

/* What the department has signed: its award decision with list and certificates, or its tờ trình to a higher authority. */
enum outcome record_signed(struct call *c, const struct dossier *d, const struct decision *decision,
                           const char *back, struct doc **out, struct err *e) TDKT_MUST_USE;

/* Whom the paper usually goes to, one to a line: proposed at issue, and on a draft. */
const char *record_usual_recipients(struct call *c, const struct decision *decision);

#endif
