/* What has been done, as far as the reader's units go. */
#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "lib/store/audit.h"

enum outcome on_audit_list(struct call *c, struct err *e)
{
    struct audit_filter filter = {.object = form_text(c->form, "object"),
                                  .action = form_text(c->form, "action"),
                                  .object_id = form_int(c->form, "object_id"),
                                  .person_id = form_int(c->form, "person_id"),
                                  .before_id = form_int(c->form, "before")};
    struct viewer viewer = call_viewer(c);
    enum outcome rc;

    doc_open(c->doc, "audit");
    rc = audit_read(c->tx, c->doc, &viewer, &filter, e);
    doc_close(c->doc);
    choices_states(c);
    choices_audit_actions(c);
    return rc == OUT_OK ? choices_awards_ever(c, "award_code", e) : rc;
}
