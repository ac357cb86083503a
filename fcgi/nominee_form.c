/* What adding a row and changing it have in common: its checks, its words, and what is written down of it. */
#include "fcgi/nominee_form.h"

#include <string.h>

#include "lib/store/catalogue.h"

enum outcome nominee_field_invalid(struct call *c, const char *field, const char *key, struct err *e)
{
    form_error(c->form, field, key);
    return form_invalid(e);
}

enum outcome nominee_once(struct call *c, const char *field, enum outcome rc, struct err *e)
{
    struct err why = *e;

    if (rc != OUT_CONFLICT || strcmp(why.key, "nominee.twice") != 0)
        return rc;
    form_error_why(c->form, field, &why);
    err_clear(e);
    return form_invalid(e);
}

enum outcome nominee_check_award(struct call *c, const struct dossier *d, struct nominee *n,
                                 struct err *e)
{
    struct err why = ERR_INIT;
    struct award_type type;
    const struct award_period *at;
    bool person = strcmp(n->kind, "person") == 0;
    enum outcome rc = award_type_of(c->tx, c->pool, n->award_code, &type, &why);

    if (rc == OUT_NOTFOUND)
        return nominee_field_invalid(c, "award_code", "award.unknown", e);
    if (rc != OUT_OK) {
        *e = why;
        return rc;
    }
    if (award_given_on(&type.history, d->day, &at, &why) != OUT_OK) {
        form_error_why(c->form, "award_code", &why);
        return form_invalid(e);
    }
    if (person ? !at->for_person : !at->for_collective)
        return nominee_field_invalid(
            c, "award_code", person ? "award.not-for-person" : "award.not-for-collective", e);
    if (strcmp(at->decides, d->n.authority) != 0)
        return nominee_field_invalid(c, "award_code", "award.other-authority", e);
    n->award_name = type.name;
    return OUT_OK;
}

enum outcome nominee_check_period(struct call *c, const struct nominee *n, struct err *e)
{
    if (n->period_from != DATE_NONE && n->period_to != DATE_NONE && n->period_to < n->period_from)
        return nominee_field_invalid(c, "period_to", "field.date-order", e);
    return OUT_OK;
}

static const char *period_in_words(struct pool *pool, date_t first, date_t last)
{
    char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];

    if (first == DATE_NONE && last == DATE_NONE)
        return "";
    date_dmy(first, from);
    date_dmy(last, to);
    return pool_printf(pool, "%s - %s", from, to);
}

void nominee_in_words(struct pool *pool, const struct nominee *n, struct row_words *out)
{
    *out = (struct row_words){.name = n->name, .position = n->position, .unit = n->unit_name,
                              .award = n->award_name, .achievement = n->achievement,
                              .period = period_in_words(pool, n->period_from, n->period_to)};
}

/* Field by field; a row that came or went as a whole; a correction that corrected nothing. */
static unsigned changes_of(struct pool *pool, const struct nominee_step *s,
                           struct row_change out[ROW_FIELDS])
{
    struct row_words was, is;
    unsigned count;

    if (s->was)
        nominee_in_words(pool, s->was, &was);
    if (s->is)
        nominee_in_words(pool, s->is, &is);
    if (!s->was || !s->is) {
        out[0] = (struct row_change){ROW_WHOLE, s->was ? row_in_words(pool, &was) : "",
                                     s->is ? row_in_words(pool, &is) : ""};
        return 1;
    }
    count = row_changes(&was, &is, out);
    if (count == 0)
        out[count++] = (struct row_change){ROW_UNCHANGED, "", ""};
    return count;
}

/* The audit keeps the fields that changed, or the whole row that came or went. */
static const char *side(struct pool *pool, const struct row_change *change, unsigned count,
                        bool after)
{
    if (strcmp(change[0].field, ROW_WHOLE) == 0)
        return after ? change[0].after : change[0].before;
    return strcmp(change[0].field, ROW_UNCHANGED) == 0
               ? ""
               : row_changes_in_words(pool, change, count, after);
}

enum outcome nominee_log(struct call *c, const struct dossier *d, const struct nominee_step *s,
                         struct err *e)
{
    struct act act = call_act(c, "");
    const struct nominee *n = s->is ? s->is : s->was;
    struct row_change change[ROW_FIELDS];
    unsigned count = changes_of(c->pool, s, change);
    struct change_of_row of = {s->is ? n->id : 0, n->name, change, count};
    enum outcome rc = nomination_touch(c->tx, d->n.id, e);

    if (rc != OUT_OK)
        return rc;
    return nomination_log(c->tx, &d->n, &act,
                          &(struct nomination_step){.action = s->action,
                                                    .from = d->n.state,
                                                    .to = d->n.state,
                                                    .note = s->is ? "" : n->name,
                                                    .nominee_id = s->is ? n->id : 0,
                                                    .before = side(c->pool, change, count, false),
                                                    .after = side(c->pool, change, count, true),
                                                    .changes = &of},
                          e);
}
