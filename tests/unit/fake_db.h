/* A database of the test at the boundary of lib/db: every read finds one plausible row, every write succeeds, and
 * the n-th call can be made to fail. */
#ifndef TDKT_TEST_FAKE_DB_H
#define TDKT_TEST_FAKE_DB_H

#include "lib/base/err.h"

struct fake_db {
    unsigned calls;          /* so far */
    unsigned fail_at;        /* 1: the first call; 0: none */
    enum outcome fail_with;
    bool failed;             /* it was reached */
    enum outcome commit;     /* of a transaction that writes */
    unsigned commits;        /* of transactions that wrote */
    const char *role;        /* of the session */
    const char *state;       /* of every dossier */
};
extern struct fake_db fake_db;

#define FAKE_TOKEN "tokenAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define FAKE_CSRF "csrfBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"

#endif
