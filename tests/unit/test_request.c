#include "tests/unit/test.h"

#include <string.h>

#include "fcgi/cookie.h"
#include "fcgi/form.h"
#include "fcgi/request.h"
#include "fcgi/response.h"
#include "lib/base/secret.h"

struct text_source {
    const char *at;
    size_t left;
};

/* A few bytes at a time, as a slow link gives them. */
static ssize_t read_text(void *from, void *to, size_t cap)
{
    struct text_source *source = from;
    size_t n = source->left < 3 ? source->left : 3;

    if (n > cap)
        n = cap;
    memcpy(to, source->at, n);
    source->at += n;
    source->left -= n;
    return (ssize_t)n;
}

static enum outcome post(struct pool *pool, const char *type, const char *body, size_t len,
                         size_t claimed, size_t limit, struct request *request, struct err *e)
{
    struct text_source source = {body, len};
    char *env[] = {pool_strdup(pool, "REQUEST_METHOD=POST"), pool_strdup(pool, "REQUEST_URI=/x"),
                   pool_printf(pool, "CONTENT_TYPE=%s", type),
                   pool_printf(pool, "CONTENT_LENGTH=%zu", claimed), NULL};

    if (request_head(pool, env, request, e) != OUT_OK)
        return e->code;
    return request_body(pool, request, (struct body_source){read_text, &source}, limit, e);
}

static void reads_a_posted_form(void **state)
{
    static const char body[] = "name=Nguy%E1%BB%85n+V%C4%83n+A&empty=";
    struct pool *pool = pool_new("test", 1 << 20);
    struct request request;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(post(pool, "application/x-www-form-urlencoded; charset=UTF-8", body,
                          sizeof body - 1, sizeof body - 1, 1000, &request, &e), OUT_OK);
    assert_string_equal(pairs_get(request.body, "name"), "Nguyễn Văn A");
    assert_string_equal(pairs_get(request.body, "empty"), "");
    assert_null(pairs_get(request.body, "other"));
    pool_free(pool);
}

static void refuses_what_it_does_not_understand(void **state)
{
    static const struct {
        const char *type, *body;
        size_t claimed, limit;
        enum outcome outcome;
        const char *key;
    } cases[] = {
        {"application/x-www-form-urlencoded", "a=1", 3, 2, OUT_TOOBIG, "request.too-big"},
        {"application/x-www-form-urlencoded", "a=1", 4, 9, OUT_INVALID, "request.bad"},
        {"application/x-www-form-urlencoded", "a=%FF", 5, 9, OUT_INVALID, "request.form"},
        {"application/x-www-form-urlencoded", "a=%00", 5, 9, OUT_INVALID, "request.form"},
        {"application/x-www-form-urlencoded", "a=%G0", 5, 9, OUT_INVALID, "request.form"},
        {"application/x-www-form-urlencodedness", "a=1", 3, 9, OUT_INVALID, "request.bad"},
        {"application/json", "{}", 2, 9, OUT_INVALID, "request.bad"},
        {"", "a=1", 3, 9, OUT_INVALID, "request.bad"},
        {"multipart/form-data", "--x--", 5, 9, OUT_INVALID, "request.form"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pool *pool = pool_new("test", 1 << 20);
        struct request request;
        struct err e = ERR_INIT;

        assert_int_equal(post(pool, cases[i].type, cases[i].body, strlen(cases[i].body),
                              cases[i].claimed, cases[i].limit, &request, &e), cases[i].outcome);
        assert_string_equal(e.key, cases[i].key);
        pool_free(pool);
    }
}

static void reads_files(void **state)
{
    static const char body[] =
        "--B\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nminutes\r\n"
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\x\\bi\xc3\xaan b\xe1\xba\xa3n.pdf\"\r\n"
        "Content-Type: application/pdf\r\n\r\n%PDF\0\r\n--\r\n\r\n--B--\r\n";
    struct pool *pool = pool_new("test", 1 << 20);
    struct request request;
    struct err e = ERR_INIT;
    const struct form_file *file;

    (void)state;
    assert_int_equal(post(pool, "multipart/form-data; boundary=\"B\"", body, sizeof body - 1,
                          sizeof body - 1, 1000, &request, &e), OUT_OK);
    assert_int_equal(request.body->n, 2);
    assert_string_equal(pairs_get(request.body, "kind"), "minutes");
    file = request.body->v[1].file;
    assert_non_null(file);
    assert_string_equal(file->name, "biên bản.pdf");
    assert_string_equal(file->media_type, "application/pdf");
    assert_int_equal(file->len, 11);
    assert_memory_equal(file->bytes, "%PDF\0\r\n--\r\n", 11);
    pool_free(pool);
}

/* A name is not what stands before its NUL, nor is a file what it is called there. */
static void a_nul_in_the_head_of_a_part_is_refused(void **state)
{
    static const char name[] = "--B\r\nContent-Disposition: form-data; name=\"kind\0x\"\r\n\r\nminutes\r\n--B--\r\n";
    static const char file[] = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\0.exe\"\r\n\r\n%PDF\r\n--B--\r\n";
    struct pool *pool = pool_new("test", 1 << 20);
    struct request request;
    struct err e = ERR_INIT, again = ERR_INIT;

    (void)state;
    assert_int_equal(post(pool, "multipart/form-data; boundary=\"B\"", name, sizeof name - 1, sizeof name - 1, 1000, &request, &e), OUT_INVALID);
    assert_string_equal(e.key, "request.form");
    assert_int_equal(post(pool, "multipart/form-data; boundary=\"B\"", file, sizeof file - 1, sizeof file - 1, 1000, &request, &again), OUT_INVALID);
    assert_string_equal(again.key, "request.form");
    pool_free(pool);
}

/* What Windows lets a file be called is counted in characters, and a Vietnamese one takes up to three bytes. */
static void a_file_is_called_by_so_many_characters(void **state)
{
    static const struct {
        unsigned characters;
        enum outcome expect;
    } cases[] = {{255, OUT_OK}, {256, OUT_INVALID}};
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf *body = buf_new(pool, 4096);
        struct request request;
        struct err e = ERR_INIT;

        buf_puts(body, "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
        for (unsigned n = 0; n < cases[i].characters; n++)
            buf_puts(body, "ệ");
        buf_puts(body, "\"\r\n\r\n%PDF\r\n--B--\r\n");
        assert_int_equal(post(pool, "multipart/form-data; boundary=B", body->data, body->len, body->len, 4096,
                              &request, &e), cases[i].expect);
    }
    pool_free(pool);
}

static void too_many_fields_are_refused(void **state)
{
    struct pool *pool = pool_new("test", 16 << 20);
    struct buf *body = buf_new(pool, 1 << 20);
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;

    (void)state;
    for (unsigned i = 0; i <= PAIRS_MAX; i++)
        buf_puts(body, "a=1&");
    assert_int_equal(pairs_urlencoded(pairs, body->data, body->len, &e), OUT_TOOBIG);
    assert_int_equal(pairs->n, PAIRS_MAX);
    pool_free(pool);
}

static void head_is_checked(void **state)
{
    static const struct {
        const char *uri, *length;
        enum outcome outcome;
    } cases[] = {
        {"/nominations/12?q=a%20b", "", OUT_OK},
        {"", "", OUT_NOTFOUND},
        {"nominations", "", OUT_NOTFOUND},
        {"/nominations/%31", "", OUT_NOTFOUND},
        {"/a b", "", OUT_NOTFOUND},
        {"/x?q=%", "", OUT_INVALID},
        {"/x?q=%FF", "", OUT_INVALID},
        {"/x?q=\x01", "", OUT_INVALID},
        {"/x", "12a", OUT_INVALID},
        {"/x", "-1", OUT_INVALID},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pool *pool = pool_new("test", 1 << 20);
        char *env[] = {pool_strdup(pool, "REQUEST_METHOD=HEAD"),
                       pool_printf(pool, "REQUEST_URI=%s", cases[i].uri),
                       pool_printf(pool, "CONTENT_LENGTH=%s", cases[i].length),
                       pool_strdup(pool, "HTTP_ORIGIN=http://a\tb\r\nX: y"), NULL};
        struct request request;
        struct err e = ERR_INIT;

        assert_int_equal(request_head(pool, env, &request, &e), cases[i].outcome);
        assert_int_equal(strlen(request.id), 16);
        assert_true(request.head);
        assert_string_equal(request.origin, "");
        pool_free(pool);
    }
}

static void identity_comes_only_from_the_server(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    char *env[] = {pool_strdup(pool, "REQUEST_METHOD=GET"), pool_strdup(pool, "REQUEST_URI=/"),
                   pool_strdup(pool, "HTTP_TDKT_REMOTE_USER=giamdoc"),
                   pool_strdup(pool, "HTTP_X_REMOTE_USER=giamdoc"),
                   pool_strdup(pool, "TDKT_REQUEST_ID=0123456789abcdef0123456789abcdef"), NULL};
    struct request request;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(request_head(pool, env, &request, &e), OUT_OK);
    assert_string_equal(request.remote_user, "");
    assert_string_equal(request.id, "0123456789abcdef0123456789abcdef");
    pool_free(pool);
}

static void cookies_are_read_strictly(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    assert_string_equal(cookie_get(pool, "a=b; tdkt=abc-_9; c=d", "tdkt"), "abc-_9");
    assert_null(cookie_get(pool, "xtdkt=abc", "tdkt"));
    assert_null(cookie_get(pool, "tdkt=a; tdkt=a", "tdkt"));
    assert_null(cookie_get(pool, "tdkt=\"a\"", "tdkt"));
    assert_null(cookie_get(pool, "tdkt=", "tdkt"));
    assert_null(cookie_get(pool, "", "tdkt"));
    assert_string_equal(cookie_make(pool, "__Host-tdkt", "x", true, 0),
                        "__Host-tdkt=x; Path=/; HttpOnly; SameSite=Lax; Secure");
    assert_string_equal(cookie_make(pool, "tdkt", "", false, 9),
                        "tdkt=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    pool_free(pool);
}

static const char *written(struct pool *pool, struct response *r, bool head)
{
    struct buf *out = buf_new(pool, 1 << 20);

    response_write(r, head, out);
    return out->data;
}

static void answers_carry_their_headers(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    struct response r;
    const char *text;

    (void)state;
    response_init(&r, pool);
    response_body(&r, 200, "text/html; charset=utf-8", "<p>x</p>", 8);
    text = written(pool, &r, false);
    assert_ptr_equal(strstr(text, "Status: 200 OK\r\n"), text);
    assert_non_null(strstr(text, "Content-Length: 8\r\n"));
    assert_non_null(strstr(text, "X-Content-Type-Options: nosniff\r\n"));
    assert_non_null(strstr(text, "default-src 'none'"));
    assert_non_null(strstr(text, "Cache-Control: no-store\r\n"));
    assert_non_null(strstr(text, "\r\n\r\n<p>x</p>"));
    text = written(pool, &r, true);
    assert_non_null(strstr(text, "Content-Length: 8\r\n"));
    assert_null(strstr(text, "<p>"));
    pool_free(pool);
}

static void no_header_can_be_smuggled(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    static const char *const leaving[] = {"//evil.example/", "/\\evil.example", "https://evil.example",
                                          "/x\r\nSet-Cookie: a=b", ""};
    struct response r;

    (void)state;
    for (size_t i = 0; i < sizeof leaving / sizeof leaving[0]; i++) {
        const char *text;

        response_init(&r, pool);
        response_see_other(&r, leaving[i]);
        text = written(pool, &r, false);
        assert_ptr_equal(strstr(text, "Status: 500"), text);
        assert_null(strstr(text, "Location"));
        assert_null(strstr(text, "Set-Cookie"));
    }
    response_init(&r, pool);
    response_internal_file(&r, "../../etc/passwd", "text/plain");
    assert_non_null(strstr(written(pool, &r, false), "Status: 500"));
    pool_free(pool);
}

static void downloads_keep_their_vietnamese_names(void **state)
{
    struct pool *pool = pool_new("test", 1 << 20);
    struct response r;
    const char *text;

    (void)state;
    response_init(&r, pool);
    response_body(&r, 200, "text/html", "x", 1);
    response_attachment(&r, "Sổ \"khen\".html");
    text = written(pool, &r, false);
    assert_non_null(strstr(text, "attachment; filename=\"S___khen_.html\"; "
                                 "filename*=UTF-8''S%E1%BB%95%20%22khen%22.html\r\n"));
    assert_non_null(strstr(text, "default-src 'none'; sandbox\r\n"));
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_posted_form),
        cmocka_unit_test(refuses_what_it_does_not_understand),
        cmocka_unit_test(reads_files),
        cmocka_unit_test(a_nul_in_the_head_of_a_part_is_refused),
        cmocka_unit_test(a_file_is_called_by_so_many_characters),
        cmocka_unit_test(too_many_fields_are_refused),
        cmocka_unit_test(head_is_checked),
        cmocka_unit_test(identity_comes_only_from_the_server),
        cmocka_unit_test(cookies_are_read_strictly),
        cmocka_unit_test(answers_carry_their_headers),
        cmocka_unit_test(no_header_can_be_smuggled),
        cmocka_unit_test(downloads_keep_their_vietnamese_names),
    };

    if (!secret_init())
        return 1;
    return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
