#include "lib/store/session.h"

#include <string.h>

enum outcome form_token_claim(struct db_tx *tx, const char *digest, int64_t person_id,
                              struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome out = db_exec(tx, Q_FORM_TOKEN_INSERT, DB_ARGS(db_text(digest), db_int(person_id)),
                               NULL, NULL, &why);

    if (out == OUT_CONFLICT)
        return err_set(e, OUT_CONFLICT, "form.used", "the form has been acted on already");
    if (out != OUT_OK)
        *e = why;
    return out;
}

enum outcome form_token_settle(struct db_tx *tx, const char *digest, const char *location,
                               struct err *e)
{
    if (!location)
        return db_exec_one(tx, Q_FORM_TOKEN_DELETE, DB_ARGS(db_text(digest)), e);
    return db_exec_one(tx, Q_FORM_TOKEN_SETTLE, DB_ARGS(db_text(location), db_text(digest)), e);
}

struct led {
    struct pool *pool;
    const char *location;
};

static enum outcome take_location(const struct db_row *row, void *ctx, struct err *e)
{
    struct led *led = ctx;

    (void)e;
    led->location = pool_strdup(led->pool, db_text_at(row, 0));
    return OUT_OK;
}

enum outcome form_token_location(struct db_tx *tx, struct pool *pool, const char *digest,
                                 int64_t person_id, const char **location, struct err *e)
{
    struct led led = {pool, NULL};
    struct err why = ERR_INIT;
    enum outcome out = db_one(tx, Q_FORM_TOKEN_LOCATION,
                              DB_ARGS(db_text(digest), db_int(person_id)), take_location, &led, &why);

    *location = led.location;
    if (out == OUT_NOTFOUND)
        return err_set(e, OUT_NOTFOUND, "form.unknown", "no form of this person has the token");
    if (out != OUT_OK)
        *e = why;
    return out;
}
