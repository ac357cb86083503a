#include "tests/unit/test.h"

#include <stdio.h>

#include "lib/base/hash.h"

static void keeps_what_was_put(void **state)
{
    struct pool *pool = pool_new("test", 16 << 20);
    struct hash *hash = hash_new(pool, 0);
    char key[16];
    int64_t value = -1;

    (void)state;
    assert_false(hash_get(hash, "", &value));
    for (int i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "k%d", i);
        assert_true(hash_add(hash, key, i));
    }
    assert_int_equal(hash_count(hash), 20000);
    for (int i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "k%d", i);
        assert_true(hash_get(hash, key, &value));
        assert_int_equal(value, i);
    }
    assert_false(hash_get(hash, "k20000", &value));
    assert_false(hash_add(hash, "k7", 1));
    assert_true(hash_get(hash, "k7", &value));
    assert_int_equal(value, 7);
    hash_set(hash, "k7", 1);
    hash_set(hash, "", 2);
    assert_true(hash_get(hash, "k7", &value));
    assert_int_equal(value, 1);
    assert_true(hash_get(hash, "", &value));
    assert_int_equal(value, 2);
    assert_int_equal(hash_count(hash), 20001);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_what_was_put)};

    return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
