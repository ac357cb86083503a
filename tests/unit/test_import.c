#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

static struct pool *pool;

static struct import *list_of(enum import_kind kind)
{
    struct import_settings settings = {.kind = kind, .scope = "/", .today = date_make(2026, 11, 22)};

    return import_new(pool, &settings);
}

/* "a|b||d" as the cells of a row. */
static void take(struct import *im, unsigned number, const char *text)
{
    char *copy = pool_strdup(pool, text);
    const char *cells[64];
    unsigned count = 0;

    for (char *at = copy; at && count < 64;) {
        char *end = strchr(at, '|');

        cells[count++] = at;
        if (end)
            *end = '\0';
        at = end ? end + 1 : NULL;
    }
    import_take(im, number, cells, count);
}

/* One good list of people, then one row. */
static const struct import_problem *first_problem(const char *header, const char *row)
{
    struct import *im = list_of(IMPORT_PEOPLE);
    const struct import_problem *problem;

    take(im, 1, header);
    take(im, 2, row);
    return import_problems(im, &problem) > 0 ? problem : NULL;
}

static void headers_in_any_order_and_spelling(void **state)
{
    static const char *const headers[] = {
        "Mã nhân viên|Họ và tên|Đơn vị|Chức vụ, chức danh",
        "chức vụ|ĐƠN VỊ CÔNG TÁC|họ tên|mã nv",
        "STT|Ho va ten|Ma so|Don vi|Chuc danh",
        "title|unit|full_name|staff_no",
        "TT||Họ và tên||Mã cán bộ|Đơn vị|Chức vụ",
    };

    (void)state;
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        struct import *im = list_of(IMPORT_PEOPLE);

        take(im, 1, headers[i]);
        assert_true(im->header_good);
        assert_true(im->place[PERSON_NAME] >= 0 && im->place[PERSON_UNIT] >= 0);
    }
}

static void headers_that_cannot_be_taken(void **state)
{
    static const struct {
        const char *header, *key, *title;
        int column;
    } cases[] = {
        {"Mã nhân viên|Họ và tên|Đơn vị", "import.column-missing", "Chức vụ, chức danh", -1},
        {"Họ và tên|Đơn vị|Chức vụ|Mầu mắt", "import.column-unknown", "Mầu mắt", 3},
        {"Họ và tên|Đơn vị|Chức vụ|Họ tên", "import.column-twice", "Họ tên", 3},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct import_problem *problem = first_problem(cases[i].header, "a|b|c|d");

        assert_non_null(problem);
        assert_string_equal(problem->key, cases[i].key);
        assert_string_equal(problem->title, cases[i].title);
        assert_int_equal(problem->column, cases[i].column);
        assert_int_equal(problem->row, 1);
    }
}

static void cells_are_checked_by_their_column(void **state)
{
    static const char header[] = "Mã nhân viên|Họ và tên|Ngày sinh|Giới tính|Đơn vị|Chức vụ|Lãnh đạo";
    static const struct {
        const char *row, *key, *field;
    } cases[] = {
        {"1|Nguyễn A|05/02/1980|Nữ|BV|Bác sĩ|x", NULL, NULL},
        {"1|Nguyễn A|1980-02-05|nam|BV|Bác sĩ|có", NULL, NULL},
        {"1|Nguyễn A|||BV|Bác sĩ", NULL, NULL},
        {"1||||BV|Bác sĩ", "import.required", "full_name"},
        {"1|Nguyễn A", "import.required", "unit"},
        {"1|Nguyễn A|31/02/1980||BV|Bác sĩ", "import.date", "birth_date"},
        {"1|Nguyễn A|1980||BV|Bác sĩ", "import.date", "birth_date"},
        {"1|Nguyễn A||Khác|BV|Bác sĩ", "import.choice", "sex"},
        {"1|Nguyễn A|||BV|Bác sĩ|chắc là có", "import.yes-no", "leader"},
        {"123456789012345678901234567890123|Nguyễn A|||BV|Bác sĩ", "import.long", "staff_no"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct import_problem *problem = first_problem(header, cases[i].row);

        if (!cases[i].key) {
            assert_null(problem);
            continue;
        }
        assert_non_null(problem);
        assert_string_equal(problem->key, cases[i].key);
        assert_string_equal(problem->field, cases[i].field);
        assert_int_equal(problem->row, 2);
    }
}

static void choices_become_codes(void **state)
{
    struct import *im = list_of(IMPORT_UNITS);

    (void)state;
    take(im, 1, "Mã đơn vị|Tên đơn vị|Loại đơn vị|Có giường bệnh");
    take(im, 2, "A|A|Trung tâm Y tế khu vực|");
    take(im, 3, "B|B|benh_vien|X");
    take(im, 4, "C|C|Trạm y tế|không");
    assert_int_equal(import_counts(im).problems, 0);
    assert_string_equal(im->row[0]->cell[UNIT_KIND].text, "trung_tam_y_te");
    assert_string_equal(im->row[1]->cell[UNIT_KIND].text, "benh_vien");
    assert_string_equal(im->row[2]->cell[UNIT_KIND].text, "tram");
    assert_true(im->row[0]->cell[UNIT_BEDS].n == IMPORT_NO_NUMBER);
    assert_int_equal(im->row[1]->cell[UNIT_BEDS].n, 1);
    assert_int_equal(im->row[2]->cell[UNIT_BEDS].n, 0);
}

static void numbers_keep_their_range(void **state)
{
    struct import *im = list_of(IMPORT_CAMPAIGNS);
    const struct import_problem *problem;

    (void)state;
    take(im, 1, "Mã phong trào|Nội dung thi đua|Số tập thể được khen");
    take(im, 2, "1|A|5");
    take(im, 3, "2|B|0");
    take(im, 4, "3|C|-1");
    take(im, 5, "4|D|5.0");
    assert_int_equal(import_problems(im, &problem), 2);
    assert_string_equal(problem[0].key, "import.range");
    assert_string_equal(problem[0].detail, "từ 0 đến 100000");
    assert_string_equal(problem[1].key, "import.int");
    assert_string_equal(problem[1].value, "5.0");
}

static void every_problem_is_counted_two_hundred_are_listed(void **state)
{
    struct import *im = list_of(IMPORT_PEOPLE);
    const struct import_problem *problem;
    struct import_counts counts;

    (void)state;
    take(im, 1, "Họ và tên|Đơn vị|Chức vụ");
    for (unsigned i = 0; i < 500; i++)
        take(im, i + 2, i % 5 ? "A|B|" : "A|B|C");
    counts = import_counts(im);
    assert_int_equal(counts.rows, 500);
    assert_int_equal(counts.good, 100);
    assert_int_equal(counts.problems, 400);
    assert_int_equal(import_problems(im, &problem), IMPORT_PROBLEMS_LISTED);
}

static void speak(void *ctx, const struct err *e, const char **reason, const char **next)
{
    (void)ctx;
    *reason = e->key;
    *next = e->arg[2].value;
}

static void problems_become_a_document(void **state)
{
    struct import *im = list_of(IMPORT_PEOPLE);
    struct doc *doc = doc_new(pool, "import");
    struct buf *out = buf_new(pool, 1 << 16);
    struct err e = ERR_INIT;

    (void)state;
    take(im, 1, "Họ và tên|Đơn vị|Chức vụ|Ngày sinh");
    take(im, 2, "Lê A|BV|Bác sĩ|01/01/1980");
    take(im, 7, "Lê B|BV||31/02/1980");
    import_write_counts(im, doc);
    import_write_rows(im, doc, speak, NULL);
    assert_int_equal(doc_finish(doc, &e), OUT_OK);
    assert_int_equal(doc_serialize(doc, false, out, &e), OUT_OK);
    assert_non_null(strstr(out->data, "rows=\"2\" good=\"1\" problems=\"2\" individuals=\"0\" collectives=\"0\""));
    assert_non_null(strstr(out->data, "<row n=\"7\" result=\"problem\" name=\"Lê B\" unit-name=\"BV\">"));
    assert_non_null(strstr(out->data,
                           "<problem column=\"D\" title=\"Ngày sinh\" field=\"birth_date\" value=\"31/02/1980\" "
                           "reason=\"import.date\" next=\"31/02/1980\"/>"));
    assert_non_null(strstr(out->data, "<problem column=\"C\" title=\"Chức vụ, chức danh\" field=\"title\" value=\"\" "
                                      "reason=\"import.required\" next=\"\"/>"));
    assert_null(strstr(out->data, "n=\"2\""));
}

/* What a template shows must be taken back, and no title may mean two columns. */
static void titles_are_told_apart(void **state)
{
    (void)state;
    for (int kind = IMPORT_UNITS; kind <= IMPORT_NOMINEES; kind++) {
        struct import *im = list_of((enum import_kind)kind);
        struct buf *header = buf_new(pool, 4096);
        unsigned count;
        const struct import_column *columns = import_columns((enum import_kind)kind, &count);

        assert_int_equal(import_kind_of(import_kind_word((enum import_kind)kind)), kind);
        assert_in_range(count, 1, IMPORT_COLUMNS_MAX);
        for (unsigned i = 0; i < count; i++)
            buf_printf(header, "%s%s", i ? "|" : "", columns[i].title);
        take(im, 1, header->data);
        assert_true(im->header_good);
        for (unsigned i = 0; i < count; i++)
            assert_int_equal(im->place[i], (int)i);
    }
    assert_int_equal(import_kind_of("nothing"), IMPORT_UNSET);
}

static void accepted_words_are_folded(void **state)
{
    (void)state;
    for (int kind = IMPORT_UNITS; kind <= IMPORT_NOMINEES; kind++) {
        unsigned count;
        const struct import_column *columns = import_columns((enum import_kind)kind, &count);

        for (unsigned i = 0; i < count; i++) {
            char *words = pool_strdup(pool, columns[i].accepted), *rest = words;

            for (char *word = strtok_r(words, "|", &rest); word; word = strtok_r(NULL, "|", &rest))
                assert_string_equal(word, vi_fold(pool, word));
        }
    }
}

static int prepare(void **state)
{
    (void)state;
    pool = pool_new("test", 64 << 20);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_in_any_order_and_spelling),
        cmocka_unit_test(headers_that_cannot_be_taken),
        cmocka_unit_test(cells_are_checked_by_their_column),
        cmocka_unit_test(choices_become_codes),
        cmocka_unit_test(numbers_keep_their_range),
        cmocka_unit_test(every_problem_is_counted_two_hundred_are_listed),
        cmocka_unit_test(problems_become_a_document),
        cmocka_unit_test(titles_are_told_apart),
        cmocka_unit_test(accepted_words_are_folded),
    };

    return cmocka_run_group_tests_name("import", tests, prepare, clean_up);
}
