/* What the server's and the client library's error numbers mean for whoever asked. */
#include "lib/db/classify.h"

#include <errmsg.h>
#include <errno.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Galera answers so while the node is not in the primary component. */
#define CLUSTER_NOT_READY ER_UNKNOWN_COM_ERROR

/* Numbers of the server's file layer, which reach the client when a temporary file cannot be made or written (mysys_err.h
 * of the server; no header for clients has them). */
#define FILE_CANNOT_CREATE 1
#define FILE_CANNOT_WRITE 3
#define FILE_DISK_FULL 20

/* Of a storage engine: no room for rows or keys (my_base.h of the server). */
#define ENGINE_ROWS_FULL 135
#define ENGINE_KEYS_FULL 136

static const struct db_fault faults[] = {
    /* Rolled back by the server, or one statement of it: the same again may succeed. */
    {ER_LOCK_DEADLOCK, OUT_RETRY, "db.busy", false, true},
    {ER_LOCK_WAIT_TIMEOUT, OUT_RETRY, "db.busy", false, true},
    {ER_CHECKREAD, OUT_RETRY, "db.busy", false, true},
    /* What the data says. */
    {ER_DUP_ENTRY, OUT_CONFLICT, "db.duplicate", false, false},
    {ER_DUP_ENTRY_WITH_KEY_NAME, OUT_CONFLICT, "db.duplicate", false, false},
    {ER_ROW_IS_REFERENCED_2, OUT_CONFLICT, "db.in-use", false, true},
    {ER_NO_REFERENCED_ROW_2, OUT_INVALID, "db.reference", false, true},
    {ER_NET_PACKET_TOO_LARGE, OUT_TOOBIG, "db.too-big", false, true},
    /* A value our own checks should have stopped. */
    {ER_DATA_TOO_LONG, OUT_INTERNAL, "db.value", false, true},
    {ER_WARN_DATA_OUT_OF_RANGE, OUT_INTERNAL, "db.value", false, true},
    {ER_BAD_NULL_ERROR, OUT_INTERNAL, "db.value", false, true},
    {ER_NO_DEFAULT_FOR_FIELD, OUT_INTERNAL, "db.value", false, true},
    {ER_TRUNCATED_WRONG_VALUE, OUT_INTERNAL, "db.value", false, false},
    {ER_TRUNCATED_WRONG_VALUE_FOR_FIELD, OUT_INTERNAL, "db.value", false, false},
    {ER_CONSTRAINT_FAILED, OUT_INTERNAL, "db.value", false, true},
    /* The schema or the grants are not what the program was made for. */
    {ER_PARSE_ERROR, OUT_INTERNAL, "db.schema", false, true},
    {ER_NO_SUCH_TABLE, OUT_INTERNAL, "db.schema", false, true},
    {ER_BAD_FIELD_ERROR, OUT_INTERNAL, "db.schema", false, true},
    {ER_TABLEACCESS_DENIED_ERROR, OUT_INTERNAL, "db.grants", false, true},
    {ER_COLUMNACCESS_DENIED_ERROR, OUT_INTERNAL, "db.grants", false, true},
    {ER_SPECIFIC_ACCESS_DENIED_ERROR, OUT_INTERNAL, "db.grants", false, true},
    {ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, OUT_INTERNAL, "db.read-only", false, true},
    /* Not now; the connection lives. */
    {ER_STATEMENT_TIMEOUT, OUT_UNAVAIL, "db.slow", false, true},
    {ER_QUERY_INTERRUPTED, OUT_UNAVAIL, "db.slow", false, true},
    {ER_RECORD_FILE_FULL, OUT_UNAVAIL, "db.full", false, true},
    {ER_DISK_FULL, OUT_UNAVAIL, "db.full", false, true},
    {ER_ERROR_ON_WRITE, OUT_UNAVAIL, "db.full", false, true},
    {ER_CANT_CREATE_FILE, OUT_UNAVAIL, "db.full", false, true},
    {ER_IO_WRITE_ERROR, OUT_UNAVAIL, "db.full", false, true},
    {ER_TEMP_FILE_WRITE_FAILURE, OUT_UNAVAIL, "db.full", false, true},
    {FILE_CANNOT_CREATE, OUT_UNAVAIL, "db.full", false, true},
    {FILE_CANNOT_WRITE, OUT_UNAVAIL, "db.full", false, true},
    {FILE_DISK_FULL, OUT_UNAVAIL, "db.full", false, true},
    {ER_OPTION_PREVENTS_STATEMENT, OUT_UNAVAIL, "db.down", false, true},
    {ER_READ_ONLY_MODE, OUT_UNAVAIL, "db.down", false, true},
    /* Not now; connect again. */
    {ER_ACCESS_DENIED_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {ER_DBACCESS_DENIED_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {ER_BAD_DB_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {ER_CON_COUNT_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {ER_TOO_MANY_USER_CONNECTIONS, OUT_UNAVAIL, "db.down", true, true},
    {ER_USER_LIMIT_REACHED, OUT_UNAVAIL, "db.down", true, true},
    {ER_HOST_IS_BLOCKED, OUT_UNAVAIL, "db.down", true, true},
    {ER_SERVER_SHUTDOWN, OUT_UNAVAIL, "db.down", true, true},
    {ER_OUT_OF_RESOURCES, OUT_UNAVAIL, "db.down", true, true},
    {ER_OUTOFMEMORY, OUT_UNAVAIL, "db.down", true, true},
    {CLUSTER_NOT_READY, OUT_UNAVAIL, "db.down", true, true},
    {ER_CONNECTION_KILLED, OUT_UNAVAIL, "db.down", true, true},
    {ER_NET_READ_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {ER_NET_READ_INTERRUPTED, OUT_UNAVAIL, "db.down", true, true},
    {ER_NET_ERROR_ON_WRITE, OUT_UNAVAIL, "db.down", true, true},
    {ER_NET_WRITE_INTERRUPTED, OUT_UNAVAIL, "db.down", true, true},
    {CR_CONNECTION_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {CR_CONN_HOST_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {CR_UNKNOWN_HOST, OUT_UNAVAIL, "db.down", true, true},
    {CR_SERVER_GONE_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {CR_SERVER_LOST, OUT_UNAVAIL, "db.down", true, true},
    {CR_SERVER_LOST_EXTENDED, OUT_UNAVAIL, "db.down", true, true},
    {CR_SERVER_HANDSHAKE_ERR, OUT_UNAVAIL, "db.down", true, true},
    {CR_SSL_CONNECTION_ERROR, OUT_UNAVAIL, "db.down", true, true},
    {CR_MALFORMED_PACKET, OUT_UNAVAIL, "db.down", true, true},
};

/* "Got error 28 "No space left on device" from storage engine Aria" */
static bool engine_is_full(const char *text)
{
    static const char head[] = "Got error ";
    const char *at = strstr(text, head);
    long number = at ? strtol(at + sizeof head - 1, NULL, 10) : 0;

    return number == ENOSPC || number == EDQUOT || number == ENGINE_ROWS_FULL ||
           number == ENGINE_KEYS_FULL;
}

/* Our tables are InnoDB's: any other engine, and a name that begins with #sql, is a temporary table of the server,
 * which is broken when there was no room to write it. */
static bool temporary_is_broken(unsigned number, const char *text)
{
    switch (number) {
    case ER_GET_ERRNO:
        return engine_is_full(text) || strstr(text, "engine Aria") || strstr(text, "engine MyISAM");
    case ER_NOT_KEYFILE:
    case ER_CRASHED_ON_USAGE:
    case ER_CRASHED_ON_REPAIR:
        return strstr(text, "#sql");
    default:
        return false;
    }
}

struct db_fault db_classify(unsigned number, const char *text, enum db_phase phase)
{
    struct db_fault fault = {number, OUT_INTERNAL, "db.unknown", true, false};

    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        if (faults[i].number == number)
            fault = faults[i];
    if (temporary_is_broken(number, text))
        fault = (struct db_fault){number, OUT_UNAVAIL, "db.full", false, true};
    if (phase == DB_COMMITTING && fault.outcome != OUT_RETRY) {
        fault.outcome = OUT_UNCERTAIN;
        fault.key = "db.uncertain";
        fault.lost = true;
    }
    if (phase == DB_CONNECTING)
        fault.lost = true;
    return fault;
}

void db_quoted(const char *text, const char *before, char *out, size_t cap)
{
    const char *at = NULL;

    for (const char *p = strstr(text, before); p; p = strstr(p + 1, before))
        at = p + strlen(before);
    out[0] = '\0';
    if (at)
        snprintf(out, cap, "%.*s", (int)strcspn(at, "'`"), at);
}
