#include "lib/store/evidence.h"

static enum outcome take_room(const struct db_row *row, void *ctx, struct err *e)
{
    (void)e;
    *(struct room *)ctx = (struct room){.papers = db_int_at(row, EVIDENCE_ROOM_PAPERS), .bytes = db_int_at(row, EVIDENCE_ROOM_BYTES)};
    return OUT_OK;
}

enum outcome evidence_room(struct db_tx *tx, int64_t nomination_id, struct room *out, struct err *e)
{
    return db_one(tx, Q_EVIDENCE_ROOM, DB_ARGS(db_int(nomination_id)), take_room, out, e);
}

enum outcome evidence_add(struct db_tx *tx, int64_t nomination_id, const struct evidence_new *v,
                          struct err *e)
{
    return db_exec(tx, Q_EVIDENCE_INSERT,
                   DB_ARGS(db_int(nomination_id), db_id(v->nominee_id), db_text(v->kind),
                           db_text(v->number), db_date(v->issued_on), db_int(v->file_id)),
                   NULL, NULL, e);
}

struct face_target {
    struct pool *pool;
    struct evidence_face *to;
};

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct face_target *t = ctx;

    (void)e;
    t->to->nominee_id = db_int_at(row, EVIDENCE_GET_NOMINEE_ID);
    t->to->kind = pool_strdup(t->pool, db_text_at(row, EVIDENCE_GET_KIND));
    t->to->name = pool_strdup(t->pool, db_text_at(row, EVIDENCE_GET_NAME));
    return OUT_OK;
}

enum outcome evidence_face_of(struct db_tx *tx, struct pool *pool, int64_t nomination_id, int64_t id,
                              struct evidence_face *out, struct err *e)
{
    struct face_target target = {pool, out};

    return db_one(tx, Q_EVIDENCE_GET, DB_ARGS(db_int(id), db_int(nomination_id)), take_face, &target,
                  e);
}

enum outcome evidence_remove(struct db_tx *tx, int64_t nomination_id, int64_t id, struct err *e)
{
    int64_t removed = 0;
    enum outcome rc =
        db_exec(tx, Q_EVIDENCE_DELETE, DB_ARGS(db_int(id), db_int(nomination_id)), &removed, NULL, e);

    if (rc == OUT_OK && removed == 0)
        return err_set(e, OUT_NOTFOUND, "notfound", "no such paper in this dossier");
    return rc;
}

struct target {
    struct pool *pool;
    struct file_face *to;
};

static enum outcome take_file(const struct db_row *row, void *ctx, struct err *e)
{
    struct target *t = ctx;

    (void)e;
    t->to->digest = pool_strdup(t->pool, db_text_at(row, EVIDENCE_FILE_DIGEST));
    t->to->media_type = pool_strdup(t->pool, db_text_at(row, EVIDENCE_FILE_MEDIA_TYPE));
    t->to->name = pool_strdup(t->pool, db_text_at(row, EVIDENCE_FILE_NAME));
    t->to->size = db_int_at(row, EVIDENCE_FILE_SIZE);
    t->to->unit_id = db_int_at(row, EVIDENCE_FILE_UNIT_ID);
    return OUT_OK;
}

enum outcome evidence_file_of(struct db_tx *tx, struct pool *pool, const struct viewer *v,
                              int64_t nomination_id, int64_t id, struct file_face *out,
                              struct err *e)
{
    struct target target = {pool, out};

    return db_one(tx, Q_EVIDENCE_FILE,
                  DB_ARGS(db_int(id), db_int(nomination_id), db_text(v->scope)), take_file, &target,
                  e);
}
