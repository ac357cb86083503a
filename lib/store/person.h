/* People: search, and one person with positions, ratings and the timeline of awards. */
#ifndef TDKT_STORE_PERSON_H
#define TDKT_STORE_PERSON_H

#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

struct person_filter {
    const char *text;                   /* name or staff number; "" all */
    int64_t unit_id;                    /* 0 any; with everything below it */
    int64_t after_id;                   /* paging: the last row seen; 0 from the start */
};

/* <people>, fifty rows and <next>. */
enum outcome person_search(struct db_tx *tx, struct pool *pool, struct doc *doc,
                           const struct viewer *viewer, const struct person_filter *filter,
                           struct err *e) TDKT_MUST_USE;

/* <person>, left open; holds only when the caller may read them. */
enum outcome person_open(struct db_tx *tx, struct doc *doc, const struct viewer *viewer, int64_t id,
                         bool with_holds, struct err *e) TDKT_MUST_USE;

/* The person's own awards and dossiers under way, as <award> and <dossier> rows of the open element. */
enum outcome person_own_read(struct db_tx *tx, struct doc *doc, int64_t id, struct err *e)
    TDKT_MUST_USE;

/* Who and what somebody is on the viewer's day: what a dossier takes over. */
struct person_face {
    int64_t id, unit_id;
    const char *name, *title, *unit_name;
    bool leader;
};
enum outcome person_face_of(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                            int64_t id, struct person_face *out, struct err *e) TDKT_MUST_USE;

/* Whom a staff number or a whole name (marks counted) means within the scope: NOTFOUND, CONFLICT when several. */
enum outcome person_match(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                          const char *name, int64_t *id, struct err *e) TDKT_MUST_USE;

/* The id behind a login or a staff number of somebody of the viewer's scope; NOTFOUND. */
enum outcome person_find(struct db_tx *tx, const struct viewer *viewer, const char *name,
                         int64_t *id, struct err *e)
    TDKT_MUST_USE;

/* The present title ("" when none): decides in which capacity one may sign. */
enum outcome person_title_of(struct db_tx *tx, struct pool *pool, int64_t id, date_t day,
                             const char **title, struct err *e) TDKT_MUST_USE;

#endif
