#include <stdio.h>

#include "fcgi/cmd.h"
#include "lib/db/migrate.h"

static void say(const char *name, bool dry_run, void *ctx)
{
    (void)ctx;
    printf("%s %s\n", dry_run ? "would apply" : "applying", name);
    fflush(stdout);
}

/* The owner's account comes with the call and never stands in the service's configuration: the service must not be
 * able to read it. */
static enum outcome owner_settings(struct command *c, const struct db_settings *app,
                                   struct db_settings *owner, struct err *e)
{
    const char *user = cmd_option(c, "--owner-user");
    const char *file = cmd_option(c, "--owner-password-file");
    struct secret *password = NULL;
    enum outcome out = OUT_OK;

    if (file)
        out = secret_from_file(c->pool, file, &password, e);
    *owner = *app;
    owner->user = user ? user : "tdkt_owner";
    owner->password = password;
    return out;
}

enum outcome cmd_migrate(struct command *c, struct err *e)
{
    bool dry_run = cmd_flag(c, "--dry-run"), grants_only = cmd_flag(c, "--grants");
    struct db_settings app, owner;
    struct migrate_report report;
    const char *grants;
    enum outcome out = settings_db(c->pool, c->conf, &app, e);

    if (out == OUT_OK)
        out = owner_settings(c, &app, &owner, e);
    if (out == OUT_OK)
        out = cmd_no_more(c, 0, e);
    if (out == OUT_OK)
        out = migrate_grants_text(c->pool, &app, cmd_data(c, "sql/grants.sql"), &grants, e);
    if (out == OUT_OK && grants_only) {
        fputs(grants, stdout);
        return OUT_OK;
    }
    if (out == OUT_OK)
        out = migrate_run(&owner, cmd_data(c, "sql/migrate"), dry_run, say, NULL, &report, e);
    if (out != OUT_OK)
        return out;
    if (!dry_run)
        out = migrate_grants(&owner, grants, e);
    if (out == OUT_OK)
        printf("%u of %u migrations %s; the newest is %s\n", report.applied, report.total,
               dry_run ? "to apply" : "applied", report.last);
    return out;
}
