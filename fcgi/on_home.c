#include "fcgi/chances.h"
#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "fcgi/todo.h"
#include "lib/store/award.h"
#include "lib/store/nomination.h"
#include "lib/store/person.h"

/* How many years the small chart shows. */
#define HOME_YEARS 5

/* Staff see their own awards and dossiers; everybody else what waits, and how the year stands. */
enum outcome on_home(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    int year = date_year(c->today);
    enum outcome rc;

    doc_open(c->doc, "home");
    if (c->actor.role == ROLE_STAFF) {
        rc = person_own_read(c->tx, c->doc, c->actor.person_id, e);
        if (rc == OUT_OK)
            rc = chances_of(c, RECIPIENT_PERSON, c->actor.person_id, e);
    } else {
        rc = todo_read(c, e);
        todo_steps(c);
        if (rc == OUT_OK)
            rc = nomination_states_read(c->tx, c->doc, &viewer, year, e);
        if (rc == OUT_OK)
            rc = award_years_read(c->tx, c->doc, viewer.scope, year - HOME_YEARS + 1, year, e);
    }
    doc_close(c->doc);
    choices_states(c);
    return rc;
}
