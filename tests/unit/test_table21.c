#include "tests/unit/test.h"

#include "lib/core/table21.h"
#include "lib/xml/tree.h"
#include "tests/unit/lines.h"

#define COUNTS_MAX 32

struct table {
    struct pool *pool;
    struct table21_count count[COUNTS_MAX];
    unsigned n;
    struct doc *doc;
};

/* method_field: 3 as it should be counted, 4 as it was printed. */
static void read_counts(struct table *table, unsigned method_field)
{
    struct lines lines;

    *table = (struct table){.pool = pool_new("test", 1 << 20)};
    lines_open(&lines, "tests/data/counts-rachgia.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        assert_int_equal(lines.count, 8);
        table->count[table->n++] = (struct table21_count){
            .code = pool_strdup(table->pool, lines.field[0]),
            .name = pool_strdup(table->pool, lines.field[1]),
            .rank = atoi(lines.field[2]),
            .method = pool_strdup(table->pool, lines.field[method_field]),
            .individual = lines.field[5][0] == '1',
            .leader = atoi(lines.field[6]),
            .count = atoi(lines.field[7]),
        };
    }
}

static void write(struct table *table)
{
    struct err e = ERR_INIT;

    table->doc = doc_new(table->pool, "table21");
    table21_write(table->pool, table->count, table->n, table->doc);
    assert_int_equal(doc_finish(table->doc, &e), OUT_OK);
}

static const char *cell(const struct table *table, node_t node, const char *name)
{
    return node_attr(table->pool, node, name);
}

static node_t check(const struct table *table, const char *id)
{
    node_t node = node_first(node_root(table->doc), "check");

    while (node != NULL && strcmp(cell(table, node, "id"), id) != 0)
        node = node_next(node, "check");
    assert_non_null(node);
    return node;
}

static void check_row(const struct table *table, node_t node, struct lines *head, struct lines *row)
{
    assert_int_equal(row->count, head->count);
    for (unsigned i = 1; i < row->count; i++)
        if (strcmp(cell(table, node, head->field[i]), row->field[i]) != 0)
            fail_msg("%s %s: %s instead of %s", row->field[0], head->field[i],
                     cell(table, node, head->field[i]), row->field[i]);
}

/* The corrected table of the report of 07/08/2025, to the cell. */
static void the_corrected_table(void **state)
{
    struct table table;
    struct lines head, row;
    node_t node;
    int rows = 0;

    (void)state;
    read_counts(&table, 3);
    write(&table);
    lines_open(&head, "tests/data/table21-rachgia.csv");
    assert_true(lines_next(&head));
    fclose(head.file);
    lines_open(&row, "tests/data/table21-rachgia.csv");
    assert_true(lines_next(&row));
    node = node_first(node_root(table.doc), "row");
    for (; lines_next(&row); rows++) {
        if (strcmp(row.field[0], "total") == 0)
            node = node_first(node_root(table.doc), "total");
        else
            assert_string_equal(cell(&table, node, "code"), row.field[0]);
        check_row(&table, node, &head, &row);
        node = node_next(node, "row");
    }
    assert_int_equal(rows, 7);
    assert_string_equal(cell(&table, check(&table, "RPT-2"), "result"), "pass");
    assert_string_equal(cell(&table, check(&table, "RPT-7"), "result"), "pass");
    assert_string_equal(cell(&table, check(&table, "RPT-6"), "result"), "missing");
    pool_free(table.pool);
}

/* As it was printed: 501 of 523 in columns, 419 of them as niên hạn. */
static void the_printed_table_is_found_out(void **state)
{
    struct table table;

    (void)state;
    read_counts(&table, 4);
    write(&table);
    assert_string_equal(cell(&table, node_first(node_root(table.doc), "total"), "seniority"), "419");
    assert_string_equal(cell(&table, check(&table, "RPT-2"), "result"), "fail");
    assert_non_null(strstr(node_text(table.pool, check(&table, "RPT-2")), "523 khác 501"));
    assert_non_null(strstr(node_text(table.pool, check(&table, "RPT-2")), "Bằng khen UBND tỉnh: 41 khác 28; "));
    assert_string_equal(cell(&table, check(&table, "RPT-7"), "result"), "fail");
    assert_non_null(strstr(node_text(table.pool, check(&table, "RPT-7")), "419 "));
    pool_free(table.pool);
}

static void everybody_known_and_every_way(void **state)
{
    static const struct table21_count counts[] = {
        {"B", "Hai", 2, "cong_trang", true, 1, 1}, {"A", "Một", 2, "cong_hien", true, 0, 1},
        {"B", "Hai", 2, "doi_ngoai", true, 0, 1},  {"B", "Hai", 2, "khang_chien", false, -1, 1},
    };
    struct table table = {.pool = pool_new("test", 1 << 20), .n = 4};
    node_t row;

    (void)state;
    memcpy(table.count, counts, sizeof counts);
    write(&table);
    row = node_first(node_root(table.doc), "row");
    assert_string_equal(cell(&table, row, "code"), "A");
    assert_string_equal(cell(&table, row, "service"), "1");
    row = node_next(row, "row");
    assert_string_equal(cell(&table, row, "foreign-percent"), "33.33");
    assert_string_equal(cell(&table, row, "resistance"), "1");
    assert_string_equal(cell(&table, row, "merit-leaders"), "1");
    assert_string_equal(cell(&table, check(&table, "RPT-6"), "result"), "pass");
    pool_free(table.pool);
}

/* RPT-6 passes only when it is known of everybody, in both groups that are split. */
static void whose_leaders_are_unknown(void **state)
{
    static const struct {
        const char *method;
        int leader;
        bool individual;
        const char *result, *says;
    } cases[] = {
        {"cong_trang", -1, true, "missing", "3 cá nhân công trạng, 0 cá nhân chuyên đề"},
        {"chuyen_de", -1, true, "missing", "0 cá nhân công trạng, 3 cá nhân chuyên đề"},
        {"dot_xuat", -1, true, "missing", "0 cá nhân công trạng, 3 cá nhân chuyên đề"},
        {"cong_trang", 0, true, "pass", ""},
        {"dot_xuat", 1, true, "pass", ""},
        {"dot_xuat", -1, false, "pass", ""},
        {"cong_hien", -1, true, "pass", ""},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct table table = {.pool = pool_new("test", 1 << 20), .n = 2};
        node_t found;

        table.count[0] = (struct table21_count){"A", "Một", 1, "cong_trang", true, 0, 5};
        table.count[1] = (struct table21_count){"A", "Một", 1, cases[i].method, cases[i].individual,
                                                cases[i].leader, 3};
        write(&table);
        found = check(&table, "RPT-6");
        assert_string_equal(cell(&table, found, "result"), cases[i].result);
        assert_non_null(strstr(node_text(table.pool, found), cases[i].says));
        pool_free(table.pool);
    }
}

static void an_empty_register(void **state)
{
    struct table table = {.pool = pool_new("test", 1 << 20)};
    node_t total;

    (void)state;
    write(&table);
    assert_null(node_first(node_root(table.doc), "row"));
    total = node_first(node_root(table.doc), "total");
    assert_string_equal(cell(&table, total, "total"), "0");
    assert_false(node_has(total, "merit-percent"));
    pool_free(table.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_corrected_table),
        cmocka_unit_test(the_printed_table_is_found_out),
        cmocka_unit_test(everybody_known_and_every_way),
        cmocka_unit_test(whose_leaders_are_unknown),
        cmocka_unit_test(an_empty_register),
    };

    return cmocka_run_group_tests_name("table21", tests, NULL, NULL);
}
