#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "lib/base/fatal.h"

static char said[1024];

/* What a child writes to standard error, and how it ends. */
static int last_words(void (*body)(void))
{
    int ends[2], status = 0;
    size_t have = 0;
    ssize_t n;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        body();
        _exit(EXIT_SUCCESS);
    }
    close(ends[1]);
    while (have < sizeof said - 1 && (n = read(ends[0], said + have, sizeof said - 1 - have)) > 0)
        have += (size_t)n;
    said[have] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static const char *const volatile route = "/units/{id}";
static const char *const volatile no_route = "";

static void no_memory(void)
{
    fatal_about("0123456789abcdef", &route);
    fatal_memory("request");
}

static void no_memory_idle(void)
{
    fatal_about("", &no_route);
    fatal_memory("conf");
}

static void no_memory_early(void)
{
    fatal_about("0123456789abcdef", &no_route);
    fatal_memory("request");
}

static void wrong(void)
{
    fatal_about("0123456789abcdef", &route);
    panic("a mode of %d", 7);
}

static void late(void)
{
    fatal_about("0123456789abcdef", &route);
    fatal_line("error", "deadline", NULL, NULL);
}

static char long_id[4000];

static void long_words(void)
{
    memset(long_id, 'x', sizeof long_id - 1);
    fatal_about(long_id, &route);
    fatal_line("error", "deadline", NULL, NULL);
}

static void the_last_line_names_the_request_and_its_route(void **state)
{
    int status = last_words(no_memory);

    (void)state;
    assert_string_equal(said, "level=fatal event=out-of-memory pool=request request=0123456789abcdef "
                              "route=/units/{id}\n");
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EX_OSERR);
    status = last_words(wrong);
    assert_string_equal(said, "level=panic event=a mode of 7 request=0123456789abcdef route=/units/{id}\n");
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_int_equal(last_words(late), 0);
    assert_string_equal(said, "level=error event=deadline request=0123456789abcdef route=/units/{id}\n");
}

static void it_names_what_is_known(void **state)
{
    (void)state;
    (void)last_words(no_memory_idle);
    assert_string_equal(said, "level=fatal event=out-of-memory pool=conf\n");
    (void)last_words(no_memory_early);
    assert_string_equal(said, "level=fatal event=out-of-memory pool=request request=0123456789abcdef route=-\n");
}

static void a_line_is_one_line_however_long(void **state)
{
    (void)state;
    assert_int_equal(last_words(long_words), 0);
    assert_int_equal(strlen(said), 512);
    assert_int_equal(said[511], '\n');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_line_names_the_request_and_its_route),
        cmocka_unit_test(it_names_what_is_known),
        cmocka_unit_test(a_line_is_one_line_however_long),
    };

    return cmocka_run_group_tests_name("fatal", tests, NULL, NULL);
}
