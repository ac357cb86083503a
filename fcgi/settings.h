/* From the configuration to what the adapters want: used by the server and the admin command. */
#ifndef TDKT_FCGI_SETTINGS_H
#define TDKT_FCGI_SETTINGS_H

#include "lib/conf/conf.h"
#include "lib/db/db.h"
#include "lib/dir/dir.h"

/* Read the password file named in the configuration, when there is one. */
enum outcome settings_db(struct pool *pool, const struct conf *conf, struct db_settings *out,
                         struct err *e) TDKT_MUST_USE;
enum outcome settings_dir(struct pool *pool, const struct conf *conf, struct dir_settings *out,
                          struct err *e) TDKT_MUST_USE;

#endif
