/* People, roles and the audit, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/store/audit.h"
#include "lib/store/person.h"
#include "lib/store/role.h"

static enum outcome search(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct person_filter f = {.text = arg_text(a, "text"), .unit_id = arg_int(a, "unit"), .after_id = arg_int(a, "after")};

    return person_search(a->tx, a->pool, a->doc, &v, &f, e);
}

static enum outcome whole(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    enum outcome rc = person_open(a->tx, a->doc, &v, arg_int(a, "id"), arg_int(a, "holds") != 0, e);

    doc_close(a->doc);
    return rc;
}

static enum outcome own(struct asked *a, struct err *e)
{
    return person_own_read(a->tx, a->doc, arg_int(a, "id"), e);
}

static enum outcome face(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct person_face f;
    enum outcome rc = person_face_of(a->tx, a->pool, &v, arg_int(a, "id"), &f, e);

    if (rc == OUT_OK)
        buf_printf(a->out, "%lld %s, %s of unit %lld %s, leader %d\n", (long long)f.id, f.name, f.title,
                   (long long)f.unit_id, f.unit_name, f.leader);
    return rc;
}

static enum outcome match(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t id = 0;
    enum outcome rc = person_match(a->tx, a->pool, &v, arg_text(a, "name"), &id, e);

    if (rc == OUT_OK)
        say_int(a, "id", id);
    return rc;
}

static enum outcome find(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t id = 0;
    enum outcome rc = person_find(a->tx, &v, arg_text(a, "name"), &id, e);

    if (rc == OUT_OK)
        say_int(a, "id", id);
    return rc;
}

static enum outcome title(struct asked *a, struct err *e)
{
    const char *text = NULL;
    enum outcome rc = person_title_of(a->tx, a->pool, arg_int(a, "id"), arg_date(a, "day"), &text, e);

    say_text(a, "title", text);
    return rc;
}

static enum outcome roles(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return role_list_read(a->tx, a->doc, &v, arg_int(a, "from"), e);
}

static enum outcome grant(struct asked *a, struct err *e)
{
    struct role_new r = {.person_id = arg_int(a, "person"), .ldap_group = arg_text(a, "group"),
                         .role = role_of(arg_text(a, "role")), .unit_id = arg_int(a, "unit"),
                         .granted_by = arg_int(a, "by"), .valid_from = arg_date(a, "from"), .valid_to = arg_date(a, "to")};
    struct viewer v = arg_viewer(a);
    int64_t id;

    return role_grant(a->tx, &v, &r, &id, e);
}

static enum outcome revoke(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct role_new was;
    enum outcome rc = role_revoke(a->tx, a->pool, &v, arg_int(a, "id"), &was, e);

    if (rc == OUT_OK)
        say_int(a, "unit", was.unit_id);
    return rc;
}

static enum outcome audit(struct asked *a, struct err *e)
{
    struct audit_filter f = {.object = arg_text(a, "object"), .action = arg_text(a, "action"),
                             .object_id = arg_int(a, "object-id"), .person_id = arg_int(a, "person"),
                             .before_id = arg_int(a, "before")};
    struct viewer v = arg_viewer(a);

    return audit_read(a->tx, a->doc, &v, &f, e);
}

const struct row_call people_calls[] = {
    {"person_search", search}, {"person_open", whole}, {"person_own", own}, {"person_face", face},
    {"person_match", match}, {"person_find", find}, {"person_title", title}, {"role_list", roles},
    {"role_grant", grant}, {"role_revoke", revoke}, {"audit", audit}, {NULL, NULL},
};
