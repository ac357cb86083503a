/* Schema migrations: sql/migrate/NNNN_name.sql, forward only, in order, checksummed; and the service
 * account's grants.  Works on a connection of its own with the account that owns the schema. */
#ifndef TDKT_DB_MIGRATE_H
#define TDKT_DB_MIGRATE_H

#include "lib/db/db.h"

struct migrate_report {
    unsigned applied;   /* by this run (or would be, in a dry run) */
    unsigned total;     /* files */
    char last[64];      /* name of the newest file */
};

/* Called for every file that is (or would be) applied. */
typedef void (*migrate_progress)(const char *name, bool dry_run, void *ctx);

/* Applies what is missing.  INVALID when a file that was applied has changed since, or one is missing, or a
 * new one comes before an applied one.  A file that fails half-way is named with its statement; files are
 * written so that they can be run again.  Two runs at once: the second waits, then CONFLICT. */
enum outcome migrate_run(const struct db_settings *owner, const char *dir, bool dry_run,
                         migrate_progress progress, void *ctx, struct migrate_report *report,
                         struct err *e) TDKT_MUST_USE;

/* The database stands at exactly the files' state: what readiness and start ask.  UNAVAIL (schema.behind) when
 * something is still to be applied.  Uses the service's connection. */
enum outcome migrate_check(struct db *db, const char *dir, struct err *e) TDKT_MUST_USE;

/* The statements of grants.sql for the account the service logs in as, which the server itself names.
 * The text lives in the pool. */
enum outcome migrate_grants_text(struct pool *pool, const struct db_settings *app, const char *file,
                                 const char **text, struct err *e) TDKT_MUST_USE;

/* Runs them with the owner's account. */
enum outcome migrate_grants(const struct db_settings *owner, const char *text, struct err *e)
    TDKT_MUST_USE;

#endif
