#include "lib/store/chance.h"

#include "lib/core/chance.h"

static void write_chance(struct doc *doc, const struct chance *c)
{
    doc_open(doc, "chance");
    doc_attr(doc, "award-code", c->award->code);
    doc_attr(doc, "award-name", c->award->name);
    doc_attr(doc, "result", check_result_code(c->result));
    doc_attr(doc, "say", c->say);
    if (c->found[0])
        doc_attr(doc, "found", c->found);
    doc_attr(doc, "cite", c->cite);
    doc_attr_bool(doc, "verified", c->verified);
    doc_close(doc);
}

enum outcome chance_write(struct db_tx *tx, struct pool *pool, struct doc *doc,
                          const struct laws *laws, const struct facts_ask *ask, struct err *e)
{
    const struct regime *regime = law_on(laws, ask->on);
    const struct chance *chance;
    struct facts facts;
    unsigned count;
    enum outcome rc;

    if (!regime)
        return OUT_OK;
    rc = facts_of(tx, pool, ask, &facts, e);
    if (rc == OUT_OK)
        rc = chances(pool, regime, ask->kind, date_year(ask->on), ask->on, facts.subject[0].doc,
                     &chance, &count, e);
    for (unsigned i = 0; rc == OUT_OK && i < count; i++)
        write_chance(doc, &chance[i]);
    return rc;
}
