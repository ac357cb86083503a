/* The chain of the audit: every field counts, nothing moves over a field's border, and each way of breaking it has its word. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "lib/core/chain.h"

#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"

#define ONES "1111111111111111111111111111111111111111111111111111111111111111"

static struct pool *pool;

static struct chain_entry an_entry(void)
{
    return (struct chain_entry){.id = 7, .person_id = 20, .object_id = 111, .unit_id = 2, .at = "2026-11-22 08:15:00",
                                .role = "head", .capacity = "KT", .action = "nomination.edit", .object = "nominee",
                                .before = "trước", .after = "sau", .request_id = "yc-9", .address = "10.0.0.1",
                                .prev = ZEROS};
}

static const char *hash_of(const struct chain_entry *entry)
{
    char out[DIGEST_SIZE];

    chain_hash(pool, entry, out);
    return pool_strdup(pool, out);
}

/* Written down here byte by byte: whoever checks an entry by other means needs no more than this. */
static void what_is_hashed(void **state)
{
    static const char input[] = "tdkt audit 1\n64:" ZEROS "\n1:7\n19:2026-11-22 08:15:00\n2:20\n4:head\n2:KT\n15:nomination.edit\n"
                                "7:nominee\n3:111\n1:2\n8:trước\n-\n4:yc-9\n0:\n";
    struct chain_entry entry = an_entry();
    char want[DIGEST_SIZE];

    (void)state;
    entry.after = NULL;
    entry.address = "";
    digest(input, sizeof input - 1, want);
    assert_string_equal(hash_of(&entry), want);
}

static void every_field_counts(void **state)
{
    const struct chain_entry same = an_entry();
    struct chain_entry other[16];
    unsigned n = 0;

    (void)state;
    for (unsigned i = 0; i < 16; i++)
        other[i] = an_entry();
    other[n++].id = 8;
    other[n++].person_id = 21;
    other[n++].person_id = 0;
    other[n++].object_id = 11;
    other[n++].unit_id = 0;
    other[n++].at = "2026-11-22 08:15:01";
    other[n++].role = "clerk";
    other[n++].capacity = "";
    other[n++].action = "nomination.edi";
    other[n++].object = "nomination";
    other[n++].before = NULL;
    other[n++].before = "";
    other[n++].after = "sau ";
    other[n++].request_id = "yc-8";
    other[n++].address = "10.0.0.2";
    other[n++].prev = "1000000000000000000000000000000000000000000000000000000000000000";
    assert_int_equal(n, 16);
    for (unsigned i = 0; i < n; i++) {
        assert_string_not_equal(hash_of(&other[i]), hash_of(&same));
        for (unsigned k = 0; k < i; k++)
            assert_string_not_equal(hash_of(&other[i]), hash_of(&other[k]));
    }
}

/* The same bytes, cut at another place, or looking like a border. */
static void borders_cannot_be_shifted(void **state)
{
    static const struct {
        const char *before[2], *after[2];
    } cuts[] = {
        {{"ab", "c"}, {"a", "bc"}},   {{"", "abc"}, {"abc", ""}},     {{NULL, "abc"}, {"abc", NULL}},
        {{NULL, ""}, {"", NULL}},     {{"-", NULL}, {NULL, "-"}},     {{"a\n3:sau", ""}, {"a", "3:sau\n"}},
        {{NULL, "x"}, {"-", "x"}},    {{"1:a\n", "b"}, {"1:a", "\nb"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
        struct chain_entry one = an_entry(), two = an_entry();

        one.before = cuts[i].before[0];
        one.after = cuts[i].before[1];
        two.before = cuts[i].after[0];
        two.after = cuts[i].after[1];
        assert_string_not_equal(hash_of(&one), hash_of(&two));
    }
}

static struct chain_entry hashed(struct chain_entry entry)
{
    entry.hash = hash_of(&entry);
    return entry;
}

static void what_does_not_follow_is_told(void **state)
{
    const struct chain_link before = {6, ZEROS}, gap = {4, ZEROS}, others = {6, ONES}, other_gap = {4, ONES};
    struct chain_entry entry = hashed(an_entry()), wrong;

    (void)state;
    assert_int_equal(chain_follows(pool, &before, &entry), CHAIN_HOLDS);
    assert_int_equal(chain_follows(pool, &gap, &entry), CHAIN_HOLDS); /* what was put there by hand has been taken away again */
    assert_int_equal(chain_follows(pool, &others, &entry), CHAIN_ORDER);
    assert_int_equal(chain_follows(pool, &other_gap, &entry), CHAIN_REMOVED);
    wrong = entry;
    wrong.after = "khác";
    assert_int_equal(chain_follows(pool, &before, &wrong), CHAIN_ALTERED);
    assert_int_equal(chain_follows(pool, &others, &wrong), CHAIN_ALTERED);
    wrong = entry;
    wrong.hash = NULL;
    assert_int_equal(chain_follows(pool, &before, &wrong), CHAIN_UNCHAINED);
    wrong = entry;
    wrong.prev = NULL;
    assert_int_equal(chain_follows(pool, &before, &wrong), CHAIN_UNCHAINED);
    for (int i = 0; i < CHAIN_FAULTS; i++)
        assert_non_null(chain_fault_text((enum chain_fault)i));
}

static void a_link_is_read_as_it_is_printed(void **state)
{
    static const char *const wrong[] = {"", ":", "7", "7:", "7:" ZEROS "0", ":" ZEROS, "-7:" ZEROS, "0:" ZEROS, "7 :" ZEROS, "7:A" ZEROS,
                                        "7:000000000000000000000000000000000000000000000000000000000000000G",
                                        "99999999999999999999:" ZEROS, "1111111111111111111111111:" ZEROS};
    struct chain_link link;

    (void)state;
    assert_true(chain_link_parse("9223372036854775807:" ZEROS, &link));
    assert_true(chain_link_parse("1234:" ZEROS, &link));
    assert_int_equal(link.id, 1234);
    assert_string_equal(link.hash, ZEROS);
    assert_string_equal(chain_link_text(pool, &link), "1234:" ZEROS);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(chain_link_parse(wrong[i], &link));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hashed),
        cmocka_unit_test(every_field_counts),
        cmocka_unit_test(borders_cannot_be_shifted),
        cmocka_unit_test(what_does_not_follow_is_told),
        cmocka_unit_test(a_link_is_read_as_it_is_printed),
    };

    if (!secret_init())
        return 1;
    pool = pool_new("test", 64u << 20);
    return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
