/* The least that can answer the register page: accept, the page's own statements, the page's own sheet, send.  No session, no
 * permission, no transaction, no limits, no checks, no log.  `make bench` measures the service against it.
 *
 *     floor SOCKET PROCESSES TEMPLATE.xml SHEET.xsl DB_SOCKET USER PASSWORD_FILE DAY
 *
 * TEMPLATE.xml is the page's document without its rows, as the service wrote it. */
#include <fcgiapp.h>
#include <libexslt/exslt.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/db/statement.h"

#define XML(text) ((const xmlChar *)(text))
#define COLUMNS_MAX 24
#define PARAMS_MAX 24
#define CELL 1200

static void die(const char *what)
{
    fprintf(stderr, "floor: %s\n", what);
    exit(1);
}

struct query {
    MYSQL_STMT *handle;
    const struct db_statement *text;
    char cell[COLUMNS_MAX][CELL];
    unsigned long len[COLUMNS_MAX];
    my_bool null[COLUMNS_MAX];
};

static void prepare(MYSQL *link, struct query *q, enum db_stmt stmt, const char *const *args)
{
    MYSQL_BIND in[PARAMS_MAX], out[COLUMNS_MAX];

    memset(in, 0, sizeof in);
    memset(out, 0, sizeof out);
    q->text = &db_statements[stmt];
    q->handle = mysql_stmt_init(link);
    if (mysql_stmt_prepare(q->handle, q->text->sql, strlen(q->text->sql)) != 0)
        die(mysql_stmt_error(q->handle));
    for (unsigned i = 0; i < q->text->ins; i++) {
        in[i].buffer_type = args[i] ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL;
        in[i].buffer = args[i] ? strdup(args[i]) : NULL;
        in[i].buffer_length = args[i] ? strlen(args[i]) : 0;
    }
    for (unsigned i = 0; i < q->text->outs; i++) {
        out[i].buffer_type = MYSQL_TYPE_STRING;
        out[i].buffer = q->cell[i];
        out[i].buffer_length = CELL - 1;
        out[i].length = &q->len[i];
        out[i].is_null = &q->null[i];
    }
    if (mysql_stmt_bind_param(q->handle, in) || mysql_stmt_bind_result(q->handle, out))
        die(mysql_stmt_error(q->handle));
}

/* Rows as children of `into`, before its first child. */
static void run(struct query *q, xmlNodePtr into, const char *element, unsigned most)
{
    xmlNodePtr before = into->children;
    unsigned n = 0;

    if (mysql_stmt_execute(q->handle) || mysql_stmt_store_result(q->handle))
        die(mysql_stmt_error(q->handle));
    while (mysql_stmt_fetch(q->handle) == 0 && n++ < most) {
        xmlNodePtr row = xmlNewNode(NULL, XML(element));

        for (unsigned i = 0; i < q->text->outs; i++) {
            if (q->null[i])
                continue;
            q->cell[i][q->len[i] < CELL ? q->len[i] : CELL - 1] = '\0';
            xmlNewProp(row, XML(q->text->out[i].shown), XML(q->cell[i]));
        }
        if (before)
            xmlAddPrevSibling(before, row);
        else
            xmlAddChild(into, row);
    }
    mysql_stmt_free_result(q->handle);
}

static xmlNodePtr child(xmlNodePtr parent, const char *name, const char *of)
{
    for (xmlNodePtr n = parent->children; n; n = n->next) {
        xmlChar *value;
        int found;

        if (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, name) != 0)
            continue;
        if (!of)
            return n;
        value = xmlGetProp(n, XML("for"));
        found = value && strcmp((const char *)value, of) == 0;
        xmlFree(value);
        if (found)
            return n;
    }
    die("the template is not the register page");
    return NULL;
}

static void serve(int fd, xmlDocPtr template, xsltStylesheetPtr sheet, struct query query[3])
{
    FCGX_Request request;

    FCGX_InitRequest(&request, fd, 0);
    while (FCGX_Accept_r(&request) == 0) {
        xmlDocPtr doc = xmlCopyDoc(template, 1), result;
        xmlNodePtr root = xmlDocGetRootElement(doc);
        xmlChar *html = NULL;
        int len = 0;

        run(&query[0], child(root, "awards", NULL), "award", 30);
        run(&query[1], child(root, "choices", "award"), "choice", 1000);
        run(&query[2], child(root, "choices", "unit"), "choice", 1000);
        result = xsltApplyStylesheet(sheet, doc, NULL);
        xsltSaveResultToString(&html, &len, result, sheet);
        FCGX_FPrintF(request.out, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", len);
        FCGX_PutStr((const char *)html, len, request.out);
        FCGX_Finish_r(&request);
        xmlFree(html);
        xmlFreeDoc(result);
        xmlFreeDoc(doc);
    }
}

static void work(int fd, char **argv)
{
    static struct query query[3];
    const char *day = argv[8], *units[] = {day, day, "/1/"}, *all[PARAMS_MAX] = {NULL};
    const char *scope[PARAMS_MAX] = {"/1/"};
    char password[200] = "";
    FILE *from = fopen(argv[7], "r");
    MYSQL *link = mysql_init(NULL);
    xsltStylesheetPtr sheet;
    xmlDocPtr template;

    if (from && fgets(password, sizeof password, from))
        password[strcspn(password, "\n")] = '\0';
    mysql_options(link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(link, NULL, argv[6], password, "tdkt", 0, argv[5], 0))
        die(mysql_error(link));
    scope[18] = "0"; /* before_id */
    prepare(link, &query[0], Q_AWARD_REGISTER, scope);
    prepare(link, &query[1], Q_CHOICE_AWARDS, all);
    prepare(link, &query[2], Q_CHOICE_UNITS, units);
    exsltRegisterAll();
    template = xmlReadFile(argv[3], NULL, XML_PARSE_NOBLANKS);
    sheet = xsltParseStylesheetFile(XML(argv[4]));
    if (!template || !sheet)
        die("no template or no sheet");
    FCGX_Init();
    serve(fd, template, sheet, query);
}

int main(int argc, char **argv)
{
    int fd, processes;

    if (argc != 9)
        die("usage: floor SOCKET PROCESSES TEMPLATE SHEET DB_SOCKET USER PASSWORD_FILE DAY");
    processes = (int)strtol(argv[2], NULL, 10);
    FCGX_Init();
    unlink(argv[1]);
    fd = FCGX_OpenSocket(argv[1], 64);
    if (fd < 0)
        die("cannot listen");
    for (int i = 0; i < processes; i++)
        if (fork() == 0) {
            work(fd, argv);
            _exit(0);
        }
    signal(SIGTERM, SIG_DFL);
    while (wait(NULL) > 0)
        ;
    return 0;
}
