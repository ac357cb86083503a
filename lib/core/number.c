#include "lib/core/number.h"

#include <stdbool.h>
#include <stddef.h>
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

static enum outcome refuse(const struct number_place *p, const char *key, struct err *e)
{
    err_set(e, OUT_INVALID, key, "number %d, the highest is %d", p->number, p->highest);
    err_arg_int(e, "number", p->number);
    err_arg_int(e, "next", p->highest + 1);
    return OUT_INVALID;
}

static enum outcome check_free(const struct number_place *p, struct err *e)
{
    switch (p->use) {
    case NUMBER_ISSUED:
        return refuse(p, "number.taken", e);
    case NUMBER_VOID:
        return refuse(p, "number.void", e);
    case NUMBER_ELSEWHERE:
        return refuse(p, "number.elsewhere", e);
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

    if ((skipped > 0) == p->reasoned)
        return OUT_OK;
    refuse(p, skipped > 0 ? "number.skipped" : "number.none-skipped", e);
    err_arg_int(e, "count", skipped);
    err_arg_int(e, "to", p->number - 1);
    return OUT_INVALID;
}

enum outcome number_take(const struct number_place *p, struct err *e)
{
    enum outcome rc = check_free(p, e);

    if (rc == OUT_OK)
        rc = check_day(p, e);
    return rc == OUT_OK ? check_skipped(p, e) : rc;
}
