#include "lib/xml/schema.h"

#include <libxml/relaxng.h>

#include "lib/xml/internal.h"

struct schema {
    xmlRelaxNGPtr compiled;
    const char *path;
};

static void release(void *data)
{
    xmlRelaxNGFree(data);
}

enum outcome schema_load(struct pool *pool, const char *path, struct schema **out, struct err *e)
{
    struct pool *scratch = pool_new("schema", 64u << 20);
    struct schema *schema = pool_alloc(pool, sizeof *schema);
    struct doc *doc;
    xmlRelaxNGParserCtxtPtr parser;
    enum outcome result = doc_load(scratch, path, &doc, e);

    if (result != OUT_OK)
        goto out;
    xml_report_reset();
    parser = xmlRelaxNGNewDocParserCtxt(doc->xml);
    schema->path = pool_strdup(pool, path);
    schema->compiled = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (schema->compiled) {
        pool_on_free(pool, release, schema->compiled);
        *out = schema;
    } else {
        err_arg(e, "file", path);
        err_arg(e, "reason", xml_report());
        result = err_set(e, OUT_INVALID, "schema.invalid", "%s: %s", path, xml_report());
    }
out:
    pool_free(scratch);
    return result;
}

enum outcome schema_check(const struct schema *schema, struct doc *doc, struct err *e)
{
    xmlRelaxNGValidCtxtPtr check;
    int complaints;

    if (doc_finish(doc, e) != OUT_OK)
        return e->code;
    xml_report_reset();
    check = xmlRelaxNGNewValidCtxt(schema->compiled);
    complaints = xmlRelaxNGValidateDoc(check, doc->xml);
    xmlRelaxNGFreeValidCtxt(check);
    if (complaints == 0)
        return OUT_OK;
    err_arg(e, "file", schema->path);
    err_arg(e, "place", xml_report_place());
    err_arg_int(e, "line", xml_report_line());
    err_arg(e, "reason", xml_report());
    return err_set(e, OUT_INVALID, "schema.refused", "%s: line %d, %s: %s", schema->path,
                   xml_report_line(), xml_report_place(), xml_report());
}
