/* What is typed as Nơi nhận, and what stands on the paper. */
#include "tests/unit/test.h"

#include "lib/core/recipients.h"

static struct pool *pool;

static void what_was_typed_is_what_stands(void **state)
{
    static const char *const cases[][2] = {
        {"Như Điều 3; Lưu: VT, TCCB", "Như Điều 3; Lưu: VT, TCCB"},
        {"Như Điều 3\nCông đoàn ngành Y tế\nLưu: VT, TCCB, KHTC", "Như Điều 3; Công đoàn ngành Y tế; Lưu: VT, TCCB, KHTC"},
        {"- Như Điều 3;\r\n- UBND tỉnh (b/c);\r\n- Lưu: VT, TCCB.", "Như Điều 3; UBND tỉnh (b/c); Lưu: VT, TCCB"},
        {"– Như trên;– Lưu: VT.", "Như trên; Lưu: VT"},
        {"  •\tNhư trên ;;\n\n ; Lưu: VT. ", "Như trên; Lưu: VT"},
        {"Trung tâm Y tế khu vực Trần Văn Thời - Cái Nước", "Trung tâm Y tế khu vực Trần Văn Thời - Cái Nước"},
        {"Cổng TTĐT & <Sở>", "Cổng TTĐT & <Sở>"},
        {"", ""}, {";", ""}, {" - ;\n–\n. ", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(recipients_line(pool, cases[i][0]), cases[i][1]);
}

static void one_by_one(void **state)
{
    const char *const *list;

    (void)state;
    assert_int_equal(recipients_split(pool, "Như Điều 3;\nLưu: VT", &list), 2);
    assert_string_equal(list[0], "Như Điều 3");
    assert_string_equal(list[1], "Lưu: VT");
    assert_int_equal(recipients_split(pool, "Như trên", &list), 1);
    assert_int_equal(recipients_split(pool, "", &list), 0);
}

static void the_paper_is_kept_somewhere(void **state)
{
    static const struct {
        const char *text;
        bool kept;
    } cases[] = {
        {"Như Điều 3; Lưu: VT, TCCB", true}, {"Lưu: VT", true},           {"- Như trên;\n- Lưu: VT.", true}, {"Như Điều 3", false},
        {"Lưu: VT; Như Điều 3", false},      {"Lưu: VT; Lưu: TCCB", false}, {"", false},                       {"Ban Lưu trữ", false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(recipients_archived(pool, cases[i].text), cases[i].kept);
}

static void what_is_proposed(void **state)
{
    struct recipients_usual of = {.decision = true, .article = 3, .office = "Sở Y tế", .province = "tỉnh Cà Mau", .archive = "TCCB"};

    (void)state;
    assert_string_equal(recipients_line(pool, recipients_usual(pool, &of)),
                        "Như Điều 3; Ủy ban nhân dân tỉnh Cà Mau (để báo cáo); Sở Nội vụ tỉnh Cà Mau; Lãnh đạo Sở Y tế; Lưu: VT, TCCB");
    of = (struct recipients_usual){.office = "Bệnh viện đa khoa Cà Mau", .province = "", .archive = ""};
    assert_string_equal(recipients_line(pool, recipients_usual(pool, &of)), "Như trên; Lãnh đạo Bệnh viện đa khoa Cà Mau; Lưu: VT");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_is_what_stands),
        cmocka_unit_test(one_by_one),
        cmocka_unit_test(the_paper_is_kept_somewhere),
        cmocka_unit_test(what_is_proposed),
    };

    pool = pool_new("test", 1 << 20);
    return cmocka_run_group_tests_name("recipients", tests, NULL, NULL);
}
