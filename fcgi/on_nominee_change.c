/* Correcting a row and taking it off the list: of a draft everything, after the head's signature only what a return names
 * (lib/core/correction.h). */
#include <string.h>

#include "fcgi/nominee_form.h"
#include "fcgi/on.h"
#include "lib/store/person.h"
#include "lib/store/unit.h"

struct edit {
    struct dossier d;
    struct nominee was, is;
    unsigned opened; /* enum row_field */
};

static enum outcome load(struct call *c, struct edit *x, struct err *e)
{
    enum outcome rc = dossier_load(c, true, &x->d, e);

    if (rc == OUT_OK)
        rc = nominee_get(c->tx, c->pool, x->d.n.id, c->id[1], &x->was, e);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &x->d, x->was.outcome, e);
    if (rc != OUT_OK)
        return rc;
    x->opened = dossier_opened(&x->d, &x->was);
    x->is = x->was;
    return OUT_OK;
}

/* What is closed need not come, and may come as it stands; another value is refused at its field. */
static bool is_taken(struct call *c, const struct edit *x, enum row_field field, const char *name,
                     bool same)
{
    struct err why = ERR_INIT;

    if (x->opened & field)
        return true;
    if (form_has(c->form, name) && !same) {
        err_set(&why, OUT_INVALID, "field.not-asked", "field %s is closed", name);
        err_arg(&why, "field", row_field_label(field));
        form_error_why(c->form, name, &why);
    }
    return false;
}

static void take_text(struct call *c, const struct edit *x, enum row_field field, const char *name,
                      const char **value)
{
    const char *typed = form_text(c->form, name);

    if (is_taken(c, x, field, name, strcmp(typed, *value) == 0))
        *value = typed;
}

static void take_day(struct call *c, const struct edit *x, const char *name, date_t *value)
{
    date_t typed = form_date(c->form, name);

    if (is_taken(c, x, ROW_PERIOD, name, typed == *value))
        *value = typed;
}

static void need(struct call *c, const struct edit *x, enum row_field field, const char *name)
{
    if ((x->opened & field) && !form_has(c->form, name))
        form_error(c->form, name, "field.required");
}

static enum outcome read_edit(struct call *c, struct edit *x, struct err *e)
{
    x->is.version = form_int(c->form, "version");
    need(c, x, ROW_AWARD, "award_code");
    need(c, x, ROW_ACHIEVEMENT, "achievement");
    take_text(c, x, ROW_AWARD, "award_code", &x->is.award_code);
    take_text(c, x, ROW_ACHIEVEMENT, "achievement", &x->is.achievement);
    if (form_has(c->form, "position"))
        take_text(c, x, ROW_POSITION, "position", &x->is.position);
    take_day(c, x, "period_from", &x->is.period_from);
    take_day(c, x, "period_to", &x->is.period_to);
    return form_ok(c->form) ? nominee_check_period(c, &x->is, e) : form_invalid(e);
}

/* Names are those of the records: a return for the name takes them anew, and nobody types one. */
static enum outcome read_name(struct call *c, struct edit *x, struct err *e)
{
    const char *name;
    enum outcome rc = nominee_record_name(c, &x->was, &name, e);

    if (rc == OUT_OK && (row_opened(x->was.return_fields) & ROW_NAME))
        x->is.name = name;
    return rc;
}

enum outcome on_nominee_change(struct call *c, struct err *e)
{
    struct edit x;
    enum outcome rc = load(c, &x, e);
    bool returned = rc == OUT_OK && strcmp(x.was.outcome, "returned") == 0;

    if (rc == OUT_OK)
        rc = read_edit(c, &x, e);
    if (rc == OUT_OK && (x.opened & ROW_AWARD))
        rc = nominee_check_award(c, &x.d, &x.is, e);
    if (rc == OUT_OK)
        rc = read_name(c, &x, e);
    if (rc == OUT_OK)
        rc = nominee_once(c, "award_code", nominee_change(c->tx, x.d.n.id, &x.is, e), e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &x.d, x.is.id, e);
    if (rc == OUT_OK)
        rc = nominee_log(c, &x.d,
                         &(struct nominee_step){returned ? "correct" : "edit", &x.was, &x.is}, e);
    return rc == OUT_OK
               ? call_see_other(c, returned ? "nominee.corrected" : "nominee.saved",
                                "/nominations/%lld", (long long)x.d.n.id)
               : rc;
}

enum outcome on_nominee_remove(struct call *c, struct err *e)
{
    struct edit x;
    enum outcome rc = load(c, &x, e);

    if (rc == OUT_OK && !x.d.state->editable) {
        err_arg(e, "name", x.was.name);
        return err_set(e, OUT_CONFLICT, "nominee.signed", "the list is signed");
    }
    if (rc == OUT_OK)
        rc = nominee_log(c, &x.d, &(struct nominee_step){"remove", &x.was, NULL}, e);
    if (rc == OUT_OK)
        rc = nominee_remove(c->tx, x.d.n.id, x.was.id, e);
    return rc == OUT_OK
               ? call_see_other(c, "nominee.removed", "/nominations/%lld", (long long)x.d.n.id)
               : rc;
}
