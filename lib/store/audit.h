/* The audit: who did what to which object, in which capacity, before and after. Entries are only ever added, and chained
 * (lib/core/chain.h); they are written when the act is done, before it is committed: what is added is copied. */
#ifndef TDKT_STORE_AUDIT_H
#define TDKT_STORE_AUDIT_H

#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

/* Who acts: the same for every row that one request writes. */
struct act {
    int64_t person_id; /* 0: nobody known */
    const char *role;
    const char *capacity; /* "", "KT", "Q" */
    const char *request_id, *address;
};

struct audit_entry {
    const char *action;        /* "nomination.submit" */
    const char *object;        /* "nomination" */
    int64_t object_id;
    int64_t unit_id;           /* whose readers see it; 0: where the person it is about works, else of no unit */
    const char *before, *after; /* NULL: nothing to tell */
};

enum outcome audit_add(struct db_tx *tx, const struct act *act, const struct audit_entry *entry,
                       struct err *e) TDKT_MUST_USE;

enum outcome audit_add_all(struct db_tx *tx, const struct act *act, const struct audit_entry *entries,
                           unsigned count, struct err *e) TDKT_MUST_USE;

struct audit_filter {
    const char *object, *action;            /* "" any */
    int64_t object_id, person_id, before_id; /* 0 any */
};

/* Entries of the viewer's units; whoever reads the whole department also sees those of no unit. */
enum outcome audit_read(struct db_tx *tx, struct doc *doc, const struct viewer *viewer,
                        const struct audit_filter *filter, struct err *e) TDKT_MUST_USE;

#endif
