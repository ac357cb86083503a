#include "tests/unit/fake_store.h"

#include "tests/unit/test.h"

#include <string.h>

#include "lib/base/secret.h"
#include "lib/db/db.h"
#include "lib/store/audit.h"
#include "lib/store/session.h"

#define TOKENS 8
#define RETRIES 3

struct token {
    char digest[DIGEST_SIZE];
    char location[300];
};

struct db_tx {
    struct token token[TOKENS];
    unsigned tokens;
};

struct script script;
static struct db_tx committed;

void script_reset(void)
{
    script = (struct script){.role = ROLE_CLERK};
    committed = (struct db_tx){0};
}

enum outcome db_transact(struct db *db, enum db_mode mode, db_body body, void *ctx, struct err *e)
{
    (void)db;
    if (script.begin != OUT_OK)
        return err_set(e, script.begin, "db.down", "scripted at begin");
    for (unsigned attempt = 0; attempt <= RETRIES; attempt++) {
        struct db_tx tx = committed;
        enum outcome out;

        script.runs++;
        out = body(&tx, ctx, e);
        if (out == OUT_OK && script.deadlocks > 0) {
            script.deadlocks--;
            continue;
        }
        if (out != OUT_OK)
            return out;
        if (mode == DB_WRITE && script.commit != OUT_OK) {
            if (script.kept)
                committed = tx;
            return err_set(e, script.commit, "db.commit", "scripted at commit");
        }
        script.commits++;
        script.writes += mode == DB_WRITE;
        committed = tx;
        return OUT_OK;
    }
    return err_set(e, OUT_RETRY, "db.retry", "scripted deadlocks");
}

int64_t db_spent_ms(struct db *db)
{
    (void)db;
    return 0;
}

enum outcome session_find(struct db_tx *tx, struct pool *pool, const char *digest_text,
                          const struct session_limits *limits, struct session *out, struct err *e)
{
    char want[DIGEST_SIZE];

    (void)tx;
    (void)pool;
    (void)limits;
    digest(FAKE_TOKEN, strlen(FAKE_TOKEN), want);
    if (script.expired || strcmp(want, digest_text) != 0)
        return err_set(e, OUT_AUTHN, "session.none", "scripted");
    *out = (struct session){.person_id = FAKE_PERSON, .name = "Trần Thị B", .role = script.role, .grant_id = 3,
                            .unit_id = 9, .unit_name = "Bệnh viện A", .scope = "/1/9/",
                            .csrf = FAKE_CSRF, .stale = script.stale};
    return OUT_OK;
}

enum outcome session_over(struct db_tx *tx, const char *digest_text, int64_t *person_id, struct err *e)
{
    char want[DIGEST_SIZE];

    (void)tx;
    if (script.over != OUT_OK)
        return err_set(e, script.over, "db.down", "scripted");
    digest(FAKE_TOKEN, strlen(FAKE_TOKEN), want);
    *person_id = script.ended || strcmp(want, digest_text) != 0 ? 0 : FAKE_PERSON;
    return OUT_OK;
}

enum outcome session_grants(struct db_tx *tx, struct pool *pool, const struct session *session,
                            const struct session_grant **out, unsigned *count, struct err *e)
{
    static const struct session_grant grants[] = {{3, ROLE_CLERK, "Bệnh viện A"},
                                                  {0, ROLE_STAFF, "Bệnh viện A"}};

    (void)tx;
    (void)pool;
    (void)session;
    (void)e;
    *out = grants;
    *count = 2;
    return OUT_OK;
}

enum outcome session_touch(struct db_tx *tx, const char *digest_text, struct err *e)
{
    (void)tx;
    (void)digest_text;
    (void)e;
    script.touches++;
    return OUT_OK;
}

enum outcome audit_add(struct db_tx *tx, const struct act *act, const struct audit_entry *entry, struct err *e)
{
    (void)tx;
    assert_int_equal(act->person_id, FAKE_PERSON);
    assert_string_equal(entry->action, "stored.read");
    if (script.audit != OUT_OK)
        return err_set(e, script.audit, "db.down", "scripted");
    script.entries++;
    return OUT_OK;
}

static struct token *find(struct db_tx *tx, const char *digest_text)
{
    for (unsigned i = 0; i < tx->tokens; i++)
        if (strcmp(tx->token[i].digest, digest_text) == 0)
            return &tx->token[i];
    return NULL;
}

enum outcome form_token_claim(struct db_tx *tx, const char *digest_text, int64_t person_id,
                              struct err *e)
{
    (void)person_id;
    if (find(tx, digest_text))
        return err_set(e, OUT_CONFLICT, "form.used", "scripted");
    strcpy(tx->token[tx->tokens++].digest, digest_text);
    return OUT_OK;
}

enum outcome form_token_settle(struct db_tx *tx, const char *digest_text, const char *location,
                               struct err *e)
{
    (void)e;
    if (location)
        strcpy(find(tx, digest_text)->location, location);
    else
        tx->tokens--;
    return OUT_OK;
}

enum outcome form_token_location(struct db_tx *tx, struct pool *pool, const char *digest_text,
                                 int64_t person_id, const char **location, struct err *e)
{
    const struct token *token = find(tx, digest_text);

    (void)person_id;
    if (!token)
        return err_set(e, OUT_NOTFOUND, "form.unknown", "scripted");
    *location = pool_strdup(pool, token->location);
    return OUT_OK;
}
