#include "tests/unit/test.h"

#include "lib/core/title.h"

/* Lãnh đạo quản lý: deputy head of a room or above. */
static void who_leads(void **state)
{
    static const struct {
        const char *title;
        bool leads;
    } cases[] = {
        {"Giám đốc", true},          {"Phó Giám đốc", true},       {"Trưởng phòng Tổ chức cán bộ", true},
        {"Phó Trưởng phòng", true},  {"Phó phòng", true},          {"PHÓ KHOA", true},
        {"Chánh Văn phòng", true},   {"Phó Chánh Thanh tra", true}, {"Trạm trưởng", true},
        {"Điều dưỡng trưởng", false}, {"Bác sĩ", false},            {"Chuyên viên phòng Giám định", false},
        {"Phó", false},              {"Phó ban chỉ đạo", true},    {"Giám đốcx", false},
        {"Phó giáo sư", false},      {"", false},
    };
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (title_leads(pool, cases[i].title) != cases[i].leads)
            fail_msg("%s", cases[i].title);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_leads),
    };

    return cmocka_run_group_tests_name("title", tests, NULL, NULL);
}
