/* The number book of the department: which document every number of a year's series went to, and what the others went to.
 *
 * A number is never given twice and never deleted.  The series is held until the transaction ends, so of two clerks who ask for
 * one number the second is answered by what the first has written.
 */
#ifndef TDKT_STORE_NUMBER_BOOK_H
#define TDKT_STORE_NUMBER_BOOK_H

#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

struct document_new {
    int64_t unit_id;    /* whose series */
    int64_t person_id;  /* who enters it */
    int number;         /* as it was typed */
    const char *kind;   /* "QĐ", "TTr" */
    const char *symbol; /* "QĐ-SYT" */
    const char *subject, *signer, *recipients;
    date_t issued_on, today;
    const char *skipped, *skipped_note; /* what the numbers that are passed over went to, and why; "" nothing is */
    int skipped_sure;                   /* the number for which it was confirmed that many are passed over */
};

/* Gives the number to a document and enters it, with those that are passed over, in the book of the year it is dated in.
 * Refusals: number_take() (lib/core/number.h); one for a taken number names what has it. */
enum outcome document_issue(struct db_tx *tx, const struct document_new *d, int64_t *id, struct err *e)
    TDKT_MUST_USE;

/* <series code= year= symbol= last-no= last-on= suggested-no=> (the last not of a full book) with <reserved first-no= last-no= note=/>
 * rows, the lowest RESERVED_SHOWN: all of them stand in the book. */
#define RESERVED_SHOWN 20
enum outcome series_read(struct db_tx *tx, struct doc *doc, const char *kind, const char *symbol,
                         int year, struct err *e) TDKT_MUST_USE;

/* <number first-no= last-no= used= ...> rows of a series and year below before_no (0: from the highest), fifty and <next>;
 * of the scope: all for whoever sees the department, else the documents of dossiers in it. */
enum outcome number_book_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                              const char *kind, int year, int64_t before_no, struct err *e)
    TDKT_MUST_USE;

/* A run of the book as it stands. */
struct number_run {
    int64_t id, series_id, unit_id, version;
    const char *code; /* "QĐ", "TTr" */
    int year, first, last;
    const char *used, *note;
};

/* A run of a book of the viewer's offices; NOTFOUND.  doc: also <run>, NULL: not wanted. */
enum outcome number_run_of(struct db_tx *tx, struct pool *pool, struct doc *doc,
                           const struct viewer *viewer, int64_t id, struct number_run *out,
                           struct err *e) TDKT_MUST_USE;

struct number_change {
    int64_t version;        /* of the run, as whoever corrects it has seen it */
    int from, to;
    const char *used, *note; /* what the numbers went to instead, and why */
    int64_t person_id;
};

/* Puts numbers of a run right: a number that a document has never (number_correct(), lib/core/number.h).  The series is held; what
 * the run was then is in was.  CONFLICT when it is no longer that version. */
enum outcome number_run_correct(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                                int64_t id, const struct number_change *change,
                                struct number_run *was, struct err *e) TDKT_MUST_USE;

#endif
