#include "tests/it/side.h"

#include <stdio.h>
#include <stdlib.h>

#include "lib/db/script.h"

/* A province's worth of rows takes longer to write than a test of time-outs may wait. */
#define SIDE_SECONDS 120

static struct db *side;

bool side_open(const struct database *database, struct pool *pool)
{
    struct db_settings owner = database_owner(database);
    struct err e = ERR_INIT;

    owner.seconds = SIDE_SECONDS;
    side = db_new(pool, &owner);
    return db_connect(side, &e) == OUT_OK;
}

bool side_run(const char *sql)
{
    struct err e = ERR_INIT;

    if (db_connect(side, &e) == OUT_OK && script_run(side, "side", sql, &e) == OUT_OK)
        return true;
    fprintf(stderr, "side: %s\n", e.text);
    return false;
}

int64_t side_ask(const char *sql)
{
    struct err e = ERR_INIT;
    MYSQL_RES *result;
    MYSQL_ROW row;
    int64_t answer = -1;

    /* The server may have been started again meanwhile; asking twice does no harm. */
    if (db_connect(side, &e) == OUT_OK && db_command(side, sql, DB_WORKING, &e) != OUT_OK &&
        !side->link)
        err_clear(&e);
    if (!side->link && db_connect(side, &e) == OUT_OK)
        (void)!db_command(side, sql, DB_WORKING, &e);
    if (e.code != OUT_OK) {
        fprintf(stderr, "side: %s\n", e.text);
        return -1;
    }
    result = mysql_store_result(side->link);
    row = result ? mysql_fetch_row(result) : NULL;
    if (row && row[0])
        answer = strtoll(row[0], NULL, 10);
    mysql_free_result(result);
    return answer;
}
