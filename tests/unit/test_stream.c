#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/base/buf.h"
#include "lib/xml/stream.h"

/* A file that is made as it is read: head, the body so many times, tail; in small pieces. */
struct source {
    const char *head, *body, *tail;
    size_t times, piece;
    const char *at;
    int part;
    bool broken;
};

static ssize_t give(void *source, void *buf, size_t cap, struct err *e)
{
    struct source *s = source;
    size_t n;

    while (!s->at || *s->at == '\0') {
        if (s->part == 3 || (s->part == 2 && s->broken))
            return s->broken ? (err_set(e, OUT_UNAVAIL, "test", "source broke"), -1) : 0;
        if (s->part == 0) {
            s->at = s->head;
            s->part = 1;
        } else if (s->part == 1 && s->times > 0) {
            s->at = s->body;
            s->times--;
        } else {
            s->at = s->tail;
            s->part = 3;
        }
    }
    n = strlen(s->at);
    if (n > cap)
        n = cap;
    if (s->piece && n > s->piece)
        n = s->piece;
    memcpy(buf, s->at, n);
    s->at += n;
    return (ssize_t)n;
}

struct seen {
    struct buf *events;
    size_t elements;
    const char *stop_at;
};

static enum outcome start(void *ctx, const char *name, const struct stream_attr *attrs,
                          unsigned count, struct err *e)
{
    struct seen *seen = ctx;

    seen->elements++;
    if (seen->stop_at && strcmp(name, seen->stop_at) == 0)
        return err_set(e, OUT_CONFLICT, "test", "stopped");
    buf_printf(seen->events, "<%s", name);
    for (unsigned i = 0; i < count; i++)
        buf_printf(seen->events, " %s=%s", attrs[i].name, attrs[i].value);
    buf_puts(seen->events, ">");
    return OUT_OK;
}

static enum outcome text(void *ctx, const char *piece, size_t len, struct err *e)
{
    (void)e;
    buf_add(((struct seen *)ctx)->events, piece, len);
    return OUT_OK;
}

static enum outcome end(void *ctx, const char *name, struct err *e)
{
    (void)e;
    buf_printf(((struct seen *)ctx)->events, "</%s>", name);
    return OUT_OK;
}

static const struct stream_handler handler = {start, text, end};
static struct pool *pool;

static enum outcome run(struct source *source, struct seen *seen, struct err *e)
{
    seen->events = buf_new(pool, 4096);
    return stream_read(give, source, &handler, seen, e);
}

static enum outcome run_text(const char *all, struct err *e)
{
    struct source source = {.head = all, .body = "", .tail = ""};
    struct seen seen = {.elements = 0};

    return run(&source, &seen, e);
}

static void gives_events_whatever_the_pieces(void **state)
{
    static const char xml[] = "<?xml version='1.0' encoding='UTF-8'?><s:sheet xmlns:s='urn:s' "
                              "s:id='7'><row r=\"1 &amp; 2\"><c>Nguyễn &lt;<![CDATA[&]]></c>"
                              "<c t=''/></row></s:sheet>";

    (void)state;
    for (size_t piece = 1; piece < 40; piece++) {
        struct source source = {.head = xml, .body = "", .tail = "", .piece = piece};
        struct seen seen = {.elements = 0};
        struct err e = ERR_INIT;

        assert_int_equal(run(&source, &seen, &e), OUT_OK);
        assert_string_equal(seen.events->data, "<sheet id=7><row r=1 & 2><c>Nguyễn <&</c><c t=>"
                                               "</c></row></sheet>");
    }
}

static void reads_a_large_file_without_keeping_it(void **state)
{
    struct source source = {
        .head = "<sheet>",
        .body = "<row r='1'><c>một ô của bảng tính rất dài</c><c>hai</c></row>\n",
        .tail = "</sheet>",
        .times = 700000, /* 48 MB */
    };
    struct seen seen = {.elements = 0};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(run(&source, &seen, &e), OUT_OK);
    assert_int_equal(seen.elements, 2100001);
}

static void what_is_evil_or_broken_is_invalid(void **state)
{
    static const char *const wrong[] = {
        "", "text", "<a>", "<a></b>", "<a/><b/>", "<a x='1' x='2'/>", "<a>\x01</a>", "<a>\xff</a>",
        "<a>&unknown;</a>", "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a x='&c;'>&c;</a>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct err e = ERR_INIT;

        assert_int_equal(run_text(wrong[i], &e), OUT_INVALID);
        assert_int_not_equal(e.text[0], '\0');
    }
}

static void what_is_too_large_is_refused(void **state)
{
    struct source cases[] = {
        {.head = "<a>", .body = "<a>", .tail = "", .times = 100},
        {.head = "<a>", .body = "text ", .tail = "</a>", .times = 1000000},
        {.head = "<a x='", .body = "text ", .tail = "'/>", .times = 100000},
        {.head = "<a a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' p='' "
                 "aa='' ab='' ac='' ad='' ae='' af='' ag='' ah='' ai='' aj='' ak='' al='' am='' "
                 "ba='' bb='' bc='' bd='' be='' bf='' bg='' bh='' bi='' bj='' bk='' bl='' bm='' "
                 "ca='' cb='' cc='' cd='' ce='' cf='' cg='' ch='' ci='' cj='' ck='' cl='' cm='' "
                 "da='' db='' dc='' dd='' de='' df='' dg='' dh='' di='' dj='' dk='' dl='' dm=''",
         .body = "", .tail = "/>"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct seen seen = {.elements = 0};
        struct err e = ERR_INIT;

        assert_int_equal(run(&cases[i], &seen, &e), OUT_TOOBIG);
    }
}

/* A tag of so many attributes or namespaces, all different, once or again and again. */
static const char *many(const char *before, unsigned count, const char *name)
{
    struct buf *tag = buf_new(pool, (size_t)count * 20 + 16);

    buf_puts(tag, before);
    for (unsigned i = 0; i < count; i++)
        buf_printf(tag, "%s%x='u'", name, i);
    buf_puts(tag, "/>");
    return tag->data;
}

/* The parser compares them in pairs: 200,000 took it ten seconds and more, before we were told of one. */
static void a_tag_of_many_attributes_costs_no_time(void **state)
{
    struct source cases[] = {
        {.head = many("<a", 200000, " a"), .body = "", .tail = ""},
        {.head = many("<a", 60000, " xmlns:a"), .body = "", .tail = ""},
        {.head = "<a>", .body = many("<a", 5000, " xmlns:a"), .tail = "</a>", .times = 2000},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct seen seen = {.elements = 0};
        struct err e = ERR_INIT;
        clock_t began = clock();

        assert_int_equal(run(&cases[i], &seen, &e), OUT_TOOBIG);
        assert_true(clock() - began < CLOCKS_PER_SEC);
    }
}

/* Names no sheet has: the parser keeps each and looks through them for the next. */
static void names_without_end_are_refused(void **state)
{
    struct buf *elements = buf_new(pool, 4u << 20);
    struct source source = {.head = "<a>", .body = "", .tail = "</a>"};
    struct seen seen = {.elements = 0};
    struct err e = ERR_INIT;
    clock_t began;

    (void)state;
    for (unsigned i = 0; i < 300000; i++)
        buf_printf(elements, "<n%x/>", i);
    source.body = elements->data;
    source.times = 1;
    began = clock();
    assert_int_equal(run(&source, &seen, &e), OUT_TOOBIG);
    assert_true(seen.elements < 10000);
    assert_true(clock() - began < CLOCKS_PER_SEC);
}

static void a_handler_and_a_source_can_stop_it(void **state)
{
    struct source source = {.head = "<a><b/>", .body = "<c/>", .tail = "</a>", .times = 100000};
    struct source broken = {.head = "<a>", .body = "", .tail = "</a>", .broken = true};
    struct seen seen = {.stop_at = "c"};
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(run(&source, &seen, &e), OUT_CONFLICT);
    assert_int_equal(seen.elements, 3);
    assert_string_equal(e.text, "stopped");
    err_clear(&e);
    seen.stop_at = NULL;
    assert_int_equal(run(&broken, &seen, &e), OUT_UNAVAIL);
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 8u << 20);
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_events_whatever_the_pieces),
        cmocka_unit_test(reads_a_large_file_without_keeping_it),
        cmocka_unit_test(what_is_evil_or_broken_is_invalid),
        cmocka_unit_test(what_is_too_large_is_refused),
        cmocka_unit_test(a_tag_of_many_attributes_costs_no_time),
        cmocka_unit_test(names_without_end_are_refused),
        cmocka_unit_test(a_handler_and_a_source_can_stop_it),
    };

    return cmocka_run_group_tests_name("stream", tests, make_pool, free_pool);
}
