/* Who counts as a leader, by the title a directory gives: deputy head of a room or above ("phó phòng trở lên").  Only
 * for people whose position no personnel record has told us yet. */
#ifndef TDKT_CORE_TITLE_H
#define TDKT_CORE_TITLE_H

#include <stdbool.h>

#include "lib/base/pool.h"

bool title_leads(struct pool *pool, const char *title);

#endif
