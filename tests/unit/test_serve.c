/* The request loop against a scripted database: what is answered, what is never answered, what is never lost. */
#include "tests/unit/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/secret.h"
#include "tests/unit/fake_store.h"
#include "tests/unit/serve_site.h"

static int get(const char *uri)
{
    return ask_for("GET", uri, "", SESSION);
}

static int post(const char *uri, const char *body)
{
    return ask_for("POST", uri, body, SESSION);
}

static bool said(const char *text)
{
    return strstr(site.answer, text) != NULL;
}

static int fresh(void **state)
{
    (void)state;
    script_reset();
    site.handled = 0;
    site.outcome = OUT_OK;
    site.key = "x";
    return 0;
}

static void a_stranger_is_sent_to_the_login(void **state)
{
    (void)state;
    assert_int_equal(ask_for("GET", "/things?q=a%26b", "", ""), 303);
    assert_true(said("Location: /login?next=%2Fthings%3Fq%3Da%2526b\r\n"));
    assert_int_equal(ask_for("GET", "/login", "", ""), 200);
    script.expired = true;
    assert_int_equal(get("/things"), 303);
}

static void a_page_knows_its_reader(void **state)
{
    (void)state;
    assert_int_equal(get("/things?q=h%C3%B2a"), 200);
    assert_true(said("name=\"Trần Thị B\""));
    assert_true(said("csrf=\"" FAKE_CSRF "\""));
    assert_true(said("<todo count=\"5\""));
    assert_true(said("name=\"q\" value=\"hòa\""));
    assert_true(said("mọi thứ"));
    assert_true(said("Content-Type: text/html; charset=utf-8\r\n"));
    assert_int_equal(get("/things.xml"), 200);
    assert_true(said("Content-Type: application/xml; charset=utf-8\r\n"));
    assert_int_equal(ask_for("HEAD", "/things", "", SESSION), 200);
    assert_false(said("mọi thứ"));
}

static void what_is_read_is_noted_or_not_handed_out(void **state)
{
    (void)state;
    assert_int_equal(ask_for("HEAD", "/stored", "", SESSION), 200);
    assert_int_equal(get("/things"), 200);
    assert_int_equal(script.entries, 0);
    assert_int_equal(get("/stored"), 200);
    assert_int_equal(script.entries, 1);
    script.audit = OUT_UNAVAIL;
    assert_int_equal(get("/stored"), 503);
    assert_false(said("X-Accel-Redirect"));
}

static void a_wrong_query_is_shown_on_its_page(void **state)
{
    (void)state;
    assert_int_equal(get("/things?year=abc"), 422);
    assert_true(said("value=\"abc\""));
    assert_true(said("error=\"field.int\""));
}

static void roles_are_asked(void **state)
{
    (void)state;
    assert_int_equal(get("/admin"), 403);
    assert_false(said("mọi thứ"));
    assert_int_equal(get("/admin.xml"), 403);
    script.role = ROLE_ADMIN;
    assert_int_equal(get("/admin"), 200);
}

static void paths_and_methods(void **state)
{
    (void)state;
    assert_int_equal(get("/nowhere"), 404);
    assert_int_equal(post("/admin", POSTED), 405);
    assert_true(said("Allow: GET, HEAD\r\n"));
    assert_int_equal(ask_for("DELETE", "/things", "", SESSION), 405);
    assert_true(said("Allow: GET, HEAD, POST\r\n"));
}

static void other_sites_may_not_post(void **state)
{
    static const char *const from[] = {
        "HTTP_SEC_FETCH_SITE=cross-site", "HTTP_SEC_FETCH_SITE=same-site",
        "HTTP_ORIGIN=https://evil.example", "HTTP_ORIGIN=null", "HTTP_ORIGIN=https://tdkt.test",
        "HTTP_SEC_FETCH_SITE=same-origin\nHTTP_ORIGIN=http://tdkt.test.evil.example",
    };

    (void)state;
    for (size_t i = 0; i < sizeof from / sizeof from[0]; i++) {
        char extra[300];

        snprintf(extra, sizeof extra, SESSION "\n%s", from[i]);
        assert_int_equal(ask_for("POST", "/things", POSTED "&title=x", extra), 403);
        assert_int_equal(ask_for("POST", "/login", "login=x&password=y", from[i]), 403);
    }
    assert_int_equal(site.handled, 0);
    assert_int_equal(ask_for("POST", "/things", POSTED "&title=x",
                             SESSION "\nHTTP_SEC_FETCH_SITE=same-origin\nHTTP_ORIGIN=http://tdkt.test"), 303);
}

static void a_post_carries_its_tokens(void **state)
{
    (void)state;
    assert_int_equal(post("/things", "title=g%C3%B5&once=" ONCE), 403);
    assert_true(said("value=\"gõ\""));
    assert_int_equal(post("/things", "title=x&once=" ONCE "&csrf=" FAKE_TOKEN), 403);
    assert_int_equal(post("/things", "title=x&csrf=" FAKE_CSRF), 403);
    assert_int_equal(post("/things", "title=x&once=short&csrf=" FAKE_CSRF), 403);
    assert_int_equal(site.handled, 0);
    assert_int_equal(script.writes, 0);
}

static void a_form_is_acted_on_once(void **state)
{
    (void)state;
    assert_int_equal(post("/things", POSTED "&title=x"), 303);
    assert_true(said("Location: /things/1\r\n"));
    assert_int_equal(post("/things", POSTED "&title=x"), 303);
    assert_true(said("Location: /things/1\r\n"));
    assert_int_equal(site.handled, 1);
    assert_int_equal(script.writes, 1);
}

static void a_flash_is_shown_once_to_its_reader(void **state)
{
    char *cookie, extra[600];

    (void)state;
    assert_int_equal(post("/things", POSTED "&title=x"), 303);
    cookie = strstr(site.answer, "Set-Cookie: tdkt-flash=");
    assert_non_null(cookie);
    *strchr(cookie, ';') = '\0';
    snprintf(extra, sizeof extra, SESSION "; %s", cookie + strlen("Set-Cookie: "));
    assert_int_equal(ask_for("GET", "/things", "", extra), 200);
    assert_true(said("<flash key=\"done.thing\""));
    assert_true(said("Set-Cookie: tdkt-flash=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
    extra[strlen(extra) - 1] = extra[strlen(extra) - 1] == '0' ? '1' : '0';
    assert_int_equal(ask_for("GET", "/things", "", extra), 200);
    assert_false(said("<flash"));
}

static void nothing_typed_is_lost(void **state)
{
    (void)state;
    assert_int_equal(post("/things", POSTED "&note=d%C3%B2ng+1%0D%0Ad%C3%B2ng+2&day=31/02/2026&pin=1234"), 422);
    assert_true(said("name=\"title\" value=\"\" error=\"field.required\""));
    assert_true(said("dòng 1"));
    assert_true(said("name=\"day\" value=\"31/02/2026\" error=\"field.date\""));
    assert_false(said("1234"));
    assert_int_equal(site.handled, 0);
    assert_int_equal(post("/things", POSTED "&title=tr%C3%B9ng&note=c%C3%B2n"), 422);
    assert_true(said("error=\"field.twice\""));
    assert_true(said("còn"));
    assert_int_equal(script.writes, 0);
    site.outcome = OUT_INVALID;
    site.key = "quota.individuals";
    assert_int_equal(post("/things", POSTED "&title=g%C3%B5"), 422);
    assert_true(said("<refusal"));
    assert_true(said("value=\"gõ\""));
}

static void a_failed_login_leaves_its_trace(void **state)
{
    (void)state;
    assert_int_equal(ask_for("POST", "/login", "login=b&password=sai", ""), 401);
    assert_int_equal(script.writes, 1);
    assert_true(said("name=\"login\" value=\"b\""));
    assert_false(said("sai\""));
    assert_int_equal(ask_for("POST", "/login", "login=down&password=sai", ""), 503);
    assert_true(said("Retry-After"));
    assert_int_equal(script.writes, 1);
}

static void every_outcome_has_its_status(void **state)
{
    static const int status[OUTCOME_COUNT] = {
        [OUT_NOTFOUND] = 404, [OUT_INVALID] = 422, [OUT_AUTHN] = 401, [OUT_DENIED] = 403,
        [OUT_CONFLICT] = 409, [OUT_RETRY] = 503, [OUT_TOOBIG] = 413, [OUT_UNAVAIL] = 503,
        [OUT_UNCERTAIN] = 503, [OUT_INTERNAL] = 500};

    (void)state;
    for (int o = OUT_NOTFOUND; o < OUTCOME_COUNT; o++) {
        fresh(NULL);
        site.outcome = (enum outcome)o;
        assert_int_equal(post("/things", POSTED "&title=x"), status[o]);
        assert_true(said("<refusal"));
        assert_false(said("Location"));
        assert_int_equal(script.writes, 0);
        fresh(NULL);
        script.begin = (enum outcome)o;
        assert_int_not_equal(get("/things"), 200);
        assert_int_not_equal(post("/things", POSTED "&title=x"), 303);
        fresh(NULL);
        script.commit = (enum outcome)o;
        if (o == OUT_AUTHN)
            continue;
        assert_int_equal(post("/things", POSTED "&title=x"), status[o]);
        assert_false(said("Location"));
    }
}

static void uncertain_is_asked_again_without_acting_twice(void **state)
{
    (void)state;
    script.commit = OUT_UNCERTAIN;
    script.kept = true;
    assert_int_equal(post("/things", POSTED "&title=g%C3%B5"), 503);
    assert_true(said("<repost action=\"/things\""));
    assert_true(said("name=\"once\" value=\"" ONCE "\""));
    assert_true(said("name=\"title\" value=\"gõ\""));
    script.commit = OUT_OK;
    assert_int_equal(post("/things", POSTED "&title=g%C3%B5"), 303);
    assert_int_equal(site.handled, 1);
    /* and when it had not been committed, the same button acts */
    fresh(NULL);
    script.commit = OUT_UNCERTAIN;
    assert_int_equal(post("/things", POSTED "&title=x"), 503);
    script.commit = OUT_OK;
    assert_int_equal(post("/things", POSTED "&title=x"), 303);
    assert_int_equal(site.handled, 2);
    assert_int_equal(script.writes, 1);
}

static void only_a_page_is_opened_again(void **state)
{
    (void)state;
    script.begin = OUT_UNAVAIL;
    assert_int_equal(get("/things?q=x"), 503);
    assert_true(said("<retry href=\"/things?q=x\""));
    fresh(NULL);
    script.commit = OUT_CONFLICT;
    assert_int_equal(post("/things", POSTED "&title=x"), 409);
    assert_true(said("<retry href=\"/things\""));
    fresh(NULL);
    script.commit = OUT_CONFLICT;
    assert_int_equal(post("/things/strict", POSTED "&title=x"), 409);
    assert_false(said("<retry"));
    fresh(NULL);
    script.commit = OUT_RETRY;
    assert_int_equal(post("/things/strict", POSTED "&title=x"), 503);
    assert_true(said("<repost action=\"/things/strict\""));
    assert_false(said("<retry"));
}

static void a_second_run_starts_clean(void **state)
{
    const char *first;

    (void)state;
    script.deadlocks = 2;
    assert_int_equal(get("/things"), 200);
    assert_int_equal(script.runs, 3);
    first = strstr(site.answer, "<things>");
    assert_non_null(first);
    assert_null(strstr(first + 1, "<things>"));
    script.deadlocks = 9;
    assert_int_equal(post("/things", POSTED "&title=x"), 503);
}

static void without_a_database(void **state)
{
    (void)state;
    script.begin = OUT_UNAVAIL;
    assert_int_equal(get("/things"), 503);
    assert_true(said("Retry-After: 5\r\n"));
    assert_true(said("<refusal"));
    assert_int_equal(post("/things", POSTED "&title=g%C3%B5"), 503);
    assert_true(said("name=\"title\" value=\"gõ\""));
    assert_int_equal(get("/probe"), 200);
    assert_true(said("ok\n"));
}

static void half_a_page_is_never_sent(void **state)
{
    (void)state;
    assert_int_equal(get("/broken"), 500);
    assert_false(said("half of a page"));
    assert_int_equal(get("/silent"), 500);
    assert_int_equal(get("/paper/faulty"), 500);
    assert_int_equal(get("/paper/unknown"), 500);
    assert_int_equal(get("/paper/decision"), 200);
    assert_true(said("<h1>QUYẾT ĐỊNH</h1>"));
    assert_int_equal(get("/paper/decision.xml"), 200);
    assert_true(said("<document><title>QUYẾT ĐỊNH</title></document>"));
}

static void files_are_handed_out(void **state)
{
    (void)state;
    assert_int_equal(get("/file"), 200);
    assert_true(said("filename*=UTF-8''S%E1%BB%95.csv"));
    assert_true(said("\r\n\r\nbytes"));
    assert_int_equal(get("/stored"), 200);
    assert_true(said("X-Accel-Redirect: /internal/files/01/23/0123456789abcdef"));
    assert_int_equal(get("/file.xml"), 404);
}

static void too_much_is_refused(void **state)
{
    (void)state;
    site.conf.body_bytes = 10;
    assert_int_equal(post("/things", POSTED "&title=x"), 413);
    site.conf.body_bytes = 1 << 20;
    assert_int_equal(post("/things", POSTED "&title=%FF"), 400);
    assert_int_equal(ask_for("POST", "/things", "{}", SESSION "\nCONTENT_TYPE=application/json"), 400);
}

static void use_is_noted_when_due(void **state)
{
    (void)state;
    assert_int_equal(get("/things"), 200);
    assert_int_equal(script.touches, 0);
    script.stale = true;
    assert_int_equal(get("/things"), 200);
    assert_int_equal(script.touches, 1);
}

/* A refusal goes on to the log-in page; the line says what was asked. */
static void the_log_names_what_was_asked(void **state)
{
    char path[] = "/tmp/tdkt-log-XXXXXX", log[1 << 14];
    int to = mkstemp(path), before = dup(STDERR_FILENO);
    ssize_t n;

    (void)state;
    fflush(stderr);
    dup2(to, STDERR_FILENO);
    script.expired = true;
    post("/things", POSTED "&title=a");
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    n = pread(to, log, sizeof log - 1, 0);
    close(to);
    unlink(path);
    assert_true(n > 0);
    log[n] = '\0';
    assert_non_null(strstr(log, "method=POST route=/things status=401"));
    assert_null(strstr(log, "route=/login"));
}

static void nothing_secret_is_logged(void **state)
{
    char path[] = "/tmp/tdkt-log-XXXXXX", log[1 << 16];
    int to = mkstemp(path), before = dup(STDERR_FILENO);
    ssize_t n;

    (void)state;
    fflush(stderr);
    dup2(to, STDERR_FILENO);
    site.outcome = OUT_INTERNAL;
    post("/things", POSTED "&title=Nguy%E1%BB%85n+V%C4%83n+A&pin=9876");
    ask_for("POST", "/login", "login=b&password=m%E1%BA%ADtkh%E1%BA%A9u", "");
    get("/things?q=b%C3%AD");
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    n = pread(to, log, sizeof log - 1, 0);
    close(to);
    unlink(path);
    assert_true(n > 0);
    log[n] = '\0';
    assert_non_null(strstr(log, "route=/things"));
    assert_non_null(strstr(log, "status=500"));
    assert_non_null(strstr(log, "actor=7"));
    assert_null(strstr(log, FAKE_CSRF));
    assert_null(strstr(log, FAKE_TOKEN));
    assert_null(strstr(log, ONCE));
    assert_null(strstr(log, "9876"));
    assert_null(strstr(log, "khẩu"));
    assert_null(strstr(log, "kh\xe1\xba\xa9u"));
    assert_null(strstr(log, "Nguy"));
    assert_null(strstr(log, "Trần"));
}

int main(void)
{
#define TEST(F) cmocka_unit_test_setup(F, fresh)
    const struct CMUnitTest tests[] = {
        TEST(a_stranger_is_sent_to_the_login),
        TEST(a_page_knows_its_reader),
        TEST(what_is_read_is_noted_or_not_handed_out),
        TEST(a_wrong_query_is_shown_on_its_page),
        TEST(roles_are_asked),
        TEST(paths_and_methods),
        TEST(other_sites_may_not_post),
        TEST(a_post_carries_its_tokens),
        TEST(a_form_is_acted_on_once),
        TEST(a_flash_is_shown_once_to_its_reader),
        TEST(nothing_typed_is_lost),
        TEST(a_failed_login_leaves_its_trace),
        TEST(every_outcome_has_its_status),
        TEST(uncertain_is_asked_again_without_acting_twice),
        TEST(only_a_page_is_opened_again),
        TEST(a_second_run_starts_clean),
        TEST(without_a_database),
        TEST(half_a_page_is_never_sent),
        TEST(files_are_handed_out),
        TEST(too_much_is_refused),
        TEST(use_is_noted_when_due),
        TEST(the_log_names_what_was_asked),
        TEST(nothing_secret_is_logged),
    };

    if (!secret_init())
        return 1;
    site_load();
    return cmocka_run_group_tests_name("serve", tests, NULL, NULL);
}
