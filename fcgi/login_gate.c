/* Logins through the gate that all workers share (lib/core/gate.h). */
#include "fcgi/login_gate.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fcgi/turn.h"

#define KEY_BUSY "login.busy"
#define KEY_SILENT "dir.silent"

/* How often somebody who waits looks again. */
#define LOOK_AGAIN_MS 5

static enum gate_answer enter(struct gate *gate, int workers)
{
    const struct timespec again = {0, LOOK_AGAIN_MS * 1000000L};
    int64_t began = now_ms(), now = began;
    enum gate_answer answer;

    while ((answer = gate_enter(gate, getpid(), workers, now - began, now)) == GATE_WAIT) {
        nanosleep(&again, NULL);
        now = now_ms();
    }
    return answer;
}

static enum outcome turn_away(const struct gate *gate, enum gate_answer answer, struct err *e)
{
    if (answer == GATE_SILENT)
        err_set(e, OUT_UNAVAIL, KEY_SILENT, "the directory has just not answered another login");
    else
        err_set(e, OUT_UNAVAIL, KEY_BUSY, "the logins in hand take longer than usual");
    err_arg_int(e, "seconds", gate_seconds(gate, now_ms()));
    return e->code;
}

enum outcome login_gate_ask(struct call *c, const char *login, const char *password,
                            struct dir_person *out, struct err *e)
{
    const struct secret *secret = secret_new(c->pool, password, strlen(password));
    struct gate *gate = c->app->gate;
    enum gate_answer answer = gate ? enter(gate, c->app->conf->workers) : GATE_IN;
    enum outcome rc;

    if (answer != GATE_IN)
        return turn_away(gate, answer, e);
    rc = dir_login(c->app->dir, c->pool, login, secret, out, e);
    if (gate)
        gate_leave(gate, getpid(), rc == OUT_OK || rc == OUT_AUTHN, now_ms());
    return rc;
}

bool login_gate_turned_away(const struct err *why)
{
    return strcmp(why->key, KEY_BUSY) == 0 || strcmp(why->key, KEY_SILENT) == 0;
}
