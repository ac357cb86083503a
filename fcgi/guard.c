#include "fcgi/guard.h"

#include <string.h>

#include "fcgi/cookie.h"
#include "lib/base/secret.h"

bool cookies_secure(const struct conf *conf)
{
    return strcmp(conf->cookie_secure, "no") != 0;
}

void guard_init(struct visitor *visitor, struct pool *pool, const struct conf *conf,
                const struct request *request)
{
    const char *name = cookies_secure(conf) ? COOKIE_SESSION_SECURE : COOKIE_SESSION_PLAIN;
    const char *token = cookie_get(pool, request->cookies, name);

    *visitor = (struct visitor){0};
    if (token)
        guard_new_token(visitor, pool, token);
}

void guard_new_token(struct visitor *visitor, struct pool *pool, const char *token)
{
    *visitor = (struct visitor){.token = pool_strdup(pool, token)};
    digest(token, strlen(token), visitor->digest);
}

enum outcome guard_same_site(struct pool *pool, const struct conf *conf,
                             const struct request *request, struct err *e)
{
    const char *from = request->fetch_site;

    /* Sec-Fetch-Site cannot be set by a page; older browsers send Origin alone, programs
     * neither. */
    if (*from && strcmp(from, "same-origin") != 0 && strcmp(from, "none") != 0)
        return err_set(e, OUT_DENIED, "csrf.origin", "a post from another site (%s)", from);
    if (*request->origin &&
        strcmp(request->origin, request_site(pool, request, conf->base_url)) != 0)
        return err_set(e, OUT_DENIED, "csrf.origin", "a post of another origin");
    return OUT_OK;
}

static enum outcome find_actor(struct visitor *visitor, struct db_tx *tx, struct pool *pool,
                               const struct conf *conf, struct actor *actor, struct err *e)
{
    const struct session_limits limits = {conf->session_idle_minutes,
                                          conf->session_absolute_hours};
    const struct session *s = &visitor->session;
    enum outcome out;

    if (!visitor->token)
        return err_set(e, OUT_AUTHN, "session.none", "no session cookie");
    out = session_find(tx, pool, visitor->digest, &limits, &visitor->session, e);
    if (out != OUT_OK)
        return out;
    visitor->known = true;
    *actor = (struct actor){s->person_id, s->name, s->role, s->grant_id, s->unit_id, s->unit_name,
                            s->scope};
    return OUT_OK;
}

enum outcome guard_enter(struct visitor *visitor, struct db_tx *tx, struct pool *pool,
                         const struct conf *conf, enum permission permission, struct actor *actor,
                         struct err *e)
{
    struct err none = ERR_INIT;
    enum outcome out;

    *actor = (struct actor){.name = "", .unit_name = "", .scope = "-"};
    visitor->known = false;
    out = find_actor(visitor, tx, pool, conf, actor, &none);
    if (out == OUT_AUTHN && permission == PERM_ANYBODY)
        return OUT_OK;
    if (out != OUT_OK) {
        *e = none;
        return out;
    }
    if (permission != PERM_ANYBODY && !role_may(actor->role, permission)) {
        err_set(e, OUT_DENIED, "denied", "%s may not %s", role_code(actor->role),
                permission_code(permission));
        err_arg(e, "role", role_label(actor->role));
        return e->code;
    }
    return OUT_OK;
}

enum outcome guard_csrf(const struct visitor *visitor, const struct request *request, struct err *e)
{
    const char *sent = pairs_get(request->body, "csrf");

    if (!sent || !*visitor->session.csrf || !same_text(sent, visitor->session.csrf))
        return err_set(e, OUT_DENIED, "csrf.token", "the form's token is not of this session");
    return OUT_OK;
}

const char *site_path(const char *next)
{
    if (next[0] != '/' || next[1] == '/' || next[1] == '\\' || strpbrk(next, "\r\n\t"))
        return "/";
    return next;
}
