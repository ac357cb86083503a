#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "fcgi/statistics_query.h"
#include "lib/store/award.h"
#include "lib/store/unit.h"

#define STATISTICS_YEARS 5

enum outcome statistics_query(struct call *c, int *from, int *to, const char **path, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    int64_t unit = form_int(c->form, "unit");
    int year = date_year(c->today);

    *to = form_has(c->form, "to_year") ? (int)form_int(c->form, "to_year") : year;
    *from = form_has(c->form, "from_year") ? (int)form_int(c->form, "from_year")
                                           : *to - STATISTICS_YEARS + 1;
    *path = c->actor.scope;
    if (*from > *to) {
        err_arg_int(e, "from", *from);
        err_arg_int(e, "to", *to);
        return err_set(e, OUT_INVALID, "statistics.span", "years the wrong way round");
    }
    return unit ? unit_path_of(c->tx, c->pool, &viewer, unit, path, e) : OUT_OK;
}

enum outcome on_statistics(struct call *c, struct err *e)
{
    const char *path;
    int from, to;
    enum outcome rc = statistics_query(c, &from, &to, &path, e);

    if (rc == OUT_OK)
        rc = award_statistics_read(c->tx, c->doc, path, from, to, e);
    return rc == OUT_OK ? choices_units(c, "unit", e) : rc;
}
