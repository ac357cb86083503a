/* For whom a read is made: everything is limited to the scope, as of a day. */
#ifndef TDKT_STORE_VIEWER_H
#define TDKT_STORE_VIEWER_H

#include <stdint.h>

#include "lib/base/date.h"

struct viewer {
    int64_t person_id;
    const char *scope; /* path prefix; "-" matches no unit */
    date_t today;
};

#endif
