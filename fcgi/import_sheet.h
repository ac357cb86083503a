/* Templates of the lists that can be imported: a header row, an example, and how each column is filled. */
#ifndef TDKT_FCGI_IMPORT_SHEET_H
#define TDKT_FCGI_IMPORT_SHEET_H

#include "lib/base/buf.h"
#include "lib/store/import.h"

enum outcome import_template_xlsx(struct pool *pool, enum import_kind kind, const struct buf **out,
                                  struct err *e) TDKT_MUST_USE;

/* UTF-8 with a byte order mark, so that Excel reads it. */
const struct buf *import_template_csv(struct pool *pool, enum import_kind kind);

#endif
