#include "lib/core/number.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Decree 30/2020 Appendix III, a closed list; a công văn has no abbreviation. */
static const char *const kinds[] = {
    "NQ", "QĐ", "CT", "QC",  "QyĐ", "TC",  "TB", "HD", "CTr", "KH", "PA",  "ĐA", "DA", "BC",  "BB", "TTr",
    "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",  "SY", "TrS", "SL",
};

char *number_symbol(struct pool *pool, int number, const char *kind, const char *issuer)
{
    if (kind[0] == '\0')
        return pool_printf(pool, "%02d/%s", number, issuer);
    return pool_printf(pool, "%02d/%s-%s", number, kind, issuer);
}

struct number_typed number_typed(struct pool *pool, const char *text, const char *usual)
{
    const char *slash = strchr(text, '/');

    if (!slash || slash[1] == '\0')
        return (struct number_typed){pool_strndup(pool, text, strcspn(text, "/")), usual};
    return (struct number_typed){pool_strndup(pool, text, (size_t)(slash - text)), slash + 1};
}

const char *number_cited(struct pool *pool, const char *text, const char *usual)
{
    struct number_typed typed = number_typed(pool, text, usual);
    bool alone = typed.number[0] >= '0' && typed.number[0] <= '9' && typed.number[1] == '\0';

    return pool_printf(pool, "%s%s/%s", alone ? "0" : "", typed.number, typed.symbol);
}

bool number_kind_known(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

static const char *const uses[] = {
    [NUMBER_FREE] = "",
    [NUMBER_ISSUED] = "issued",
    [NUMBER_VOID] = "void",
    [NUMBER_RESERVED] = "reserved",
    [NUMBER_ELSEWHERE] = "elsewhere",
};

const char *number_use_code(enum number_use use)
{
    return uses[use];
}

enum number_use number_use_of(const char *code)
{
    for (int use = NUMBER_ISSUED; use <= NUMBER_ELSEWHERE; use++)
        if (strcmp(uses[use], code) == 0)
            return (enum number_use)use;
    return NUMBER_FREE;
}

int number_skipped(const struct number_place *p)
{
    return p->number > p->highest ? p->number - p->highest - 1 : 0;
}

int number_next(int highest)
{
    return highest < NUMBER_MAX ? highest + 1 : 0;
}

void number_run_words(char out[NUMBER_RUN_SIZE], int first, int last)
{
    if (first == last)
        snprintf(out, NUMBER_RUN_SIZE, "số %d", first);
    else
        snprintf(out, NUMBER_RUN_SIZE, "%d số, từ %d đến %d", last - first + 1, first, last);
}

static enum outcome refuse(const struct number_place *p, const char *key, struct err *e)
{
    err_set(e, OUT_INVALID, key, "number %d, the highest is %d", p->number, p->highest);
    err_arg_int(e, "number", p->number);
    if (number_next(p->highest) > 0)
        err_arg_int(e, "next", number_next(p->highest));
    return OUT_INVALID;
}

/* Another number is proposed where there is one. */
static enum outcome refuse_used(const struct number_place *p, const char *key, struct err *e)
{
    if (number_next(p->highest) > 0)
        return refuse(p, key, e);
    refuse(p, "number.full", e);
    err_arg_int(e, "limit", NUMBER_MAX);
    return OUT_INVALID;
}

static enum outcome check_free(const struct number_place *p, struct err *e)
{
    switch (p->use) {
    case NUMBER_ISSUED:
        return refuse_used(p, "number.taken", e);
    case NUMBER_VOID:
        return refuse_used(p, "number.void", e);
    case NUMBER_ELSEWHERE:
        return refuse_used(p, "number.elsewhere", e);
    case NUMBER_RESERVED:
    case NUMBER_FREE:
        break;
    }
    return OUT_OK;
}

static enum outcome check_day(const struct number_place *p, struct err *e)
{
    char text[DATE_ISO_SIZE], bound[DATE_ISO_SIZE];

    date_dmy(p->day, text);
    if (p->day > p->today) {
        refuse(p, "number.future", e);
        date_dmy(p->today, bound);
        err_arg(e, "today", bound);
    } else if (p->below && p->day < p->below_on) {
        refuse(p, "number.order", e);
        date_dmy(p->below_on, bound);
        err_arg(e, "last", bound);
        err_arg_int(e, "other", p->below);
    } else if (p->above && p->day > p->above_on) {
        refuse(p, "number.order-above", e);
        date_dmy(p->above_on, bound);
        err_arg(e, "first", bound);
        err_arg_int(e, "other", p->above);
    } else {
        return OUT_OK;
    }
    err_arg(e, "date", text);
    return OUT_INVALID;
}

static enum outcome check_skipped(const struct number_place *p, struct err *e)
{
    int skipped = number_skipped(p);
    char run[NUMBER_RUN_SIZE];

    if (!skipped && p->reasoned)
        return refuse(p, "number.none-skipped", e);
    if (skipped && !p->reasoned)
        refuse(p, "number.skipped", e);
    else if (skipped > NUMBER_MANY_SKIPPED && p->confirmed != p->number)
        refuse(p, "number.many-skipped", e);
    else
        return OUT_OK;
    number_run_words(run, p->highest + 1, p->number - 1);
    err_arg(e, "run", run);
    err_arg_int(e, "most", NUMBER_MANY_SKIPPED);
    return OUT_INVALID;
}

enum outcome number_take(const struct number_place *p, struct err *e)
{
    enum outcome rc = check_free(p, e);

    if (rc == OUT_OK)
        rc = check_day(p, e);
    return rc == OUT_OK ? check_skipped(p, e) : rc;
}

enum outcome number_correct(const struct number_correction *n, struct err *e)
{
    const char *key;

    if (n->was == NUMBER_ISSUED || n->was == NUMBER_FREE)
        key = "number.has-document";
    else if (n->from < n->first || n->to > n->last || n->from > n->to)
        key = "number.out-of-run";
    else if (n->use == n->was && strcmp(n->note, n->was_note) == 0)
        key = "number.same";
    else
        return OUT_OK;
    err_set(e, OUT_INVALID, key, "numbers %d to %d of %d to %d", n->from, n->to, n->first, n->last);
    err_arg_int(e, "first", n->first);
    err_arg_int(e, "last", n->last);
    return OUT_INVALID;
}
