/* Who asks comes before what he posts; a form outlives its session in the browser that sent it and for the person whose session it
 * was, and nowhere else. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/buf.h"
#include "lib/base/secret.h"
#include "tests/unit/fake_store.h"
#include "tests/unit/serve_site.h"

#define ENTER "login=b&password=%C4%91%C3%BAng+r%E1%BB%93i"
#define TYPED "&title=g%C3%B5+%26+gi%E1%BB%AF&note=hai%0D%0Ad%C3%B2ng&pin=1234"
#define OTHER_TOKEN "otherDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD"

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

/* What the last answer says between two marks. */
static const char *between(const char *before, const char *after)
{
    static char cut[8192];
    const char *at = strstr(site.answer, before), *end;

    assert_non_null(at);
    at += strlen(before);
    end = strstr(at, after);
    assert_non_null(end);
    assert_true((size_t)(end - at) < sizeof cut);
    memcpy(cut, at, (size_t)(end - at));
    cut[end - at] = '\0';
    return cut;
}

static void who_asks_comes_before_what_is_wrong(void **state)
{
    (void)state;
    script.expired = true;
    assert_int_equal(post("/things", POSTED "&day=31/02/2026&note=c%C3%B2n"), 401);
    assert_true(said("<login"));
    assert_int_equal(post("/things/strict", POSTED), 401);
    script.expired = false;
    assert_int_equal(post("/things/strict", POSTED), 422);
    script.role = ROLE_STAFF;
    assert_int_equal(post("/things/strict", POSTED), 403);
    assert_int_equal(post("/things", POSTED), 403);
    assert_false(said("mọi thứ"));
}

/* A body that cannot be read says so to those who may post it; a stranger is asked who he is. */
static void nothing_of_a_stranger_is_looked_into(void **state)
{
    static const char *const bodies[] = {"title=%FF", "title=%", "%00=1"};

    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        script.expired = true;
        assert_int_equal(post("/things", bodies[i]), 401);
        assert_int_equal(ask_for("POST", "/things", bodies[i], ""), 401);
        assert_true(said("<login"));
        assert_false(said("kept=\""));
        script.expired = false;
        script.role = ROLE_STAFF;
        assert_int_equal(post("/things", bodies[i]), 403);
        script.role = ROLE_CLERK;
        assert_int_equal(post("/things", bodies[i]), 400);
    }
}

/* Posts a form whose session is over; answers the cookie and, encoded, what the login page carries. */
static void expire(char *cookie, char *kept)
{
    script.expired = true;
    assert_int_equal(post("/things", POSTED TYPED), 401);
    strcpy(cookie, between("Set-Cookie: tdkt-form=", ";"));
    strcpy(kept, between("kept=\"", "\""));
}

static int come_back(const char *kept, const char *cookie, const char *next)
{
    char body[8192], extra[200];

    snprintf(body, sizeof body, "%s&next=%s&kept=%s", ENTER, next, kept);
    snprintf(extra, sizeof extra, "HTTP_COOKIE=tdkt-form=%s", cookie);
    return ask_for("POST", "/login", body, extra);
}

/* Sealed, it cannot be read here: but it is no longer for a longer secret. */
static void a_secret_is_not_even_sealed(void **state)
{
    char cookie[100], kept[4096];

    (void)state;
    expire(cookie, kept);
    assert_int_equal(post("/things", POSTED TYPED "567890123456789012345678901234567890"), 401);
    assert_int_equal(strlen(between("kept=\"", "\"")), strlen(kept));
    assert_int_equal(post("/things", POSTED "&title=g%C3%B5+%26+gi%E1%BB%AF+567890123456789012345678901234567890"), 401);
    assert_true(strlen(between("kept=\"", "\"")) > strlen(kept));
}

static void an_expired_session_keeps_the_form(void **state)
{
    char cookie[100], kept[4096];

    (void)state;
    expire(cookie, kept);
    assert_true(said("<login"));
    assert_false(said("1234"));
    assert_false(said(ONCE));
    assert_false(said("hai%0D")); /* sealed: it cannot be read either */
    assert_int_equal(come_back(kept, cookie, "%2Fthings"), 200);
    assert_true(said("Set-Cookie: tdkt=" FAKE_TOKEN ";"));
    assert_true(said("value=\"gõ &amp; giữ\""));
    assert_true(said("dòng"));
    assert_true(said("csrf=\"" FAKE_CSRF "\""));
    assert_true(said("mọi thứ"));
    assert_int_equal(site.handled, 0);
}

static void it_waits_through_a_wrong_password_and_in_every_tab(void **state)
{
    char cookie[100], kept[4096], body[8192], extra[200];

    (void)state;
    expire(cookie, kept);
    snprintf(body, sizeof body, "login=b&password=sai&next=%%2Fthings&kept=%s", kept);
    snprintf(extra, sizeof extra, "HTTP_COOKIE=tdkt-form=%s", cookie);
    assert_int_equal(ask_for("POST", "/login", body, extra), 401);
    assert_string_equal(between("kept=\"", "\""), kept);
    /* another tab's form is sealed with the same token: both can come back */
    snprintf(extra, sizeof extra, SESSION "; tdkt-form=%s", cookie);
    assert_int_equal(ask_for("POST", "/things", POSTED "&title=kia", extra), 401);
    assert_string_equal(between("Set-Cookie: tdkt-form=", ";"), cookie); /* which lasts as long as the newest */
    assert_int_equal(come_back(kept, cookie, "%2Fthings"), 200);
    assert_true(said("value=\"gõ &amp; giữ\""));
}

/* Only what this browser has posted to us, unchanged and not long ago, fills a form in. */
static void nobody_else_fills_a_form_in(void **state)
{
    struct secret *key = secret_new(site.pool, OTHER_TOKEN, strlen(OTHER_TOKEN));
    char cookie[100], kept[4096], changed[4096];
    long long now = (long long)time(NULL);
    const struct {
        long long until;
        const char *head;
        int status;
    } sealed[] = {
        {now + 60, "7\n/things", 200},  {now - 1, "7\n/things", 303},        {now + 60, "7\n/nowhere", 303},
        {now + 60, "7\n/login", 303},   {now + 60, "7\n/things/strict", 303}, {now + 60, "7\n/admin", 303},
        {now + 60, "8\n/things", 303},  {now + 60, "/things", 303},           {now + 60, "0\n/things", 303},
        {now + 60, "7", 303},            {now + 60, "7 \n/things", 303},       {now + 60, "-7\n/things", 303},
    };

    (void)state;
    expire(cookie, kept);
    assert_int_equal(come_back("title%3Dx", cookie, "%2Fthings"), 303); /* not sealed */
    assert_int_equal(come_back(kept, OTHER_TOKEN, "%2Fthings"), 303);   /* another browser's */
    assert_int_equal(come_back("", cookie, "%2Fthings"), 303);
    strcpy(changed, kept);
    changed[60] = changed[60] == 'A' ? 'B' : 'A';
    assert_int_equal(come_back(changed, cookie, "%2Fthings"), 303);
    /* what a link or a page would say on the way is not asked */
    assert_int_equal(come_back(kept, cookie, "%2Fadmin"), 200);
    assert_true(said("mọi thứ"));
    assert_int_equal(ask_for("GET", "/login?next=%2Fthings&kept=title%3Dx", "", ""), 200);
    assert_false(said("kept=\""));
    for (size_t i = 0; i < sizeof sealed / sizeof sealed[0]; i++) {
        const char *text = pool_printf(site.pool, "%lld\n%s\ntitle=x", sealed[i].until, sealed[i].head);

        assert_int_equal(come_back(seal(site.pool, key, text), OTHER_TOKEN, "%2Fthings"), sealed[i].status);
        assert_true(said("Set-Cookie: tdkt=" FAKE_TOKEN ";"));
    }
    assert_int_equal(site.handled, 0);
}

/* On a shared machine: what one has typed is not shown to another, who is told so and gets to the page he asked for. */
static void another_person_does_not_see_it(void **state)
{
    char cookie[100], kept[4096];

    (void)state;
    expire(cookie, kept);
    script.other = true;
    assert_int_equal(come_back(kept, cookie, "%2Fthings"), 303);
    assert_true(said("Location: /\r\n"));
    assert_true(said("Set-Cookie: tdkt=" FAKE_TOKEN ";"));
    assert_true(said("Set-Cookie: tdkt-flash=session.kept-other"));
    assert_false(said("gõ"));
    assert_int_equal(site.handled, 0);
    /* whose it is has it all the same when he logs in with that page */
    script.expired = true;
    script.other = false;
    assert_int_equal(come_back(kept, cookie, "%2Fthings"), 200);
    assert_true(said("value=\"gõ &amp; giữ\""));
    assert_false(said("session.kept-other"));
}

/* Who was never here, or has ended his session himself, left nothing that may be opened under somebody's name. */
static void nothing_is_kept_without_a_session(void **state)
{
    static const char *const cookies[] = {"", "HTTP_COOKIE=tdkt=" OTHER_TOKEN, "HTTP_COOKIE=tdkt-form=" OTHER_TOKEN, SESSION};

    (void)state;
    script.expired = true;
    script.ended = false;
    for (size_t i = 0; i < sizeof cookies / sizeof cookies[0]; i++) {
        script.ended = strcmp(cookies[i], SESSION) == 0;
        assert_int_equal(ask_for("POST", "/things", POSTED TYPED, cookies[i]), 401);
        assert_true(said("<login"));
        assert_false(said("kept=\""));
        assert_false(said("Set-Cookie: tdkt-form"));
    }
    assert_int_equal(site.handled, 0);
}

/* Without the database nobody can say whose it is: the page says so and keeps the way to send it once more. */
static void whose_it_is_cannot_be_asked(void **state)
{
    (void)state;
    script.expired = true;
    script.over = OUT_UNAVAIL;
    assert_int_equal(post("/things", POSTED TYPED), 503);
    assert_false(said("kept=\""));
    assert_false(said("<login"));
}

/* More than fits is not kept, and the page says so; what holds 8,192 fields costs no more than its length. */
static void too_much_is_not_kept(void **state)
{
    struct pool *pool = pool_new("body", 8 << 20);
    struct buf *body = buf_new(pool, 1 << 20);

    (void)state;
    script.expired = true;
    buf_puts(body, POSTED "&note=");
    for (unsigned i = 0; i < KEPT_MAX; i++)
        buf_putc(body, 'x');
    assert_int_equal(post("/things", body->data), 401);
    assert_false(said("kept=\""));
    buf_clear(body);
    for (unsigned i = 0; i < PAIRS_MAX; i++)
        buf_puts(body, "note=aaaaaa&");
    assert_int_equal(post("/things", body->data), 401);
    assert_true(said("kept=\""));
    pool_free(pool);
}

int main(void)
{
#define TEST(F) cmocka_unit_test_setup(F, fresh)
    const struct CMUnitTest tests[] = {
        TEST(who_asks_comes_before_what_is_wrong),
        TEST(nothing_of_a_stranger_is_looked_into),
        TEST(a_secret_is_not_even_sealed),
        TEST(an_expired_session_keeps_the_form),
        TEST(it_waits_through_a_wrong_password_and_in_every_tab),
        TEST(nobody_else_fills_a_form_in),
        TEST(another_person_does_not_see_it),
        TEST(nothing_is_kept_without_a_session),
        TEST(whose_it_is_cannot_be_asked),
        TEST(too_much_is_not_kept),
    };

    if (!secret_init())
        return 1;
    site_load();
    return cmocka_run_group_tests_name("keep", tests, NULL, NULL);
}
