#include "tests/unit/test.h"

#include <string.h>

#include "lib/base/num.h"

static struct pool *pool;

static void groups_by_thousands(void **state)
{
    static const struct {
        int64_t n;
        const char *text;
    } cases[] = {
        {0, "0"},           {7, "7"},           {999, "999"},         {1000, "1.000"},
        {8845, "8.845"},    {35815, "35.815"},  {1234567, "1.234.567"}, {-1000, "-1.000"},
        {-999, "-999"},     {INT64_MIN, "-9.223.372.036.854.775.808"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(num_group(pool, cases[i].n), cases[i].text);
}

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
        const char *text;
    } cases[] = {
        {2201763, 4600000, "47,86"}, {113713, 250000, "45,49"}, {62611, 108980, "57,45"},
        {11454, 22961, "49,88"},     {7390, 7998, "92,40"},     {214, 217, "98,62"},
        {188, 189, "99,47"},         {589, 2278, "25,86"},      {1689, 2278, "74,14"},
        {8, 22, "36,36"},            {14, 22, "63,64"},         {28, 41, "68,29"},
        {234, 243, "96,30"},         {37, 41, "90,24"},         {4, 41, "9,76"},
        {155, 243, "63,79"},         {88, 243, "36,21"},        {382, 523, "73,04"},
        {430, 523, "82,22"},         {93, 523, "17,78"},        {82, 523, "15,68"},
        {419, 523, "80,11"},         {79, 243, "32,51"},        {2, 41, "4,88"},
        {26, 41, "63,41"},           {1, 2, "50,00"},           {0, 36, "0,00"},
        {118, 118, "100,00"},        {3, 2, "150,00"},          {1, 20000, "0,01"},
        {1, 20001, "0,00"},          {-1, 20000, "0,00"},       {-1, 10000, "-0,01"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(num_hundredths(pool, num_percent(cases[i].part, cases[i].whole)),
                            cases[i].text);
    assert_int_equal(num_percent(INT64_MAX / 2, INT64_MAX / 2), 10000);
}

static void hundredths_have_two_decimals(void **state)
{
    (void)state;
    assert_string_equal(num_hundredths(pool, 3636), "36,36");
    assert_string_equal(num_hundredths(pool, 5), "0,05");
    assert_string_equal(num_hundredths(pool, -5), "-0,05");
    assert_string_equal(num_hundredths(pool, 123456789), "1.234.567,89");
}

/* 80 % of 13 members are 10.4: 11 votes pass, 10 do not. */
static void shares_are_compared_without_fractions(void **state)
{
    (void)state;
    assert_true(num_at_least(11, 13, 80));
    assert_false(num_at_least(10, 13, 80));
    assert_true(num_at_least(12, 15, 80));
    assert_false(num_at_least(9, 10, 91));
    assert_true(num_at_least(9, 10, 90));
    assert_false(num_at_least(0, 0, 0));
    assert_true(num_at_least(INT64_MAX, INT64_MAX, 100));
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 1 << 20);
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_by_thousands),
        cmocka_unit_test(parses_whole_numbers_only),
        cmocka_unit_test(percentages_are_half_up),
        cmocka_unit_test(hundredths_have_two_decimals),
        cmocka_unit_test(shares_are_compared_without_fractions),
    };

    return cmocka_run_group_tests_name("num", tests, make_pool, free_pool);
}
