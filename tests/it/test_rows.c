/* Statements and the functions of lib/store behave: the calls of tests/data/rows on a world of two hospitals, each with what must come
 * of it; and no statement of sql/query that none of them meets. TDKT_ACCEPT=yes writes what came into the tables: look at the diff. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/secret.h"
#include "lib/db/connection.h"
#include "tests/it/database.h"
#include "tests/it/rows/rows.h"
#include "tests/it/side.h"
#include "tests/unit/lines.h"

#define OUT_BYTES (1u << 20)

static const char *const tables[] = {
    "dossier.txt", "dossier-write.txt", "nominee.txt", "decision.txt", "number.txt", "award.txt", "people.txt", "unit.txt",
    "identity.txt", "law.txt",
};
#define TABLES (sizeof tables / sizeof tables[0])

static const struct row_call *const calls[] = {
    dossier_calls, nominee_calls, decision_calls, number_calls, award_calls, people_calls, unit_calls, identity_calls, law_calls,
};

static const char *const world_files[] = {
    "tests/it/site.sql", "tests/data/rows/units.sql", "tests/data/rows/people.sql", "tests/data/rows/dossiers.sql",
    "tests/data/rows/nominees.sql", "tests/data/rows/papers.sql",
};

static struct world {
    struct pool *pool;
    struct database database;
    struct db *db;
    struct picture *before;
    struct case_file file[TABLES];
    bool met[DB_STMT_COUNT];
} world;

struct run {
    const struct row_case *c;
    struct pool *pool;
    struct buf *out;
};

static const struct row_call *call_of(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        for (const struct row_call *c = calls[i]; c->name; c++)
            if (strcmp(c->name, name) == 0)
                return c;
    return NULL;
}

/* The document without its root, one line per element. */
static void write_doc(struct asked *a)
{
    struct buf *xml = buf_new(a->pool, OUT_BYTES);
    struct err e = ERR_INIT;

    if (doc_finish(a->doc, &e) != OUT_OK || doc_serialize(a->doc, true, xml, &e) != OUT_OK)
        fail_msg("document: %s", e.text);
    for (const char *line = xml->data; line && *line;) {
        size_t n = strcspn(line, "\n");

        if (strncmp(line, "  ", 2) == 0)
            buf_printf(a->out, "%.*s\n", (int)n - 2, line + 2);
        line += n + (line[n] == '\n');
    }
}

/* tail=2: of many lines the last two, and how many they were. */
static void keep_tail(struct asked *a, unsigned wanted)
{
    char *all = pool_strdup(a->pool, a->out->len ? a->out->data : ""), *at = all + strlen(all);
    unsigned lines = 0, passed = 0;

    for (const char *p = all; *p; p++)
        lines += *p == '\n';
    if (wanted == 0 || lines <= wanted)
        return;
    while (at > all && passed <= wanted)
        passed += *--at == '\n';
    buf_clear(a->out);
    buf_printf(a->out, "%u lines, the last:\n%s", lines, at + 1);
}

/* Always fails, so that nothing stays. */
static enum outcome call(struct db_tx *tx, void *ctx, struct err *e)
{
    struct run *run = ctx;
    struct asked a = {tx, run->pool, run->c, run->out, doc_new(run->pool, "root")};
    const struct row_call *known = call_of(run->c->call);
    struct err why = ERR_INIT;
    const struct picture *before = world.before;
    enum outcome rc = OUT_OK;

    buf_clear(run->out);
    if (mysql_query(tx->db->link, "SET timestamp = UNIX_TIMESTAMP(CONVERT_TZ('" ROWS_NOW "', '+00:00', @@time_zone))") != 0)
        fail_msg("%s", mysql_error(tx->db->link));
    if (many_make(&a, tx->db))
        before = picture_take(run->pool, tx->db);
    if (known)
        rc = known->run(&a, &why);
    else
        rc = statement_run(&a, &why);
    if (rc != OUT_OK)
        buf_printf(run->out, "! %s %s\n", outcome_name(rc), why.key);
    else
        write_doc(&a);
    if (rc == OUT_OK && db_do_last(tx, &why) != OUT_OK)
        fail_msg("at the end: %s", why.text);
    keep_tail(&a, (unsigned)arg_int(&a, "tail"));
    if (rc != OUT_RETRY && rc != OUT_UNAVAIL)
        picture_compare(run->pool, before, picture_take(run->pool, tx->db), run->out);
    return err_set(e, OUT_INVALID, "rolled-back", "nothing stays");
}

/* Statements that have just given a row or touched one. */
static void note_met(void)
{
    for (int i = 1; i < DB_STMT_COUNT; i++) {
        MYSQL_STMT *handle = world.db->prepared[i];

        if (handle && mysql_stmt_affected_rows(handle) > 0 && mysql_stmt_affected_rows(handle) != (my_ulonglong)-1)
            world.met[i] = true;
    }
}

static void tell(const char *sign, const char *text)
{
    while (*text) {
        size_t n = strcspn(text, "\n");

        printf("# %s %.*s\n", sign, (int)n, text);
        text += n + (text[n] == '\n');
    }
}

static void a_case(void **state)
{
    const struct row_case *c = *state;
    struct run run = {.c = c, .pool = pool_new("case", 64u << 20)};
    struct err e = ERR_INIT;
    bool right;

    if (!call_of(c->call) && !statement_known(c->call))
        fail_msg("%s:%u: %s is neither a call nor a statement", c->file, c->line, c->call);
    run.out = buf_new(run.pool, OUT_BYTES);
    if (db_transact(world.db, DB_WRITE, call, &run, &e) != OUT_INVALID || strcmp(e.key, "rolled-back") != 0)
        fail_msg("%s: %s", e.key, e.text);
    note_met();
    c->of->came[c - c->of->row] = pool_strdup(world.pool, run.out->data ? run.out->data : "");
    right = strcmp(c->of->came[c - c->of->row], c->expected) == 0 || getenv("TDKT_ACCEPT");
    if (!right) {
        printf("# %s:%u\n", c->file, c->line);
        tell("expected", c->expected);
        tell("came    ", c->of->came[c - c->of->row]);
    }
    pool_free(run.pool);
    assert_true(right);
}

static void every_statement_gave_or_touched_a_row(void **state)
{
    unsigned missed = 0;

    (void)state;
    for (int i = 1; i < DB_STMT_COUNT; i++)
        if (!world.met[i]) {
            printf("# no row of %s is looked at in tests/data/rows\n", db_statements[i].name);
            missed++;
        }
    assert_int_equal(missed, 0);
}

static bool fill(const char *below)
{
    FILE *file = fopen(source_path(below), "re");
    char *text = NULL;
    size_t room = 0;
    bool filled = file && getdelim(&text, &room, '\0', file) > 0 && side_run(text);

    free(text);
    if (file)
        fclose(file);
    return filled;
}

static int start(void **state)
{
    struct db_settings app;
    struct err e = ERR_INIT;

    (void)state;
    if (!secret_init() || !database_start(&world.database, world.pool))
        return -1;
    app = database_app(&world.database);
    app.seconds = 30;
    world.db = db_new(world.pool, &app);
    if (!side_open(&world.database, world.pool) || db_connect(world.db, &e) != OUT_OK) {
        database_stop(&world.database);
        return -1;
    }
    for (size_t i = 0; i < sizeof world_files / sizeof world_files[0]; i++)
        if (!fill(world_files[i])) {
            fprintf(stderr, "# %s was not taken\n", world_files[i]);
            database_stop(&world.database);
            return -1;
        }
    world.before = picture_take(world.pool, world.db);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&world.database);
    for (size_t i = 0; i < TABLES && getenv("TDKT_ACCEPT"); i++)
        if (!cases_write(&world.file[i]))
            return -1;
    return 0;
}

int main(void)
{
    struct CMUnitTest *tests;
    size_t count = 0, room = 1;

    world.pool = pool_new("world", 256u << 20);
    for (size_t i = 0; i < TABLES; i++) {
        if (!cases_read(world.pool, tables[i], &world.file[i])) {
            printf("Bail out! tests/data/rows/%s cannot be read\n", tables[i]);
            return 1;
        }
        room += world.file[i].count;
    }
    tests = pool_alloc(world.pool, room * sizeof *tests);
    for (size_t i = 0; i < TABLES; i++)
        for (unsigned k = 0; k < world.file[i].count; k++)
            tests[count++] = (struct CMUnitTest){.name = world.file[i].row[k].head, .test_func = a_case,
                                                 .initial_state = &world.file[i].row[k]};
    tests[count++] = (struct CMUnitTest){.name = "every statement of sql/query gave or touched a row that is looked at",
                                         .test_func = every_statement_gave_or_touched_a_row};
    return _cmocka_run_group_tests("rows", tests, count, start, stop);
}
