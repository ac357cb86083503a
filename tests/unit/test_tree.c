#include "tests/unit/test.h"

#include <string.h>

#include "lib/xml/tree.h"

static const char text[] = "<flow id='nomination'>\n"
                           "  <!-- states -->\n"
                           "  <state id='draft' start='yes' note=''>Đang <b>soạn</b></state>\n"
                           "  <action id='send'/>\n"
                           "  <state id='sent' n:id='other' xmlns:n='urn:n'/>\n"
                           "</flow>";

static void walks_elements_only(void **state)
{
    struct pool *pool = pool_new("test", 1u << 20);
    struct err e = ERR_INIT;
    struct doc *doc;
    node_t root, draft, action, sent;

    (void)state;
    assert_int_equal(doc_parse(pool, text, sizeof text - 1, "flow", &doc, &e), OUT_OK);
    root = node_root(doc);
    assert_string_equal(node_name(root), "flow");
    assert_string_equal(node_attr(pool, root, "id"), "nomination");
    assert_int_equal(node_line(root), 1);
    draft = node_first(root, "state");
    assert_int_equal(node_line(draft), 3);
    assert_ptr_equal(node_first(root, NULL), draft);
    assert_string_equal(node_text(pool, draft), "Đang soạn");
    assert_true(node_has(draft, "note"));
    assert_string_equal(node_attr(pool, draft, "note"), "");
    assert_false(node_has(draft, "absent"));
    assert_string_equal(node_attr(pool, draft, "absent"), "");
    action = node_next(draft, NULL);
    assert_string_equal(node_name(action), "action");
    sent = node_next(draft, "state");
    assert_ptr_equal(node_next(action, "state"), sent);
    assert_string_equal(node_attr(pool, sent, "id"), "sent");
    assert_null(node_next(sent, NULL));
    assert_null(node_first(root, "absent"));
    pool_free(pool);
}

static void takes_none_everywhere(void **state)
{
    struct pool *pool = pool_new("test", 1u << 20);

    (void)state;
    assert_null(node_first(NULL, "a"));
    assert_null(node_next(NULL, NULL));
    assert_string_equal(node_name(NULL), "");
    assert_string_equal(node_attr(pool, NULL, "a"), "");
    assert_string_equal(node_text(pool, NULL), "");
    assert_false(node_has(NULL, "a"));
    assert_int_equal(node_line(NULL), 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_elements_only),
        cmocka_unit_test(takes_none_everywhere),
    };

    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
