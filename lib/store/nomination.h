/* Dossiers: lists, one dossier whole, its state and its history. */
#ifndef TDKT_STORE_NOMINATION_H
#define TDKT_STORE_NOMINATION_H

#include "lib/core/flow.h"
#include "lib/core/law.h"
#include "lib/core/papers.h"
#include "lib/core/quota.h"
#include "lib/db/db.h"
#include "lib/store/audit.h"
#include "lib/store/change.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* The head of a dossier: what decisions are made on.  Strings are in the pool. */
struct nomination {
    int64_t id, unit_id, campaign_id, version;
    int year;
    const char *unit_name, *unit_path, *campaign_name, *method, *authority, *title, *state;
    const char *minutes_no, *unit_number, *note;
    date_t minutes_date, unit_date;
};

struct nomination_filter {
    const char *state, *authority, *text;     /* "" any */
    int64_t campaign_id, unit_id, before_id;  /* 0 any */
    int year;
};

/* <nominations>, fifty rows and <next>. */
enum outcome nomination_list_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                                  const struct viewer *viewer,
                                  const struct nomination_filter *filter, struct err *e)
    TDKT_MUST_USE;

/* The head; NOTFOUND outside the scope. */
enum outcome nomination_get(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                            int64_t id, struct nomination *out, struct err *e) TDKT_MUST_USE;

/* The head, with the dossier held until the transaction ends. */
enum outcome nomination_hold(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                             int64_t id, struct nomination *out, struct err *e) TDKT_MUST_USE;

/* Which part of a long dossier is shown: rows and papers from a place (0, 1: the first), the timeline before an event
 * (0: the newest); a part is so many. */
#define NOMINEES_PART 100
#define EVENTS_PAGE 50
struct rows_more;
struct nomination_part {
    int64_t rows_from, papers_from, events_before;
};

/* <nomination> with nominees, evidence, session, decision, timeline, allotment, each list as far as the part goes;
 * rows: how many nominees there are.  Leaves the element open.  more: attributes that the flow knows. */
enum outcome nomination_open(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                             const struct nomination *n, int64_t rows,
                             const struct nomination_part *part, const struct rows_more *more,
                             struct err *e) TDKT_MUST_USE;

struct nomination_new {
    int64_t unit_id, campaign_id, created_by;
    const char *method, *authority, *title, *note, *state;
    const struct flow *flow;
    int year;
};
enum outcome nomination_create(struct db_tx *tx, struct pool *pool, const struct nomination_new *n,
                               int64_t *id, struct err *e) TDKT_MUST_USE;

/* Title, note and the unit's own papers, guarded by version (CONFLICT "changed"). */
struct nomination_fields {
    const char *title, *note, *minutes_no, *unit_number;
    date_t minutes_date, unit_date;
};
enum outcome nomination_change(struct db_tx *tx, struct pool *pool, int64_t id, int64_t version,
                               const struct nomination_fields *fields, struct err *e) TDKT_MUST_USE;

/* To the next state, guarded by version and state; the due day is counted in working days. */
enum outcome nomination_move(struct db_tx *tx, const struct nomination *n,
                             const struct flow_state *to, date_t today, struct err *e) TDKT_MUST_USE;

/* Something below the head changed: the version goes up. */
enum outcome nomination_touch(struct db_tx *tx, int64_t id, struct err *e) TDKT_MUST_USE;

/* One line of the timeline, and the same in the audit. */
struct nomination_step {
    const char *action, *from, *to, *note;
    int64_t nominee_id;          /* 0: the whole dossier */
    const char *before, *after;  /* for the audit */
    const struct change_of_row *changes; /* field by field; NULL: none */
};
enum outcome nomination_log(struct db_tx *tx, const struct nomination *n, const struct act *act,
                            const struct nomination_step *step, struct err *e) TDKT_MUST_USE;

/* The same for many steps at once, in two statements. */
enum outcome nomination_log_all(struct db_tx *tx, struct pool *pool, const struct nomination *n,
                                const struct act *act, const struct nomination_step *steps,
                                unsigned count, struct err *e) TDKT_MUST_USE;

struct nomination_tally {
    int total, collectives, individuals;
    int pending, accepted, returned, refused, passed, failed, granted;
    int self;    /* rows in which the actor is the nominee */
    int blocked, eligible; /* rows that a blocking rule stops; rows still to be judged that none stands in the way of */
};
enum outcome nomination_tally_of(struct db_tx *tx, int64_t id, int64_t person_id,
                                 struct nomination_tally *out, struct err *e) TDKT_MUST_USE;
void tally_write(struct doc *doc, const struct nomination_tally *tally);

/* Its papers; which awards are voted on in secret the regime says (NULL: none is). */
enum outcome nomination_papers_of(struct db_tx *tx, const struct nomination *n,
                                  const struct regime *regime, struct papers *out, struct err *e)
    TDKT_MUST_USE;

/* Is every award that rows still go on with given on the dossier's day (lib/core/standing.h)?  *why stays OK when it is, else
 * "flow.awards-given" (nobody has confirmed it) or "flow.awards-gone", with {award} {rows} {from} {to} {cite} {regime}. */
enum outcome nomination_awards_on(struct db_tx *tx, struct pool *pool, const struct laws *laws, int64_t id,
                                  date_t day, struct err *why, struct err *e) TDKT_MUST_USE;

/* What is known of a dossier besides its head; the errors tell why an allotment or an award does not hold. */
struct nomination_known {
    const struct nomination_tally *tally;
    const struct papers *papers;
    const struct err *awards_error;
};

/* Which guards of the flow hold now.  quota_error tells why the allotment does not. */
enum outcome nomination_facts(struct db_tx *tx, const struct nomination *n,
                              const struct nomination_known *known, unsigned *facts,
                              struct err *quota_error, struct err *e) TDKT_MUST_USE;

/* <part> of fifty and <nomination> rows that wait for somebody with a role; states: the flow's, joined by commas. */
enum outcome nomination_waiting_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                                     const char *states, bool clerk, int64_t from, struct err *e)
    TDKT_MUST_USE;
enum outcome nomination_waiting_count(struct db_tx *tx, const struct viewer *viewer, const char *states,
                                      bool clerk, int64_t *count, struct err *e) TDKT_MUST_USE;

/* <state state= count=> rows of the year. */
enum outcome nomination_states_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                                    int year, struct err *e) TDKT_MUST_USE;

/* Who took an action last, when and in which capacity ("" and DATE_NONE when nobody): for signatures. */
struct nomination_signer {
    const char *name, *capacity;
    date_t signed_on;
};
enum outcome nomination_signer_of(struct db_tx *tx, struct pool *pool, int64_t id, const char *action,
                                  struct nomination_signer *out, struct err *e) TDKT_MUST_USE;

#endif
