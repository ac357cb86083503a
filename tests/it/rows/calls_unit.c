/* Units and campaigns, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/core/quota.h"
#include "lib/store/campaign.h"
#include "lib/store/unit.h"

static enum outcome tree(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return unit_tree_read(a->tx, a->pool, a->doc, &v, arg_text(a, "text"), e);
}

static enum outcome whole(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    enum outcome rc = unit_open(a->tx, a->doc, &v, arg_int(a, "id"), e);

    doc_close(a->doc);
    return rc;
}

static enum outcome match(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t id = 0;
    enum outcome rc = unit_match(a->tx, a->pool, &v, arg_text(a, "name"), &id, e);

    if (rc == OUT_OK)
        say_int(a, "id", id);
    return rc;
}

static enum outcome path(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    const char *text = NULL;
    enum outcome rc = unit_path_of(a->tx, a->pool, &v, arg_int(a, "id"), &text, e);

    if (rc == OUT_OK)
        say_text(a, "path", text);
    return rc;
}

static enum outcome face(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct unit_face f;
    enum outcome rc = unit_face_of(a->tx, a->pool, &v, arg_int(a, "id"), &f, e);

    if (rc != OUT_OK)
        return rc;
    say_int(a, "id", f.id);
    say_text(a, "official", f.official);
    say_text(a, "short", f.short_name);
    say_text(a, "signing", f.signing);
    say_text(a, "head-title", f.head_title);
    say_text(a, "symbol", f.symbol);
    say_text(a, "parent", f.parent_name);
    return rc;
}

static enum outcome campaigns(struct asked *a, struct err *e)
{
    return campaign_list_read(a->tx, a->doc, (int)arg_int(a, "year"), arg_text(a, "state"), arg_int(a, "from"), e);
}

static enum outcome campaign(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return campaign_read(a->tx, a->doc, &v, arg_int(a, "id"), arg_int(a, "from"), e);
}

static enum outcome campaigns_open(struct asked *a, struct err *e)
{
    return campaign_open_read(a->tx, a->doc, e);
}

static enum outcome campaign_name(struct asked *a, struct err *e)
{
    struct campaign_face f;
    enum outcome rc = campaign_face_of(a->tx, a->pool, arg_int(a, "id"), &f, e);

    if (rc == OUT_OK) {
        say_text(a, "name", f.name);
        say_text(a, "method", f.method);
    }
    return rc;
}

static enum outcome quota(struct asked *a, struct err *e)
{
    struct quota q;
    enum outcome rc = campaign_quota_of(a->tx, arg_int(a, "id"), arg_int(a, "dossier"), &q, e);

    if (rc == OUT_OK) {
        say_int(a, "collectives", q.collectives);
        say_int(a, "individuals", q.individuals);
        say_int(a, "used-collectives", q.used_collectives);
        say_int(a, "used-individuals", q.used_individuals);
    }
    return rc;
}

const struct row_call unit_calls[] = {
    {"unit_tree", tree}, {"unit_open", whole}, {"unit_match", match}, {"unit_path", path}, {"unit_face", face},
    {"campaign_list", campaigns}, {"campaign_read", campaign}, {"campaign_open", campaigns_open},
    {"campaign_face", campaign_name}, {"campaign_quota", quota}, {NULL, NULL},
};
