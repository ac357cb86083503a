#include <string.h>

#include "lib/base/buf.h"
#include "lib/db/migrate.h"
#include "lib/db/script.h"

/* grants.sql with every name put in. */
#define GRANTS_MAX (256u << 10)

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

struct account {
    char text[200]; /* user@host */
};

static enum outcome keep_account(const struct db_row *row, void *ctx, struct err *e)
{
    struct account *account = ctx;
    const char *text = db_text_at(row, SCHEMA_ACCOUNT_ACCOUNT);
    size_t n = strlen(text);

    if (n >= sizeof account->text)
        return err_set(e, OUT_TOOBIG, "migrate.account", "the account's name is too long");
    memcpy(account->text, text, n + 1);
    return OUT_OK;
}

static enum outcome ask_account(struct db_tx *tx, void *ctx, struct err *e)
{
    return db_one(tx, Q_SCHEMA_ACCOUNT, DB_NO_ARGS, keep_account, ctx, e);
}

static bool made_of(const char *text, size_t len, const char *letters)
{
    return len > 0 && strspn(text, letters) >= len;
}

/* Names go into statements as they are, so they may only be plain ones. */
static enum outcome check_names(const char *account, const char *name, const char **host,
                                struct err *e)
{
    const char *at = strrchr(account, '@');

    if (!at || !made_of(account, (size_t)(at - account), LETTERS DIGITS "_.-") ||
        !made_of(at + 1, strlen(at + 1), LETTERS DIGITS "_.:%-/"))
        return err_set(e, OUT_INVALID, "migrate.account", "account %s is not a plain name", account);
    if (!name || !made_of(name, strlen(name), LETTERS DIGITS "_"))
        return err_set(e, OUT_INVALID, "migrate.account", "the database's name is not a plain one");
    *host = at + 1;
    return OUT_OK;
}

/* In `GRANT ... ON name.*` a '_' stands for any letter unless it is escaped. */
static void add_everything(struct buf *buf, const char *name)
{
    buf_putc(buf, '`');
    for (; *name; name++)
        buf_printf(buf, *name == '_' ? "\\%c" : "%c", *name);
    buf_puts(buf, "`.*");
}

static void fill(struct buf *buf, const char *text, const char *account, const char *host,
                 const char *name)
{
    while (*text) {
        if (strncmp(text, "{app}", 5) == 0) {
            buf_printf(buf, "'%.*s'@'%s'", (int)(host - account - 1), account, host);
            text += 5;
        } else if (strncmp(text, "{db.*}", 6) == 0) {
            add_everything(buf, name);
            text += 6;
        } else if (strncmp(text, "{db}", 4) == 0) {
            buf_printf(buf, "`%s`", name);
            text += 4;
        } else {
            buf_putc(buf, *text++);
        }
    }
}

enum outcome migrate_grants_text(struct pool *pool, const struct db_settings *app, const char *file,
                                 const char **text, struct err *e)
{
    struct pool *own = pool_new("grants", 1u << 20);
    struct db_settings nameless = *app;
    struct account account = {.text = ""};
    const char *template, *host = "";
    struct buf *buf = buf_new(pool, GRANTS_MAX);
    enum outcome out;

    /* Before its first grant the account may not even choose the database. */
    nameless.name = NULL;
    out = db_transact(db_new(own, &nameless), DB_READ, ask_account, &account, e);
    if (out == OUT_OK)
        out = script_read(own, file, &template, e);
    if (out == OUT_OK)
        out = check_names(account.text, app->name, &host, e);
    if (out == OUT_OK) {
        fill(buf, template, account.text, host, app->name);
        if (buf->over)
            out = err_set(e, OUT_TOOBIG, "file.read", "%s: too long", file);
    }
    *text = buf->data;
    pool_free(own);
    return out;
}

enum outcome migrate_grants(const struct db_settings *owner, const char *text, struct err *e)
{
    struct pool *pool = pool_new("grants", 1u << 20);
    struct db *db = db_new(pool, owner);
    enum outcome out = db_connect(db, e);

    if (out == OUT_OK)
        out = script_run(db, "grants.sql", text, e);
    pool_free(pool);
    return out;
}
