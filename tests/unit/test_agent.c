/* What a user reads about his own sessions. */
#include "tests/unit/test.h"

#include <string.h>

#include "fcgi/agent.h"

static const struct {
    const char *says, *name;
} agents[] = {
    {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
     "Safari/537.36 Edg/130.0.0.0",
     "Edge 130, Windows"},
    {"Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile "
     "Safari/537.36",
     "Chrome 131, Android"},
    {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
     "Version/17.5 Mobile/15E148 Safari/604.1",
     "Safari 17, iPhone"},
    {"Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox 115, Linux"},
    {"Mozilla/5.0 (Windows NT 6.1)", "Windows"},
    {"curl/7.88.1", "curl 7"},
    {"Edg/123456789012", "Edge 12345678"},
    {"Edg/", "Edge "},
    {"", "Không rõ"},
    {"<script>alert(1)</script>", "Không rõ"},
};

static void every_browser_is_named(void **state)
{
    struct pool *pool = pool_new("agents", 1 << 16);

    (void)state;
    for (size_t i = 0; i < sizeof agents / sizeof agents[0]; i++)
        assert_string_equal(agent_name(pool, agents[i].says), agents[i].name);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_browser_is_named)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
