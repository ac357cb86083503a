#include "tests/unit/test.h"

#include "lib/core/prize.h"
#include "tests/unit/lines.h"

#define ROWS_MAX 8

/* One decision of the table: its rows stand together, the first names it. */
struct decision {
    char name[200];
    struct prize prize[ROWS_MAX];
    int64_t paid[ROWS_MAX], total;
    unsigned count;
};

static void take_row(struct decision *d, char *const *field)
{
    bool person = strcmp(field[1], "person") == 0;
    int64_t id = atoi(field[2]);

    if (d->count == ROWS_MAX)
        fail_msg("%s has too many rows", d->name);
    d->prize[d->count] = (struct prize){.person_id = person ? id : 0,
                                        .collective_id = person ? 0 : id,
                                        .title = strcmp(field[3], "title") == 0,
                                        .years = atoi(field[4]),
                                        .amount = atoll(field[5])};
    d->paid[d->count++] = atoll(field[6]);
}

static void check(struct decision *d)
{
    struct pool *pool = pool_new("prizes", 1 << 20);
    int64_t total = prizes_settle(pool, d->prize, d->count);
    int64_t sum = 0;

    for (unsigned i = 0; i < d->count; i++) {
        if (d->prize[i].amount != d->paid[i])
            fail_msg("%s, row %u: %lld is paid, not %lld", d->name, i + 1,
                     (long long)d->prize[i].amount, (long long)d->paid[i]);
        sum += d->paid[i];
    }
    assert_int_equal(total, sum);
    pool_free(pool);
}

static void decisions_of_the_table(void **state)
{
    struct decision d = {.count = 0};
    struct lines lines;
    int decisions = 0;

    (void)state;
    lines_open(&lines, "tests/data/prizes.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        assert_int_equal(lines.count, 7);
        if (lines.field[0][0] != '\0') {
            if (decisions++ > 0)
                check(&d);
            d = (struct decision){.count = 0};
            snprintf(d.name, sizeof d.name, "%s", lines.field[0]);
        }
        take_row(&d, lines.field);
    }
    check(&d);
    assert_true(decisions >= 9);
}

static void nothing_to_pay(void **state)
{
    struct pool *pool = pool_new("prizes", 1 << 20);

    (void)state;
    assert_int_equal(prizes_settle(pool, NULL, 0), 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_of_the_table),
        cmocka_unit_test(nothing_to_pay),
    };

    return cmocka_run_group_tests_name("prize", tests, NULL, NULL);
}
