#include "lib/core/capacity.h"

#include <string.h>

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

const char *capacity_for(const char *title)
{
    if (starts(title, "Phó ") || starts(title, "PHÓ "))
        return "KT";
    if (starts(title, "Quyền ") || starts(title, "Q. ") || starts(title, "QUYỀN "))
        return "Q";
    return "";
}

enum outcome capacity_check(const char *title, const char *capacity, struct err *e)
{
    const char *own = capacity_for(title);

    if (strcmp(own, capacity) == 0)
        return OUT_OK;
    if (strcmp(own, "KT") == 0)
        return err_set(e, OUT_INVALID, "capacity.deputy", "a deputy signs KT");
    if (strcmp(own, "Q") == 0)
        return err_set(e, OUT_INVALID, "capacity.acting", "an acting head signs Q");
    return err_set(e, OUT_INVALID, "capacity.head", "a head signs in his own right");
}

const char *capacity_office(struct pool *pool, const char *head, const char *capacity)
{
    return strcmp(capacity, "KT") == 0 ? pool_printf(pool, "PHÓ %s", head) : head;
}
