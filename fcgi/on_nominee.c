/* Rows of a dossier, as the unit's clerk writes them. */
#include <string.h>

#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "lib/store/catalogue.h"
#include "lib/store/nominee.h"
#include "lib/store/person.h"
#include "lib/store/unit.h"

static enum outcome field_invalid(struct call *c, const char *field, const char *key, struct err *e)
{
    form_error(c->form, field, key);
    return form_invalid(e);
}

/* An award is given on the dossier's day, and confirmed; it fits its recipient; and one dossier goes to one deciding authority
 * (Decree 98 form 01). */
static enum outcome check_award(struct call *c, const struct dossier *d, const struct nominee *n,
                                struct err *e)
{
    struct err why = ERR_INIT;
    struct award_type type;
    const struct award_period *at;
    bool person = strcmp(n->kind, "person") == 0;
    enum outcome rc = award_type_of(c->tx, c->pool, n->award_code, &type, &why);

    if (rc == OUT_NOTFOUND)
        return field_invalid(c, "award_code", "award.unknown", e);
    if (rc != OUT_OK) {
        *e = why;
        return rc;
    }
    if (award_given_on(&type.history, d->day, &at, &why) != OUT_OK) {
        form_error_why(c->form, "award_code", &why);
        return form_invalid(e);
    }
    if (person ? !at->for_person : !at->for_collective)
        return field_invalid(c, "award_code", person ? "award.not-for-person" : "award.not-for-collective",
                             e);
    if (strcmp(at->decides, d->n.authority) != 0)
        return field_invalid(c, "award_code", "award.other-authority", e);
    return OUT_OK;
}

static enum outcome read_fields(struct call *c, struct nominee *n, struct err *e)
{
    n->award_code = form_text(c->form, "award_code");
    n->achievement = form_text(c->form, "achievement");
    n->period_from = form_date(c->form, "period_from");
    n->period_to = form_date(c->form, "period_to");
    if (n->period_from != DATE_NONE && n->period_to != DATE_NONE && n->period_to < n->period_from)
        return field_invalid(c, "period_to", "field.date-order", e);
    return OUT_OK;
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
        return field_invalid(c, "name", "person.unknown", e);
    if (rc == OUT_CONFLICT)
        return field_invalid(c, "name", "person.several", e);
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
        return field_invalid(c, "name", "unit.unknown", e);
    if (rc == OUT_CONFLICT)
        return field_invalid(c, "name", "unit.several", e);
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
    struct act act = call_act(c, "");
    struct nominee n = {.name = ""};
    struct dossier d;
    int64_t id;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, NULL, e);
    if (rc == OUT_OK)
        rc = read_fields(c, &n, e);
    if (rc == OUT_OK)
        rc = take_subject(c, &d, &n, e);
    if (rc == OUT_OK)
        rc = check_award(c, &d, &n, e);
    if (rc == OUT_OK)
        rc = nominee_add(c->tx, d.n.id, &n, &id, e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &d, id, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d.n.id, e);
    if (rc == OUT_OK)
        rc = nomination_log(c->tx, &d.n, &act,
                            &(struct nomination_step){.action = "add",
                                                      .from = d.n.state,
                                                      .to = d.n.state,
                                                      .nominee_id = id,
                                                      .before = "",
                                                      .after = n.award_code},
                            e);
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

enum outcome on_nominee_change(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct nominee n;
    struct dossier d;
    const char *before = NULL;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = nominee_get(c->tx, c->pool, d.n.id, c->id[1], &n, e);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, n.outcome, e);
    if (rc == OUT_OK) {
        before = pool_printf(c->pool, "%s; %s; %s", n.award_code, n.position, n.achievement);
        n.version = form_int(c->form, "version");
        if (form_has(c->form, "position"))
            n.position = form_text(c->form, "position");
        rc = read_fields(c, &n, e);
    }
    if (rc == OUT_OK)
        rc = check_award(c, &d, &n, e);
    if (rc == OUT_OK)
        rc = nominee_change(c->tx, d.n.id, &n, e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &d, n.id, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d.n.id, e);
    if (rc == OUT_OK)
        rc = nomination_log(
            c->tx, &d.n, &act,
            &(struct nomination_step){.action = strcmp(n.outcome, "returned") == 0 ? "correct" : "edit",
                                      .from = d.n.state,
                                      .to = d.n.state,
                                      .nominee_id = n.id,
                                      .before = before,
                                      .after = pool_printf(c->pool, "%s; %s; %s", n.award_code,
                                                           n.position, n.achievement)},
            e);
    return rc == OUT_OK ? call_see_other(c, "nominee.saved", "/nominations/%lld", (long long)d.n.id)
                        : rc;
}

enum outcome on_nominee_remove(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct nominee n;
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = nominee_get(c->tx, c->pool, d.n.id, c->id[1], &n, e);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, n.outcome, e);
    if (rc == OUT_OK)
        rc = nomination_log(c->tx, &d.n, &act,
                            &(struct nomination_step){.action = "remove",
                                                      .from = d.n.state,
                                                      .to = d.n.state,
                                                      .note = n.name,
                                                      .before = n.name,
                                                      .after = ""},
                            e);
    if (rc == OUT_OK)
        rc = nominee_remove(c->tx, d.n.id, n.id, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d.n.id, e);
    return rc == OUT_OK
               ? call_see_other(c, "nominee.removed", "/nominations/%lld", (long long)d.n.id)
               : rc;
}
