#include "lib/store/person.h"

#include "lib/base/vi.h"
#include "lib/store/rows.h"

enum outcome person_search(struct db_tx *tx, struct pool *pool, struct doc *doc,
                           const struct viewer *v, const struct person_filter *f, struct err *e)
{
    const char *fold = vi_fold(pool, f->text);
    struct db_value day = db_date(v->today);
    struct db_value after = db_id(f->after_id);
    struct db_value marks =
        vi_has_marks(f->text) ? db_text(vi_lower(pool, f->text)) : db_null();
    enum outcome rc;

    marks.type = DB_TEXT;
    doc_open(doc, "people");
    rc = rows_page(tx, doc, "person", Q_PERSON_SEARCH,
                   DB_ARGS(day, day, day, day, after, after, after, after,
                           db_text(fold), db_text(fold), db_text(f->text), marks, marks,
                           db_id(f->unit_id), db_id(f->unit_id), db_text(v->scope)),
                   50, &(struct rows_next){"after", "id", NULL}, e);
    doc_close(doc);
    return rc;
}

enum outcome person_open(struct db_tx *tx, struct doc *doc, const struct viewer *v, int64_t id,
                         bool with_holds, struct err *e)
{
    static const struct {
        const char *element;
        enum db_stmt stmt;
        bool restricted;
    } lists[] = {
        {"position", Q_PERSON_POSITIONS, false}, {"rating", Q_PERSON_RATINGS, false},
        {"award", Q_PERSON_AWARDS, false},       {"hold", Q_PERSON_HOLDS, true},
        {"dossier", Q_PERSON_NOMINATIONS, false},
    };
    enum outcome rc = rows_open(tx, doc, "person", Q_PERSON_GET,
                                DB_ARGS(db_int(id), db_int(v->person_id), db_text(v->scope)), NULL, e);

    if (rc != OUT_OK)
        return rc;
    for (unsigned i = 0; rc == OUT_OK && i < sizeof lists / sizeof lists[0]; i++)
        if (with_holds || !lists[i].restricted)
            rc = rows_write(tx, doc, lists[i].element, lists[i].stmt, DB_ARGS(db_int(id)), e);
    return rc;
}

enum outcome person_own_read(struct db_tx *tx, struct doc *doc, int64_t id, struct err *e)
{
    enum outcome rc = rows_write(tx, doc, "award", Q_PERSON_AWARDS, DB_ARGS(db_int(id)), e);

    return rc == OUT_OK
               ? rows_write(tx, doc, "dossier", Q_PERSON_NOMINATIONS, DB_ARGS(db_int(id)), e)
               : rc;
}

struct face_target {
    struct pool *pool;
    struct person_face *to;
};

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct face_target *t = ctx;

    (void)e;
    t->to->id = db_int_at(row, PERSON_NOW_ID);
    t->to->name = pool_strdup(t->pool, db_text_at(row, PERSON_NOW_FULL_NAME));
    t->to->title = pool_strdup(t->pool, db_text_at(row, PERSON_NOW_TITLE));
    t->to->leader = db_int_at(row, PERSON_NOW_LEADER) != 0;
    t->to->unit_id = db_int_at(row, PERSON_NOW_UNIT_ID);
    t->to->unit_name = pool_strdup(t->pool, db_text_at(row, PERSON_NOW_UNIT_NAME));
    return OUT_OK;
}

enum outcome person_face_of(struct db_tx *tx, struct pool *pool, const struct viewer *v, int64_t id,
                            struct person_face *out, struct err *e)
{
    struct face_target target = {pool, out};
    struct db_value day = db_date(v->today);

    return db_one(tx, Q_PERSON_NOW, DB_ARGS(day, day, day, day, db_int(id), db_text(v->scope)),
                  take_face, &target, e);
}

enum outcome person_match(struct db_tx *tx, struct pool *pool, const struct viewer *v,
                          const char *name, int64_t *id, struct err *e)
{
    return rows_one_id(tx, Q_PERSON_MATCH,
                       DB_ARGS(db_text(name), db_text(vi_lower(pool, name)), db_text(v->scope)), id,
                       e);
}

enum outcome person_find(struct db_tx *tx, const struct viewer *v, const char *name, int64_t *id,
                         struct err *e)
{
    struct db_value text = db_text(name), day = db_date(v->today), scope = db_text(v->scope);
    enum outcome rc = db_scalar(tx, Q_PERSON_BY_NAME, DB_ARGS(text, text, day, day, scope, scope),
                                0, id, e);

    if (rc == OUT_OK && *id == 0)
        return err_set(e, OUT_NOTFOUND, "person.unknown", "no such login or staff number");
    return rc;
}

enum outcome person_title_of(struct db_tx *tx, struct pool *pool, int64_t id, date_t day,
                             const char **title, struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc =
        rows_one_text(tx, pool, Q_PERSON_TITLE,
                      DB_ARGS(db_int(id), db_date(day), db_date(day)), title, &why);

    if (rc == OUT_NOTFOUND) {
        *title = "";
        return OUT_OK;
    }
    if (rc != OUT_OK)
        *e = why;
    return rc;
}
