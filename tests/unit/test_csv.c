/* CSV as spreadsheets write it. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/read_table.h"

static void reads_text(const char *text, const char *expected)
{
    reads(text, strlen(text), expected);
}

static void refuses_text(const char *text, const char *key, const char *cell)
{
    refuses(text, strlen(text), key, cell);
}

static void csv_as_written_by_spreadsheets(void **state)
{
    (void)state;
    reads_text("a,b,c\n1,2,3\n", "1:a|b|c|\n2:1|2|3|\n");
    reads_text("a;b;c\r\n1;2,5;3", "1:a|b|c|\n2:1|2,5|3|\n");
    reads_text("a\tb\r1\t2\r", "1:a|b|\n2:1|2|\n");
    reads_text("\xEF\xBB\xBFtên,đơn vị\nHòa,\"Trạm, số 1\"\n", "1:tên|đơn vị|\n2:Hòa|Trạm, số 1|\n");
    reads_text("sep=;\na,b;c\n", "2:a,b|c|\n");
    reads_text("\n\n a , b \n,,\n x,\n", "3:a|b|\n5:x|\n");
    reads_text("\"a,b,c\";d\n1;2\n", "1:a,b,c|d|\n2:1|2|\n");
    reads_text("only\none\n", "1:only|\n2:one|\n");
    /* As many of one as of the other: the comma before the semicolon, that before the tab. */
    reads_text("a,b;c\n1,2;3\n", "1:a|b;c|\n2:1|2;3|\n");
    reads_text("a;b,c\n1;2,3\n", "1:a;b|c|\n2:1;2|3|\n");
    reads_text("a;b\tc\n1;2\t3\n", "1:a|b\tc|\n2:1|2\t3|\n");
    reads_text("a;b;c,d\n", "1:a|b|c,d|\n");
}

static void csv_quotes(void **state)
{
    (void)state;
    reads_text("a,b\n\"một\r\nhai\",\"nói \"\"có\"\"\"\n", "1:a|b|\n2:một\nhai|nói \"có\"|\n");
    reads_text("a,b\nBệnh viện \"A\",2\n", "1:a|b|\n2:Bệnh viện \"A\"|2|\n");
    reads_text("a,b\n\"\",\"\"\nx,\"\"\n", "1:a|b|\n3:x|\n");
    refuses_text("a,b\n1,\"never ends\n2,3\n", "table.quote", "B2");
    refuses_text("a,b\n\"x\"y,2\n", "table.quote", "A2");
}

static void csv_is_composed(void **state)
{
    (void)state;
    reads_text("te\xCC\x82n\nHo\xCC\x80" "a\n", "1:tên|\n2:Hòa|\n");
}

static void csv_refusals(void **state)
{
    char *text = pool_alloc(table_pool, 20000);

    (void)state;
    refuses("", 0, "table.empty", "");
    refuses_text("\n \n,,,\n", "table.empty", "");
    refuses_text("t\xEAn\nH\xF2" "a\n", "table.encoding", "");
    refuses("\xFF\xFEt\0\xEA\0", 6, "table.encoding", "");
    refuses("a\0b", 3, "table.unknown", "");
    refuses_text("%PDF-1.4\n", "table.unknown", "");
    refuses_text("a,b\n1,\x01\n", "table.character", "B2");
    memset(text, ',', 64);
    strcpy(text + 64, "x");
    refuses_text(text, "table.columns", "BM1");
    text[64] = '\0';
    strcpy(text + 63, "x");
    reads_text(text, "1:|||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||x|\n");
    memset(text, 'x', 4001);
    text[4001] = '\0';
    refuses_text(text, "table.cell", "A1");
    memset(text, 'x', 19999);
    text[0] = '"';
    text[19998] = '"';
    text[19999] = '\0';
    refuses_text(text, "table.cell", "A1");
}

static void csv_takes_so_many_rows(void **state)
{
    struct buf *text = buf_new(table_pool, 8 << 20);

    (void)state;
    for (unsigned i = 0; i <= TABLE_ROWS_MAX; i++)
        buf_puts(text, "x\n");
    refuses(text->data, text->len, "table.rows", "A200001");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_as_written_by_spreadsheets),
        cmocka_unit_test(csv_quotes),
        cmocka_unit_test(csv_is_composed),
        cmocka_unit_test(csv_refusals),
        cmocka_unit_test(csv_takes_so_many_rows),
    };

    return cmocka_run_group_tests_name("csv", tests, table_prepare, table_clean_up);
}
