/* Within lib/table only: XLSX (ECMA-376), the first visible sheet. */
#ifndef TDKT_TABLE_XLSX_H
#define TDKT_TABLE_XLSX_H

#include "lib/table/package.h"
#include "lib/table/rows.h"

enum outcome xlsx_read(struct rows *rows, const void *bytes, size_t len) TDKT_MUST_USE;

/* Text of all shared strings; more is refused as too large. */
#define STRINGS_BYTES_MAX (64u << 20)
#define STRINGS_COUNT_MAX 2000000u

struct strings {
    struct buf *text;   /* normalised, one after the other, each with its NUL */
    unsigned *at;       /* offsets */
    unsigned count, cap;
};

void strings_free(struct strings *strings);
enum outcome strings_load(struct strings *strings, struct pool *pool, struct package *package,
                          struct err *e) TDKT_MUST_USE;

/* NULL when there is no such string. */
const char *strings_get(const struct strings *strings, unsigned n);

/* Undoes _xHHHH_ (ECMA-376 part 1, 22.4.2.4) in place; answers the new length. */
size_t strings_unescape(char *text, size_t len);

/* Which cell styles show a date.  Further styles show none. */
#define STYLES_MAX 8192
#define FORMATS_MAX 1024

struct styles {
    unsigned count;
    bool date[STYLES_MAX];
};

enum outcome styles_load(struct styles *styles, struct package *package, struct err *e)
    TDKT_MUST_USE;

struct sheet_context {
    struct rows *rows;
    const struct strings *strings;
    const struct styles *styles;
    bool since_1904; /* the workbook counts days from 1904 */
};

enum outcome sheet_read(const struct sheet_context *context, struct package *package,
                        const char *name, struct err *e) TDKT_MUST_USE;

/* The value of an attribute, or NULL. */
const char *xlsx_attr(const struct stream_attr *attrs, unsigned count, const char *name);

#endif
