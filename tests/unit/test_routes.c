/* Every route of the service x every failure of every statement it asks: the documented status, and never a success after a
 * failure. Handlers, store, sheets, messages and law are the real ones; only the database and the directory are not. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcgi/app.h"
#include "fcgi/serve.h"
#include "lib/base/log.h"
#include "lib/base/secret.h"
#include "lib/core/flow.h"
#include "tests/unit/fake_db.h"

#define ONCE "onceCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"
#define ANSWER 200000
/* More statements for one request than this are a loop. */
#define CALLS_MAX 200

static struct app *app;
static char answer[ANSWER];

struct posted {
    const char *at;
    size_t left;
};

static ssize_t read_posted(void *from, void *to, size_t cap)
{
    struct posted *p = from;
    size_t n = p->left < cap ? p->left : cap;

    memcpy(to, p->at, n);
    p->at += n;
    p->left -= n;
    return (ssize_t)n;
}

/* Something right for every field that can be written down. */
static void fill_field(struct buf *body, const struct field *f)
{
    size_t len = strlen(f->name);
    bool one_of_many = f->name[len - 1] == '-';

    if (f->type == FIELD_FILE)
        return;
    buf_printf(body, "&%s%s=", f->name, one_of_many ? "1" : "");
    if (f->type == FIELD_INT && strncmp(f->name, "year", 4) == 0)
        buf_puts(body, "2026");
    else if (f->type == FIELD_INT || f->type == FIELD_IDS)
        buf_printf(body, "%lld", (long long)(f->min > 1 ? f->min : 1));
    else if (f->type == FIELD_DATE)
        buf_puts(body, "05/02/2026");
    else if (f->type == FIELD_CHOICE)
        buf_puts(body, f->choices[0]);
    else if (f->type == FIELD_BOOL)
        buf_puts(body, "yes");
    else if (f->type == FIELD_CODE)
        buf_puts(body, "GKSYT");
    else
        buf_puts(body, "kept" + (strcmp(f->name, "kept") == 0 ? 4 : 0));
}

static const char *path_of(struct pool *pool, const struct route *route, const char *word)
{
    struct buf *path = buf_new(pool, 1000);

    for (const char *at = route->path; *at;) {
        if (strncmp(at, "{id}", 4) == 0) {
            buf_putc(path, '1');
            at += 4;
        } else if (strncmp(at, "{word}", 6) == 0) {
            buf_puts(path, word);
            at += 6;
        } else {
            buf_putc(path, *at++);
        }
    }
    return path->data;
}

static const char *role_for(enum permission permission, const char *wanted)
{
    if (role_may(role_of(wanted), permission))
        return wanted;
    for (int role = ROLE_STAFF; role < ROLE_COUNT; role++)
        if (role_may((enum role)role, permission))
            return role_code((enum role)role);
    return "staff";
}

static int ask(const struct route *route, const char *word)
{
    struct pool *pool = pool_new("request", 256u << 20);
    struct buf *out = buf_new(pool, 32u << 20), *body = buf_new(pool, 100000);
    bool posts = route->method == METHOD_POST;
    struct posted posted;
    int status;

    buf_puts(body, "csrf=" FAKE_CSRF "&once=" ONCE);
    for (const struct field *f = route->fields; posts && f && f->name; f++)
        fill_field(body, f);
    if (!posts)
        buf_clear(body);
    posted = (struct posted){body->data, body->len};
    {
        char *env[] = {pool_printf(pool, "REQUEST_METHOD=%s", posts ? "POST" : "GET"),
                       pool_printf(pool, "REQUEST_URI=%s", path_of(pool, route, word)),
                       pool_strdup(pool, "HTTP_HOST=tdkt.test"),
                       pool_printf(pool, "CONTENT_LENGTH=%zu", body->len),
                       pool_strdup(pool, "CONTENT_TYPE=application/x-www-form-urlencoded"),
                       pool_strdup(pool, "HTTP_COOKIE=__Host-tdkt=" FAKE_TOKEN), NULL};

        serve(app, routes, routes_count, pool, env, (struct body_source){read_posted, &posted}, NULL, out);
    }
    snprintf(answer, sizeof answer, "%s", out->data);
    assert_int_equal(sscanf(answer, "Status: %d", &status), 1);
    pool_free(pool);
    return status;
}

struct sum {
    unsigned asked, well, injected;
};

static void fresh(const struct route *route, const char *state, const char *role)
{
    fake_db = (struct fake_db){.state = state, .role = role_for(route->permission, role)};
}

static void blame(const struct route *route, const char *word, unsigned at, int status)
{
    fprintf(stderr, "%s %s (%s), failure %s at call %u: answered %d\n",
            route->method == METHOD_POST ? "POST" : "GET", route->path, word,
            outcome_name(fake_db.fail_with), at, status);
}

/* The n-th statement fails, for every n there is. */
static void break_each(const struct route *route, const char *state, const char *role,
                       const char *word, struct sum *sum)
{
    static const enum outcome failures[] = {OUT_UNAVAIL, OUT_RETRY, OUT_INTERNAL};
    unsigned calls, commits;
    int status;

    fresh(route, state, role);
    status = ask(route, word);
    sum->well += status == 200 || status == 303;
    if (getenv("TDKT_TEST_SAY"))
        fprintf(stderr, "%d %s %s %s %s\n", status, route->path, word, role, state);
    calls = fake_db.calls;
    commits = fake_db.commits;
    sum->asked++;
    assert_true(calls < CALLS_MAX);
    for (unsigned n = 1; n <= calls; n++) {
        for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
            fresh(route, state, role);
            fake_db.fail_at = n;
            fake_db.fail_with = failures[i];
            status = ask(route, word);
            sum->injected += fake_db.failed;
            if (fake_db.failed && status != outcome_status(failures[i])) {
                blame(route, word, n, status);
                fail();
            }
        }
    }
    if (commits == 0)
        return;
    fresh(route, state, role);
    fake_db.commit = fake_db.fail_with = OUT_UNCERTAIN;
    if (ask(route, word) != 503) {
        blame(route, word, calls, 0);
        fail();
    }
}

static void no_failure_becomes_a_success(void **state)
{
    const struct flow *flow = app->nomination_flow;
    static const char *const words[] = {"to-trinh", "danh-sach", "quyet-dinh", "giay-khen"};
    struct sum sum = {0};

    (void)state;
    for (unsigned r = 0; r < routes_count; r++) {
        const struct route *route = &routes[r];

        if (strstr(route->path, "/act/{word}")) {
            for (unsigned a = 0; a < flow->actions; a++)
                for (int role = ROLE_CLERK; role < ROLE_COUNT; role++)
                    if (flow->action[a].roles & 1u << role)
                        break_each(route, flow->action[a].from, role_code((enum role)role),
                                   flow->action[a].id, &sum);
        } else if (strstr(route->path, "/paper/{word}")) {
            for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
                break_each(route, "issued", "appraiser", words[w], &sum);
        } else {
            break_each(route, "draft", "clerk", "x", &sum);
            break_each(route, "appraisal", "appraiser", "x", &sum);
        }
    }
    print_message("# %u requests, %u of them answered in full, %u failures injected\n", sum.asked,
                  sum.well, sum.injected);
    assert_true(sum.asked >= routes_count);
    assert_true(3 * sum.well > 2 * sum.asked);
    assert_true(sum.injected > 10 * sum.asked);
}

static void a_stranger_reaches_no_handler(void **state)
{
    (void)state;
    for (unsigned r = 0; r < routes_count; r++) {
        int status;

        if (routes[r].permission == PERM_ANYBODY)
            continue;
        fresh(&routes[r], "draft", "clerk");
        fake_db.fail_at = 2; /* the first is the transaction, the second the session */
        fake_db.fail_with = OUT_NOTFOUND;
        status = ask(&routes[r], "x");
        if (status != (routes[r].method == METHOD_POST ? 401 : 303)) {
            blame(&routes[r], "x", 2, status);
            fail();
        }
        assert_int_equal(fake_db.commits, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_failure_becomes_a_success),
        cmocka_unit_test(a_stranger_reaches_no_handler),
    };
    const char *top = getenv("top_srcdir");
    struct pool *pool = pool_new("site", 512u << 20);
    struct err e = ERR_INIT;
    struct conf *conf;

    if (!secret_init())
        return 1;
    log_threshold(getenv("TDKT_TEST_SAY") ? LOG_LEVEL_INFO : LOG_LEVEL_ERROR);
    if (conf_load(pool, pool_printf(pool, "%s/conf/tdkt.conf", top ? top : ".."), &conf, &e) == OUT_OK) {
        conf->data_dir = top ? top : "..";
        conf->files_dir = "/nonexistent/files";
        if (app_load(pool, conf, &app, &e) == OUT_OK)
            return cmocka_run_group_tests_name("routes", tests, NULL, NULL);
    }
    fprintf(stderr, "%s\n", e.text);
    return 1;
}
