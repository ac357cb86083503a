/* Allotments: how many collectives and individuals a campaign may still reward. */
#ifndef TDKT_CORE_QUOTA_H
#define TDKT_CORE_QUOTA_H

#include "lib/base/err.h"

#define QUOTA_NONE (-1) /* no limit stated */

struct quota {
    int collectives, individuals;           /* limits or QUOTA_NONE */
    int used_collectives, used_individuals; /* by all live dossiers of the campaign, this one included */
};

/* INVALID "quota.collectives" or "quota.individuals" with {used} {limit} {over}, "quota.both" when both are over. */
enum outcome quota_check(const struct quota *quota, struct err *e) TDKT_MUST_USE;

#endif
