/* Rows of a dossier, as the unit's clerk writes them. */
#include <string.h>

#include "fcgi/nominee_form.h"
#include "fcgi/on.h"
#include "lib/store/nominee.h"
#include "lib/store/person.h"
#include "lib/store/unit.h"

static enum outcome read_fields(struct call *c, struct nominee *n, struct err *e)
{
    n->award_code = form_text(c->form, "award_code");
    n->achievement = form_text(c->form, "achievement");
    n->period_from = form_date(c->form, "period_from");
    n->period_to = form_date(c->form, "period_to");
    return nominee_check_period(c, n, e);
}

/* By id when a candidate was chosen, else by staff number, else by name when only one answers. */
static enum outcome find_person(struct call *c, struct person_face *face, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct err why = ERR_INIT;
    int64_t id = form_int(c->form, "person_id");
    enum outcome rc = OUT_OK;

    if (!id)
        rc = person_match(c->tx, c->pool, &viewer, form_text(c->form, "name"), &id, &why);
    if (rc == OUT_OK)
        rc = person_face_of(c->tx, c->pool, &viewer, id, face, &why);
    if (rc == OUT_NOTFOUND)
        return nominee_field_invalid(c, "name", "person.unknown", e);
    if (rc == OUT_CONFLICT)
        return nominee_field_invalid(c, "name", "person.several", e);
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

static enum outcome find_collective(struct call *c, struct unit_face *face, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct err why = ERR_INIT;
    int64_t id = form_int(c->form, "collective_id");
    enum outcome rc = OUT_OK;

    if (!id)
        rc = unit_match(c->tx, c->pool, &viewer, form_text(c->form, "name"), &id, &why);
    if (rc == OUT_OK)
        rc = unit_face_of(c->tx, c->pool, &viewer, id, face, &why);
    if (rc == OUT_NOTFOUND)
        return nominee_field_invalid(c, "name", "unit.unknown", e);
    if (rc == OUT_CONFLICT)
        return nominee_field_invalid(c, "name", "unit.several", e);
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

static enum outcome take_subject(struct call *c, const struct dossier *d, struct nominee *n,
                                 struct err *e)
{
    struct person_face person;
    struct unit_face unit;
    enum outcome rc;

    n->kind = form_text(c->form, "kind");
    if (strcmp(n->kind, "person") == 0) {
        rc = find_person(c, &person, e);
        if (rc != OUT_OK)
            return rc;
        n->person_id = person.id;
        n->name = person.name;
        n->position = person.title;
        n->unit_id = person.unit_id;
        n->unit_name = person.unit_name;
        n->leader = person.leader;
        return OUT_OK;
    }
    rc = find_collective(c, &unit, e);
    if (rc != OUT_OK)
        return rc;
    n->collective_id = unit.id;
    n->name = unit.official;
    n->position = "";
    n->unit_id = d->n.unit_id;
    n->unit_name = unit.id == d->n.unit_id ? unit.parent_name : d->n.unit_name;
    n->leader = -1;
    return OUT_OK;
}

enum outcome on_nominee_add(struct call *c, struct err *e)
{
    struct nominee n = {.name = ""};
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, NULL, e);
    if (rc == OUT_OK)
        rc = read_fields(c, &n, e);
    if (rc == OUT_OK)
        rc = take_subject(c, &d, &n, e);
    if (rc == OUT_OK)
        rc = nominee_check_award(c, &d, &n, e);
    if (rc == OUT_OK)
        rc = nominee_once(c, "name", nominee_add(c->tx, d.n.id, &n, &n.id, e), e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &d, n.id, e);
    if (rc == OUT_OK)
        rc = nominee_log(c, &d, &(struct nominee_step){"add", NULL, &n}, e);
    return rc == OUT_OK
               ? call_see_other(c, "nominee.added", "/nominations/%lld", (long long)d.n.id)
               : rc;
}

enum outcome on_nominee_get(struct call *c, struct err *e)
{
    struct nominee n;
    struct dossier d;
    enum outcome rc = dossier_load(c, false, &d, e);

    if (rc == OUT_OK)
        rc = nominee_get(c->tx, c->pool, d.n.id, c->id[1], &n, e);
    if (rc == OUT_OK)
        rc = dossier_write_nominee(c, &d, &n, e);
    return rc;
}
