/* Between a file that was sent, lib/table and lib/store/import: what the web and the admin command both need. */
#ifndef TDKT_FCGI_IMPORT_FILE_H
#define TDKT_FCGI_IMPORT_FILE_H

#include "fcgi/messages.h"
#include "lib/base/buf.h"
#include "lib/store/import.h"

/* Hands every row to the list. A file that is no table fails with a message table.*; bad cells do not. */
enum outcome import_feed(struct import *im, const void *bytes, size_t len, struct err *e) TDKT_MUST_USE;
enum outcome import_feed_file(struct import *im, const char *path, struct err *e) TDKT_MUST_USE;

/* An empty list with its header: as XLSX with a second sheet that says how to fill each column, or as CSV. */
enum outcome import_template_xlsx(struct pool *pool, enum import_kind kind, const struct buf **out,
                                  struct err *e) TDKT_MUST_USE;
const struct buf *import_template_csv(struct pool *pool, enum import_kind kind);

/* For import_write_rows: the words of conf/messages.xml. ctx is a struct import_speaker. */
struct import_speaker {
    struct pool *pool;
    const struct messages *messages;
};
void import_speak(void *ctx, const struct err *e, const char **reason, const char **next);

#endif
