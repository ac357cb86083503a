#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "fcgi/form_parse.h"
#include "lib/base/buf.h"
#include "lib/xml/sheet.h"

static struct pool *pool;
static struct messages *messages;

static const char *const choices[] = {"cong_trang", "chuyen_de", NULL};
static const struct field fields[] = {
    {.name = "title", .type = FIELD_TEXT, .required = true, .min = 2, .max = 10},
    {.name = "note", .type = FIELD_LONG, .max = 20},
    {.name = "code", .type = FIELD_CODE, .max = 8},
    {.name = "year", .type = FIELD_INT, .min = 2000, .max = 2100},
    {.name = "day", .type = FIELD_DATE},
    {.name = "yes", .type = FIELD_BOOL},
    {.name = "method", .type = FIELD_CHOICE, .choices = choices},
    {.name = "row", .type = FIELD_IDS, .min = 1, .max = 99},
    {.name = "pin", .type = FIELD_SECRET, .max = 30},
    {.name = "file", .type = FIELD_FILE, .max = 4},
    {.name = "part", .type = FIELD_CHOICES, .choices = choices},
    {.name = "votes-", .type = FIELD_INT, .min = 0, .max = 13},
    {.name = NULL},
};

static struct form *parse(const char *body)
{
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;

    assert_int_equal(pairs_urlencoded(pairs, body, strlen(body), &e), OUT_OK);
    return form_parse(pool, messages, fields, pairs, true);
}

static const char *written(struct form *form)
{
    struct doc *doc = doc_new(pool, "page");
    struct buf *out = buf_new(pool, 1 << 20);
    struct err e = ERR_INIT;

    form_write(form, doc);
    assert_int_equal(doc_finish(doc, &e), OUT_OK);
    assert_int_equal(doc_serialize(doc, false, out, &e), OUT_OK);
    return out->data;
}

static void right_values_are_typed(void **state)
{
    struct form *form = parse("title=%20Kh%C3%B2a%20&note=a%0D%0Ab&code=A-1.b_&year=2026&day=5/2/2026&yes=yes&method=chuyen_de"
                              "&row=3&row=9&row=&pin=%20m%C3%A2%CC%A3t%20&votes-12=0&votes-7=13&unknown=1");
    const int64_t *ids;

    (void)state;
    assert_true(form_ok(form));
    assert_string_equal(form_text(form, "title"), "Khòa");
    assert_string_equal(form_text(form, "note"), "a\nb");
    assert_string_equal(form_text(form, "code"), "A-1.b_");
    assert_int_equal(form_int(form, "year"), 2026);
    assert_int_equal(form_date(form, "day"), date_make(2026, 2, 5));
    assert_true(form_bool(form, "yes"));
    assert_string_equal(form_text(form, "method"), "chuyen_de");
    assert_int_equal(form_ids(form, "row", &ids), 2);
    assert_int_equal(ids[1], 9);
    assert_string_equal(form_text(form, "pin"), " m\xC3\xA2\xCC\xA3t "); /* a password is taken as typed */
    assert_int_equal(form_int_for(form, "votes-", 12), 0);
    assert_int_equal(form_int_for(form, "votes-", 7), 13);
    assert_int_equal(form_int_for(form, "votes-", 8), -1);
}

static void absent_values_are_empty(void **state)
{
    struct form *form = parse("title=ab");
    const int64_t *ids;

    (void)state;
    assert_true(form_ok(form));
    assert_false(form_has(form, "note"));
    assert_string_equal(form_text(form, "note"), "");
    assert_int_equal(form_int(form, "year"), 0);
    assert_int_equal(form_date(form, "day"), DATE_NONE);
    assert_false(form_bool(form, "yes"));
    assert_int_equal(form_ids(form, "row", &ids), 0);
    assert_null(form_file(form, "file"));
}

static void wrong_values_say_why(void **state)
{
    static const struct {
        const char *body, *name, *error;
    } cases[] = {
        {"", "title", "field.required"},
        {"title=%20%20", "title", "field.required"},
        {"title=a", "title", "field.too-short"},
        {"title=%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87%E1%BB%87", "title", "field.too-long"},
        {"title=a%0Ab", "title", "field.one-line"},
        {"title=a%01b", "title", "field.text"},
        {"title=ab&title=cd", "title", "field.twice"},
        {"code=a%20b", "code", "field.code"},
        {"code=%C4%91", "code", "field.code"},
        {"year=2026x", "year", "field.int"},
        {"year=%2B2026", "year", "field.int"},
        {"year=99999999999999999999", "year", "field.int"},
        {"year=1999", "year", "field.too-small"},
        {"year=2101", "year", "field.too-large"},
        {"day=31/02/2026", "day", "field.date"},
        {"day=hom-qua", "day", "field.date"},
        {"yes=on", "yes", "field.choice"},
        {"method=khac", "method", "field.choice"},
        {"row=0", "row", "field.too-small"},
        {"row=100", "row", "field.too-large"},
        {"row=x", "row", "field.int"},
        {"file=text", "file", "field.file"},
        {"votes-5=14", "votes-5", "field.too-large"},
        {"votes-5=-1", "votes-5", "field.too-small"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct form *form = parse(cases[i].body);
        const char *said = written(form);
        const char *at = strstr(said, pool_printf(pool, "name=\"%s\"", cases[i].name));

        assert_false(form_ok(form));
        assert_non_null(at);
        if (!strstr(at, pool_printf(pool, "error=\"%s\"", cases[i].error)))
            fail_msg("%s: not %s but %.60s", cases[i].body, cases[i].error, at);
        assert_non_null(strstr(at, "message=\""));
    }
}

/* A sentence that ends where nobody knows what to do helps nobody. */
static void beside_the_field_stands_what_to_do(void **state)
{
    struct form *form = parse("title=abc");

    (void)state;
    form_error(form, "title", "person.several");
    assert_non_null(strstr(written(form),
        "message=\"Có nhiều người trùng họ tên. Ghi số hiệu nhân viên thay cho họ tên.\""));
}

static void what_was_typed_stays_but_no_secret(void **state)
{
    struct form *form = parse("title=&year=abc&day=31/02&pin=bi-mat&note=d%C3%B2ng");
    const char *said = written(form);

    (void)state;
    assert_non_null(strstr(said, "value=\"abc\""));
    assert_non_null(strstr(said, "value=\"31/02\""));
    assert_non_null(strstr(said, "value=\"dòng\""));
    assert_null(strstr(said, "bi-mat"));
    assert_int_equal(form_int(form, "year"), 0); /* a wrong value is no value */
}

static void limits_are_told(void **state)
{
    const char *said = written(parse("title=ab&year=1999"));

    (void)state;
    assert_non_null(strstr(said, "2000"));
}

static void names_with_an_id_are_strict(void **state)
{
    static const char *const bodies[] = {"title=ab&votes-=1", "title=ab&votes-0=1", "title=ab&votes-x=1",
                                         "title=ab&votes-1x=1", "title=ab&votes--1=1"};

    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        struct form *form = parse(bodies[i]);

        assert_true(form_ok(form));
        assert_int_equal(form_int_for(form, "votes-", 1), -1);
    }
}

/* A body of so many times the same. */
static char *times(unsigned n, const char *what)
{
    struct buf *body = buf_new(pool, 1 << 20);

    for (unsigned i = 0; i < n; i++)
        buf_puts(body, what);
    return body->data;
}

/* A pool that is asked for more than it may hold ends the program. */
static void parse_within(size_t bytes, const char *body)
{
    struct pool *own = pool_new("form", bytes);
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;

    assert_int_equal(pairs_urlencoded(pairs, body, strlen(body), &e), OUT_OK);
    form_parse(own, messages, fields, pairs, true);
    pool_free(own);
}

static void what_is_ticked_again_counts_once(void **state)
{
    struct form *form = parse("title=ab&part=chuyen_de&part=cong_trang&part=chuyen_de&part=&row=9&row=3&row=9&row=3&row=7");
    const int64_t *ids;

    (void)state;
    assert_true(form_ok(form));
    assert_string_equal(form_text(form, "part"), "chuyen_de cong_trang");
    assert_int_equal(form_ids(form, "row", &ids), 3);
    assert_int_equal(ids[0], 3);
    assert_int_equal(ids[1], 7);
    assert_int_equal(ids[2], 9);
    assert_true(ids_hold(ids, 3, 3) && ids_hold(ids, 3, 7) && ids_hold(ids, 3, 9));
    assert_false(ids_hold(ids, 3, 8) || ids_hold(ids, 2, 9) || ids_hold(ids, 0, 3));
    form = parse("title=ab&part=chuyen_de&part=khac&part=chuyen_de");
    assert_false(form_ok(form));
    assert_non_null(strstr(written(form), "name=\"part\" value=\"chuyen_de\" error=\"field.choice\""));
    form = parse(times(2000, "row=77&"));
    assert_int_equal(form_ids(form, "row", &ids), 1);
}

/* 172 kB of one field sent 8,192 times took the whole of a request's memory. */
static void repeats_cost_what_they_weigh(void **state)
{
    (void)state;
    parse_within(4u << 20, times(PAIRS_MAX, "part=aaaaaa&"));
    parse_within(4u << 20, times(PAIRS_MAX, "part=chuyen_de&"));
    parse_within(16u << 20, times(PAIRS_MAX, "row=aaaaaa&"));
}

/* Bytes are counted before anything is done with them; what is too long is shown again as it came. */
static void long_is_refused_by_its_bytes(void **state)
{
    static const struct {
        const char *name, *piece;
        unsigned fits; /* pieces */
        const char *error; /* of one more */
    } cases[] = {
        {"title", "x", 10, "field.too-long"},
        {"title", "%E1%BB%87", 10, "field.too-long"},           /* ệ, composed */
        {"title", "e%CC%A3%CC%82", 8, "field.too-long"},        /* ệ, as three: forty bytes */
        {"note", "%F0%9F%98%80", 20, "field.too-long"},         /* four bytes each */
        {"code", "a", 8, "field.too-long"},
        {"pin", "%E1%BB%87", 30, "field.too-long"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *head = strcmp(cases[i].name, "title") ? "title=ab&" : "";

        assert_true(form_ok(parse(pool_printf(pool, "%s%s=%s", head, cases[i].name, times(cases[i].fits, cases[i].piece)))));
        assert_non_null(strstr(written(parse(pool_printf(pool, "%s%s=%s", head, cases[i].name,
                                                         times(cases[i].fits + 1, cases[i].piece)))),
                               cases[i].error));
    }
    assert_non_null(strstr(written(parse(pool_printf(pool, "title=%s", times(500, "dai ")))), "value=\"dai dai dai "));
    assert_null(strstr(written(parse(pool_printf(pool, "title=ab&pin=%s", times(500, "dai")))), "daidai"));
}

/* 220 kB of marks took a worker's thirty seconds. */
static void marks_are_refused_at_once(void **state)
{
    const char *marks = times(50000, "%CC%81"), *below = times(50000, "%CC%96");
    struct form *form = parse(pool_printf(pool, "title=%s%s&note=%s%s", marks, below, marks, below));

    (void)state;
    assert_non_null(strstr(written(form), "name=\"title\" value=\""));
    assert_false(form_ok(form));
    form = parse(pool_printf(pool, "title=ab&note=a%s%s", times(4, "%CC%81"), times(4, "%CC%96")));
    assert_true(form_ok(form));
    form = parse(pool_printf(pool, "title=ab&note=a%s", times(31, "%CC%81")));
    assert_non_null(strstr(written(form), "error=\"field.text\""));
}

static void files_are_bounded(void **state)
{
    const struct form_file small = {"a.pdf", "application/pdf", "1234", 4}, big = {"a.pdf", "application/pdf", "12345", 5},
                           none = {"", "application/octet-stream", "", 0}, empty = {"a.pdf", "application/pdf", "", 0};
    const struct form_file hidden = {"a\xE2\x80\xAE" "fdp.exe", "application/pdf", "1234", 4},
                           marked = {pool_printf(pool, "a%s.pdf", times(31, "\xCC\x81")), "application/pdf", "1234", 4};
    struct pair v[] = {{"title", "ab", NULL}, {"file", "", &small}};
    struct pairs pairs = {pool, v, 2, 2};

    (void)state;
    assert_int_equal(form_file(form_parse(pool, messages, fields, &pairs, true), "file")->len, 4);
    v[1].file = &big;
    assert_false(form_ok(form_parse(pool, messages, fields, &pairs, true)));
    v[1].file = &empty;
    assert_false(form_ok(form_parse(pool, messages, fields, &pairs, true)));
    v[1].file = &none;
    assert_true(form_ok(form_parse(pool, messages, fields, &pairs, true)));
    v[1].file = &hidden; /* what cannot be seen is taken out of its name */
    assert_string_equal(form_file(form_parse(pool, messages, fields, &pairs, true), "file")->name, "afdp.exe");
    v[1].file = &marked;
    assert_false(form_ok(form_parse(pool, messages, fields, &pairs, true)));
    v[1].name = "note";
    v[1].file = &small;
    assert_false(form_ok(form_parse(pool, messages, fields, &pairs, true)));
}

static void a_handler_adds_errors_and_a_new_run_takes_them_back(void **state)
{
    struct form *form = parse("title=ab&votes-3=1");

    (void)state;
    form_error(form, "title", "field.choice");
    form_error(form, "day", "field.date");
    form_error(form, "votes-3", "field.int");
    form_error(form, "votes-4", "field.int");
    assert_false(form_ok(form));
    assert_non_null(strstr(written(form), "name=\"votes-4\""));
    form_reset(form);
    assert_true(form_ok(form));
    assert_null(strstr(written(form), "error="));
    assert_string_equal(form_text(form, "title"), "ab");
    /* what was wrong when it came stays wrong */
    form = parse("title=");
    form_reset(form);
    assert_false(form_ok(form));
}

static void a_query_may_leave_out_what_a_post_must_have(void **state)
{
    struct pairs *nothing = pairs_new(pool);

    (void)state;
    assert_true(form_ok(form_parse(pool, messages, fields, nothing, false)));
    assert_false(form_ok(form_parse(pool, messages, fields, nothing, true)));
    assert_true(form_ok(form_parse(pool, messages, NULL, nothing, true)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_values_are_typed),
        cmocka_unit_test(absent_values_are_empty),
        cmocka_unit_test(wrong_values_say_why),
        cmocka_unit_test(beside_the_field_stands_what_to_do),
        cmocka_unit_test(what_was_typed_stays_but_no_secret),
        cmocka_unit_test(limits_are_told),
        cmocka_unit_test(names_with_an_id_are_strict),
        cmocka_unit_test(what_is_ticked_again_counts_once),
        cmocka_unit_test(repeats_cost_what_they_weigh),
        cmocka_unit_test(long_is_refused_by_its_bytes),
        cmocka_unit_test(marks_are_refused_at_once),
        cmocka_unit_test(files_are_bounded),
        cmocka_unit_test(a_handler_adds_errors_and_a_new_run_takes_them_back),
        cmocka_unit_test(a_query_may_leave_out_what_a_post_must_have),
    };
    const char *top = getenv("top_srcdir");
    struct err e = ERR_INIT;

    pool = pool_new("test", 256u << 20);
    xml_init();
    if (messages_load(pool, pool_printf(pool, "%s/conf/messages.xml", top ? top : ".."), &messages, &e) != OUT_OK)
        return 1;
    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
