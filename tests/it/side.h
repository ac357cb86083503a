/* A second connection, with the owner's account, that arranges and looks: SQL as text, for tests only. */
#ifndef TDKT_IT_SIDE_H
#define TDKT_IT_SIDE_H

#include <stdint.h>

#include "tests/it/database.h"

/* Opens and keeps one connection per process. */
bool side_open(const struct database *database, struct pool *pool);

/* Runs statements separated by ';'; false with the reason on standard error. */
bool side_run(const char *sql);

/* The number a query answers; -1 when it fails. */
int64_t side_ask(const char *sql);

#endif
