#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "lib/store/campaign.h"

enum outcome on_campaign_list(struct call *c, struct err *e)
{
    choices_years(c, "year");
    choices_codes(c, "state", campaign_state_codes);
    return campaign_list_read(c->tx, c->doc, (int)form_int(c->form, "year"),
                              form_text(c->form, "state"), form_int(c->form, "from"), e);
}

enum outcome on_campaign_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    choices_states(c);
    return campaign_read(c->tx, c->doc, &viewer, c->id[0], form_int(c->form, "from"), e);
}
