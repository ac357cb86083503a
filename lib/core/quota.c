#include "lib/core/quota.h"

static int over(int used, int limit)
{
    return limit == QUOTA_NONE || used <= limit ? 0 : used - limit;
}

static void say(struct err *e, int used, int limit)
{
    err_arg_int(e, "used", used);
    err_arg_int(e, "limit", limit);
    err_arg_int(e, "over", used - limit);
}

enum outcome quota_check(const struct quota *quota, struct err *e)
{
    int collectives = over(quota->used_collectives, quota->collectives);
    int individuals = over(quota->used_individuals, quota->individuals);

    if (collectives == 0 && individuals == 0)
        return OUT_OK;
    if (collectives > 0 && individuals > 0) {
        err_set(e, OUT_INVALID, "quota.both", "%d collectives and %d individuals too many",
                collectives, individuals);
        err_arg_int(e, "used-collectives", quota->used_collectives);
        err_arg_int(e, "limit-collectives", quota->collectives);
        err_arg_int(e, "over-collectives", collectives);
        err_arg_int(e, "used-individuals", quota->used_individuals);
        err_arg_int(e, "limit-individuals", quota->individuals);
        err_arg_int(e, "over-individuals", individuals);
    } else if (collectives > 0) {
        err_set(e, OUT_INVALID, "quota.collectives", "%d collectives too many", collectives);
        say(e, quota->used_collectives, quota->collectives);
    } else {
        err_set(e, OUT_INVALID, "quota.individuals", "%d individuals too many", individuals);
        say(e, quota->used_individuals, quota->individuals);
    }
    return OUT_INVALID;
}
