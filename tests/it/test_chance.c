/* What people and units with known histories may reach next, and what a dossier about them is told: lib/store on a real server. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "lib/core/chance.h"
#include "lib/store/eligibility.h"
#include "lib/store/facts.h"
#include "tests/it/database.h"
#include "tests/it/side.h"
#include "tests/unit/lines.h"

static struct world {
    struct pool *pool;
    struct database database;
    struct db *db;
    struct laws *laws;
} world;

struct asked {
    struct facts_ask ask;
    struct facts facts;
    struct nomination nomination;
    struct nomination_tally tally;
    struct papers papers;
};

static int start(void **state)
{
    struct err e = ERR_INIT;
    struct db_settings app;
    FILE *file;
    char *text = NULL;
    size_t room = 0;
    bool filled;

    (void)state;
    world.pool = pool_new("test", 64u << 20);
    if (!database_start(&world.database, world.pool) || !side_open(&world.database, world.pool))
        return -1;
    file = fopen(source_path("tests/data/chance/histories.sql"), "re");
    filled = file && getdelim(&text, &room, '\0', file) > 0 && side_run(text);
    free(text);
    if (file)
        fclose(file);
    app = database_app(&world.database);
    world.db = db_new(world.pool, &app);
    if (filled && laws_load(world.pool, source_path("conf/law"), &world.laws, &e) == OUT_OK)
        return 0;
    fprintf(stderr, "# %s\n", e.text);
    database_stop(&world.database);
    return -1;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&world.database);
    pool_free(world.pool);
    return 0;
}

static void run(db_body body, struct asked *asked)
{
    struct err e = ERR_INIT;

    if (db_transact(world.db, DB_WRITE, body, asked, &e) != OUT_OK)
        fail_msg("%s: %s", e.key, e.text);
}

static enum outcome gather(struct db_tx *tx, void *ctx, struct err *e)
{
    struct asked *asked = ctx;

    return facts_of(tx, world.pool, &asked->ask, &asked->facts, e);
}

static const struct chance *chance_of(const struct facts_ask *ask, const char *code)
{
    const struct regime *regime = law_on(world.laws, ask->on);
    struct asked asked = {.ask = *ask};
    const struct chance *all;
    struct err e = ERR_INIT;
    unsigned count;

    run(gather, &asked);
    assert_int_equal(asked.facts.count, 1);
    if (chances(world.pool, regime, ask->kind, date_year(ask->on), ask->on,
                asked.facts.subject[0].doc, &all, &count, &e) != OUT_OK)
        fail_msg("%s: %s", e.key, e.text);
    for (unsigned i = 0; i < count; i++)
        if (strcmp(all[i].award->code, code) == 0)
            return &all[i];
    return NULL;
}

/* A table's field holds no comma. */
static const char *listed(const char *found)
{
    char *out = pool_strdup(world.pool, found);

    for (char *p = out; *p; p++)
        if (*p == ',')
            *p = ';';
    return out;
}

static bool compare(const struct lines *row)
{
    const char *subject = row->field[0], *found = row->count > 4 ? row->field[4] : "";
    bool person = strncmp(subject, "person ", 7) == 0;
    struct facts_ask ask = {
        .kind = person ? RECIPIENT_PERSON : RECIPIENT_COLLECTIVE,
        .id = strtol(strchr(subject, ' '), NULL, 10),
        .on = date_make(2025, 12, 20),
        .with_holds = strcmp(row->field[1], "yes") == 0,
    };
    const struct chance *c = chance_of(&ask, row->field[2]);
    const char *result = c ? check_result_code(c->result) : "-";

    if (strcmp(result, row->field[3]) == 0 && strcmp(c ? listed(c->found) : "", found) == 0)
        return true;
    printf("# %s, %s: %s [%s] %s, not %s [%s]\n", subject, row->field[2], result, c ? c->found : "",
           c ? c->say : "", row->field[3], found);
    return false;
}

static void chances_are_those_of_the_table(void **state)
{
    struct lines lines;
    unsigned wrong = 0, rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/chance/expected.csv");
    assert_true(lines_next(&lines));
    for (; lines_next(&lines); rows++)
        wrong += !compare(&lines);
    assert_true(rows > 30);
    assert_int_equal(wrong, 0);
}

static enum outcome nobody(struct db_tx *tx, void *ctx, struct err *e)
{
    struct asked *asked = ctx;
    struct err own = ERR_INIT;

    (void)e;
    asked->ask.id = 999;
    assert_int_equal(facts_of(tx, world.pool, &asked->ask, &asked->facts, &own), OUT_NOTFOUND);
    return OUT_OK;
}

static void nobody_has_no_chances(void **state)
{
    struct asked asked = {.ask = {.kind = RECIPIENT_PERSON, .on = date_make(2025, 12, 20)}};

    (void)state;
    run(nobody, &asked);
}

static enum outcome judge(struct db_tx *tx, void *ctx, struct err *e)
{
    struct asked *asked = ctx;
    struct viewer viewer = {7, "/", asked->ask.on};
    struct nomination *n = &asked->nomination;
    enum outcome rc = nomination_get(tx, world.pool, &viewer, asked->ask.id, n, e);

    if (rc == OUT_OK)
        rc = eligibility_check(tx, world.pool, world.laws, n, 0, asked->ask.on, e);
    if (rc == OUT_OK)
        rc = nomination_tally_of(tx, n->id, 0, &asked->tally, e);
    if (rc == OUT_OK)
        rc = nomination_papers_of(tx, n, law_on(world.laws, asked->ask.on), &asked->papers, e);
    return rc;
}

/* The dossier of 2025: 1 and 2 for the province's title, 7 of whom nothing is known. */
static void missing_data_stop_nobody(void **state)
{
    struct asked asked = {.ask = {.id = 4, .on = date_make(2025, 12, 20)}};

    (void)state;
    run(judge, &asked);
    assert_int_equal(asked.tally.total, 3);
    assert_int_equal(asked.tally.blocked, 1); /* 2, who has no initiative */
    assert_int_equal(side_ask("SELECT COUNT(*) FROM eligibility WHERE nominee_id = 4 AND severity = 'block' AND result <> 'pass'"), 0);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM eligibility WHERE nominee_id = 6 AND result = 'missing' AND rule_id = 'LDTT-1'"), 1);
}

static void papers_are_counted(void **state)
{
    struct asked asked = {.ask = {.id = 4, .on = date_make(2025, 12, 20)}};

    (void)state;
    run(judge, &asked);
    assert_int_equal(asked.papers.rows, 3);
    assert_false(asked.papers.minutes);
    assert_int_equal(asked.papers.unreported, 1);
    assert_int_equal(asked.papers.balloted, 2);
    assert_false(asked.papers.ballots);
    assert_int_equal(asked.papers.recognised, 2);
    assert_int_equal(asked.papers.unrecognised, 2);
}

/* Decree 91/2017 art. 9: one Chien si thi dua co so of this dossier against one Lao dong tien tien. */
static void the_cap_of_2017_counts_the_unit_and_the_dossier(void **state)
{
    struct asked asked = {.ask = {.id = 5, .on = date_make(2020, 12, 20)}};

    (void)state;
    run(judge, &asked);
    assert_int_equal(side_ask("SELECT COUNT(*) FROM eligibility WHERE nominee_id = 7 AND rule_id = 'CSCS-3' AND result = 'fail' AND found = '1/1'"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_are_those_of_the_table),
        cmocka_unit_test(nobody_has_no_chances),
        cmocka_unit_test(missing_data_stop_nobody),
        cmocka_unit_test(papers_are_counted),
        cmocka_unit_test(the_cap_of_2017_counts_the_unit_and_the_dossier),
    };

    return cmocka_run_group_tests_name("chance", tests, start, stop);
}
