#include "lib/xml/sheet.h"

#include <errno.h>
#include <libxml/xpath.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/fatal.h"
#include "lib/xml/internal.h"

/* Templates calling each other deeper than this fail: the deepest of ours walks 40 rows of a list. */
#define SHEET_DEPTH_MAX 1000

struct sheet {
    xsltStylesheetPtr style;
    const char *path;
};

static void release(void *data)
{
    xsltFreeStylesheet(data);
}

enum outcome sheet_load(struct pool *pool, const char *path, struct sheet **out, struct err *e)
{
    struct sheet *sheet = pool_alloc(pool, sizeof *sheet);

    if (access(path, R_OK) != 0) {
        err_arg(e, "file", path);
        return err_set(e, OUT_NOTFOUND, "xml.missing", "%s: %s", path, strerror(errno));
    }
    xml_init();
    xml_report_reset();
    sheet->path = pool_strdup(pool, path);
    sheet->style = xsltParseStylesheetFile((const xmlChar *)path);
    if (!sheet->style || sheet->style->errors > 0 || sheet->style->warnings > 0) {
        xsltFreeStylesheet(sheet->style);
        err_arg(e, "file", path);
        err_arg(e, "reason", xml_report());
        return err_set(e, OUT_INVALID, "sheet.invalid", "%s: %s", path, xml_report());
    }
    xmlFree(sheet->style->encoding); /* whatever it says: everything we send is UTF-8 */
    sheet->style->encoding = xmlStrdup((const xmlChar *)"UTF-8");
    pool_on_free(pool, release, sheet->style);
    *out = sheet;
    return OUT_OK;
}

/* Made once: nothing may be read, written, made or fetched while a sheet runs. */
static xsltSecurityPrefsPtr closed_doors(void)
{
    static const xsltSecurityOption doors[] = {
        XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
    };
    static xsltSecurityPrefsPtr prefs;

    if (!prefs) {
        prefs = xsltNewSecurityPrefs();
        for (unsigned i = 0; i < sizeof doors / sizeof doors[0]; i++)
            if (xsltSetSecurityPrefs(prefs, doors[i], xsltSecurityForbid) != 0)
                fatal_memory("xslt");
    }
    return prefs;
}

/* NULL, with e set, on any doubt. */
static xmlDocPtr run(const struct sheet *sheet, struct doc *doc, struct err *e)
{
    xsltTransformContextPtr ctx;
    xmlDocPtr result;
    bool ended_well;

    if (doc_finish(doc, e) != OUT_OK)
        return NULL;
    xml_report_reset();
    ctx = xsltNewTransformContext(sheet->style, doc->xml);
    if (!ctx || xsltSetCtxtSecurityPrefs(closed_doors(), ctx) != 0)
        fatal_memory("xslt");
    ctx->maxTemplateDepth = SHEET_DEPTH_MAX;
    ctx->opLimit = XML_OPERATIONS_MAX;
    ctx->xpathCtxt->opLimit = XML_OPERATIONS_MAX;
    result = xsltApplyStylesheetUser(sheet->style, doc->xml, NULL, NULL, NULL, ctx);
    ended_well = ctx->state == XSLT_STATE_OK;
    xsltFreeTransformContext(ctx);
    if (result && ended_well && result->children)
        return result;
    xmlFreeDoc(result);
    err_set(e, OUT_INTERNAL, "internal", "%s: %s", sheet->path,
            xml_report()[0] ? xml_report() : "empty result");
    return NULL;
}

enum outcome sheet_apply(const struct sheet *sheet, struct doc *doc, struct buf *out,
                         struct err *e)
{
    xmlDocPtr result = run(sheet, doc, e);
    size_t before = out->len;
    xmlOutputBufferPtr sink;
    int written;

    if (!result)
        return e->code;
    sink = xmlOutputBufferCreateIO(xml_write, NULL, out, NULL);
    written = xsltSaveResultTo(sink, result, sheet->style);
    if (xmlOutputBufferClose(sink) < 0)
        written = -1;
    xmlFreeDoc(result);
    if (out->over)
        return err_set(e, OUT_TOOBIG, "xml.large", "%s: result over %zu bytes", sheet->path,
                       out->max);
    if (written < 0 || out->len == before)
        return err_set(e, OUT_INTERNAL, "internal", "%s: %s", sheet->path,
                       written < 0 ? "result not written" : "empty result");
    return OUT_OK;
}

enum outcome sheet_transform(const struct sheet *sheet, struct pool *pool, struct doc *doc,
                             struct doc **out, struct err *e)
{
    xmlDocPtr result = run(sheet, doc, e);

    *out = NULL;
    if (!result)
        return e->code;
    if (!xmlDocGetRootElement(result)) {
        xmlFreeDoc(result);
        return err_set(e, OUT_INTERNAL, "internal", "%s: the result has no element", sheet->path);
    }
    *out = doc_adopt(pool, result);
    return OUT_OK;
}
