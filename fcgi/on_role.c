/* Who holds which role where: an administrator acts on the units of his own scope only. */
#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "lib/store/person.h"
#include "lib/store/role.h"

enum outcome on_role_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    enum outcome rc = role_list_read(c->tx, c->doc, &viewer, form_int_if(c->form, "from"), e);

    choices_roles(c);
    return rc == OUT_OK ? choices_units(c, "unit_id", e) : rc;
}

/* Exactly one of a person (by login or staff number) and a group. */
static enum outcome read_subject(struct call *c, const struct viewer *viewer,
                                 struct role_new *grant, struct err *e)
{
    const char *login = form_text(c->form, "login");
    struct err why = ERR_INIT;
    enum outcome rc;

    grant->ldap_group = form_text(c->form, "ldap_group");
    if (form_has(c->form, "login") == form_has(c->form, "ldap_group")) {
        form_error(c->form, "login", *grant->ldap_group ? "role.subject" : "role.nobody");
        return form_invalid(e);
    }
    if (!form_has(c->form, "login"))
        return OUT_OK;
    rc = person_find(c->tx, viewer, login, &grant->person_id, &why);
    if (rc == OUT_NOTFOUND) {
        form_error(c->form, "login", "role.login-unknown");
        return form_invalid(e);
    }
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

/* What the audit keeps of a grant; the name of a group may be of any script and length. */
static const char *in_words(struct call *c, const struct role_new *grant)
{
    const char *unit = pool_printf(c->pool, "%s; Đơn vị %lld", role_label(grant->role),
                                   (long long)grant->unit_id);

    return grant->person_id
               ? pool_printf(c->pool, "%s; Cá nhân %lld", unit, (long long)grant->person_id)
               : pool_printf(c->pool, "%s; nhóm danh bạ %s", unit, grant->ldap_group);
}

enum outcome on_role_grant(struct call *c, struct err *e)
{
    struct role_new grant = {.role = role_of(form_text(c->form, "role")),
                             .unit_id = form_int(c->form, "unit_id"),
                             .granted_by = c->actor.person_id,
                             .valid_from = form_date(c->form, "valid_from"),
                             .valid_to = form_date(c->form, "valid_to")};
    struct viewer viewer = call_viewer(c);
    struct act act = call_act(c, "");
    int64_t id;
    enum outcome rc;

    if (grant.valid_from == DATE_NONE)
        grant.valid_from = c->today;
    if (grant.valid_to != DATE_NONE && grant.valid_to < grant.valid_from) {
        form_error(c->form, "valid_to", "field.date-order");
        return form_invalid(e);
    }
    if (grant.valid_to != DATE_NONE && grant.valid_to < c->today)
        form_error(c->form, "valid_to", "field.past");
    rc = read_subject(c, &viewer, &grant, e);
    if (rc == OUT_OK && !form_ok(c->form))
        rc = form_invalid(e);
    if (rc == OUT_OK)
        rc = role_grant(c->tx, &viewer, &grant, &id, e);
    if (rc != OUT_OK)
        return rc;
    rc = audit_add(c->tx, &act,
                   &(struct audit_entry){.action = "role.grant",
                                         .object = "role_grant",
                                         .object_id = id,
                                         .unit_id = grant.unit_id,
                                         .after = in_words(c, &grant)},
                   e);
    if (rc != OUT_OK)
        return rc;
    return grant.valid_from > c->today ? call_see_other(c, "role.granted-later", "/admin/roles")
                                       : call_see_other(c, "role.granted", "/admin/roles");
}

enum outcome on_role_revoke(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct act act = call_act(c, "");
    struct role_new was;
    enum outcome rc;

    if (c->id[0] == c->actor.grant_id)
        return err_set(e, OUT_DENIED, "role.own", "actor would revoke the role he acts in");
    rc = role_revoke(c->tx, c->pool, &viewer, c->id[0], &was, e);
    if (rc == OUT_OK)
        rc = audit_add(c->tx, &act,
                       &(struct audit_entry){.action = "role.revoke",
                                             .object = "role_grant",
                                             .object_id = c->id[0],
                                             .unit_id = was.unit_id,
                                             .before = in_words(c, &was),
                                             .after = "Đã thu hồi"},
                       e);
    return rc == OUT_OK ? call_see_other(c, "role.revoked", "/admin/roles") : rc;
}
