/* Within lib/table only: the archive an XLSX file is, with its limits.  The only user of zip.h. */
#ifndef TDKT_TABLE_PACKAGE_H
#define TDKT_TABLE_PACKAGE_H

#include <stdbool.h>

#include "lib/base/err.h"
#include "lib/xml/stream.h"

/* An honest workbook has a few dozen parts. */
#define PACKAGE_PARTS_MAX 2000
/* All parts unpacked: 60,000 rows of 12 columns are about 50 MB. */
#define PACKAGE_BYTES_MAX (256u << 20)
/* Sheets pack 10 to 50 times; deflate cannot pack more than about 1030 times. */
#define PACKAGE_RATIO_MAX 200u
/* Below this a part may pack as well as it likes. */
#define PACKAGE_RATIO_FREE (1u << 20)

/* Reads the directory only, wherever the part stands in it. */
bool package_names(const void *bytes, size_t len, const char *name);

struct package;

/* Refuses what is encrypted, carries macros, or says that it unpacks to more than the limits. */
enum outcome package_open(const void *bytes, size_t len, struct package **out, struct err *e)
    TDKT_MUST_USE;
void package_close(struct package *package);

/* Reads one part as XML; what it really unpacks to is held against the limits too.  NOTFOUND
 * without an error when there is no such part. */
enum outcome package_stream(struct package *package, const char *name,
                            const struct stream_handler *handler, void *ctx, struct err *e)
    TDKT_MUST_USE;

#endif
