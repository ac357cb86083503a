/* No read may walk through the whole of a table that grows: EXPLAIN of every SELECT on a province's worth of rows, with
 * every filter given and with none; and for a page of the audit, what the server really read. */
#include "tests/unit/test.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/db/connection.h"
#include "lib/db/script.h"
#include "lib/store/audit.h"
#include "tests/it/database.h"
#include "tests/it/side.h"

static struct pool *pool;
static struct database database;

static const char *const growing[] = {"award", "person", "audit", "nominee", "nomination_event",
                                      "position", "session", "form_token"};

/* Going through an index in order up to a LIMIT reads a page; more rows than this are a walk as well. */
#define INDEX_ROWS_MAX 500

/* What may walk, and why. */
static const struct {
    const char *statement, *table, *how, *reason; /* how: a part of an asking's */
} allowed[] = {
    {"award_register", "award", "a unit", "asked for the whole department only"},
    {"import_people", "person", "", "a list is looked up in memory, never a query per row; not a page"},
    {"import_people", "position", "", "as above"},
    {"import_person_new", "person", "", "what this import has just written"},
    {"import_registered", "award", "", "what stands in the register of the days a list speaks of"},
    {"sync_people", "person", "", "everybody is compared with the directory; not a page"},
};

static int start(void **state)
{
    struct err e = ERR_INIT;
    const char *rows, *top = getenv("top_srcdir");

    (void)state;
    pool = pool_new("test", 64u << 20);
    if (!database_start(&database, pool) || !side_open(&database, pool))
        return -1;
    if (script_read(pool, pool_printf(pool, "%s/tests/data/db/province.sql", top ? top : "."),
                    &rows, &e) != OUT_OK)
        return -1;
    return side_run(rows) ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    database_stop(&database);
    pool_free(pool);
    return 0;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Does the name stand for the table in this statement, by "FROM table name", "JOIN table name" or itself? */
static bool stands_for(const char *sql, const char *name, const char *table)
{
    char pattern[96];

    if (strcmp(name, table) == 0)
        return true;
    snprintf(pattern, sizeof pattern, " %s %s", table, name);
    for (const char *at = strstr(sql, pattern); at; at = strstr(at + 1, pattern))
        if (!is_word(at[strlen(pattern)]))
            return true;
    return false;
}

static bool is_allowed(const char *statement, const char *table, const char *how)
{
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
        if (strcmp(allowed[i].statement, statement) == 0 && strcmp(allowed[i].table, table) == 0 &&
            strstr(how, allowed[i].how))
            return true;
    return false;
}

/* An optional filter comes as a pair: "year int, year2 int". */
static bool is_optional(const struct db_statement *s, unsigned i)
{
    size_t n = strlen(s->in[i].name);
    char twin[64];

    snprintf(twin, sizeof twin, "%s2", s->in[i].name);
    if (i + 1 < s->ins && strcmp(s->in[i + 1].name, twin) == 0)
        return true;
    return i > 0 && n > 1 && s->in[i].name[n - 1] == '2' &&
           strncmp(s->in[i].name, s->in[i - 1].name, n - 1) == 0;
}

/* How a read is asked. */
static const struct asking {
    const char *how, *path;
    bool filters;
} askings[] = {
    {"the department, every filter", "'/1/'", true},
    {"the department, no filter", "'/1/'", false},
    {"a unit, every filter", "'/1/77/'", true},
    {"a unit, no filter", "'/1/77/'", false},
};

static const char *value(const struct db_statement *s, unsigned i, const struct asking *asking)
{
    if (!asking->filters && is_optional(s, i))
        return "NULL";
    switch (s->in[i].type) {
    case DB_INT:
        return strncmp(s->in[i].name, "year", 4) == 0 ? "2025" : "77";
    case DB_BOOL:
        return "1";
    case DB_DATE:
        return "DATE '2026-03-01'";
    case DB_TIME:
        return "TIMESTAMP '2026-03-01 00:00:00'";
    default:
        break;
    }
    if (strstr(s->in[i].name, "subjects"))
        return "'[[77, 77, null, 1], [78, null, 77, 1]]'";
    if (strstr(s->in[i].name, "scope") || strstr(s->in[i].name, "path"))
        return asking->path;
    if (strstr(s->in[i].name, "award_code"))
        return "'A3'";
    return "'nguyen van 77'";
}

/* EXPLAIN with the values put in; '?' stands in no quoted text of ours. */
static const char *explanation(const struct db_statement *s, const struct asking *asking)
{
    struct buf *buf = buf_new(pool, 65536);
    unsigned i = 0;

    buf_puts(buf, "EXPLAIN ");
    for (const char *p = s->sql; *p; p++)
        if (*p == '?')
            buf_puts(buf, value(s, i++, asking));
        else
            buf_putc(buf, *p);
    return buf->data;
}

/* One line of a plan: id, select_type, table, type, possible_keys, key, key_len, ref, rows, Extra. */
static unsigned judge(const struct db_statement *s, MYSQL_ROW row, const char *how)
{
    unsigned wrong = 0;
    bool table = row[3] && strcmp(row[3], "ALL") == 0;
    bool index = row[3] && strcmp(row[3], "index") == 0 && row[8] && atol(row[8]) > INDEX_ROWS_MAX;

    if (!row[2] || !(table || index))
        return 0;
    for (size_t i = 0; i < sizeof growing / sizeof growing[0]; i++)
        if (stands_for(s->sql, row[2], growing[i]) && !is_allowed(s->name, growing[i], how)) {
            printf("# %s, %s: reads the whole of %s (%s rows; %s)\n", s->name, how, growing[i],
                   row[8] ? row[8] : "?", row[9] ? row[9] : "");
            wrong++;
        }
    return wrong;
}

static unsigned explain(struct db *db, const struct db_statement *s, const struct asking *asking)
{
    struct err e = ERR_INIT;
    unsigned wrong = 0;
    MYSQL_RES *result;
    MYSQL_ROW row;

    if (db_connect(db, &e) != OUT_OK ||
        db_command(db, explanation(s, asking), DB_WORKING, &e) != OUT_OK) {
        printf("# %s: %s\n", s->name, e.text);
        return 1;
    }
    result = mysql_store_result(db->link);
    while (result && (row = mysql_fetch_row(result)))
        wrong += judge(s, row, asking->how);
    mysql_free_result(result);
    return wrong;
}

static void no_read_walks_through_a_growing_table(void **state)
{
    struct db_settings owner = database_owner(&database);
    struct db *db = db_new(pool, &owner);
    unsigned wrong = 0;

    (void)state;
    for (int i = 1; i < DB_STMT_COUNT; i++) {
        if (db_statements[i].outs == 0)
            continue;
        for (size_t k = 0; k < sizeof askings / sizeof askings[0]; k++)
            wrong += explain(db, &db_statements[i], &askings[k]);
    }
    assert_int_equal(wrong, 0);
}

/* How the audit is asked: each must give what the plain question gives, and cost a page. */
static const struct page {
    const char *scope;
    struct audit_filter filter;
    const char *where; /* the filter as the plain question has it */
} pages[] = {
    {"/1/77/", {"", "", 0, 0, 0}, "TRUE"},
    {"/1/77/", {"", "", 0, 0, 20000}, "a.id < 20000"},
    {"/1/77/", {"", "", 0, 0, 40}, "a.id < 40"},
    {"/1/77/", {"", "decide", 0, 0, 0}, "a.action = 'decide'"},
    {"/1/77/", {"", "decide", 0, 0, 9000}, "a.action = 'decide' AND a.id < 9000"},
    {"/1/77/", {"", "none.such", 0, 0, 0}, "a.action = 'none.such'"},
    {"/1/77/", {"person", "", 0, 0, 0}, "a.object = 'person'"},
    {"/1/77/", {"none", "", 0, 0, 0}, "a.object = 'none'"},
    {"/1/77/", {"person", "", 7, 0, 0}, "a.object = 'person' AND a.object_id = 7"},
    {"/1/77/", {"", "", 0, 77, 0}, "a.person_id = 77"},
    {"/1/77/122/", {"", "", 0, 0, 0}, "TRUE"},
    {"/1/5/", {"", "", 0, 0, 0}, "TRUE"},
    {"/1/", {"", "", 0, 0, 20000}, "a.id < 20000"},
    {"/1/", {"", "none.such", 0, 0, 0}, "a.action = 'none.such'"},
    {"/1/", {"none", "", 0, 0, 0}, "a.object = 'none'"},
};

/* A page and one row more of each of five units and of what they become, twice; of 40,000. */
#define PAGE_READS_MAX 1000

/* What the server has read for this connection so far, or the ids that a question gives. */
static const char *answer(struct db *db, const char *sql)
{
    MYSQL_RES *result;
    MYSQL_ROW row;
    const char *text;

    if (mysql_query(db->link, sql) != 0)
        fail_msg("%s", mysql_error(db->link));
    result = mysql_store_result(db->link);
    row = mysql_fetch_row(result);
    text = pool_strdup(pool, row && row[0] ? row[0] : "");
    mysql_free_result(result);
    return text;
}

static long reads(struct db *db)
{
    return atol(answer(db, "SELECT SUM(VARIABLE_VALUE) FROM information_schema.SESSION_STATUS"
                           " WHERE VARIABLE_NAME LIKE 'HANDLER\\_READ\\_%'"));
}

/* "40000,39999,...": the entries of the document. */
static const char *entries_of(struct doc *doc)
{
    struct buf *xml = buf_new(pool, 1u << 20), *ids = buf_new(pool, 4096);
    struct err e = ERR_INIT;

    if (doc_finish(doc, &e) != OUT_OK || doc_serialize(doc, false, xml, &e) != OUT_OK)
        fail_msg("%s", e.text);
    for (const char *at = xml->data; (at = strstr(at, "<entry id=\"")) != NULL; at++)
        buf_printf(ids, "%s%ld", ids->len > 0 ? "," : "", atol(at + strlen("<entry id=\"")));
    return ids->len > 0 ? ids->data : "";
}

static const char *plain(struct db *db, const struct page *page)
{
    return answer(db, pool_printf(pool,
                                  "SELECT GROUP_CONCAT(id ORDER BY id DESC SEPARATOR ',') FROM (SELECT a.id FROM audit a"
                                  " JOIN unit u ON u.id = a.unit_id WHERE u.path LIKE '%s%%' AND %s"
                                  " ORDER BY a.id DESC LIMIT 50) newest",
                                  page->scope, page->where));
}

static enum outcome read_pages(struct db_tx *tx, void *ctx, struct err *e)
{
    unsigned *wrong = ctx;

    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        const struct page *page = &pages[i];
        const struct viewer viewer = {.scope = page->scope};
        struct doc *doc = doc_new(pool, "root");
        long first = reads(tx->db), began = reads(tx->db), cost;
        enum outcome rc = audit_read(tx, doc, &viewer, &page->filter, e);

        if (rc != OUT_OK)
            return rc;
        cost = reads(tx->db) - began - (began - first);
        if (cost > PAGE_READS_MAX) {
            printf("# the audit of %s, %s: %ld rows read\n", page->scope, page->where, cost);
            ++*wrong;
        }
        assert_string_equal(entries_of(doc), plain(tx->db, page));
    }
    return OUT_OK;
}

static void a_page_of_the_audit_costs_a_page(void **state)
{
    struct db_settings app = database_app(&database);
    struct db *db = db_new(pool, &app);
    struct err e = ERR_INIT;
    unsigned wrong = 0;

    (void)state;
    if (db_transact(db, DB_READ, read_pages, &wrong, &e) != OUT_OK)
        fail_msg("%s", e.text);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_read_walks_through_a_growing_table),
        cmocka_unit_test(a_page_of_the_audit_costs_a_page),
    };

    return cmocka_run_group_tests_name("plans", tests, start, stop);
}
