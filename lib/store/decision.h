/* Decisions and proposals to higher authorities. */
#ifndef TDKT_STORE_DECISION_H
#define TDKT_STORE_DECISION_H

#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

struct decision {
    int64_t id, nomination_id, signer_id, document_id, version, base_salary, bonus_total;
    const char *kind; /* "award", "proposal" */
    const char *authority, *signer_name, *capacity, *office, *regime;
    date_t signed_on;
    int number;         /* 0: not numbered */
    const char *symbol; /* "QĐ-SYT" */
    date_t issued_on;
    const char *recipients; /* as typed at issue; "" before */
    const char *result_no;
    date_t result_date;
};

/* A second decision of one dossier is a CONFLICT. */
enum outcome decision_add(struct db_tx *tx, const struct decision *d, int64_t *id, struct err *e)
    TDKT_MUST_USE;

/* The newest decision or proposal of a dossier; NOTFOUND when there is none. */
enum outcome decision_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id,
                         struct decision *out, struct err *e) TDKT_MUST_USE;

/* <decision> whose dossier the viewer may see; left open for its awards and papers. */
enum outcome decision_open(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                           int64_t id, int64_t *nomination_id, struct err *e) TDKT_MUST_USE;

/* The dossier of a decision the viewer may see; NOTFOUND. */
enum outcome decision_nomination(struct db_tx *tx, const struct viewer *viewer, int64_t id,
                                 int64_t *nomination_id, struct err *e) TDKT_MUST_USE;

/* <decisions>, fifty rows and <next>; year 0 and authority "" for all. */
enum outcome decision_list_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                                int year, const char *authority, int64_t before_id,
                                struct err *e) TDKT_MUST_USE;

enum outcome decision_set_document(struct db_tx *tx, const struct decision *d, int64_t document_id,
                                   struct err *e) TDKT_MUST_USE;

enum outcome decision_set_result(struct db_tx *tx, const struct decision *d, const char *result_no,
                                 date_t result_date, int64_t bonus_total, struct err *e)
    TDKT_MUST_USE;

/* The department: the root of the units. */
enum outcome root_unit(struct db_tx *tx, int64_t *id, struct err *e) TDKT_MUST_USE;

#endif
