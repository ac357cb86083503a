#include "lib/db/migrate.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/secret.h"
#include "lib/db/connection.h"
#include "lib/db/script.h"

/* Altering a large table takes its time; nobody waits for a page meanwhile. */
#define MIGRATE_SECONDS 3600

/* How long a second run waits for the first. */
#define LOCK_SECONDS "30"

#define MIGRATIONS_MAX 1000
#define NAME_SIZE 64

struct migration {
    char name[NAME_SIZE]; /* NNNN_name, without .sql */
    char digest[DIGEST_SIZE];
};

struct list {
    unsigned count;
    struct migration at[MIGRATIONS_MAX];
};

/* Four digits, '_', then lower-case letters, digits and '_'. */
static bool is_migration(const char *file)
{
    size_t digits = strspn(file, "0123456789");
    size_t name = strspn(file + digits, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return digits == 4 && file[4] == '_' && name > 1 && digits + name < NAME_SIZE &&
           strcmp(file + digits + name, ".sql") == 0;
}

static int wanted(const struct dirent *entry)
{
    return is_migration(entry->d_name);
}

static enum outcome read_files(const char *dir, struct list *files, struct err *e)
{
    struct dirent **entries = NULL;
    enum outcome out = OUT_OK;
    char path[4096];
    int n = scandir(dir, &entries, wanted, alphasort);

    if (n <= 0)
        out = err_set(e, OUT_INVALID, "migrate.none", "no migrations in %s", dir);
    for (int i = 0; i < n; i++) {
        const char *file = entries[i]->d_name;
        struct migration *m = &files->at[files->count];

        if (out == OUT_OK && files->count == MIGRATIONS_MAX)
            out = err_set(e, OUT_TOOBIG, "migrate.none", "more than %d migrations", MIGRATIONS_MAX);
        if (out == OUT_OK) {
            snprintf(m->name, sizeof m->name, "%.*s", (int)(strlen(file) - 4), file);
            snprintf(path, sizeof path, "%s/%s", dir, file);
            out = digest_file(path, m->digest, e);
            if (files->count > 0 && strncmp(m[-1].name, m->name, 5) == 0)
                out = err_set(e, OUT_INVALID, "migrate.order", "two migrations have the number %.4s",
                              m->name);
            files->count++;
        }
        free(entries[i]);
    }
    free(entries);
    return out;
}

/* What was applied must be the beginning of what there is, byte for byte. */
static enum outcome compare(const struct list *files, const struct list *applied, struct err *e)
{
    for (unsigned i = 0; i < applied->count; i++) {
        const struct migration *was = &applied->at[i], *is = &files->at[i];

        if (i >= files->count || strcmp(was->name, is->name) != 0) {
            for (unsigned k = 0; k < files->count; k++)
                if (strcmp(files->at[k].name, was->name) == 0)
                    return err_set(e, OUT_INVALID, "migrate.order",
                                   "%s is new but comes before %s, which was applied", is->name,
                                   was->name);
            return err_set(e, OUT_INVALID, "migrate.missing",
                           "%s was applied to the database, but its file is not there", was->name);
        }
        if (strcmp(was->digest, is->digest) != 0)
            return err_set(e, OUT_INVALID, "migrate.changed",
                           "%s.sql was changed after it was applied", was->name);
    }
    return OUT_OK;
}

static void keep(struct list *list, const char *name, const char *digest)
{
    struct migration *m = &list->at[list->count];

    if (list->count == MIGRATIONS_MAX)
        return;
    snprintf(m->name, sizeof m->name, "%s", name);
    snprintf(m->digest, sizeof m->digest, "%s", digest);
    list->count++;
}

/* The first column of the only row, and every row into list when there is one. */
static enum outcome ask(struct db *db, const char *sql, struct list *list, int *value, struct err *e)
{
    enum outcome out = db_command(db, sql, DB_WORKING, e);
    MYSQL_RES *result;
    MYSQL_ROW row;

    if (out != OUT_OK)
        return out;
    result = mysql_store_result(db->link);
    if (!result)
        return db_failed(db, mysql_errno(db->link), mysql_error(db->link), DB_WORKING, sql, e);
    while ((row = mysql_fetch_row(result))) {
        if (list)
            keep(list, row[0] ? row[0] : "", row[1] ? row[1] : "");
        else
            *value = row[0] ? (int)strtol(row[0], NULL, 10) : 0;
    }
    mysql_free_result(result);
    return OUT_OK;
}

static enum outcome read_applied(struct db *db, struct list *applied, struct err *e)
{
    int exists = 0;
    enum outcome out = ask(db,
                           "SELECT COUNT(*) FROM information_schema.tables"
                           " WHERE table_schema = DATABASE() AND table_name = 'schema_migration'",
                           NULL, &exists, e);

    if (out != OUT_OK || !exists)
        return out;
    return ask(db, "SELECT name, digest FROM schema_migration ORDER BY name", applied, NULL, e);
}

static enum outcome lock(struct db *db, struct err *e)
{
    int got = 0;
    enum outcome out = ask(db, "SELECT GET_LOCK('tdkt.migrate', " LOCK_SECONDS ")", NULL, &got, e);

    if (out == OUT_OK && !got)
        out = err_set(e, OUT_CONFLICT, "migrate.busy", "another migration has been running for "
                      LOCK_SECONDS " seconds");
    return out;
}

/* DDL commits by itself, so a file that fails half-way stays unrecorded and is run again. */
static enum outcome apply(struct db *db, const char *dir, const struct migration *m, struct err *e)
{
    struct pool *pool = pool_new("migration", 8u << 20);
    const char *path = pool_printf(pool, "%s/%s.sql", dir, m->name), *text;
    enum outcome out = script_read(pool, path, &text, e);

    if (out == OUT_OK)
        out = script_run(db, m->name, text, e);
    /* The name has only letters, digits and '_', the digest only digits: nothing to escape. */
    if (out == OUT_OK)
        out = db_command(db,
                         pool_printf(pool,
                                     "INSERT INTO schema_migration (name, digest, applied_at)"
                                     " VALUES ('%s', '%s', UTC_TIMESTAMP())",
                                     m->name, m->digest),
                         DB_WORKING, e);
    pool_free(pool);
    return out;
}

static enum outcome bring_up(struct db *db, const char *dir, bool dry_run, const struct list *files,
                             migrate_progress progress, void *ctx, struct migrate_report *report,
                             struct list *applied, struct err *e)
{
    enum outcome out = db_connect(db, e);

    if (out == OUT_OK)
        out = lock(db, e);
    if (out == OUT_OK && !dry_run)
        out = db_command(db,
                         "CREATE TABLE IF NOT EXISTS schema_migration ("
                         " name VARCHAR(64) NOT NULL PRIMARY KEY, digest CHAR(64) NOT NULL,"
                         " applied_at DATETIME NOT NULL)"
                         " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
                         DB_WORKING, e);
    if (out == OUT_OK)
        out = read_applied(db, applied, e);
    if (out == OUT_OK)
        out = compare(files, applied, e);
    for (unsigned i = applied->count; out == OUT_OK && i < files->count; i++) {
        if (progress)
            progress(files->at[i].name, dry_run, ctx);
        if (!dry_run)
            out = apply(db, dir, &files->at[i], e);
        report->applied += out == OUT_OK;
    }
    return out;
}

static struct db *owner_db(struct pool *pool, const struct db_settings *owner)
{
    struct db_settings settings = *owner;

    settings.seconds = MIGRATE_SECONDS;
    return db_new(pool, &settings);
}

enum outcome migrate_run(const struct db_settings *owner, const char *dir, bool dry_run,
                         migrate_progress progress, void *ctx, struct migrate_report *report,
                         struct err *e)
{
    struct pool *pool = pool_new("migrate", 8u << 20);
    struct list *files = pool_alloc(pool, sizeof *files);
    struct list *applied = pool_alloc(pool, sizeof *applied);
    struct db *db = owner_db(pool, owner);
    enum outcome out = read_files(dir, files, e);

    memset(report, 0, sizeof *report);
    if (out == OUT_OK)
        out = bring_up(db, dir, dry_run, files, progress, ctx, report, applied, e);
    report->total = files->count;
    if (files->count > 0)
        memcpy(report->last, files->at[files->count - 1].name, sizeof report->last);
    pool_free(pool);
    return out;
}

static enum outcome keep_row(const struct db_row *row, void *ctx, struct err *e)
{
    (void)e;
    keep(ctx, db_text_at(row, SCHEMA_MIGRATIONS_NAME), db_text_at(row, SCHEMA_MIGRATIONS_DIGEST));
    return OUT_OK;
}

static enum outcome list_applied(struct db_tx *tx, void *ctx, struct err *e)
{
    ((struct list *)ctx)->count = 0;
    return db_query(tx, Q_SCHEMA_MIGRATIONS, DB_NO_ARGS, keep_row, ctx, e);
}

enum outcome migrate_check(struct db *db, const char *dir, struct err *e)
{
    struct pool *pool = pool_new("migrate", 1u << 20);
    struct list *files = pool_alloc(pool, sizeof *files);
    struct list *applied = pool_alloc(pool, sizeof *applied);
    enum outcome out = read_files(dir, files, e);

    if (out == OUT_OK)
        out = db_transact(db, DB_READ, list_applied, applied, e);
    /* No table of migrations: a database nobody has set up yet. */
    if (out == OUT_INTERNAL && strcmp(e->key, "db.schema") == 0) {
        err_clear(e);
        out = OUT_OK;
    }
    if (out == OUT_OK)
        out = compare(files, applied, e);
    if (out == OUT_OK && applied->count < files->count)
        out = err_set(e, OUT_UNAVAIL, "schema.behind",
                      "the database lacks %u of %u migrations, from %s on: run tdkt migrate",
                      files->count - applied->count, files->count,
                      files->at[applied->count].name);
    pool_free(pool);
    return out;
}
