/* Workbooks: cells of every kind, and archives that are none or that lie. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/read_table.h"

static void refuses_parts(const struct part *parts, const char *key)
{
    struct buf *book = workbook_of_parts(table_pool, parts);

    refuses(book->data, book->len, key, "");
}

static void cells_of_every_kind(void **state)
{
    (void)state;
    reads_rows("<row r='2'><c r='A2' t='inlineStr'><is><t>a</t></is></c><c r='C2' t='str'><v>b</v></c>"
               "<c r='D2' t='b'><v>1</v></c></row>"
               "<row r='5'><c r='B5'><v>12.50</v></c><c><v>1e3</v></c><c t='n'><v>79123456789</v></c>"
               "<c r='F5'><v>0.1</v></c><c r='G5' s='3'/></row>"
               "<row r='7'><c r='A7' t='inlineStr'><is><r><t>Ho</t></r><r><t>\xCC\x80" "a</t></r>"
               "<rPh><t>no</t></rPh></is></c><c r='B7' t='e'><v>#N/A</v></c></row>",
               "2:a||b|1|\n5:|12.5|1000|79123456789||0.1|\n7:Hòa|#N/A|\n");
    reads_rows("<row><c t='inlineStr'><is><t>a_x000D_\nb_x0007_c_x005F_x0007_ _xZZZZ_</t></is></c></row>"
               "<row/><row><c><v>3</v></c></row>",
               "1:a\nb c_x0007_ _xZZZZ_|\n3:3|\n");
}

static void dates_come_as_iso(void **state)
{
    static const char sheet[] =
        "<worksheet><sheetData><row r='1'><c r='A1' s='1'><v>46058</v></c><c r='B1' s='2'><v>46058.75</v></c>"
        "<c r='C1' s='3'><v>46058</v></c><c r='D1' s='4'><v>1</v></c><c r='E1' s='4'><v>60</v></c>"
        "<c r='F1' s='4'><v>61</v></c><c r='G1' s='4'><v>-3</v></c><c r='H1' s='99'><v>7</v></c>"
        "<c r='I1' s='4'><v>99999999</v></c></row></sheetData></worksheet>";
    static const char styles[] =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
        "<numFmt numFmtId='165' formatCode='[Red]0.0&quot;day&quot;\\d'/></numFmts>"
        "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
        "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='22'/></cellXfs></styleSheet>";
    struct part parts[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {"xl/styles.xml", styles, 0},
        {"xl/worksheets/sheet1.xml", sheet, 0},
        {NULL, NULL, 0},
    };
    struct buf *book = workbook_of_parts(table_pool, parts);

    (void)state;
    reads(book->data, book->len,
          "1:2026-02-05|2026-02-05|46058|1900-01-01|60|1900-03-01|-3|7|99999999|\n");
    parts[0].bytes = "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
                     "<sheet r:id='rId1'/></sheets></workbook>";
    book = workbook_of_parts(table_pool, parts);
    reads(book->data, book->len,
          "1:2030-02-06|2030-02-06|46058|1904-01-02|1904-03-01|1904-03-02|-3|7|99999999|\n");
}

static void shared_strings_and_the_first_sheet_that_shows(void **state)
{
    static const struct part parts[] = {
        {"xl/workbook.xml",
         "<workbook xmlns:r='r'><sheets><sheet state='hidden' r:id='a'/><sheet r:id='b'/>"
         "<sheet r:id='c'/></sheets></workbook>", 0},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='a' Target='worksheets/one.xml'/>"
         "<Relationship Id='b' Target='/xl/worksheets/two.xml'/></Relationships>", 0},
        {"xl/sharedStrings.xml",
         "<sst><si><t> Le\xCC\x82 </t></si><si><r><t>Va</t></r><r><t>n</t></r><rPh><t>x</t></rPh></si>"
         "<si/></sst>", 0},
        {"xl/worksheets/one.xml", "<worksheet/>", 0},
        {"xl/worksheets/two.xml",
         "<worksheet><sheetData><row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='s'><v>2</v></c>"
         "</row></sheetData></worksheet>", 0},
        {NULL, NULL, 0},
    };
    struct buf *book = workbook_of_parts(table_pool, parts);

    (void)state;
    reads(book->data, book->len, "1:Van|Lê|\n");
}

static void formulas_are_refused(void **state)
{
    (void)state;
    refuses_rows("<row r='1'><c r='A1'><v>1</v></c></row>"
                 "<row r='2'><c r='C2'><f>SUM(A1:B1)</f><v>3</v></c></row>", "table.formula", "C2");
}

static void merged_data_is_refused_merged_titles_are_not(void **state)
{
    static const char form[] =
        "<worksheet><sheetData><row r='3'><c r='A3'><v>1</v></c></row><row r='4'><c r='A4'><v>2</v></c></row>"
        "</sheetData><mergeCells><mergeCell ref='%s'/></mergeCells></worksheet>";
    char sheet[512];
    struct buf *book;

    (void)state;
    snprintf(sheet, sizeof sheet, form, "A1:C3");
    book = workbook_of_sheet(table_pool, sheet, 0);
    reads(book->data, book->len, "3:1|\n4:2|\n");
    snprintf(sheet, sizeof sheet, form, "B3:B5");
    book = workbook_of_sheet(table_pool, sheet, 0);
    refuses(book->data, book->len, "table.merged", "B3:B5");
    snprintf(sheet, sizeof sheet, form, "nonsense");
    book = workbook_of_sheet(table_pool, sheet, 0);
    refuses(book->data, book->len, "table.broken", "");
}

static void sheet_limits(void **state)
{
    struct buf *rows = buf_new(table_pool, 1 << 20);

    (void)state;
    refuses_rows("<row r='1'><c r='BM1'><v>1</v></c></row>", "table.columns", "BM1");
    reads_rows("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>", "1:1|\n");
    buf_puts(rows, "<row r='9'><c r='B9' t='inlineStr'><is><t>");
    for (unsigned i = 0; i < 4001; i++)
        buf_puts(rows, "ô");
    buf_puts(rows, "</t></is></c></row>");
    refuses_rows(rows->data, "table.cell", "B9");
}

static void broken_sheets(void **state)
{
    static const char *const bad[] = {
        "<row r='2'/><row r='1'/>",
        "<row r='0'/>",
        "<row r='x'/>",
        "<row r='1048577'/>",
        "<row r='1'><c r='A2'><v>1</v></c></row>",
        "<row r='1'><c r='1A'><v>1</v></c></row>",
        "<row r='1'><c r='XFE1'><v>1</v></c></row>",
        "<row r='1'><c r='A1'><v>abc</v></c></row>",
        "<row r='1'><c r='A1'><v>inf</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
        "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></row>",
        "<row r='1'><c r='A1' t='inlineStr'><is><t>&unknown;</t></is></c></row>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        refuses_rows(bad[i], "table.broken", "");
    refuses("PK\x03\x04 and nothing more", 22, "table.broken", "");
}

static void only_an_archive_that_lists_its_parts_is_of_an_office(void **state)
{
    struct part parts[] = {{"word/document.xml", "<d/>", 0}, {"[Content_Types].xml", "<Types/>", 0}, {NULL, NULL, 0}};
    struct buf *book = workbook_of_parts(table_pool, parts);

    (void)state;
    assert_true(table_is_office(book->data, book->len));
    assert_false(table_is_office(book->data, book->len - 30)); /* cut off on the way */
    assert_false(table_is_office("PK\x03\x04 [Content_Types].xml", 24));
    assert_false(table_is_office("", 0));
    parts[1].name = "word/[Content_Types].xml";
    book = workbook_of_parts(table_pool, parts);
    assert_false(table_is_office(book->data, book->len));
}

static void a_sheet_with_a_dtd_is_refused(void **state)
{
    static const char sheet[] =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>";
    struct buf *book = workbook_of_sheet(table_pool, sheet, 0);

    (void)state;
    refuses(book->data, book->len, "table.broken", "");
}

static void other_archives_are_refused(void **state)
{
    static const struct part text[] = {{"content.xml", "<office/>", 0}, {NULL, NULL, 0}};
    static const struct part macro[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {"xl/worksheets/sheet1.xml", "<worksheet/>", 0},
        {"xl/vbaProject.bin", "x", 0},
        {NULL, NULL, 0},
    };
    static const struct part no_sheet[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {NULL, NULL, 0},
    };
    static const struct part nothing_shown[] = {
        {"xl/workbook.xml", "<workbook/>", 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {NULL, NULL, 0},
    };

    (void)state;
    refuses_parts(text, "table.unknown");
    refuses_parts(macro, "table.macro");
    refuses_parts(no_sheet, "table.broken");
    refuses_parts(nothing_shown, "table.empty");
    refuses_rows("", "table.empty", "");
}

static void old_and_encrypted_workbooks_are_told_apart(void **state)
{
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0";
    static const char encrypted[] =
        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    (void)state;
    refuses(old, sizeof old, "table.xls", "");
    refuses(encrypted, sizeof encrypted, "table.encrypted", "");
}

/* 64 MiB of spaces pack into 64 KiB. */
static void a_zip_bomb_is_refused_before_it_unpacks(void **state)
{
    size_t len = 64u << 20;
    char *spaces = malloc(len);
    struct part parts[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {"xl/worksheets/sheet1.xml", spaces, len},
        {NULL, NULL, 0},
    };

    (void)state;
    assert_non_null(spaces);
    memset(spaces, ' ', len);
    refuses_parts(parts, "table.bomb");
    free(spaces);
}

/* The sizes in the directory of the archive say little; what comes out says otherwise. */
static void a_zip_bomb_that_lies_is_refused_while_it_unpacks(void **state)
{
    size_t len = 64u << 20;
    char *spaces = malloc(len);
    struct part parts[] = {
        {"xl/workbook.xml", WORKBOOK_XML, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS_XML, 0},
        {"xl/worksheets/sheet1.xml", spaces, len},
        {NULL, NULL, 0},
    };
    struct err e = ERR_INIT;
    struct buf *book;
    const unsigned char size[4] = {0, 0, 0, 4}, small[4] = {0, 8, 0, 0};

    (void)state;
    assert_non_null(spaces);
    memset(spaces, ' ', len);
    book = workbook_of_parts(table_pool, parts);
    free(spaces);
    for (size_t i = 0; i + 4 <= book->len; i++)
        if (memcmp(book->data + i, size, 4) == 0)
            memcpy(book->data + i, small, 4);
    assert_int_not_equal(table_read(book->data, book->len, note_row, NULL, &e), OUT_OK);
    assert_true(strcmp(e.key, "table.bomb") == 0 || strcmp(e.key, "table.broken") == 0);
}

static void too_many_parts_are_refused(void **state)
{
    struct part *parts = pool_alloc(table_pool, 2100 * sizeof *parts);

    (void)state;
    for (unsigned i = 0; i < 2050; i++) {
        parts[i].name = pool_printf(table_pool, "p%u", i);
        parts[i].bytes = "x";
    }
    refuses_parts(parts, "table.bomb");
}

static void a_file_that_is_not_there(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(table_read_file("/nonexistent/x.csv", note_row, NULL, &e), OUT_NOTFOUND);
}

static enum outcome stop_at_once(const struct table_row *row, void *ctx, struct err *e)
{
    (void)row;
    ++*(int *)ctx;
    return err_set(e, OUT_CONFLICT, "test", "enough");
}

static void a_callback_can_stop(void **state)
{
    struct buf *book = workbook_of_rows(table_pool, "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>");
    struct err e = ERR_INIT;
    int calls = 0;

    (void)state;
    assert_int_equal(table_read("a\nb\nc\n", 6, stop_at_once, &calls, &e), OUT_CONFLICT);
    err_clear(&e);
    assert_int_equal(table_read(book->data, book->len, stop_at_once, &calls, &e), OUT_CONFLICT);
    assert_int_equal(calls, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_every_kind),
        cmocka_unit_test(dates_come_as_iso),
        cmocka_unit_test(shared_strings_and_the_first_sheet_that_shows),
        cmocka_unit_test(formulas_are_refused),
        cmocka_unit_test(merged_data_is_refused_merged_titles_are_not),
        cmocka_unit_test(sheet_limits),
        cmocka_unit_test(broken_sheets),
        cmocka_unit_test(a_sheet_with_a_dtd_is_refused),
        cmocka_unit_test(other_archives_are_refused),
        cmocka_unit_test(old_and_encrypted_workbooks_are_told_apart),
        cmocka_unit_test(only_an_archive_that_lists_its_parts_is_of_an_office),
        cmocka_unit_test(a_zip_bomb_is_refused_before_it_unpacks),
        cmocka_unit_test(a_zip_bomb_that_lies_is_refused_while_it_unpacks),
        cmocka_unit_test(too_many_parts_are_refused),
        cmocka_unit_test(a_file_that_is_not_there),
        cmocka_unit_test(a_callback_can_stop),
    };

    return cmocka_run_group_tests_name("table", tests, table_prepare, table_clean_up);
}
