/* tdkt audit verify: does the chain of the audit hold, and where does it end. */
#include <stdio.h>
#include <string.h>

#include "fcgi/cmd.h"
#include "lib/base/log.h"
#include "lib/store/audit_verify.h"

static enum outcome link_option(struct command *c, const char *name, struct chain_link *out, struct err *e)
{
    const char *text = cmd_option(c, name);

    if (text && !chain_link_parse(text, out))
        return err_set(e, OUT_INVALID, "usage", "%s takes what an earlier run has printed, N:HASH", name);
    return OUT_OK;
}

static enum outcome read_check(struct command *c, struct audit_check *check, struct err *e)
{
    enum outcome out = link_option(c, "--from", &check->from, e);

    if (out == OUT_OK)
        out = link_option(c, "--head", &check->head, e);
    if (out == OUT_OK)
        out = cmd_no_more(c, 1, e);
    if (out == OUT_OK && (c->argc != 1 || strcmp(c->argv[0], "verify") != 0))
        out = err_set(e, OUT_INVALID, "usage", "say what to do with the audit: verify");
    if (out == OUT_OK && check->head.id > 0 && check->head.id < check->from.id)
        out = err_set(e, OUT_INVALID, "usage", "--head is of before --from");
    return out;
}

/* Also into the log: a head that was noted elsewhere is what later shows that the newest entries were removed. */
enum outcome cmd_audit(struct command *c, struct err *e)
{
    struct audit_check check = {0};
    struct audit_report report;
    const char *head;
    struct db *db;
    enum outcome out = read_check(c, &check, e);

    if (out == OUT_OK)
        out = cmd_db(c, &db, e);
    if (out == OUT_OK)
        out = audit_verify(db, &check, &report, e);
    if (out != OUT_OK)
        return out;
    head = chain_link_text(c->pool, &report.head);
    printf("entries that hold: %lld\nof before the chain: up to %lld\nhead %s\n", (long long)report.entries,
           (long long)report.start_id, head);
    log_info("audit-head", "head", head, "holds", report.fault == CHAIN_HOLDS ? "yes" : "no", NULL);
    return audit_report_outcome(&report, e);
}
