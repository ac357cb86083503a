/* Rows of a dossier, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/store/nominee.h"

static void say_nominee(struct asked *a, const struct nominee *n)
{
    buf_printf(a->out, "row %lld: %s of %s; person %lld, collective %lld, version %lld\n", (long long)n->id, n->kind, n->name,
               (long long)n->person_id, (long long)n->collective_id, (long long)n->version);
    buf_printf(a->out, "  %s; unit %lld %s; leader %d; sex %s\n", n->position, (long long)n->unit_id, n->unit_name,
               n->leader, n->sex);
    buf_printf(a->out, "  %s %s %s: %s\n", n->award_code, n->award_name, n->family, n->achievement);
    buf_printf(a->out, "  %s; reason %s; fields %s; bonus %lld\n", n->outcome, n->reason, n->return_fields,
               (long long)n->bonus);
    say_date(a, "  from", n->period_from);
    say_date(a, "  to", n->period_to);
}

static enum outcome get(struct asked *a, struct err *e)
{
    struct nominee n;
    enum outcome rc = nominee_get(a->tx, a->pool, arg_int(a, "dossier"), arg_int(a, "id"), &n, e);

    if (rc == OUT_OK)
        say_nominee(a, &n);
    return rc;
}

static enum outcome whole(struct asked *a, struct err *e)
{
    struct nominee n;
    enum outcome rc = nominee_get(a->tx, a->pool, arg_int(a, "dossier"), arg_int(a, "id"), &n, e);

    if (rc == OUT_OK)
        rc = nominee_open(a->tx, a->doc, arg_int(a, "dossier"), &n, NULL, e);
    doc_close(a->doc);
    return rc;
}

static enum outcome all(struct asked *a, struct err *e)
{
    struct nominee_list list;
    enum outcome rc = nominee_all(a->tx, a->pool, arg_int(a, "dossier"), &list, e);

    for (unsigned i = 0; rc == OUT_OK && i < list.count; i++)
        say_nominee(a, &list.row[i]);
    return rc;
}

static struct nominee given(const struct asked *a)
{
    return (struct nominee){
        .id = arg_int(a, "id"), .person_id = arg_int(a, "person"), .collective_id = arg_int(a, "collective"),
        .unit_id = arg_int(a, "unit"), .version = arg_int(a, "version"), .kind = arg_text(a, "kind"),
        .name = arg_text(a, "name"), .position = arg_text(a, "position"), .unit_name = arg_text(a, "unit-name"),
        .award_code = arg_text(a, "award"), .achievement = arg_text(a, "achievement"),
        .period_from = arg_date(a, "from"), .period_to = arg_date(a, "to"), .leader = (int)arg_int(a, "leader")};
}

static enum outcome add(struct asked *a, struct err *e)
{
    struct nominee n = given(a);
    int64_t id;

    return nominee_add(a->tx, arg_int(a, "dossier"), &n, &id, e);
}

static enum outcome change(struct asked *a, struct err *e)
{
    struct nominee n = given(a);

    return nominee_change(a->tx, arg_int(a, "dossier"), &n, e);
}

static enum outcome take_away(struct asked *a, struct err *e)
{
    return nominee_remove(a->tx, arg_int(a, "dossier"), arg_int(a, "id"), e);
}

/* One row, or two at once. */
static unsigned both(struct asked *a, int64_t ids[2])
{
    ids[0] = arg_int(a, "id");
    ids[1] = arg_int(a, "and");
    return ids[1] ? 2 : 1;
}

static enum outcome judge(struct asked *a, struct err *e)
{
    int64_t ids[2];
    unsigned n = both(a, ids);

    return nominee_judge(a->tx, a->pool, arg_int(a, "dossier"), ids, n, arg_text(a, "outcome"), arg_text(a, "reason"),
                         arg_text(a, "fields"), e);
}

static enum outcome vote(struct asked *a, struct err *e)
{
    struct nominee_ballot ballots[2];
    int64_t ids[2];
    unsigned n = both(a, ids);

    for (unsigned i = 0; i < 2; i++)
        ballots[i] = (struct nominee_ballot){ids[i], (int)arg_int(a, "yes"), (int)arg_int(a, "no"),
                                             arg_int(a, "passed") != 0, arg_text(a, "reason")};
    return nominee_vote(a->tx, a->pool, arg_int(a, "dossier"), ballots, n, e);
}

static enum outcome grant(struct asked *a, struct err *e)
{
    struct nominee_bonus bonuses[2];
    int64_t ids[2];
    unsigned n = both(a, ids);

    for (unsigned i = 0; i < 2; i++)
        bonuses[i] = (struct nominee_bonus){ids[i], arg_int(a, "bonus")};
    return nominee_grant(a->tx, a->pool, arg_int(a, "dossier"), bonuses, n, e);
}

static enum outcome not_granted(struct asked *a, struct err *e)
{
    int64_t ids[2];
    unsigned n = both(a, ids);

    return nominee_not_granted(a->tx, a->pool, arg_int(a, "dossier"), ids, n, arg_text(a, "reason"), e);
}

static enum outcome reset(struct asked *a, struct err *e)
{
    return nominee_reset(a->tx, arg_int(a, "dossier"), e);
}

const struct row_call nominee_calls[] = {
    {"nominee_get", get}, {"nominee_open", whole}, {"nominee_all", all}, {"nominee_add", add},
    {"nominee_change", change}, {"nominee_remove", take_away}, {"nominee_judge", judge}, {"nominee_vote", vote},
    {"nominee_grant", grant}, {"nominee_not_granted", not_granted}, {"nominee_reset", reset}, {NULL, NULL},
};
