/* How several articles are cited in one sentence. */
#include "tests/unit/test.h"

#include "lib/core/cite.h"

#define ND152 " Nghị định số 152/2025/NĐ-CP"
#define CITES_MAX 5

static void each_act_once_its_articles_rising(void **state)
{
    static const struct {
        const char *cites[CITES_MAX], *joined;
    } cases[] = {
        {{NULL}, ""},
        {{"Điều 54" ND152}, "Điều 54" ND152},
        {{"Điều 54" ND152, "Điều 50" ND152}, "Điều 50 và Điều 54" ND152},
        {{"Điều 54" ND152, "Điều 50" ND152, "Điều 54" ND152, "Điều 50" ND152}, "Điều 50 và Điều 54" ND152},
        {{"Điều 51" ND152, "Điều 100" ND152, "Điều 9" ND152}, "Điều 9, Điều 51 và Điều 100" ND152},
        {{"khoản 2 Điều 54" ND152, "khoản 1 Điều 54" ND152}, "khoản 1 Điều 54 và khoản 2 Điều 54" ND152},
        {{"Điều 54" ND152, "Điều 3 Nghị quyết số 12/2026/NQ-HĐND", "Điều 50" ND152},
         "Điều 50 và Điều 54" ND152 ", Điều 3 Nghị quyết số 12/2026/NQ-HĐND"},
        {{"Điều 11 Luật Thi đua, khen thưởng năm 2022 và Nghị định số 1"}, "Điều 11 Luật Thi đua, khen thưởng năm 2022 và Nghị định số 1"},
        {{"Nghị định số 152/2025/NĐ-CP"}, "Nghị định số 152/2025/NĐ-CP"},
        {{"Quy chế của tỉnh"}, "Quy chế của tỉnh"},
    };
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        unsigned n = 0;

        while (n < CITES_MAX && cases[i].cites[n])
            n++;
        assert_string_equal(cite_join(pool, cases[i].cites, n), cases[i].joined);
    }
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_act_once_its_articles_rising),
    };

    return cmocka_run_group_tests_name("cite", tests, NULL, NULL);
}
