/* Whether an award is given on a day, and the words of the refusal when it is not. */
#include "lib/core/standing.h"

#include <string.h>

static bool covers(const struct award_period *p, date_t day)
{
    return day >= p->from && (p->to == DATE_NONE || day <= p->to);
}

enum award_standing award_standing(const struct award_history *award, date_t day,
                                   const struct award_period **at)
{
    const struct award_period *last = NULL;

    for (unsigned i = 0; i < award->periods; i++) {
        const struct award_period *p = &award->period[i];

        if (covers(p, day)) {
            *at = p;
            return p->confirmed ? AWARD_GIVEN : AWARD_UNCONFIRMED;
        }
        if (p->from > day) {
            *at = p;
            return AWARD_NOT_YET;
        }
        last = p;
    }
    *at = last;
    return AWARD_NO_MORE;
}

/* What waits under another article is another matter. */
static bool goes_on(const struct award_period *before, const struct award_period *p)
{
    return before->to != DATE_NONE && before->to + 1 == p->from &&
           before->confirmed == p->confirmed &&
           (p->confirmed || strcmp(before->cite, p->cite) == 0);
}

/* Where what has gone on without a change up to this period began: "unconfirmed since", and in which file. */
static const struct award_period *began(const struct award_history *award,
                                        const struct award_period *at)
{
    for (unsigned i = award->periods; i-- > 0;)
        if (goes_on(&award->period[i], at))
            at = &award->period[i];
    return at;
}

static void tell_day(struct err *e, const char *name, date_t day)
{
    char text[DATE_ISO_SIZE];

    date_dmy(day, text);
    err_arg(e, name, text);
}

static enum outcome refuse(const struct award_history *award, const struct award_period *at,
                           const char *key, struct err *e)
{
    const struct award_period *first = began(award, at);

    err_set(e, OUT_INVALID, key, "the award is not given on that day");
    err_arg(e, "award", award->name);
    tell_day(e, "from", first->from);
    tell_day(e, "to", at->to);
    err_arg(e, "law", at->law);
    err_arg(e, "cite", at->cite);
    err_arg(e, "regime", at->confirmed ? at->regime : first->regime);
    return e->code;
}

bool award_period_same(const struct award_period *a, const struct award_period *b)
{
    return a->from == b->from && a->to == b->to && a->confirmed == b->confirmed &&
           strcmp(a->regime, b->regime) == 0 && strcmp(a->law, b->law) == 0 &&
           strcmp(a->cite, b->cite) == 0 && strcmp(a->decides, b->decides) == 0;
}

enum outcome award_given_on(const struct award_history *award, date_t day,
                            const struct award_period **at, struct err *e)
{
    switch (award_standing(award, day, at)) {
    case AWARD_GIVEN:
        return OUT_OK;
    case AWARD_UNCONFIRMED:
        return refuse(award, *at, "award.unconfirmed", e);
    case AWARD_NOT_YET:
        return refuse(award, *at, "award.not-yet", e);
    case AWARD_NO_MORE:
        break;
    }
    if (*at)
        return refuse(award, *at, "award.no-more", e);
    return err_set(e, OUT_INVALID, "award.unknown", "no law knows the award");
}

void award_history_of(struct pool *pool, const struct laws *laws, const char *code,
                      struct award_history *out)
{
    struct award_period *period = pool_alloc(pool, (laws_count(laws) + 1) * sizeof *period);

    *out = (struct award_history){.name = code, .period = period};
    for (unsigned i = 0; i < laws_count(laws); i++) {
        const struct regime *regime = laws_at(laws, i);
        const struct law_award *award = law_award(regime, code);

        if (!award)
            continue;
        out->name = award->name;
        period[out->periods++] = (struct award_period){
            .from = regime_from(regime), .to = regime_to(regime), .confirmed = award->active,
            .for_person = award->for_person, .for_collective = award->for_collective,
            .for_household = award->for_household, .decides = award->decides,
            .regime = regime_id(regime), .law = regime_name(regime), .cite = award->cite};
    }
}
