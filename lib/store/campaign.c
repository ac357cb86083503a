#include "lib/store/campaign.h"

#include "lib/store/rows.h"

enum outcome campaign_list_read(struct db_tx *tx, struct doc *doc, int year, const char *state,
                                int64_t from, struct err *e)
{
    static const struct rows_list campaigns = {"campaign", "from", Q_CAMPAIGN_COUNT, Q_CAMPAIGN_LIST,
                                               CAMPAIGNS_PART};
    enum outcome rc;

    doc_open(doc, "campaigns");
    rc = rows_in_parts(tx, doc, &campaigns,
                       DB_ARGS(db_id(year), db_id(year), db_id(year), db_opt_text(state),
                               db_opt_text(state)),
                       from, e);
    doc_close(doc);
    return rc;
}

enum outcome campaign_read(struct db_tx *tx, struct doc *doc, const struct viewer *v, int64_t id,
                           int64_t from, struct err *e)
{
    static const struct rows_list dossiers = {"nomination", "from", Q_CAMPAIGN_NOMINATIONS_COUNT,
                                              Q_CAMPAIGN_NOMINATIONS, CAMPAIGNS_PART};
    static const struct {
        const char *element;
        enum db_stmt stmt;
    } lists[] = {
        {"round", Q_CAMPAIGN_ROUNDS},
        {"target", Q_CAMPAIGN_TARGETS},
        {"criterion", Q_CAMPAIGN_CRITERIA},
        {"child", Q_CAMPAIGN_CHILDREN},
    };
    enum outcome rc = rows_open(tx, doc, "campaign", Q_CAMPAIGN_GET,
                                DB_ARGS(db_int(id), db_int(id)), NULL, e);

    if (rc != OUT_OK)
        return rc;
    for (unsigned i = 0; rc == OUT_OK && i < sizeof lists / sizeof lists[0]; i++)
        rc = rows_write(tx, doc, lists[i].element, lists[i].stmt, DB_ARGS(db_int(id)), e);
    if (rc == OUT_OK)
        rc = rows_in_parts(tx, doc, &dossiers, DB_ARGS(db_int(id), db_text(v->scope)), from, e);
    doc_close(doc);
    return rc;
}

enum outcome campaign_open_read(struct db_tx *tx, struct doc *doc, struct err *e)
{
    return rows_write(tx, doc, "campaign", Q_CAMPAIGN_OPEN, DB_NO_ARGS, e);
}

struct face_target {
    struct pool *pool;
    struct campaign_face *to;
};

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct face_target *t = ctx;

    (void)e;
    t->to->name = pool_strdup(t->pool, db_text_at(row, CAMPAIGN_FACE_NAME));
    t->to->method = pool_strdup(t->pool, db_text_at(row, CAMPAIGN_FACE_METHOD));
    return OUT_OK;
}

enum outcome campaign_face_of(struct db_tx *tx, struct pool *pool, int64_t id,
                              struct campaign_face *out, struct err *e)
{
    struct face_target target = {pool, out};
    struct err why = ERR_INIT;
    enum outcome rc = db_one(tx, Q_CAMPAIGN_FACE, DB_ARGS(db_int(id)), take_face, &target, &why);

    if (rc == OUT_NOTFOUND)
        return err_set(e, OUT_INVALID, "campaign.closed", "campaign is not open");
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

static int limit_at(const struct db_row *row, unsigned col)
{
    return db_null_at(row, col) ? QUOTA_NONE : (int)db_int_at(row, col);
}

static enum outcome take_quota(const struct db_row *row, void *ctx, struct err *e)
{
    struct quota *quota = ctx;

    (void)e;
    quota->collectives = limit_at(row, CAMPAIGN_QUOTA_QUOTA_COLLECTIVES);
    quota->individuals = limit_at(row, CAMPAIGN_QUOTA_QUOTA_INDIVIDUALS);
    quota->used_collectives = (int)db_int_at(row, CAMPAIGN_QUOTA_USED_COLLECTIVES);
    quota->used_individuals = (int)db_int_at(row, CAMPAIGN_QUOTA_USED_INDIVIDUALS);
    return OUT_OK;
}

enum outcome campaign_quota_of(struct db_tx *tx, int64_t campaign_id, int64_t nomination_id,
                               struct quota *out, struct err *e)
{
    return db_one(tx, Q_CAMPAIGN_QUOTA,
                  DB_ARGS(db_int(campaign_id), db_int(nomination_id), db_int(campaign_id)),
                  take_quota, out, e);
}

enum outcome campaign_hold(struct db_tx *tx, int64_t campaign_id, struct err *e)
{
    int64_t id;

    return db_scalar(tx, Q_CAMPAIGN_LOCK, DB_ARGS(db_int(campaign_id)), 0, &id, e);
}

void quota_attrs(struct doc *doc, const struct quota *quota)
{
    if (quota->collectives != QUOTA_NONE)
        doc_attr_int(doc, "quota-collectives", quota->collectives);
    if (quota->individuals != QUOTA_NONE)
        doc_attr_int(doc, "quota-individuals", quota->individuals);
    doc_attr_int(doc, "used-collectives", quota->used_collectives);
    doc_attr_int(doc, "used-individuals", quota->used_individuals);
}
