/* The two steps of paper inside the program: the same bytes as the accepted papers, which xsltproc makes
 * too (tests/golden/form/paper.sh), and long lists within the limits of lib/xml. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/xml/schema.h"
#include "lib/xml/sheet.h"

#define PAPER_MAX (24u << 20)
#define LONG_REGISTER 5000
#define LONG_DECISION 10000

static struct pool *pool;
static const char *top;

static struct sheet *sheet_of(const char *folder, const char *name)
{
    struct err e = ERR_INIT;
    struct sheet *sheet;

    if (sheet_load(pool, pool_printf(pool, "%s/xslt/%s/%s.xsl", top, folder, name), &sheet, &e) !=
        OUT_OK)
        fail_msg("%s: %s", name, e.text);
    return sheet;
}

static struct buf *print(const char *form, struct doc *record)
{
    struct err e = ERR_INIT;
    struct buf *out = buf_new(pool, PAPER_MAX);
    struct doc *document;
    struct schema *schema;
    const char *path = pool_printf(pool, "%s/conf/schema/document.rng", top);

    assert_int_equal(schema_load(pool, path, &schema, &e), OUT_OK);
    if (sheet_transform(sheet_of("form", form), pool, record, &document, &e) != OUT_OK ||
        schema_check(schema, document, &e) != OUT_OK ||
        sheet_apply(sheet_of("layout", "html"), document, out, &e) != OUT_OK)
        fail_msg("%s: %s", form, e.text);
    return out;
}

static void compare(const char *form, const char *record)
{
    struct err e = ERR_INIT;
    struct doc *doc;
    struct buf *out;
    const char *accepted = pool_printf(pool, "%s/tests/golden/form/%s--%s.html", top, form, record);
    const char *path = pool_printf(pool, "%s/tests/data/form/%s.xml", top, record);
    char *golden = pool_alloc(pool, PAPER_MAX);
    FILE *file = fopen(accepted, "r");
    size_t len;

    assert_non_null(file);
    len = fread(golden, 1, PAPER_MAX, file);
    fclose(file);
    assert_int_equal(doc_load(pool, path, &doc, &e), OUT_OK);
    out = print(form, doc);
    if (out->len != len || memcmp(out->data, golden, len) != 0)
        fail_msg("%s of %s is not as accepted", form, record);
}

static void test_same_bytes(void **state)
{
    char line[200], form[60], record[60];
    unsigned papers = 0;
    FILE *cases = fopen(pool_printf(pool, "%s/tests/golden/form/cases", top), "r");

    (void)state;
    assert_non_null(cases);
    while (fgets(line, sizeof line, cases))
        if (line[0] != '#' && sscanf(line, "%59s %59s", form, record) == 2) {
            compare(form, record);
            papers++;
        }
    fclose(cases);
    assert_true(papers >= 13);
}

static void write_office(struct doc *doc)
{
    static const char *const office[][2] = {
        {"parent", "UBND TỈNH CÀ MAU"}, {"name", "SỞ Y TẾ"},          {"short", "Sở Y tế"},
        {"place", "Cà Mau"},            {"province", "tỉnh Cà Mau"},  {"head", "GIÁM ĐỐC"},
        {"deputy", "PHÓ GIÁM ĐỐC"},     {"symbol", "SYT"},            {"standing", ""},
    };

    doc_attr(doc, "on", "2026-01-05");
    doc_open(doc, "office");
    for (unsigned i = 0; i < sizeof office / sizeof office[0]; i++)
        doc_attr(doc, office[i][0], office[i][1]);
    doc_close(doc);
}

static void test_long_register(void **state)
{
    struct doc *doc = doc_new(pool, "record");
    struct buf *out;

    (void)state;
    write_office(doc);
    doc_open(doc, "register");
    doc_attr_int(doc, "rows", LONG_REGISTER);
    for (int i = 1; i <= LONG_REGISTER; i++) {
        doc_open(doc, "award");
        doc_attr(doc, "kind", "person");
        doc_attr(doc, "name", "Nguyễn Văn Ước");
        doc_attr(doc, "position", "Điều dưỡng");
        doc_attr(doc, "unit-name", "Bệnh viện đa khoa Cà Mau");
        doc_attr(doc, "award-name", "Lao động tiên tiến");
        doc_attr(doc, "year", "2025");
        doc_attr(doc, "decision-no", "5/QĐ-SYT");
        doc_attr(doc, "decision-date", "2026-01-05");
        doc_attr_int(doc, "gold-no", i);
        doc_leaf(doc, "achievement", "");
        doc_close(doc);
    }
    doc_close(doc);
    out = print("so-khen-thuong", doc);
    assert_non_null(strstr(out->data, ">5000</td>"));
}

/* The accepted decision with so many rows instead of its own: a fifth of them collectives. */
static struct doc *long_decision(int rows)
{
    struct err e = ERR_INIT;
    char *record = pool_alloc(pool, PAPER_MAX);
    FILE *file = fopen(pool_printf(pool, "%s/tests/data/form/decision-14.xml", top), "r");
    char path[] = "/tmp/tdkt-long-XXXXXX";
    FILE *out;
    char *first, *rest, *counts;
    struct doc *doc;

    assert_non_null(file);
    assert_true(fread(record, 1, PAPER_MAX - 1, file) > 0);
    fclose(file);
    out = fdopen(mkstemp(path), "w");
    counts = strstr(record, "<counts");
    first = strstr(record, "<nominee");
    rest = strstr(record, "</record>");
    assert_true(counts && first && rest);
    *counts = '\0';
    fputs(record, out);
    fprintf(out, "<counts collectives=\"%d\" individuals=\"%d\"/>", rows / 5, rows - rows / 5);
    *first = '\0';
    fputs(strchr(counts + 1, '>') + 1, out);
    for (int i = 1; i <= rows; i++)
        fprintf(out,
                "<nominee ordinal=\"%d\" gold-no=\"%d\" kind=\"%s\" name=\"Tên thứ %06d\" position=\"\" "
                "unit-name=\"Khoa Cấp cứu\" award-code=\"GKSYT\" bonus=\"%d\"><achievement>Thành tích "
                "xuất sắc trong năm.</achievement></nominee>",
                i, i, i <= rows / 5 ? "collective" : "person", i, i == 1 ? 11340000 : 0);
    fputs(rest, out);
    fclose(out);
    assert_int_equal(doc_load(pool, path, &doc, &e), OUT_OK);
    unlink(path);
    return doc;
}

/* Ten thousand is the most a dossier may have; what a sheet does for a row may not grow with the rows. */
static void test_long_decision(void **state)
{
    static const char *const forms[] = {"danh-sach", "quyet-dinh", "giay-khen"};

    (void)state;
    for (unsigned i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct buf *out = print(forms[i], long_decision(LONG_DECISION));
        unsigned rows = 0;

        for (const char *at = out->data; (at = strstr(at, "Tên thứ ")) != NULL; at++)
            rows++;
        assert_int_equal(rows, LONG_DECISION);
    }
}

static int open_pool(void **state)
{
    (void)state;
    top = getenv("top_srcdir");
    xml_init();
    pool = pool_new("test", 512u << 20);
    return top ? 0 : -1;
}

static int close_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_same_bytes, open_pool, close_pool),
        cmocka_unit_test_setup_teardown(test_long_register, open_pool, close_pool),
        cmocka_unit_test_setup_teardown(test_long_decision, open_pool, close_pool),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
