/* The database and the sessions of a test, scripted: what fails, and what would have been committed. */
#ifndef TDKT_TEST_FAKE_STORE_H
#define TDKT_TEST_FAKE_STORE_H

#include <stdbool.h>

#include "lib/base/err.h"
#include "lib/core/role.h"

extern struct script {
    enum outcome begin;     /* the transaction cannot begin */
    enum outcome commit;    /* the body was right, the commit was not */
    bool kept;              /* with commit UNCERTAIN: it had been committed after all */
    unsigned deadlocks;     /* so many runs are rolled back and run again */
    bool expired;           /* no session is valid */
    bool ended;             /* nor is it known any more whose it was */
    enum outcome over;      /* of the question whose it was */
    bool other;             /* another person logs in */
    enum outcome audit;     /* an entry of the audit cannot be written */
    enum role role;
    /* what happened */
    unsigned runs, commits, writes, touches, entries;
    bool stale;
} script;

/* The one session there is: its cookie value, and its CSRF token. */
#define FAKE_TOKEN "tokenAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define FAKE_PERSON 7
#define FAKE_CSRF "csrfBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"

void script_reset(void);

#endif
