/* What serve.c, act.c and answer.c share about the request in hand. */
#ifndef TDKT_FCGI_TURN_H
#define TDKT_FCGI_TURN_H

#include "fcgi/guard.h"
#include "fcgi/page.h"
#include "fcgi/response.h"
#include "fcgi/router.h"

struct turn {
    const struct app *app;
    const struct route *table;
    unsigned count;
    struct pool *pool;
    struct request request;
    struct match match;
    struct visitor visitor;
    struct call call;
    struct response response;
    bool tokens_checked;    /* or not to be asked for: a form is only shown again */
    const struct err *told; /* the refusal that stands on the page; NULL: none */
    int told_status;
    int64_t db_ms, render_ms;
};

/* act.c */

/* The route's handler in its transaction, with the one-time token of its form. */
enum outcome turn_act(struct turn *t, struct err *e) TDKT_MUST_USE;
/* Who is asking, and may he: before anything he posted is looked at. */
enum outcome turn_enter(struct turn *t, struct err *e) TDKT_MUST_USE;
/* The page that shows a form again, in a transaction that reads, with what it is told; with
 * FORM_INVALID_KEY only the fields say why. */
enum outcome turn_again(struct turn *t, const struct err *told, int status, struct err *e)
    TDKT_MUST_USE;
/* Where the earlier post of this form led. */
enum outcome turn_earlier(struct turn *t, const char **location, struct err *e) TDKT_MUST_USE;
/* Notes the session's use when that is due. */
void turn_touch(struct turn *t);

/* answer.c */

/* What the handler left in the call, as a response. */
enum outcome turn_answer(struct turn *t, struct err *e) TDKT_MUST_USE;
/* A refusal, as the page that fits it. */
void turn_refuse(struct turn *t, const struct err *refused);

/* keep.c */

/* What a posted login form carries on of an earlier form, still sealed; NULL when it is not of this browser. Whose it is
 * is asked after the login. */
const char *kept_carried(struct turn *t);
/* The login page; it carries on what was posted out of a session that has run out, for the person whose session it was. */
enum outcome turn_login_page(struct turn *t, struct err *e) TDKT_MUST_USE;
/* After a login that carried a form on: that form again, with all its values, for the new session.
 * NOTFOUND when there is none, or when it is another person's: then call.flash says so. */
enum outcome turn_resume(struct turn *t, struct err *e) TDKT_MUST_USE;

int64_t now_ms(void);

#endif
