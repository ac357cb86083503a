#include "fcgi/on_unit.h"

#include "lib/store/unit.h"

enum outcome on_units(struct call *c, struct err *e)
{
    const struct viewer viewer = {c->actor.person_id, c->actor.scope, c->today};

    return unit_tree_read(c->tx, c->doc, &viewer, e);
}
