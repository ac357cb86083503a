#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "lib/xml/doc.h"
#include "lib/xml/tree.h"

#define MANY 1000000

static struct pool *pool;

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new("test", 64u << 20);
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static const char *written(struct doc *doc, bool pretty)
{
    struct buf *buf = buf_new(pool, 1u << 20);
    struct err e = ERR_INIT;

    assert_int_equal(doc_serialize(doc, pretty, buf, &e), OUT_OK);
    return buf->data;
}

static void refused(struct doc *doc, const char *because)
{
    struct err e = ERR_INIT;

    assert_int_equal(doc_finish(doc, &e), OUT_INTERNAL);
    assert_non_null(strstr(e.text, because));
}

static void the_root_can_be_named_anew(void **state)
{
    struct doc *doc = doc_new(pool, "page");

    (void)state;
    doc_attr(doc, "id", "nomination");
    doc_open(doc, "form");
    doc_root_attr(doc, "id", "nominee");
    doc_root_attr(doc, "note", "a & b");
    doc_close(doc);
    assert_non_null(strstr(written(doc, false), "<page id=\"nominee\" note=\"a &amp; b\"><form/></page>"));
    doc = doc_new(pool, "page");
    doc_root_attr(doc, "id", "\xff");
    refused(doc, "not text");
}

static void writes_what_was_built(void **state)
{
    struct doc *doc = doc_new(pool, "page");

    (void)state;
    doc_attr(doc, "title", "Nguyễn & \"Trần\" <1>");
    doc_attr(doc, "absent", NULL);
    doc_attr_int(doc, "count", -9223372036854775807LL - 1);
    doc_attr_bool(doc, "open", true);
    doc_attr_date(doc, "on", date_make(2026, 2, 5));
    doc_attr_date(doc, "never", DATE_NONE);
    doc_open(doc, "p");
    doc_text(doc, "&amp; ]]> <b>");
    doc_text(doc, "đủ");
    doc_text(doc, "");
    doc_close(doc);
    doc_leaf(doc, "empty", NULL);
    assert_string_equal(
        written(doc, false),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<page title=\"Nguyễn &amp; &quot;Trần&quot; &lt;1&gt;\" count=\"-9223372036854775808\" "
        "open=\"yes\" on=\"2026-02-05\"><p>&amp;amp; ]]&gt; &lt;b&gt;đủ</p><empty/></page>\n");
    assert_string_equal(written(doc, true) + strlen("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") +
                            strlen("<page title=\"Nguyễn &amp; &quot;Trần&quot; &lt;1&gt;\" "
                                   "count=\"-9223372036854775808\" open=\"yes\" "
                                   "on=\"2026-02-05\">"),
                        "\n  <p>&amp;amp; ]]&gt; &lt;b&gt;đủ</p>\n  <empty/>\n</page>\n");
}

static void holds_a_million_children(void **state)
{
    struct doc *doc = doc_new(pool, "list");
    struct err e = ERR_INIT;
    int found = 0;

    (void)state;
    for (int i = 0; i < MANY; i++) {
        doc_open(doc, "row");
        doc_attr_int(doc, "id", i);
        doc_close(doc);
    }
    assert_int_equal(doc_finish(doc, &e), OUT_OK);
    for (node_t row = node_first(node_root(doc), "row"); row; row = node_next(row, "row"))
        found++;
    assert_int_equal(found, MANY);
}

static void text_that_xml_cannot_hold_sticks(void **state)
{
    static const char *const wrong[] = {
        "\x01", "a\x08", "\x1f", "\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80",
        "\xe1\xba", "\xef\xbf\xbf", "\xef\xbf\xbe",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct doc *doc = doc_new(pool, "page");

        doc_leaf(doc, "name", wrong[i]);
        doc_leaf(doc, "later", "fine");
        refused(doc, "not text");
        doc = doc_new(pool, "page");
        doc_attr(doc, "name", wrong[i]);
        refused(doc, "not text: name in page");
    }
}

static void names_that_are_none_stick(void **state)
{
    static const char *const wrong[] = {"", "1a", "a b", "a:b", "a<", "-a", "a\"", "\xff", NULL};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct doc *doc = doc_new(pool, "page");

        doc_open(doc, wrong[i]);
        doc_close(doc);
        refused(doc, "not a name");
        doc = doc_new(pool, "page");
        doc_attr(doc, wrong[i], "x");
        refused(doc, "not a name");
    }
    refused(doc_new(pool, "a b"), "not a name");
}

static void unbalanced_or_late_calls_stick(void **state)
{
    struct doc *doc = doc_new(pool, "page");
    struct buf *buf = buf_new(pool, 1000);
    struct err e = ERR_INIT;

    (void)state;
    doc_open(doc, "open");
    assert_int_equal(doc_serialize(doc, false, buf, &e), OUT_INTERNAL);
    assert_int_equal(buf->len, 0);
    refused(doc, "1 elements left open at open");

    doc = doc_new(pool, "page");
    doc_close(doc);
    refused(doc, "closed more than was opened");

    doc = doc_new(pool, "page");
    doc_text(doc, "text");
    doc_attr(doc, "late", "x");
    refused(doc, "attribute after content: late in page");

    doc = doc_new(pool, "page");
    doc_leaf(doc, "child", "text");
    doc_attr(doc, "late", "x");
    refused(doc, "attribute after content");

    doc = doc_new(pool, "page");
    doc_attr(doc, "twice", "1");
    doc_attr(doc, "twice", "2");
    refused(doc, "attribute twice");

    doc = doc_new(pool, "page");
    for (int i = 0; i < 1000; i++)
        doc_open(doc, "deep");
    refused(doc, "too deep");
}

static void first_problem_is_the_one_told(void **state)
{
    struct doc *doc = doc_new(pool, "page");

    (void)state;
    doc_open(doc, "first wrong");
    doc_attr(doc, "second", "\x01");
    doc_close(doc);
    doc_close(doc);
    refused(doc, "not a name: first wrong in page");
}

static void a_full_buffer_is_told(void **state)
{
    struct doc *doc = doc_new(pool, "page");
    struct buf *buf = buf_new(pool, 20);
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(doc_serialize(doc, false, buf, &e), OUT_TOOBIG);
}

static enum outcome parse(const char *text, struct doc **doc, struct err *e)
{
    return doc_parse(pool, text, strlen(text), "test.xml", doc, e);
}

static void reads_back_what_it_wrote(void **state)
{
    struct doc *doc;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(parse("<a x='1'>\n <b>đ&lt;<![CDATA[&]]></b><!-- c --></a>", &doc, &e), OUT_OK);
    assert_string_equal(written(doc, false), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                             "<a x=\"1\">\n <b>đ&lt;&amp;</b><!-- c --></a>\n");
    doc_leaf(doc, "more", "x");
    assert_int_equal(doc_finish(doc, &e), OUT_OK);
}

static void evil_or_broken_xml_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        "   ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a x='1' x='2'/>",
        "<a>&unknown;</a>",
        "<a>\x01</a>",
        "<a>\xff</a>",
        "<a>&#1;</a>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]>"
        "<a>&d;&d;&d;</a>",
        "<!DOCTYPE a [<!ATTLIST a x CDATA 'default'>]><a/>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct doc *doc;
        struct err e = ERR_INIT;

        assert_int_equal(parse(wrong[i], &doc, &e), OUT_INVALID);
        assert_string_equal(e.key, "xml.invalid");
        assert_null(doc);
        if (strstr(wrong[i], "DOCTYPE"))
            assert_non_null(strstr(e.text, "DTD"));
    }
}

static void deep_nesting_is_refused(void **state)
{
    size_t levels = 100000;
    char *text = malloc(levels * 3 + 1);
    struct doc *doc;
    struct err e = ERR_INIT;

    (void)state;
    for (size_t i = 0; i < levels; i++)
        memcpy(text + i * 3, "<a>", 3);
    assert_int_equal(doc_parse(pool, text, levels * 3, "deep", &doc, &e), OUT_INVALID);
    free(text);
}

static void an_error_names_file_and_line(void **state)
{
    struct doc *doc;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(parse("<a>\n<b>\n</a>", &doc, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "test.xml:3: Opening and ending tag mismatch"));
    err_clear(&e);
    assert_int_equal(doc_load(pool, "/nonexistent/file.xml", &doc, &e), OUT_NOTFOUND);
    assert_string_equal(e.key, "xml.missing");
    err_clear(&e);
    assert_int_equal(doc_load(pool, "/dev/zero", &doc, &e), OUT_TOOBIG);
}

/* The sanitizers' shadow memory does not live within a limit on the address space. */
#ifndef __SANITIZE_ADDRESS__
static void running_out_of_memory_ends_the_process(void **state)
{
    int status;
    pid_t pid = fork();

    (void)state;
    if (pid == 0) {
        struct rlimit limit = {200u << 20, 200u << 20};
        struct doc *doc = doc_new(pool, "list");

        close(STDERR_FILENO);
        setrlimit(RLIMIT_AS, &limit);
        for (int i = 0; i < 100 * MANY; i++)
            doc_leaf(doc, "row", "text");
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_in_set(WEXITSTATUS(status), ((uintmax_t[]){EX_OSERR, EX_IOERR}), 2);
}
#endif

int main(void)
{
#define IN_POOL(test) cmocka_unit_test_setup_teardown(test, make_pool, free_pool)
    const struct CMUnitTest tests[] = {
        IN_POOL(the_root_can_be_named_anew), IN_POOL(writes_what_was_built),
        IN_POOL(holds_a_million_children),
        IN_POOL(text_that_xml_cannot_hold_sticks),
        IN_POOL(names_that_are_none_stick),
        IN_POOL(unbalanced_or_late_calls_stick),
        IN_POOL(first_problem_is_the_one_told),
        IN_POOL(a_full_buffer_is_told),
        IN_POOL(reads_back_what_it_wrote),
        IN_POOL(evil_or_broken_xml_is_refused),
        IN_POOL(deep_nesting_is_refused),
        IN_POOL(an_error_names_file_and_line),
#ifndef __SANITIZE_ADDRESS__
        IN_POOL(running_out_of_memory_ends_the_process),
#endif
    };

    return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
