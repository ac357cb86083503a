#include "lib/core/chance.h"

#include <string.h>

#include "lib/xml/tree.h"

struct look {
    struct pool *pool;
    node_t nominee;
    int year;
};

static bool is(const struct look *look, node_t node, const char *attr, const char *value)
{
    return strcmp(node_attr(look->pool, node, attr), value) == 0;
}

/* Held in that year; year "": ever.  A cancelled award is not held. */
static bool held(const struct look *look, const char *code, const char *year)
{
    for (node_t a = node_first(look->nominee, "award"); a; a = node_next(a, "award"))
        if (is(look, a, "code", code) && !is(look, a, "cancelled", "yes") &&
            (year[0] == '\0' || is(look, a, "year", year)))
            return true;
    return false;
}

/* Of the state or the government: spoken of only when the way there is nearly at its end. */
static bool is_high(const struct law_award *award)
{
    return strcmp(award->level, "nha_nuoc") == 0 || strcmp(award->level, "chinh_phu") == 0;
}

static bool unmet(const struct law_check *c)
{
    return c->severity == SEVERITY_BLOCK && c->result != CHECK_PASS;
}

/* Is the way to it begun?  Judged by the award's own conditions, in their order; those of every award say nothing about it. */
static bool is_next(const struct law_award *award, const struct law_check *check, unsigned count)
{
    const struct law_check *first = NULL; /* that does not hold */
    unsigned before = 0, failed = 0;      /* conditions that hold before it; that fail */

    for (unsigned i = 0; i < count; i++) {
        const struct law_check *c = &check[i];

        if (c->general || c->severity != SEVERITY_BLOCK)
            continue;
        if (c->result == CHECK_PASS) {
            before += first == NULL;
            continue;
        }
        failed += c->result == CHECK_FAIL;
        first = first ? first : c;
    }
    if (!first)
        return before > 0;
    if (before > 0)
        return !is_high(award) || failed <= 1;
    return !is_high(award) && (first->result == CHECK_MISSING || first->found[0] != '\0');
}

/* A commendation once held is a next step again only when everything holds; those of the state are given once. */
static bool is_over(const struct look *look, const struct law_award *award, bool holds)
{
    return strcmp(award->family, "commendation") == 0 && held(look, award->code, "") &&
           (!holds || strcmp(award->level, "nha_nuoc") == 0);
}

static bool describe(const struct look *look, const struct law_award *award,
                     const struct law_check *check, unsigned count, struct chance *out)
{
    unsigned i = 0;

    while (i < count && !unmet(&check[i]))
        i++;
    if (!is_next(award, check, count) || is_over(look, award, i == count))
        return false;
    if (i < count)
        *out = (struct chance){award, check[i].result, check[i].say, check[i].found, check[i].cite,
                               check[i].verified};
    else
        *out = (struct chance){award, CHECK_PASS,
                               pool_printf(look->pool, "Đủ điều kiện để được đề nghị năm %d",
                                           look->year),
                               "", award->cite, award->verified};
    return true;
}

static bool is_asked(const struct look *look, const struct law_award *award, enum recipient kind)
{
    return law_award_for(award, kind) && strcmp(award->family, "other") != 0 &&
           !held(look, award->code, pool_printf(look->pool, "%d", look->year));
}

static void those_that_hold_first(struct chance *all, const struct chance *found, unsigned count)
{
    unsigned n = 0;

    for (unsigned i = 0; i < count; i++)
        if (found[i].result == CHECK_PASS)
            all[n++] = found[i];
    for (unsigned i = 0; i < count; i++)
        if (found[i].result != CHECK_PASS)
            all[n++] = found[i];
}

enum outcome chances(struct pool *pool, const struct regime *regime, enum recipient kind, int year,
                     date_t on, const struct doc *nominee, const struct chance **out,
                     unsigned *count, struct err *e)
{
    unsigned awards = law_awards(regime), found = 0;
    struct chance *each = pool_alloc(pool, (awards + 1) * sizeof *each);
    struct chance *all = pool_alloc(pool, (awards + 1) * sizeof *all);
    struct look look = {pool, node_root(nominee), year};

    for (unsigned i = 0; i < awards; i++) {
        const struct law_award *award = law_award_at(regime, i);
        const struct law_check *check;
        unsigned checks;

        if (!is_asked(&look, award, kind))
            continue;
        if (law_check(pool, regime, award->code, kind, year, on, nominee, &check, &checks, e) !=
            OUT_OK)
            return e->code;
        if (describe(&look, award, check, checks, &each[found]))
            found++;
    }
    those_that_hold_first(all, each, found);
    *out = all;
    *count = found;
    return OUT_OK;
}
