/* From the configuration to what the adapters want: used by the server and the admin command. */
#ifndef TDKT_FCGI_SETTINGS_H
#define TDKT_FCGI_SETTINGS_H

#include "lib/conf/conf.h"
#include "lib/db/db.h"
#include "lib/dir/dir.h"
#include "lib/scan/scan.h"

/* Read the password file named in the configuration, when there is one. */
enum outcome settings_db(struct pool *pool, const struct conf *conf, struct db_settings *out,
                         struct err *e) TDKT_MUST_USE;
enum outcome settings_dir(struct pool *pool, const struct conf *conf, struct dir_settings *out,
                          struct err *e) TDKT_MUST_USE;

/* What is asked about each file that is handed in; and whether it can be: INVALID "scan.command", or "scan.seconds" when a
 * request would be over before the scanner is. */
struct scanner settings_scanner(const struct conf *conf);
enum outcome settings_scanner_check(const struct conf *conf, struct err *e) TDKT_MUST_USE;

#endif
