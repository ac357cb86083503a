#include "lib/xml/internal.h"

#include <libexslt/exslt.h>
#include <libxml/catalog.h>
#include <libxml/xmlerror.h>
#include <libxml/uri.h>
#include <libxml/xmlmemory.h>
#include <libxslt/documents.h>
#include <libxslt/extra.h>
#include <libxslt/xsltutils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fatal.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *complaint_t;
#else
typedef xmlErrorPtr complaint_t;
#endif

/* libxml2 goes on after a failed allocation and gives silently wrong output, so none may fail. */
static void *take(size_t size)
{
    void *at = malloc(size);

    if (!at && size > 0)
        fatal_memory("xml");
    return at;
}

static void *take_again(void *old, size_t size)
{
    void *at = realloc(old, size);

    if (!at && size > 0)
        fatal_memory("xml");
    return at;
}

static char *take_copy(const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(take(size), text, size);
}

static struct {
    char text[300];
    int line;
    char place[120];
} report;

void xml_report_reset(void)
{
    memset(&report, 0, sizeof report);
}

const char *xml_report(void)
{
    return report.text;
}

int xml_report_line(void)
{
    return report.line;
}

const char *xml_report_place(void)
{
    return report.place;
}

/* Appends a piece with its line ends as spaces; what does not fit is dropped. */
void xml_report_add(const char *piece)
{
    size_t len = strlen(report.text);

    if (len > 0 && report.text[len - 1] != ' ' && len + 1 < sizeof report.text)
        report.text[len++] = ' ';
    for (; *piece && len + 1 < sizeof report.text; piece++)
        report.text[len++] = *piece == '\n' ? ' ' : *piece;
    while (len > 0 && report.text[len - 1] == ' ')
        len--;
    report.text[len] = '\0';
}

static void on_complaint(void *ctx, complaint_t error)
{
    (void)ctx;
    if (report.text[0] == '\0') {
        report.line = error->line;
        if (error->domain != XML_FROM_PARSER && error->node) {
            xmlChar *path = xmlGetNodePath(error->node);

            snprintf(report.place, sizeof report.place, "%s", path ? (const char *)path : "");
            xmlFree(path);
        }
    }
    if (error->message)
        xml_report_add(error->message);
}

static void on_words(void *ctx, const char *fmt, ...) TDKT_PRINTF(2, 3);
static void on_words(void *ctx, const char *fmt, ...)
{
    char piece[300];
    va_list ap;

    (void)ctx;
    va_start(ap, fmt);
    vsnprintf(piece, sizeof piece, fmt, ap);
    va_end(ap);
    xml_report_add(piece);
}

/* The sheet that includes it is named by whoever loads that. */
static void report_part(const char *path)
{
    char was[sizeof report.text], line[24];

    memcpy(was, report.text, sizeof was);
    report.text[0] = '\0';
    snprintf(line, sizeof line, ":%d:", report.line);
    xml_report_add(path);
    strncat(report.text, line, sizeof report.text - strlen(report.text) - 1);
    xml_report_add(was);
}

/* What xsl:include and xsl:import go through. document() ends here as well, were it ever let past
 * the security preferences. */
static xmlDocPtr load_part(const xmlChar *uri, xmlDictPtr dict, int options, void *ctx,
                           xsltLoadType type)
{
    struct pool *pool;
    struct err e = ERR_INIT;
    xmlDocPtr xml = NULL;
    char *path, *bytes;
    size_t len;

    (void)options;
    (void)ctx;
    if (type == XSLT_LOAD_DOCUMENT)
        return NULL;
    pool = pool_new("sheet-file", 64u << 20);
    path = xmlURIUnescapeString((const char *)uri, 0, NULL);
    if (file_read(pool, path, &bytes, &len, &e) != OUT_OK)
        xml_report_add(e.text);
    else if (!(xml = xml_parse(bytes, len, (const char *)uri, dict)))
        report_part(path);
    xmlFree(path);
    pool_free(pool);
    return xml;
}

void xml_init(void)
{
    static bool done;

    if (done)
        return;
    done = true;
    xmlMemSetup(free, take, take_again, take_copy);
    xmlInitParser();
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    xmlSetStructuredErrorFunc(NULL, on_complaint);
    xmlSetGenericErrorFunc(NULL, on_words);
    xsltSetGenericErrorFunc(NULL, on_words);
    xsltSetLoaderFunc(load_part);
    exsltCommonRegister();
    exsltStrRegister();
    exsltSetsRegister();
    exsltMathRegister();
}
