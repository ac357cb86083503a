#include "tests/unit/test.h"

#include <malloc.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "lib/base/buf.h"
#include "lib/base/pool.h"

static void gives_zeroed_aligned_memory(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    for (size_t size = 1; size < 40000; size = size * 3 + 1) {
        unsigned char *at = pool_alloc(pool, size);

        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xAA, size);
    }
    pool_free(pool);
}

static char order[4];

static void note_first(void *data)
{
    (void)data;
    strcat(order, "1");
}

static void note_second(void *data)
{
    (void)data;
    strcat(order, "2");
}

static void cleans_up_newest_first(void **state)
{
    struct pool *pool = pool_new("test", 4096);

    (void)state;
    order[0] = '\0';
    pool_on_free(pool, note_first, NULL);
    pool_on_free(pool, note_second, NULL);
    pool_free(pool);
    assert_string_equal(order, "21");
}

/* What free() gets to see: the test's own, so that memory is looked at while it is still ours. */
void __real_free(void *at);
void __wrap_free(void *at);
static const char *looked_for;
static unsigned seen;

void __wrap_free(void *at)
{
    if (at && looked_for && memmem(at, malloc_usable_size(at), looked_for, strlen(looked_for)))
        seen++;
    __real_free(at);
}

static unsigned copies_left(bool secret)
{
    struct pool *pool = pool_new("test", 1 << 20);

    pool_strdup(pool, "a password that was typed");
    pool_strdup(pool_alloc(pool, 20000) ? pool : NULL, "a password that was typed");
    pool_printf(pool, "%s", "a password that was typed");
    if (secret)
        pool_secret(pool);
    seen = 0;
    looked_for = "a password that was typed";
    pool_free(pool);
    looked_for = NULL;
    return seen;
}

static void a_secret_pool_leaves_no_copy(void **state)
{
    (void)state;
    assert_true(copies_left(false) > 0); /* the test can see them */
    assert_int_equal(copies_left(true), 0);
}

static void limit_ends_the_process(void **state)
{
    int status;
    pid_t pid = fork();

    (void)state;
    if (pid == 0) {
        struct pool *pool = pool_new("test", 1000);

        close(STDERR_FILENO);
        pool_alloc(pool, 600);
        pool_alloc(pool, 600);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_in_set(WEXITSTATUS(status), ((uintmax_t[]){EX_OSERR, EX_IOERR}), 2);
}

static void buf_stops_at_its_ceiling(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    struct buf *buf = buf_new(pool, 10);

    (void)state;
    buf_puts(buf, "12345");
    assert_false(buf->over);
    buf_printf(buf, "%d", 67890);
    assert_false(buf->over);
    assert_string_equal(buf->data, "1234567890");
    buf_putc(buf, 'x');
    assert_true(buf->over);
    assert_int_equal(buf->len, 10);
    buf_clear(buf);
    assert_false(buf->over);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(cleans_up_newest_first),
        cmocka_unit_test(a_secret_pool_leaves_no_copy),
        cmocka_unit_test(limit_ends_the_process),
        cmocka_unit_test(buf_stops_at_its_ceiling),
    };

    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
