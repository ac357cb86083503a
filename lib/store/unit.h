/* Units: the tree, and one unit with what belongs to it. */
#ifndef TDKT_STORE_UNIT_H
#define TDKT_STORE_UNIT_H

#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* <units> with every unit of the scope as a flat list: id, parent-id; text: only those of that code or name, "" all. */
enum outcome unit_tree_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                            const struct viewer *viewer, const char *text, struct err *e)
    TDKT_MUST_USE;

/* <unit> with names, children, leaders, headcounts, ratings, awards, blocks, reorganisations; left open. */
enum outcome unit_open(struct db_tx *tx, struct doc *doc, const struct viewer *viewer, int64_t id,
                       struct err *e) TDKT_MUST_USE;

/* Whom a code or a whole name means within the scope: NOTFOUND, CONFLICT when several. */
enum outcome unit_match(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                        const char *name, int64_t *id, struct err *e) TDKT_MUST_USE;

/* The path of a unit of the scope (in the pool), or NOTFOUND. */
enum outcome unit_path_of(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                          int64_t id, const char **path, struct err *e) TDKT_MUST_USE;

/* Names as of the viewer's day, for a paper: INVALID when the unit had none. */
struct unit_face {
    const char *official, *short_name, *signing, *head_title, *symbol;
    const char *parent_name;
    int64_t id;
};
enum outcome unit_face_of(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                          int64_t id, struct unit_face *out, struct err *e) TDKT_MUST_USE;

#endif
