/* Papers of a dossier: minutes, reports, recognitions. */
#ifndef TDKT_STORE_EVIDENCE_H
#define TDKT_STORE_EVIDENCE_H

#include "lib/core/room.h"
#include "lib/db/db.h"
#include "lib/store/file.h"
#include "lib/store/viewer.h"

struct evidence_new {
    int64_t nominee_id; /* 0: of the whole dossier */
    int64_t file_id;
    const char *kind, *number;
    date_t issued_on;
};

/* What the dossier's papers are together.  Who adds one holds the dossier, so that nobody adds another in between. */
enum outcome evidence_room(struct db_tx *tx, int64_t nomination_id, struct room *out, struct err *e)
    TDKT_MUST_USE;

enum outcome evidence_add(struct db_tx *tx, int64_t nomination_id, const struct evidence_new *v,
                          struct err *e) TDKT_MUST_USE;

/* Which paper: of which row (0: of the whole dossier), of which kind, by which name.  NOTFOUND. */
struct evidence_face {
    int64_t nominee_id;
    const char *kind, *name;
};
enum outcome evidence_face_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id, int64_t id,
                              struct evidence_face *out, struct err *e) TDKT_MUST_USE;

/* The file stays; only the dossier forgets it.  NOTFOUND when the paper is not in that dossier. */
enum outcome evidence_remove(struct db_tx *tx, int64_t nomination_id, int64_t id, struct err *e)
    TDKT_MUST_USE;

/* NOTFOUND when the dossier is not in the viewer's scope. */
enum outcome evidence_file_of(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                              int64_t nomination_id, int64_t id, struct file_face *out,
                              struct err *e) TDKT_MUST_USE;

#endif
