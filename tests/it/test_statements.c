/* Every statement of sql/query meets a fresh schema with the service's own account. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "lib/db/connection.h"
#include "tests/it/database.h"

static struct pool *pool;
static struct database database;

static int start(void **state)
{
    (void)state;
    pool = pool_new("test", 1 << 22);
    return database_start(&database, pool) ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&database);
    pool_free(pool);
    return 0;
}

static enum outcome prepare_each(struct db_tx *tx, void *ctx, struct err *e)
{
    unsigned *wrong = ctx;

    (void)e;
    for (int i = 1; i < DB_STMT_COUNT; i++) {
        struct err own = ERR_INIT;
        MYSQL_STMT *handle;

        if (db_prepare(tx->db, (enum db_stmt)i, &handle, &own) == OUT_OK)
            continue;
        ++*wrong;
        printf("# %s: %s\n", db_statements[i].name, own.text);
    }
    return OUT_OK;
}

/* Parameters, columns, types and grants. */
static void every_statement_is_what_its_file_says(void **state)
{
    struct db_settings app = database_app(&database);
    struct err e = ERR_INIT;
    unsigned wrong = 0;

    (void)state;
    assert_int_equal(db_transact(db_new(pool, &app), DB_WRITE, prepare_each, &wrong, &e), OUT_OK);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_statement_is_what_its_file_says),
    };

    return cmocka_run_group_tests_name("statements", tests, start, stop);
}
