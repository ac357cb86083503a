/* A file that somebody hands in, given to the virus scanner before anything is done with it, and before the transaction: it takes
 * as long as it takes. */
#include <stdio.h>

#include "fcgi/on.h"
#include "fcgi/settings.h"
#include "lib/base/log.h"
#include "lib/base/secret.h"

/* Whoever looks after the machine wants to know; the name of the file may be a person's. */
static void tell(const struct call *c, const struct form_file *f)
{
    char actor[24], bytes[DIGEST_SIZE];

    snprintf(actor, sizeof actor, "%lld", (long long)c->actor.person_id);
    digest(f->bytes, f->len, bytes);
    log_warn("infected", "actor", actor, "digest", bytes, NULL);
}

enum outcome on_file_scan(struct call *c, struct err *e)
{
    const struct form_file *f = form_file(c->form, "file");
    const struct scanner scanner = settings_scanner(c->app->conf);
    struct err why = ERR_INIT;
    enum outcome rc = f ? scan_bytes(&scanner, f->bytes, f->len, &why) : OUT_OK;

    if (rc == OUT_INVALID) {
        tell(c, f);
        form_error_why(c->form, "file", &why);
        return form_invalid(e);
    }
    if (rc != OUT_OK)
        *e = why;
    return rc;
}
