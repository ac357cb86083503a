/* What a return opens, field by code (tests/data/corrections.csv), and what a change of a row was in words. */
#include "tests/unit/test.h"

#include "lib/core/correction.h"
#include "tests/unit/lines.h"

static struct pool *pool;

static int start(void **state)
{
    (void)state;
    pool = pool_new("test", 1 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static void each_code_opens_its_own_field(void **state)
{
    struct lines lines;
    unsigned checked = 0;

    (void)state;
    lines_open(&lines, "tests/data/corrections.csv");
    assert_true(lines_next(&lines));
    for (unsigned i = 0; i < ROW_FIELDS; i++)
        assert_string_equal(lines.field[1 + i], row_field_codes[i]);
    assert_null(row_field_codes[ROW_FIELDS]);
    while (lines_next(&lines)) {
        unsigned opened = row_opened(lines.field[0]);

        for (unsigned i = 0; i < ROW_FIELDS; i++, checked++)
            if (((opened & (1u << i)) != 0) != (strcmp(lines.field[1 + i], "yes") == 0))
                fail_msg("line %d: %s", lines.number, row_field_codes[i]);
        assert_int_equal(opened & ~ROW_ALL, 0);
    }
    assert_int_equal(checked, 14 * ROW_FIELDS);
}

static const struct row_words whole = {"Trần Văn An",           "Bác sĩ",
                                       "Khoa Nội",              "Lao động tiên tiến",
                                       "Khám 4.000 lượt người", "01/01/2026 - 31/12/2026"};

static void what_differs_is_told(void **state)
{
    struct row_words now = whole;
    struct row_change change[ROW_FIELDS];

    (void)state;
    assert_int_equal(row_changes(&whole, &now, change), 0);
    assert_string_equal(row_changes_in_words(pool, change, 0, true), "");
    now.name = "Trần Văn Ấn";
    now.position = "";
    now.award = "Giấy khen";
    now.achievement = "Khám 5.000 lượt người";
    now.period = "01/01/2025 - 31/12/2025";
    assert_int_equal(row_changes(&whole, &now, change), 5);
    for (unsigned i = 0; i < 5; i++)
        assert_string_equal(change[i].field, row_field_codes[i]);
    assert_string_equal(change[2].before, "Lao động tiên tiến");
    assert_string_equal(change[2].after, "Giấy khen");
    assert_string_equal(row_changes_in_words(pool, change + 1, 2, false),
                        "Chức vụ: Bác sĩ; Danh hiệu, hình thức: Lao động tiên tiến");
    assert_string_equal(row_changes_in_words(pool, change + 1, 2, true),
                        "Chức vụ: (trống); Danh hiệu, hình thức: Giấy khen");
}

/* One field after the other, alone. */
static void each_field_alone(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 5; i++) {
        struct row_words now = whole;
        const char **fields[] = {&now.name, &now.position, &now.award, &now.achievement, &now.period};
        struct row_change change[ROW_FIELDS];

        *fields[i] = "khác";
        assert_int_equal(row_changes(&whole, &now, change), 1);
        assert_string_equal(change[0].field, row_field_codes[i]);
        assert_string_equal(change[0].after, "khác");
    }
}

static void fields_have_names(void **state)
{
    (void)state;
    assert_string_equal(row_field_label(ROW_POSITION), "Chức vụ");
    assert_string_equal(row_field_label(ROW_EVIDENCE), "Giấy tờ kèm theo");
    assert_string_equal(row_field_label((enum row_field)ROW_ALL), "");
}

static void a_row_in_words(void **state)
{
    const struct row_words short_row = {"Khoa Nội", "", "", "Giấy khen", "", ""};

    (void)state;
    assert_string_equal(row_in_words(pool, &whole),
                        "Họ tên, tên tập thể: Trần Văn An; Chức vụ: Bác sĩ; Đơn vị: Khoa Nội; "
                        "Danh hiệu, hình thức: Lao động tiên tiến; Thành tích: Khám 4.000 lượt người; "
                        "Thời gian lập thành tích: 01/01/2026 - 31/12/2026");
    assert_string_equal(row_in_words(pool, &short_row),
                        "Họ tên, tên tập thể: Khoa Nội; Danh hiệu, hình thức: Giấy khen");
    assert_string_equal(row_changes_in_words(pool, &(struct row_change){ROW_WHOLE, "a", "b"}, 1, true),
                        "Dòng đề nghị: b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_code_opens_its_own_field),
        cmocka_unit_test(what_differs_is_told),
        cmocka_unit_test(each_field_alone),
        cmocka_unit_test(fields_have_names),
        cmocka_unit_test(a_row_in_words),
    };

    return cmocka_run_group_tests_name("correction", tests, start, stop);
}
