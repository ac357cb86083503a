/* Asking the directory without keeping every worker busy with it. */
#ifndef TDKT_FCGI_LOGIN_GATE_H
#define TDKT_FCGI_LOGIN_GATE_H

#include "fcgi/call.h"

/* dir_login(), unless too many are at it already: then UNAVAIL at once, key "login.busy" (those inside take longer than
 * usual) or "dir.silent" (it has just not answered somebody); the password was not looked at. */
enum outcome login_gate_ask(struct call *c, const char *login, const char *password,
                            struct dir_person *out, struct err *e) TDKT_MUST_USE;

/* The refusal is one of the gate's: nothing was asked. */
bool login_gate_turned_away(const struct err *why);

#endif
