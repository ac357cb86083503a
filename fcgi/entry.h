/* From the directory's words to those of the records: used by the sync and by a login. */
#ifndef TDKT_FCGI_ENTRY_H
#define TDKT_FCGI_ENTRY_H

#include "lib/core/sync.h"
#include "lib/dir/dir.h"

/* Points into the person. */
struct sync_listed entry_of(const struct dir_person *person);

#endif
