/* Every sentence a user can be refused with: conf/messages.xml, by key.
 *
 * What did not happen, why, what to do next, and the source; {name} is filled from the error's
 * arguments.
 */
#ifndef TDKT_FCGI_MESSAGES_H
#define TDKT_FCGI_MESSAGES_H

#include "lib/base/err.h"
#include "lib/base/pool.h"

struct messages;

struct message {
    const char *key, *code; /* code: what the user quotes on the telephone */
    const char *what, *why, *next, *cite; /* why, next, cite may be "" */
};

/* INVALID names the line: a key twice, a code missing, no <what>. */
enum outcome messages_load(struct pool *pool, const char *path, struct messages **out,
                           struct err *e) TDKT_MUST_USE;

/* NULL when there is none. */
const struct message *message_find(const struct messages *messages, const char *key);

/* The message of an error; when its key has none, that of its outcome ("outcome.unavail" ...). */
const struct message *message_of(const struct messages *messages, const struct err *e);

/* text with its {placeholders} filled; one without an argument disappears. */
const char *message_fill(struct pool *pool, const char *text, const struct err *e);

#endif
