#include "lib/xml/internal.h"

#include <errno.h>
#include <libxml/xmlsave.h>
#include <stdio.h>
#include <string.h>


/* Longer files are refused: the largest of ours, a law file with its examples, is under 1 MB. */
#define XML_FILE_MAX (16u << 20)

static void refuse_dtd(void *ctx, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    xmlParserCtxtPtr parser = ctx;

    (void)name;
    (void)external;
    (void)system;
    xml_report_add("a DTD is not allowed");
    parser->_private = parser; /* says that there was one */
    xmlStopParser(parser);
}

/* Entities need a DTD to be declared in: without one there are neither bombs nor outside files. */
xmlDocPtr xml_parse(const char *bytes, size_t len, const char *name, xmlDictPtr dict)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr xml;

    parser->sax->internalSubset = refuse_dtd;
    if (dict) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    xml = xmlCtxtReadMemory(parser, bytes, (int)len, name, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOCDATA);
    if (parser->_private) {
        xmlFreeDoc(xml);
        xml = NULL;
    }
    xmlFreeParserCtxt(parser);
    return xml;
}

enum outcome file_read(struct pool *pool, const char *path, char **bytes, size_t *len,
                       struct err *e)
{
    FILE *file = fopen(path, "rb");
    struct buf *buf = buf_new(pool, XML_FILE_MAX);
    char piece[16384];
    size_t n;
    enum outcome out = OUT_OK;

    if (!file) {
        err_arg(e, "file", path);
        return err_set(e, OUT_NOTFOUND, "xml.missing", "%s: %s", path, strerror(errno));
    }
    while (!buf->over && (n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(buf, piece, n);
    if (ferror(file))
        out = err_set(e, OUT_INTERNAL, "internal", "%s: %s", path, strerror(errno));
    else if (buf->over)
        out = err_set(e, OUT_TOOBIG, "xml.large", "%s: over %u bytes", path, XML_FILE_MAX);
    fclose(file);
    *bytes = buf->data;
    *len = buf->len;
    return out;
}

enum outcome doc_parse(struct pool *pool, const char *bytes, size_t len, const char *name,
                       struct doc **out, struct err *e)
{
    xmlDocPtr xml;

    xml_init();
    *out = NULL;
    if (len > XML_FILE_MAX)
        return err_set(e, OUT_TOOBIG, "xml.large", "%s: over %u bytes", name, XML_FILE_MAX);
    xml_report_reset();
    xml = xml_parse(bytes, len, name, NULL);
    if (!xml) {
        err_arg(e, "file", name);
        err_arg_int(e, "line", xml_report_line());
        err_arg(e, "reason", xml_report());
        return err_set(e, OUT_INVALID, "xml.invalid", "%s:%d: %s", name, xml_report_line(),
                       xml_report());
    }
    *out = doc_adopt(pool, xml);
    return OUT_OK;
}

enum outcome doc_load(struct pool *pool, const char *path, struct doc **out, struct err *e)
{
    struct pool *scratch = pool_new("xml-file", 4 * (size_t)XML_FILE_MAX);
    char *bytes;
    size_t len;
    enum outcome result = file_read(scratch, path, &bytes, &len, e);

    *out = NULL;
    if (result == OUT_OK)
        result = doc_parse(pool, bytes, len, path, out, e);
    pool_free(scratch);
    return result;
}

int xml_write(void *ctx, const char *bytes, int len)
{
    buf_add(ctx, bytes, (size_t)len);
    return len;
}

enum outcome doc_serialize(struct doc *doc, bool pretty, struct buf *out, struct err *e)
{
    xmlSaveCtxtPtr save;

    if (doc_finish(doc, e) != OUT_OK)
        return e->code;
    save = xmlSaveToIO(xml_write, NULL, out, "UTF-8", pretty ? XML_SAVE_FORMAT : 0);
    if (xmlSaveDoc(save, doc->xml) < 0 || xmlSaveClose(save) < 0)
        return err_set(e, OUT_INTERNAL, "internal", "document %s could not be written",
                       (const char *)doc->root->name);
    if (out->over)
        return err_set(e, OUT_TOOBIG, "xml.large", "document %s is over %zu bytes",
                       (const char *)doc->root->name, out->max);
    return OUT_OK;
}
