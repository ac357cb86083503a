/* Logging in and out.  The directory is asked before the transaction and outside it; what it said is then written down -
 * a session, or the trace of a refusal, which is committed as well. */
#include <string.h>

#include "fcgi/agent.h"
#include "fcgi/entry.h"
#include "fcgi/guard.h"
#include "fcgi/login_gate.h"
#include "fcgi/on.h"
#include "lib/base/utf8.h"
#include "lib/store/login.h"
#include "lib/store/session.h"

/* What the directory said; lives over a repeated run of the handler. */
struct asked {
    const char *login; /* in one spelling: every other one is the same attempt */
    struct login_subjects subjects;
    struct login_limits limits;
    int64_t wait_seconds;
    struct err why; /* OUT_OK: it is he */
    struct dir_person person;
};

static enum outcome attempt(struct db_tx *tx, void *ctx, struct err *e)
{
    struct asked *asked = ctx;

    return login_attempt(tx, &asked->subjects, &asked->limits, &asked->wait_seconds, e);
}

static void must_wait(struct err *why, int64_t seconds)
{
    err_clear(why);
    err_set(why, OUT_AUTHN, "login.wait", "too many failures of the account or address");
    err_arg_int(why, "seconds", seconds);
}

enum outcome on_login_ask(struct call *c, struct err *e)
{
    struct asked *asked = pool_alloc(c->pool, sizeof *asked);
    const struct conf *conf = c->app->conf;
    enum outcome out;

    c->prepared = asked;
    asked->login = utf8_one_spelling(c->pool, form_text(c->form, "login"));
    asked->person.id = "";
    asked->limits = (struct login_limits){conf->login_free_attempts, conf->login_wait_seconds,
                                          conf->login_wait_max_seconds};
    login_subjects(c->pool, asked->login, c->address, &asked->subjects);
    out = db_transact(c->app->db, DB_WRITE, attempt, asked, e);
    if (out != OUT_OK)
        return out;
    if (asked->wait_seconds > 0) {
        must_wait(&asked->why, asked->wait_seconds);
        return OUT_OK;
    }
    /* Whatever it answers is an answer: run() tells it after it has been written down. */
    out = login_gate_ask(c, asked->login, form_text(c->form, "password"), &asked->person, &asked->why);
    return asked->why.code == out ? OUT_OK : out;
}

/* An unknown name and a wrong password are told apart only where that is wanted. */
static struct err told(const struct call *c, const struct err *why)
{
    struct err one = ERR_INIT;

    if (strcmp(c->app->conf->login_tell_unknown, "no") != 0 ||
        (strcmp(why->key, "login.unknown") != 0 && strcmp(why->key, "login.wrong") != 0))
        return *why;
    err_set(&one, OUT_AUTHN, "login.refused", "%s", why->text);
    return one;
}

/* An attempt during the wait of which the directory was not asked leaves no row of its own, or a flood of them would fill an
 * audit that only grows. */
static enum outcome refuse(struct call *c, const struct asked *asked, const struct err *why,
                           struct err *e)
{
    struct act act = call_act(c, "");
    struct audit_entry entry = {.action = "login.refused", .object = "person", .after = why->key};
    bool unchecked = why->code == OUT_UNAVAIL || why->code == OUT_INTERNAL;
    enum outcome out = OUT_OK;

    act.person_id = 0; /* nobody is proved; object_id says whom it was about */
    act.role = "";
    c->refused = told(c, why);
    if (asked->wait_seconds > 0)
        return OUT_OK;
    if (unchecked)
        out = login_unchecked(c->tx, &asked->subjects, e);
    if (out != OUT_OK || login_gate_turned_away(why))
        return out; /* nobody was asked anything: a silent directory must not fill the audit either */
    out = login_person_of(c->tx, asked->login, asked->person.id, &entry.object_id, e);
    return out == OUT_OK ? audit_add(c->tx, &act, &entry, e) : out;
}

/* how: what the audit keeps beside the login; NULL for a password. */
static enum outcome let_in(struct call *c, int64_t person_id, const char *how, struct err *e)
{
    struct act act = call_act(c, "");
    struct audit_entry entry = {.action = "login", .object = "person", .object_id = person_id,
                                .after = how};
    struct session_grant acting;
    struct visitor visitor;
    struct session_start start = {.person_id = person_id,
                                  .address = c->address,
                                  .agent = agent_name(c->pool, c->request->agent),
                                  .absolute_hours = c->app->conf->session_absolute_hours};
    enum outcome out;

    guard_init(&visitor, c->pool, c->app->conf, c->request);
    start.replaces = visitor.digest;
    out = session_begin(c->tx, c->pool, &start, &c->set_cookie, &acting, e);
    if (out != OUT_OK)
        return out;
    c->entered = person_id;
    act.person_id = person_id;
    act.role = role_code(acting.role);
    out = audit_add(c->tx, &act, &entry, e);
    return out == OUT_OK ? call_see_other(c, NULL, "%s", site_path(form_text(c->form, "next"))) : out;
}

/* What the directory said, unless its entry has to wait: however the login was written. */
static enum outcome weigh(struct call *c, const struct asked *asked, struct login_subjects *subjects,
                          struct err *why, struct err *e)
{
    int64_t seconds = 0;
    enum outcome out = OUT_OK;

    *why = asked->why;
    if (asked->person.id && *asked->person.id)
        out = login_found(c->tx, subjects, asked->person.id, &asked->limits, &seconds, e);
    if (seconds > 0)
        must_wait(why, seconds);
    return out;
}

enum outcome on_login(struct call *c, struct err *e)
{
    const struct asked *asked = c->prepared;
    struct login_subjects subjects = asked->subjects;
    struct sync_listed entry;
    struct err why = ERR_INIT;
    int64_t person_id = 0;
    bool created = false;
    enum outcome out = weigh(c, asked, &subjects, &why, e);

    if (out != OUT_OK)
        return out;
    if (why.code != OUT_OK)
        return refuse(c, asked, &why, e);
    entry = entry_of(&asked->person);
    out = login_person(c->tx, c->pool, &entry, c->today, &person_id, &created, &why);
    if (out == OUT_AUTHN)
        return refuse(c, asked, &why, e);
    if (out != OUT_OK) {
        *e = why;
        return out;
    }
    out = login_succeeded(c->tx, &subjects, person_id, e);
    return out == OUT_OK
               ? let_in(c, person_id, created ? "đăng nhập lần đầu, đã lập hồ sơ cá nhân" : NULL, e)
               : out;
}

static bool portal_believed(const struct call *c)
{
    return strcmp(c->app->conf->portal, "yes") == 0;
}

/* Whom the portal has let in, as nginx says; "" when nobody, or when the portal is not believed here. */
static const char *portal_user(const struct call *c)
{
    return portal_believed(c) ? c->request->remote_user : "";
}

enum outcome on_login_portal(struct call *c, struct err *e)
{
    const char *login = portal_user(c);
    struct login_subjects subjects;
    int64_t person_id = 0;
    enum outcome out;

    if (!portal_believed(c))
        return err_set(e, OUT_NOTFOUND, "notfound", "the portal is not believed here");
    if (!login[0])
        return err_set(e, OUT_AUTHN, "login.portal", "the portal names nobody");
    out = login_listed(c->tx, login, &person_id, e);
    if (out == OUT_OK && !person_id)
        return err_set(e, OUT_AUTHN, "login.portal-unknown", "nobody here has the portal's login");
    if (out == OUT_OK) {
        login_subjects(c->pool, login, c->address, &subjects);
        out = login_place(c->tx, &subjects, person_id, e);
    }
    return out == OUT_OK ? let_in(c, person_id, "portal", e) : out;
}

enum outcome on_login_page(struct call *c, struct err *e)
{
    const char *next = site_path(form_text(c->form, "next"));

    (void)e;
    doc_open(c->doc, "login");
    doc_attr(c->doc, "next", next);
    doc_attr(c->doc, "kept", c->kept);
    if (portal_user(c)[0])
        doc_attr(c->doc, "portal", portal_user(c));
    doc_close(c->doc);
    if (c->actor.person_id)
        c->see_other = next;
    return OUT_OK;
}

enum outcome on_logout(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct visitor visitor;
    enum outcome out;

    guard_init(&visitor, c->pool, c->app->conf, c->request);
    out = session_end(c->tx, visitor.digest, e);
    if (out == OUT_OK)
        out = audit_add(c->tx, &act,
                        &(struct audit_entry){.action = "logout", .object = "person",
                                              .object_id = c->actor.person_id},
                        e);
    c->set_cookie = "";
    return out == OUT_OK ? call_see_other(c, "logout.done", "/login") : out;
}
