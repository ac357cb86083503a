/* A private MariaDB for tests, made by conf/local/mariadb.sh, migrated, with both accounts; and a relay between
 * client and server that cuts the link where a test wants it cut. */
#ifndef TDKT_IT_DATABASE_H
#define TDKT_IT_DATABASE_H

#include <stdbool.h>
#include <sys/types.h>

#include "lib/db/db.h"

struct database {
    char folder[200];
    char socket[240], ca[240];
    int port;
    struct secret *owner_password, *app_password;
};

/* Starts it in a new folder and migrates; false when that fails, with the reason on standard error. */
bool database_start(struct database *out, struct pool *pool);

/* Stops it and removes the folder. */
void database_stop(const struct database *database);

/* Stops or starts the server, keeping the folder. */
bool database_server(const struct database *database, const char *what);

/* Of the service's and of the owner's account, over the local socket. */
struct db_settings database_app(const struct database *database);
struct db_settings database_owner(const struct database *database);

/* Where the relay cuts: when it sees a packet from the client that holds `word`. */
enum cut { CUT_NEVER = 0, CUT_BEFORE_SENDING, CUT_AFTER_SENDING };

struct relay {
    char socket[240]; /* to connect to */
    pid_t child;
};

/* Relays until told to stop; cuts one connection, the first that meets the word, then only relays. */
bool relay_start(struct relay *out, const struct database *database, const char *word, enum cut cut);
void relay_stop(const struct relay *relay);

#endif
