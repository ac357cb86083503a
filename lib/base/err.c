#include "lib/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum outcome err_set(struct err *e, enum outcome code, const char *key, const char *fmt, ...)
{
    va_list ap;

    if (e->code != OUT_OK)
        return e->code;
    e->code = code;
    snprintf(e->key, sizeof e->key, "%s", key);
    va_start(ap, fmt);
    vsnprintf(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    return code;
}

/* Copies at most cap - 1 bytes and never leaves half a UTF-8 character. */
static void copy_cut(char *to, size_t cap, const char *from)
{
    size_t n = strlen(from);

    if (n >= cap) {
        n = cap - 1;
        while (n > 0 && ((unsigned char)from[n] & 0xC0) == 0x80)
            n--;
    }
    memcpy(to, from, n);
    to[n] = '\0';
}

void err_arg(struct err *e, const char *name, const char *value)
{
    struct err_arg *a;

    if (e->args >= ERR_ARG_MAX)
        return;
    a = &e->arg[e->args++];
    copy_cut(a->name, sizeof a->name, name);
    copy_cut(a->value, sizeof a->value, value ? value : "");
}

void err_arg_int(struct err *e, const char *name, long long value)
{
    char text[24];

    snprintf(text, sizeof text, "%lld", value);
    err_arg(e, name, text);
}

void err_clear(struct err *e)
{
    memset(e, 0, sizeof *e);
}

static const struct {
    const char *name;
    int status;
} outcomes[OUTCOME_COUNT] = {
    [OUT_OK] = {"ok", 200},
    [OUT_NOTFOUND] = {"notfound", 404},
    [OUT_INVALID] = {"invalid", 422},
    [OUT_AUTHN] = {"authn", 401},
    [OUT_DENIED] = {"denied", 403},
    [OUT_CONFLICT] = {"conflict", 409},
    [OUT_RETRY] = {"retry", 503},
    [OUT_TOOBIG] = {"toobig", 413},
    [OUT_UNAVAIL] = {"unavail", 503},
    [OUT_UNCERTAIN] = {"uncertain", 503},
    [OUT_INTERNAL] = {"internal", 500},
};

const char *outcome_name(enum outcome code)
{
    return (unsigned)code < OUTCOME_COUNT ? outcomes[code].name : "unknown";
}

int outcome_status(enum outcome code)
{
    return (unsigned)code < OUTCOME_COUNT ? outcomes[code].status : 500;
}
