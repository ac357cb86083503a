#include "tests/unit/test.h"
#include "tests/unit/within.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/xml/sheet.h"
#include "lib/xml/tree.h"

#define SHEET(body) \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
    "xmlns:exsl='http://exslt.org/common' xmlns:str='http://exslt.org/strings' " \
    "xmlns:set='http://exslt.org/sets' xmlns:math='http://exslt.org/math' " \
    "xmlns:dyn='http://exslt.org/dynamic' xmlns:saxon='http://icl.com/saxon' " \
    "extension-element-prefixes='exsl saxon' exclude-result-prefixes='str set math dyn'>" \
    body "<xsl:output method='xml' omit-xml-declaration='yes'/></xsl:stylesheet>"

static struct pool *pool;
static char folder[] = "/tmp/tdkt-sheet-XXXXXX";

static const char *put(const char *name, const char *text)
{
    const char *path = pool_printf(pool, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static struct sheet *loaded(const char *text)
{
    struct err e = ERR_INIT;
    struct sheet *sheet;

    assert_int_equal(sheet_load(pool, put("sheet.xsl", text), &sheet, &e), OUT_OK);
    return sheet;
}

static struct doc *three_rows(void)
{
    struct doc *doc = doc_new(pool, "page");

    for (int i = 1; i <= 3; i++) {
        doc_open(doc, "row");
        doc_attr_int(doc, "n", i);
        doc_text(doc, i == 2 ? "hai" : "số");
        doc_close(doc);
    }
    return doc;
}

static const char *applied(const char *sheet)
{
    struct err e = ERR_INIT;
    struct buf *buf = buf_new(pool, 1u << 20);

    assert_int_equal(sheet_apply(loaded(sheet), three_rows(), buf, &e), OUT_OK);
    return buf->data;
}

/* INTERNAL, a reason with these words, nothing written; the same for document to document. */
static void fails(const char *text, const char *because)
{
    struct err e = ERR_INIT;
    struct buf *buf = buf_new(pool, 1u << 20);
    struct doc *out;
    struct sheet *sheet = loaded(text);

    assert_int_equal(sheet_apply(sheet, three_rows(), buf, &e), OUT_INTERNAL);
    assert_int_equal(buf->len, 0);
    assert_non_null(strstr(e.text, because));
    err_clear(&e);
    assert_int_equal(sheet_transform(sheet, pool, three_rows(), &out, &e), OUT_INTERNAL);
    assert_null(out);
}

static void transforms_to_bytes(void **state)
{
    (void)state;
    assert_string_equal(applied(SHEET("<xsl:template match='/'><ul><xsl:for-each select='//row'>"
                                      "<li><xsl:value-of select='.'/></li></xsl:for-each></ul>"
                                      "</xsl:template>")),
                        "<ul><li>số</li><li>hai</li><li>số</li></ul>\n");
    assert_string_equal(applied(SHEET("<xsl:template match='/'>text đ</xsl:template>")), "text đ\n");
}

static void html_is_utf8_whatever_the_sheet_says(void **state)
{
    const char *html =
        applied("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                "<xsl:output method='html' encoding='ISO-8859-1'/><xsl:template match='/'>"
                "<html><head><title>Đề nghị</title></head><body><br/></body></html>"
                "</xsl:template></xsl:stylesheet>");

    (void)state;
    assert_non_null(strstr(html, "charset=UTF-8"));
    assert_non_null(strstr(html, "<title>Đề nghị</title>"));
    assert_non_null(strstr(html, "<br>"));
}

static void transforms_to_a_document(void **state)
{
    struct err e = ERR_INIT;
    struct doc *out;
    struct sheet *sheet = loaded(SHEET("<xsl:template match='/'><list rows='{count(//row)}'>"
                                       "<xsl:copy-of select='//row'/></list></xsl:template>"));

    (void)state;
    assert_int_equal(sheet_transform(sheet, pool, three_rows(), &out, &e), OUT_OK);
    assert_string_equal(node_attr(pool, node_root(out), "rows"), "3");
    assert_string_equal(node_text(pool, node_next(node_first(node_root(out), "row"), "row")), "hai");
    doc_leaf(out, "more", "x");
    assert_int_equal(doc_finish(out, &e), OUT_OK);
}

static void helpers_of_exslt_are_there(void **state)
{
    (void)state;
    assert_string_equal(
        applied(SHEET("<xsl:template match='/'><xsl:variable name='v'><a/><a/></xsl:variable>"
                      "<o n='{count(exsl:node-set($v)/a)}' m='{math:max(//@n)}' "
                      "d='{count(set:distinct(//row))}' "
                      "t='{count(str:tokenize(&quot;a b&quot;))}'/></xsl:template>")),
        "<o n=\"2\" m=\"3\" d=\"2\" t=\"2\"/>\n");
}

static void includes_and_imports_are_compiled_in(void **state)
{
    (void)state;
    put("part.xsl", SHEET("<xsl:template match='row'><i/></xsl:template>"));
    put("base.xsl", SHEET("<xsl:template match='row'><wrong/></xsl:template>"
                          "<xsl:template name='n'><n/></xsl:template>"));
    assert_string_equal(applied(SHEET("<xsl:import href='base.xsl'/><xsl:include href='part.xsl'/>"
                                      "<xsl:template match='/'><o><xsl:apply-templates "
                                      "select='//row'/><xsl:call-template name='n'/></o>"
                                      "</xsl:template>")),
                        "<o><i/><i/><i/><n/></o>\n");
}

static void a_wrong_sheet_does_not_load(void **state)
{
    static const char *const wrong[] = {
        "",
        "<a>",
        "<!DOCTYPE xsl:stylesheet [<!ENTITY x 'y'>]>" SHEET("<xsl:template match='/'>&x;</xsl:template>"),
        SHEET("<xsl:template match='//['/>"),
        SHEET("<xsl:template match='/'><xsl:value-of select='1 +'/></xsl:template>"),
        SHEET("<xsl:template match='/'><xsl:wrong/></xsl:template>"),
        SHEET("<xsl:include href='absent.xsl'/>"),
        SHEET("<xsl:include href='http://127.0.0.1:9/a.xsl'/>"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct err e = ERR_INIT;
        struct sheet *sheet;

        assert_int_equal(sheet_load(pool, put("wrong.xsl", wrong[i]), &sheet, &e), OUT_INVALID);
        assert_string_equal(e.key, "sheet.invalid");
        assert_non_null(strstr(e.text, "wrong.xsl: "));
    }
    {
        struct err e = ERR_INIT;
        struct sheet *sheet;

        assert_int_equal(sheet_load(pool, "/nonexistent.xsl", &sheet, &e), OUT_NOTFOUND);
    }
}

static void any_doubt_is_a_failure(void **state)
{
    (void)state;
    fails(SHEET("<xsl:template match='/'><o/><xsl:message terminate='yes'>stop here"
                "</xsl:message></xsl:template>"),
          "stop here");
    fails(SHEET("<xsl:template match='/'/>"), "empty result");
    fails(SHEET("<xsl:template match='/'><o><xsl:value-of select='$absent'/></o></xsl:template>"),
          "absent");
    fails(SHEET("<xsl:template match='/'><o><xsl:value-of select='absent()'/></o></xsl:template>"),
          "absent");
    fails(SHEET("<xsl:template match='/'><o><xsl:call-template name='absent'/></o></xsl:template>"),
          "absent");
}

static void endless_work_is_stopped(void **state)
{
    (void)state;
    fails(SHEET("<xsl:template match='/'><o><xsl:call-template name='a'/></o></xsl:template>"
                "<xsl:template name='a'><xsl:call-template name='a'/></xsl:template>"),
          "depth");
    fails(SHEET("<xsl:template match='/'><o><xsl:apply-templates select='.'/></o></xsl:template>"),
          "depth");
    fails(SHEET("<xsl:template match='/'><o><xsl:value-of select='count(//@n[count(//@n[count(//@n["
                "count(//@n[count(//@n[count(//@n[count(//@n[count(//@n[count(//@n[count(//@n["
                "count(//@n[count(//@n[count(//@n[count(//@n[count(//@n) > 0]) > 0]) > 0]) > 0]) > 0]"
                ") > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0]) > 0])'/></o></xsl:template>"),
          "limit");
}

static void nothing_outside_is_reached(void **state)
{
    const char *written = pool_printf(pool, "%s/written", folder);

    (void)state;
    fails(SHEET("<xsl:template match='/'><o><xsl:copy-of select=\"document('file:///etc/passwd')\"/>"
                "</o></xsl:template>"),
          "refused");
    fails(SHEET("<xsl:template match='/'><o><xsl:copy-of select=\"document('sheet.xsl')\"/>"
                "</o></xsl:template>"),
          "refused");
    fails(SHEET("<xsl:template match='/'><o><xsl:copy-of select=\"document('')\"/>"
                "</o></xsl:template>"),
          "refused");
    fails(SHEET("<xsl:template match='/'><o><xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/>"
                "</o></xsl:template>"),
          "refused");
    fails(pool_printf(pool, SHEET("<xsl:template match='/'><o><exsl:document href='%s'><a/>"
                                  "</exsl:document></o></xsl:template>"),
                      written),
          "refused");
    fails(pool_printf(pool, SHEET("<xsl:template match='/'><o><saxon:output href='%s'><a/>"
                                  "</saxon:output></o></xsl:template>"),
                      written),
          "");
    assert_int_not_equal(access(written, F_OK), 0);
    fails(SHEET("<xsl:template match='/'><o><xsl:value-of select=\"dyn:evaluate('1 + 1')\"/>"
                "</o></xsl:template>"),
          "evaluate");
}

static void an_unfinished_document_is_not_sent(void **state)
{
    struct err e = ERR_INIT;
    struct buf *buf = buf_new(pool, 1000), *small = buf_new(pool, 3);
    struct sheet *sheet = loaded(SHEET("<xsl:template match='/'><oooo/></xsl:template>"));
    struct doc *doc = doc_new(pool, "page");

    (void)state;
    doc_open(doc, "row");
    assert_int_equal(sheet_apply(sheet, doc, buf, &e), OUT_INTERNAL);
    err_clear(&e);
    doc_text(doc, "\x01");
    doc_close(doc);
    assert_int_equal(sheet_apply(sheet, doc, buf, &e), OUT_INTERNAL);
    assert_int_equal(buf->len, 0);
    err_clear(&e);
    assert_int_equal(sheet_apply(sheet, three_rows(), small, &e), OUT_TOOBIG);
}

static void a_text_is_no_document(void **state)
{
    struct err e = ERR_INIT;
    struct doc *out;
    struct sheet *sheet = loaded(SHEET("<xsl:template match='/'>text</xsl:template>"));

    (void)state;
    assert_int_equal(sheet_transform(sheet, pool, three_rows(), &out, &e), OUT_INTERNAL);
}

static int start(void **state)
{
    (void)state;
    xml_init();
    pool = pool_new("test", 32u << 20);
    return mkdtemp(folder) ? 0 : -1;
}

static int finish(void **state)
{
    static const char *const files[] = {"sheet.xsl", "wrong.xsl", "part.xsl", "base.xsl"};

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        unlink(pool_printf(pool, "%s/%s", folder, files[i]));
    pool_free(pool);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transforms_to_bytes),
        cmocka_unit_test(html_is_utf8_whatever_the_sheet_says),
        cmocka_unit_test(transforms_to_a_document),
        cmocka_unit_test(helpers_of_exslt_are_there),
        cmocka_unit_test(includes_and_imports_are_compiled_in),
        cmocka_unit_test(a_wrong_sheet_does_not_load),
        cmocka_unit_test(any_doubt_is_a_failure),
        cmocka_unit_test(endless_work_is_stopped),
        cmocka_unit_test(nothing_outside_is_reached),
        cmocka_unit_test(an_unfinished_document_is_not_sent),
        cmocka_unit_test(a_text_is_no_document),
    };

    ends_within(30);
    return cmocka_run_group_tests_name("sheet", tests, start, finish);
}
