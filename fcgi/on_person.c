#include "fcgi/chances.h"
#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "lib/store/person.h"

enum outcome on_person_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct person_filter filter = {.text = form_text(c->form, "q"),
                                   .unit_id = form_int(c->form, "unit"),
                                   .after_id = form_int(c->form, "after")};
    enum outcome rc = person_search(c->tx, c->pool, c->doc, &viewer, &filter, e);

    return rc == OUT_OK ? choices_units(c, "unit", e) : rc;
}

enum outcome on_person_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    enum outcome rc;

    /* Everybody reads himself; of others only who may read people knows that they are there. */
    if (!role_may(c->actor.role, PERM_READ_PEOPLE))
        viewer.scope = SCOPE_NONE;
    rc = person_open(c->tx, c->doc, &viewer, c->id[0], role_reads_holds(c->actor.role), e);
    if (rc == OUT_OK)
        rc = chances_of(c, RECIPIENT_PERSON, c->id[0], e);
    if (c->id[0] != c->actor.person_id)
        c->read = (struct audit_entry){.action = "person.read", .object = "person", .object_id = c->id[0]};
    doc_close(c->doc);
    choices_states(c);
    return rc;
}
