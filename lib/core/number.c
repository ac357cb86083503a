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

bool number_kind_known(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

enum outcome number_date(date_t day, date_t last, date_t today, struct err *e)
{
    char text[DATE_ISO_SIZE], bound[DATE_ISO_SIZE];

    if (day > today) {
        date_dmy(day, text);
        date_dmy(today, bound);
        err_set(e, OUT_INVALID, "number.future", "dated %s, today is %s", text, bound);
        err_arg(e, "date", text);
        err_arg(e, "today", bound);
        return OUT_INVALID;
    }
    /* DATE_NONE, before every day, when the series is new. */
    if (day < last) {
        date_dmy(day, text);
        date_dmy(last, bound);
        err_set(e, OUT_INVALID, "number.order", "dated %s, the last one %s", text, bound);
        err_arg(e, "date", text);
        err_arg(e, "last", bound);
        return OUT_INVALID;
    }
    return OUT_OK;
}
