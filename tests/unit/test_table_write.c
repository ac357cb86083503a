/* Workbooks that are written: what is read back, and what goes on in a further sheet. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

#include "tests/unit/read_table.h"

static void what_the_writer_writes_is_read(void **state)
{
    static const struct table_column columns[] = {
        {"Họ và tên", 30, false}, {"Số", 8, true}, {"Ngày", 12, false}};
    static const struct table_column guide[] = {{"Hướng dẫn", 60, false}};
    const char *first[] = {"Nguyễn Thị Hòa", "12", "05/02/2026"};
    const char *second[] = {"=1+1", "không rõ", NULL};
    const char *third[] = {"00123", "-4.5", "x"};
    struct table_writer *writer = table_write_new(table_pool, "Danh sách", columns, 3);
    struct buf *out = buf_new(table_pool, 1 << 20);
    struct err e = ERR_INIT;

    (void)state;
    table_write_row(writer, first);
    table_write_row(writer, second);
    table_write_row(writer, third);
    table_write_sheet(writer, "Cách ghi", guide, 1);
    table_write_row(writer, (const char *[]){"Ghi từng người một dòng"});
    assert_int_equal(table_write_finish(writer, out, &e), OUT_OK);
    reads(out->data, out->len,
          "1:Họ và tên|Số|Ngày|\n2:Nguyễn Thị Hòa|12|05/02/2026|\n3:=1+1|không rõ|\n4:00123|-4.5|x|\n");
}

static void a_writer_may_be_left_unfinished(void **state)
{
    static const struct table_column columns[] = {{"A", 10, false}};
    struct pool *own = pool_new("own", 1 << 20);

    (void)state;
    table_write_row(table_write_new(own, "A", columns, 1), (const char *[]){"x"});
    pool_free(own);
}

static void a_writer_refuses_a_bad_sheet_name(void **state)
{
    static const struct table_column columns[] = {{"A", 10, false}};
    struct table_writer *writer = table_write_new(table_pool, "a/b:c", columns, 1);
    struct buf *out = buf_new(table_pool, 1 << 20);
    struct err e = ERR_INIT;

    (void)state;
    table_write_row(writer, (const char *[]){"x"});
    assert_int_equal(table_write_finish(writer, out, &e), OUT_INTERNAL);
}

/* A part of a workbook, as text. */
static const char *part_of(const struct buf *book, const char *name)
{
    zip_source_t *source = zip_source_buffer_create(book->data, book->len, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    zip_file_t *file = zip_fopen(zip, name, 0);
    char *text = pool_alloc(table_pool, 1 << 16);

    assert_non_null(file);
    text[zip_fread(file, text, (1 << 16) - 1)] = '\0';
    zip_fclose(file);
    zip_close(zip);
    return text;
}

static unsigned times(const char *text, const char *word)
{
    unsigned n = 0;

    for (; (text = strstr(text, word)) != NULL; text++)
        n++;
    return n;
}

/* A sheet of four rows holds its titles and three more; the next begins with the titles again. */
static void a_full_sheet_goes_on_in_the_next(void **state)
{
    static const struct table_column columns[] = {{"Họ tên", 10, false}, {"Năm", 6, true}};
    struct table_writer *writer = table_write_new(table_pool, "Sổ", columns, 2);
    struct buf *out = buf_new(table_pool, 1 << 20);
    struct err e = ERR_INIT;
    const char *names, *sheet[3];

    (void)state;
    table_write_sheet_rows(writer, 4);
    for (unsigned i = 1; i <= 7; i++)
        table_write_row(writer, (const char *[]){pool_printf(table_pool, "Người %u", i), "2025"});
    assert_int_equal(table_write_finish(writer, out, &e), OUT_OK);
    reads(out->data, out->len, "1:Họ tên|Năm|\n2:Người 1|2025|\n3:Người 2|2025|\n4:Người 3|2025|\n");
    names = part_of(out, "xl/workbook.xml");
    for (unsigned i = 0; i < 3; i++) {
        sheet[i] = part_of(out, pool_printf(table_pool, "xl/worksheets/sheet%u.xml", i + 1));
        assert_int_equal(times(sheet[i], "Họ tên"), 1);
        assert_int_equal(times(sheet[i], "Người "), i < 2 ? 3 : 1);
    }
    assert_non_null(strstr(sheet[1], "Người 4"));
    assert_non_null(strstr(sheet[2], "Người 7"));
    assert_int_equal(times(names, "<sheet "), 3);
    assert_non_null(strstr(names, "\"Sổ (2)\""));
    assert_non_null(strstr(names, "\"Sổ (3)\""));
}

/* As many rows as fill the sheet leave no empty one behind it. */
static void a_sheet_that_is_just_full_has_none_after_it(void **state)
{
    static const struct table_column columns[] = {{"A", 10, false}};
    struct table_writer *writer = table_write_new(table_pool, "A", columns, 1);
    struct buf *out = buf_new(table_pool, 1 << 20);
    struct err e = ERR_INIT;

    (void)state;
    table_write_sheet_rows(writer, 4);
    for (unsigned i = 0; i < 3; i++)
        table_write_row(writer, (const char *[]){"x"});
    assert_int_equal(table_write_finish(writer, out, &e), OUT_OK);
    assert_int_equal(times(part_of(out, "xl/workbook.xml"), "<sheet "), 1);
}

static enum outcome count_row(const struct table_row *row, void *ctx, struct err *e)
{
    (void)row;
    (void)e;
    ++*(unsigned *)ctx;
    return OUT_OK;
}

static void sixty_thousand_rows(void **state)
{
    static const struct table_column columns[] = {
        {"Họ tên", 30, false}, {"Mã", 10, false}, {"Đơn vị", 30, false}, {"Năm", 6, true},
        {"Hình thức", 20, false}, {"Quyết định", 20, false}, {"Ngày", 12, false}};
    char path[] = "/tmp/test_table.XXXXXX", name[64], number[16];
    const char *cells[] = {name, number, "Trung tâm Y tế khu vực Thới Bình", "2025", "LĐTT",
                           "123/QĐ-SYT", "05/02/2026"};
    struct table_writer *writer = table_write_new(table_pool, "A", columns, 7);
    struct buf *out = buf_new(table_pool, 64 << 20);
    struct err e = ERR_INIT;
    struct rusage usage;
    unsigned rows = 0;
    clock_t start;
    int fd;

    (void)state;
    for (unsigned i = 0; i < 60000; i++) {
        snprintf(name, sizeof name, "Nguyễn Thị Hồng %u", i % 8845);
        snprintf(number, sizeof number, "CM%05u", i % 8845);
        table_write_row(writer, cells);
    }
    assert_int_equal(table_write_finish(writer, out, &e), OUT_OK);
    fd = mkstemp(path);
    assert_int_equal(write(fd, out->data, out->len), (ssize_t)out->len);
    close(fd);
    start = clock();
    assert_int_equal(table_read_file(path, count_row, &rows, &e), OUT_OK);
    unlink(path);
    assert_int_equal(rows, 60001);
    getrusage(RUSAGE_SELF, &usage);
    print_message("# 60,000 rows read in %.2f s, whole test under %ld MB\n",
                  (double)(clock() - start) / CLOCKS_PER_SEC, usage.ru_maxrss >> 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_writer_writes_is_read),
        cmocka_unit_test(a_writer_may_be_left_unfinished),
        cmocka_unit_test(a_writer_refuses_a_bad_sheet_name),
        cmocka_unit_test(a_full_sheet_goes_on_in_the_next),
        cmocka_unit_test(a_sheet_that_is_just_full_has_none_after_it),
        cmocka_unit_test(sixty_thousand_rows),
    };

    return cmocka_run_group_tests_name("table write", tests, table_prepare, table_clean_up);
}
