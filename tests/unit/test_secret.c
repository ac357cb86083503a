#include "tests/unit/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/secret.h"

static struct pool *pool;
static char path[] = "/tmp/test_secret.XXXXXX";

static void write_file(const char *text, mode_t mode)
{
    FILE *f;

    unlink(path); /* it may be one that its owner may only read */
    f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
    assert_int_equal(chmod(path, mode), 0);
}

static void reads_the_first_line_of_a_private_file(void **state)
{
    struct err e = ERR_INIT;
    struct secret *secret;

    (void)state;
    write_file("mật khẩu 1\r\nsecond\n", 0600);
    assert_int_equal(secret_from_file(pool, path, &secret, &e), OUT_OK);
    assert_string_equal(secret_reveal(secret), "mật khẩu 1");
    assert_int_equal(secret_length(secret), strlen("mật khẩu 1"));
    write_file("no line end", 0400);
    assert_int_equal(secret_from_file(pool, path, &secret, &e), OUT_OK);
    assert_string_equal(secret_reveal(secret), "no line end");
}

static void refuses_a_file_that_others_can_read(void **state)
{
    static const mode_t open_modes[] = {0644, 0640, 0604, 0660, 0602};
    struct secret *secret;

    (void)state;
    for (size_t i = 0; i < sizeof open_modes / sizeof open_modes[0]; i++) {
        struct err e = ERR_INIT;

        write_file("secret", open_modes[i]);
        assert_int_equal(secret_from_file(pool, path, &secret, &e), OUT_INVALID);
        assert_string_equal(e.key, "secret.exposed");
        assert_null(secret);
        assert_null(strstr(e.text, "secret\n"));
    }
}

static void refuses_nothing_and_too_much(void **state)
{
    struct err e = ERR_INIT;
    struct secret *secret;
    char longer[1100];

    (void)state;
    write_file("\nsecond", 0600);
    assert_int_equal(secret_from_file(pool, path, &secret, &e), OUT_INVALID);
    assert_string_equal(e.key, "secret.empty");
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    write_file(longer, 0600);
    err_clear(&e);
    assert_int_equal(secret_from_file(pool, path, &secret, &e), OUT_INVALID);
    err_clear(&e);
    assert_int_equal(secret_from_file(pool, "/nonexistent/x", &secret, &e), OUT_NOTFOUND);
    assert_string_equal(e.key, "file.open");
    err_clear(&e);
    assert_int_equal(secret_file_private("/tmp", &e), OUT_INVALID);
}

static const char *kept;
static char seen[8];

static void look(void *data)
{
    (void)data;
    memcpy(seen, kept, 6);
}

static void is_wiped_with_its_pool(void **state)
{
    struct pool *own = pool_new("own", 4096);

    (void)state;
    pool_on_free(own, look, NULL);
    kept = secret_reveal(secret_new(own, "secret", 6));
    assert_string_equal(kept, "secret");
    pool_free(own);
    assert_memory_equal(seen, "\0\0\0\0\0\0", 6);
}

static void tokens_are_url_safe_and_never_twice(void **state)
{
    char a[TOKEN_SIZE], b[TOKEN_SIZE];

    (void)state;
    token_make(a);
    token_make(b);
    assert_int_equal(strlen(a), 43);
    assert_int_equal(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
    assert_string_not_equal(a, b);
}

/* FIPS 180-4 and RFC 4231, test case 2. */
static void digests_are_the_published_ones(void **state)
{
    struct err e = ERR_INIT;
    char out[DIGEST_SIZE], again[DIGEST_SIZE];

    (void)state;
    digest("abc", 3, out);
    assert_string_equal(out, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    write_file("abc", 0644);
    assert_int_equal(digest_file(path, again, &e), OUT_OK);
    assert_string_equal(again, out);
    assert_int_equal(digest_file("/nonexistent/x", again, &e), OUT_NOTFOUND);
    err_clear(&e);
    assert_int_equal(digest_file("/tmp", again, &e), OUT_UNAVAIL);
    digest_keyed(secret_new(pool, "Jefe", 4), "what do ya want for nothing?", out);
    assert_string_equal(out, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

static void compares_whole_texts(void **state)
{
    (void)state;
    assert_true(same_text("", ""));
    assert_true(same_text("abc", "abc"));
    assert_false(same_text("abc", "abd"));
    assert_false(same_text("abc", "abcd"));
    assert_false(same_text("abc", ""));
}

static int prepare(void **state)
{
    (void)state;
    pool = pool_new("test", 1 << 20);
    close(mkstemp(path));
    return secret_init() ? 0 : -1;
}

static int clean_up(void **state)
{
    (void)state;
    unlink(path);
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_first_line_of_a_private_file),
        cmocka_unit_test(refuses_a_file_that_others_can_read),
        cmocka_unit_test(refuses_nothing_and_too_much),
        cmocka_unit_test(is_wiped_with_its_pool),
        cmocka_unit_test(tokens_are_url_safe_and_never_twice),
        cmocka_unit_test(digests_are_the_published_ones),
        cmocka_unit_test(compares_whole_texts),
    };

    return cmocka_run_group_tests_name("secret", tests, prepare, clean_up);
}
