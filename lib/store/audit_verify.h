/* Does the chain of the audit hold? Read in windows: any number of entries in the same memory. Nothing is written. */
#ifndef TDKT_STORE_AUDIT_VERIFY_H
#define TDKT_STORE_AUDIT_VERIFY_H

#include "lib/core/chain.h"
#include "lib/db/db.h"

struct audit_check {
    int64_t newest;         /* only so many of the newest entries; 0: all */
    struct chain_link from; /* begin with this entry, which must be as it was noted; id 0: with the first of the chain */
    struct chain_link head; /* this one, noted earlier, must be met; id 0: none was noted */
};

struct audit_report {
    struct chain_link head;  /* as the database has it */
    int64_t start_id;        /* the last entry of before there was a chain */
    int64_t entries;         /* that were looked at and hold */
    enum chain_fault fault;  /* of the first that does not */
    int64_t id;              /* its number */
    int64_t missing_from, missing_to; /* CHAIN_REMOVED and CHAIN_END: the numbers that are not there; 0: none */
};

/* OK also when the chain is broken: the report says so. */
enum outcome audit_verify(struct db *db, const struct audit_check *check, struct audit_report *report, struct err *e)
    TDKT_MUST_USE;

/* INVALID (key "audit.broken") when it does not hold: which entry, what is wrong with it, which are missing. */
enum outcome audit_report_outcome(const struct audit_report *report, struct err *e) TDKT_MUST_USE;

#endif
