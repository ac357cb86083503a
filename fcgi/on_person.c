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

/* Disciplines and open cases are for those who judge, decide or inspect. */
static bool may_read_holds(enum role role)
{
    return role == ROLE_HEAD || role == ROLE_APPRAISER || role == ROLE_DIRECTOR ||
           role == ROLE_AUDITOR;
}

enum outcome on_person_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    choices_states(c);
    return person_read(c->tx, c->doc, &viewer, c->id[0], may_read_holds(c->actor.role), e);
}
