/* For whom a read is made: everything is limited to the scope, as of a day. */
#ifndef TDKT_STORE_VIEWER_H
#define TDKT_STORE_VIEWER_H

#include <stdint.h>

#include "lib/base/date.h"

/* Matches no unit: what is asked for comes only when it is the viewer's own. */
#define SCOPE_NONE "-"

struct viewer {
    int64_t person_id;
    const char *scope; /* path prefix of units; or SCOPE_NONE */
    date_t today;
};

#endif
