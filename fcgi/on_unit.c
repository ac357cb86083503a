#include "fcgi/chances.h"
#include "fcgi/on.h"
#include "lib/store/unit.h"

enum outcome on_unit_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    return unit_tree_read(c->tx, c->pool, c->doc, &viewer, form_text(c->form, "q"), e);
}

enum outcome on_unit_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    enum outcome rc = unit_open(c->tx, c->doc, &viewer, c->id[0], e);

    if (rc == OUT_OK)
        rc = chances_of(c, RECIPIENT_COLLECTIVE, c->id[0], e);
    doc_close(c->doc);
    return rc;
}
