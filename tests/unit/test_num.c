#include "tests/unit/test.h"

#include <string.h>

#include "lib/base/num.h"

static void parses_whole_numbers_only(void **state)
{
    static const char *const bad[] = {"",    "-",   "+5",  " 5", "5 ",  "1.000", "1,5", "0x10",
                                      "5a", "--5", "101", "-1", "99999999999999999999999999999999"};
    int64_t n = 77;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(num_parse(bad[i], 0, 100, &n));
    assert_int_equal(n, 77);
    assert_true(num_parse("100", 0, 100, &n));
    assert_int_equal(n, 100);
    assert_true(num_parse("007", 0, 100, &n));
    assert_int_equal(n, 7);
    assert_true(num_parse("-9223372036854775808", INT64_MIN, INT64_MAX, &n));
    assert_true(n == INT64_MIN);
    assert_true(num_parse("9223372036854775807", INT64_MIN, INT64_MAX, &n));
    assert_false(num_parse("9223372036854775808", INT64_MIN, INT64_MAX, &n));
}

/* The reports of Kiên Giang 2020 and Rạch Giá 2021-2025: the figures that are right. */
static void percentages_are_half_up(void **state)
{
    static const struct {
        int64_t part, whole;
        int64_t hundredths;
    } cases[] = {
        {2201763, 4600000, 4786}, {113713, 250000, 4549}, {62611, 108980, 5745},
        {11454, 22961, 4988},     {7390, 7998, 9240},     {214, 217, 9862},
        {188, 189, 9947},         {589, 2278, 2586},      {1689, 2278, 7414},
        {8, 22, 3636},            {14, 22, 6364},         {28, 41, 6829},
        {234, 243, 9630},         {37, 41, 9024},         {4, 41, 976},
        {155, 243, 6379},         {88, 243, 3621},        {382, 523, 7304},
        {430, 523, 8222},         {93, 523, 1778},        {82, 523, 1568},
        {419, 523, 8011},         {79, 243, 3251},        {2, 41, 488},
        {26, 41, 6341},           {1, 2, 5000},           {0, 36, 0},
        {118, 118, 10000},        {3, 2, 15000},          {1, 20000, 1},
        {1, 20001, 0},          {-1, 20000, 0},       {-1, 10000, -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(num_percent(cases[i].part, cases[i].whole), cases[i].hundredths);
    assert_int_equal(num_percent(INT64_MAX / 2, INT64_MAX / 2), 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_whole_numbers_only),
        cmocka_unit_test(percentages_are_half_up),
    };

    return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
