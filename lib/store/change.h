/* What was changed in the list of a dossier, row by row and field by field, after its unit's head signed it. */
#ifndef TDKT_STORE_CHANGE_H
#define TDKT_STORE_CHANGE_H

#include "lib/core/correction.h"
#include "lib/db/db.h"
#include "lib/xml/doc.h"

/* Of one event: nominee_id 0 and name "" for the whole list. */
struct change_of_row {
    int64_t nominee_id;
    const char *name;
    const struct row_change *change;
    unsigned count;
};

/* For nomination_log() only: an event and its changes are written together. */
enum outcome change_add(struct db_tx *tx, int64_t nomination_id, int64_t event_id,
                        const struct change_of_row *of, struct err *e) TDKT_MUST_USE;

/* <changed nominee-id=/> for every row changed since the last signature, and CHANGES_PAGE of the changes, newest first, as <change>
 * with <before> and <after>; <next field="before_change"> when there are more. */
#define CHANGES_PAGE 50
enum outcome changes_read(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                          int64_t before_id, struct err *e) TDKT_MUST_USE;

/* <change> of one row since the last signature. */
enum outcome changes_of_row_read(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                                 int64_t nominee_id, struct err *e) TDKT_MUST_USE;

#endif
