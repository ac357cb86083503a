#include "lib/store/unit.h"

#include "lib/base/vi.h"
#include "lib/store/rows.h"

enum outcome unit_tree_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                            const struct viewer *v, const char *text, struct err *e)
{
    struct db_value day = db_date(v->today), code = db_text(text);
    struct db_value marks = db_opt_text(vi_has_marks(text) ? vi_lower(pool, text) : "");
    enum outcome rc;

    doc_open(doc, "units");
    rc = rows_write(tx, doc, "unit", Q_UNIT_TREE,
                    DB_ARGS(day, day, day, day, day, day, db_text(v->scope), code, code,
                            db_text(vi_fold(pool, text)), marks, marks),
                    e);
    doc_close(doc);
    return rc;
}

/* The lists below a unit that take its id alone. */
static const struct {
    const char *element;
    enum db_stmt stmt;
} unit_lists[] = {
    {"name", Q_UNIT_NAMES},       {"headcount", Q_UNIT_HEADCOUNTS},
    {"rating", Q_UNIT_RATINGS},   {"award", Q_UNIT_AWARDS},
    {"block", Q_UNIT_BLOCKS},     {"reorganisation", Q_UNIT_REORGANISATIONS},
};

enum outcome unit_open(struct db_tx *tx, struct doc *doc, const struct viewer *v, int64_t id,
                       struct err *e)
{
    struct db_value day = db_date(v->today);
    enum outcome rc = rows_open(tx, doc, "unit", Q_UNIT_GET,
                                DB_ARGS(day, day, day, day, db_int(id), db_text(v->scope)), NULL, e);

    if (rc != OUT_OK)
        return rc;
    for (unsigned i = 0; rc == OUT_OK && i < sizeof unit_lists / sizeof unit_lists[0]; i++)
        rc = rows_write(tx, doc, unit_lists[i].element, unit_lists[i].stmt, DB_ARGS(db_int(id)), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "child", Q_UNIT_CHILDREN, DB_ARGS(day, day, db_int(id)), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "leader", Q_UNIT_LEADERS, DB_ARGS(db_int(id), day, day), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "campaign", Q_UNIT_CAMPAIGNS, DB_ARGS(db_int(id), db_int(id)), e);
    if (rc == OUT_OK)
        rc = rows_write(tx, doc, "award-count", Q_UNIT_AWARD_COUNTS, DB_ARGS(db_int(id)), e);
    return rc;
}

enum outcome unit_match(struct db_tx *tx, struct pool *pool, const struct viewer *v,
                        const char *name, int64_t *id, struct err *e)
{
    return rows_one_id(tx, Q_UNIT_MATCH,
                       DB_ARGS(db_text(name), db_text(vi_lower(pool, name)), db_text(v->scope)), id,
                       e);
}

enum outcome unit_path_of(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                          const char **path, struct err *e)
{
    return rows_one_text(tx, pool, Q_UNIT_PATH, DB_ARGS(db_int(id), db_text(v->scope)), path, e);
}

struct face_target {
    struct pool *pool;
    struct unit_face *to;
};

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct face_target *t = ctx;
    struct pool *pool = t->pool;

    (void)e;
    t->to->id = db_int_at(row, UNIT_GET_ID);
    t->to->official = pool_strdup(pool, db_text_at(row, UNIT_GET_OFFICIAL));
    t->to->short_name = pool_strdup(pool, db_text_at(row, UNIT_GET_SHORT));
    t->to->signing = pool_strdup(pool, db_text_at(row, UNIT_GET_SIGNING));
    t->to->head_title = pool_strdup(pool, db_text_at(row, UNIT_GET_HEAD_TITLE));
    t->to->symbol = pool_strdup(pool, db_text_at(row, UNIT_GET_SYMBOL));
    t->to->parent_name = pool_strdup(pool, db_text_at(row, UNIT_GET_PARENT_NAME));
    return OUT_OK;
}

enum outcome unit_face_of(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                          struct unit_face *out, struct err *e)
{
    struct face_target target = {pool, out};
    struct db_value day = db_date(v->today);

    return db_one(tx, Q_UNIT_GET, DB_ARGS(day, day, day, day, db_int(id), db_text(v->scope)),
                  take_face, &target, e);
}
