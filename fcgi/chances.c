#include "fcgi/chances.h"

#include "lib/store/chance.h"

bool role_reads_holds(enum role role)
{
    return role == ROLE_HEAD || role == ROLE_APPRAISER || role == ROLE_DIRECTOR ||
           role == ROLE_AUDITOR;
}

enum outcome chances_of(struct call *c, enum recipient kind, int64_t id, struct err *e)
{
    struct facts_ask ask = {kind, id, c->today, role_reads_holds(c->actor.role)};

    return chance_write(c->tx, c->pool, c->doc, c->app->laws, &ask, e);
}
