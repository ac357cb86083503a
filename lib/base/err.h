/* Outcomes and errors.
 *
 * Everything that can fail answers one of the outcomes below, and fills a
 * struct err that lives on its caller's stack.  The first failure wins: later
 * ones do not overwrite it, so the cause is what gets reported.  Library code
 * reports; only the request loop and the command line log.
 */
#ifndef TDKT_BASE_ERR_H
#define TDKT_BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

#define TDKT_MUST_USE __attribute__((warn_unused_result))
#define TDKT_PRINTF(f, a) __attribute__((format(printf, f, a)))

enum outcome {
    OUT_OK = 0,
    OUT_NOTFOUND,  /* no such thing, or not within the actor's scope */
    OUT_INVALID,   /* the input is wrong and can be corrected */
    OUT_AUTHN,     /* who it is could not be established */
    OUT_DENIED,    /* known, but may not */
    OUT_CONFLICT,  /* somebody else changed it first, or it exists already */
    OUT_RETRY,     /* the same call may succeed at once (deadlock, lock wait) */
    OUT_TOOBIG,    /* a limit was hit */
    OUT_UNAVAIL,   /* a server we need is down; nothing was changed */
    OUT_UNCERTAIN, /* the link died during COMMIT: changed or not, unknown */
    OUT_INTERNAL   /* we are wrong */
};

#define OUTCOME_COUNT (OUT_INTERNAL + 1)

/* An argument of an error's message; more than this many are dropped. */
#define ERR_ARG_MAX 6
#define ERR_ARG_LEN 160

struct err_arg {
    char name[24];
    char value[ERR_ARG_LEN];
};

/* key names a message of conf/messages.xml (what happened, why, what to do
 * next); text is for the log, in English, without personal data. */
struct err {
    enum outcome code;
    char key[48];
    char text[320];
    struct err_arg arg[ERR_ARG_MAX];
    unsigned args;
};

#define ERR_INIT { .code = OUT_OK }

/* Records a failure unless one is recorded already.  Returns the code that is
 * recorded, so that `return err_set(e, ...)` reports the first cause. */
enum outcome err_set(struct err *e, enum outcome code, const char *key, const char *fmt, ...)
    TDKT_PRINTF(4, 5);

/* Adds a named value for the message's {placeholders}; over-long values are cut
 * at a character boundary. */
void err_arg(struct err *e, const char *name, const char *value);
void err_arg_int(struct err *e, const char *name, long long value);

void err_clear(struct err *e);

/* "ok", "notfound", ... for logs and documents. */
const char *outcome_name(enum outcome code);

/* The HTTP status an outcome is answered with (RFC 9110). */
int outcome_status(enum outcome code);

#endif
