/* <choices for="FIELD"><choice value= label=/></choices>: what a field may be, in words. */
#ifndef TDKT_FCGI_CHOICES_H
#define TDKT_FCGI_CHOICES_H

#include "fcgi/call.h"
#include "lib/core/correction.h"

/* States and actions of the dossiers' flow, in its words. */
void choices_states(struct call *c);
void choices_actions(struct call *c);

/* What the audit keeps of every dossier and of the people who log in. */
void choices_audit_actions(struct call *c);

/* The present year and the nine before it. */
void choices_years(struct call *c, const char *field);

/* A closed vocabulary whose labels the sheets know (methods, kinds of evidence ...): values only. */
void choices_codes(struct call *c, const char *field, const char *const *codes);

/* Who may decide, in words. */
void choices_authorities(struct call *c);

/* The roles that can be granted, in words. */
void choices_roles(struct call *c);

/* Units of the actor's scope that nominate. */
enum outcome choices_units(struct call *c, const char *field, struct err *e) TDKT_MUST_USE;

/* What that authority gives on the day; what waits to be confirmed is not among the choices but told below them, as
 * <withheld value= label= since= cite= regime=/>. */
enum outcome choices_awards(struct call *c, const char *field, const char *authority, date_t day,
                            struct err *e) TDKT_MUST_USE;

/* Every award the register may hold, given today or not. */
enum outcome choices_awards_ever(struct call *c, const char *field, struct err *e) TDKT_MUST_USE;

/* Campaigns that may be nominated for. */
enum outcome choices_campaigns(struct call *c, const char *field, struct err *e) TDKT_MUST_USE;

extern const char *const method_codes[];
extern const char *const register_method_codes[];
extern const char *const evidence_codes[];
extern const char *const recipient_codes[];
extern const char *const authority_codes[];
extern const char *const capacity_codes[];
extern const char *const after_import_codes[]; /* what may follow at once, by the same button */
extern const char *const after_rows_codes[];
extern const char *const rows_all_codes[];
extern const char *const judge_codes[];
extern const char *const campaign_state_codes[];
extern const char *const role_codes[];
extern const char *const skipped_codes[]; /* what the numbers that are passed over went to */
extern const char *const series_codes[];

#endif
