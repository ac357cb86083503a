#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/log.h"

static char text[1 << 16];
static int saved, file;

static void capture(void)
{
    char name[] = "/tmp/test_log.XXXXXX";

    file = mkstemp(name);
    assert_true(file >= 0);
    unlink(name);
    saved = dup(STDERR_FILENO);
    dup2(file, STDERR_FILENO);
}

static const char *captured(void)
{
    ssize_t n;

    dup2(saved, STDERR_FILENO);
    close(saved);
    lseek(file, 0, SEEK_SET);
    n = read(file, text, sizeof text - 1);
    text[n > 0 ? n : 0] = '\0';
    close(file);
    return text;
}

static unsigned lines(const char *at)
{
    unsigned n = 0;

    for (; *at; at++)
        n += *at == '\n';
    return n;
}

static void one_line_of_pairs(void **state)
{
    (void)state;
    capture();
    log_request_id("r7");
    log_info("request", "method", "GET", "none", NULL, "path", "/units/7", "why", "a \"b\"\nc=d\\ \x01", "empty",
             "", NULL);
    log_request_id("");
    log_warn("later", NULL);
    captured();
    assert_int_equal(lines(text), 2);
    assert_int_equal(strncmp(text, "time=20", 7), 0);
    assert_non_null(strstr(text, " level=info event=request request=r7 method=GET path=/units/7 "
                                 "why=\"a \\\"b\\\"\\nc=d\\\\ \\x01\" empty=\"\"\n"));
    assert_non_null(strstr(text, " level=warn event=later\n"));
    assert_null(strstr(text, "none"));
}

static void detail_is_printed_before_an_error_only(void **state)
{
    char n[8];

    (void)state;
    capture();
    for (int i = 0; i < 70; i++) {
        snprintf(n, sizeof n, "%d", i);
        log_debug("step", "n", n, NULL);
    }
    captured();
    assert_int_equal(lines(text), 0);
    capture();
    log_error("broken", NULL);
    log_error("again", NULL);
    captured();
    assert_int_equal(lines(text), 66);
    assert_null(strstr(text, "n=5\n"));
    assert_non_null(strstr(text, "n=6\n"));
    assert_true(strstr(text, "n=69\n") < strstr(text, "event=broken"));
}

static void threshold_silences(void **state)
{
    (void)state;
    capture();
    log_threshold(LOG_LEVEL_ERROR);
    log_info("quiet", NULL);
    log_threshold(LOG_LEVEL_DEBUG);
    log_debug("loud", NULL);
    log_threshold(LOG_LEVEL_INFO);
    assert_int_equal(log_level_of("debug"), LOG_LEVEL_DEBUG);
    assert_int_equal(log_level_of("error"), LOG_LEVEL_ERROR);
    assert_int_equal(log_level_of("loud"), LOG_LEVEL_INFO);
    captured();
    assert_int_equal(lines(text), 1);
    assert_non_null(strstr(text, "event=loud"));
    capture();
    log_error("end", NULL);
    captured();
    assert_non_null(strstr(text, "event=quiet"));
}

static void long_values_are_cut_to_one_line(void **state)
{
    static char value[10000];

    (void)state;
    memset(value, 'x', sizeof value - 1);
    capture();
    log_info("long", "value", value, NULL);
    log_debug("long", "value", value, NULL);
    log_error("end", NULL);
    captured();
    assert_int_equal(lines(text), 3);
    assert_true(strchr(text, '\n') - text < 2048);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line_of_pairs),
        cmocka_unit_test(detail_is_printed_before_an_error_only),
        cmocka_unit_test(threshold_silences),
        cmocka_unit_test(long_values_are_cut_to_one_line),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
