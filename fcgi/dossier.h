/* A dossier under somebody's hand: its head, where it stands in the flow, what the actor may do to it. */
#ifndef TDKT_FCGI_DOSSIER_H
#define TDKT_FCGI_DOSSIER_H

#include "fcgi/call.h"
#include "lib/store/nomination.h"
#include "lib/store/nominee.h"

struct dossier {
    struct nomination n;
    const struct flow_state *state;
    struct nomination_tally tally;
    struct papers papers;
    date_t day;               /* whose law is asked: see lib/core/standing.h */
    unsigned facts;           /* guards that hold */
    struct err quota_error;   /* why the allotment does not */
    struct err awards_error;  /* which award is not given on that day, or waits to be confirmed */
};

/* Reads the dossier of the path's first {id}; hold: for writing, nobody else changes it until the transaction ends. */
enum outcome dossier_load(struct call *c, bool hold, struct dossier *d, struct err *e) TDKT_MUST_USE;

/* May the actor, as the unit's clerk, change the list?  Returned rows are theirs to correct while the
 * rest is judged.  DENIED "nomination.not-clerk", CONFLICT "nomination.not-editable". */
enum outcome dossier_may_edit(const struct call *c, const struct dossier *d, const char *row_outcome,
                              struct err *e) TDKT_MUST_USE;

/* Which fields of a row may change now (enum row_field), once dossier_may_edit() has let it be: of a draft all, of a returned row
 * what the return names. */
unsigned dossier_opened(const struct dossier *d, const struct nominee *n);

/* May the actor judge rows?  Also nobody judges a dossier in which he is a nominee. */
enum outcome dossier_may_judge(const struct call *c, const struct dossier *d, struct err *e)
    TDKT_MUST_USE;

bool dossier_editable(const struct call *c, const struct dossier *d);
bool dossier_judging(const struct call *c, const struct dossier *d);

/* The version the form was filled in from is the one that stands: else CONFLICT "changed". */
enum outcome dossier_same_version(const struct dossier *d, int64_t version, struct err *e)
    TDKT_MUST_USE;

/* Asks the law again about one row (0: all); a write to the list always ends with it. */
enum outcome dossier_check(struct call *c, const struct dossier *d, int64_t nominee_id,
                           struct err *e) TDKT_MUST_USE;

/* The name that the records have for the row's person or unit now; the row's own when they have none any more. */
enum outcome nominee_record_name(struct call *c, const struct nominee *n, const char **name,
                                 struct err *e) TDKT_MUST_USE;

/* <nominee> with what the rules said, its papers and, for a person, the awards of before. */
enum outcome dossier_write_nominee(struct call *c, const struct dossier *d, const struct nominee *n,
                                   struct err *e) TDKT_MUST_USE;

/* <nomination> as the page shows it: rows, papers, evidence, actions, steps, timeline. */
enum outcome dossier_write(struct call *c, const struct dossier *d, struct err *e) TDKT_MUST_USE;

#endif
