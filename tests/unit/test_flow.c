#include "tests/unit/test.h"

#include "lib/base/buf.h"
#include "lib/core/flow.h"
#include "lib/xml/schema.h"
#include "lib/xml/sheet.h"
#include "tests/unit/lines.h"
#include "tests/unit/scratch.h"

#define EVERY_FACT (~0u)

static struct pool *pool;
static struct flow *flow;

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    xml_init();
    pool = pool_new("test", 8 << 20);
    if (flow_load(pool, source_path("conf/flow/nomination.xml"), &flow, &e) == OUT_OK)
        return 0;
    fprintf(stderr, "# %s\n", e.text);
    return -1;
}

static int unload(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static void follows_its_schema(void **state)
{
    struct schema *schema;
    struct doc *doc;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(schema_load(pool, source_path("conf/schema/flow.rng"), &schema, &e), OUT_OK);
    assert_int_equal(doc_load(pool, source_path("conf/flow/nomination.xml"), &doc, &e), OUT_OK);
    if (schema_check(schema, doc, &e) != OUT_OK)
        fail_msg("%s", e.text);
}

static const char *answer(const char *from, const char *action, enum role role)
{
    const struct flow_action *taken;
    struct err e = ERR_INIT;

    switch (flow_decide(flow, from, action, role, EVERY_FACT, &taken, &e)) {
    case OUT_OK:
        return taken->to;
    case OUT_DENIED:
        assert_string_equal(e.key, "flow.role");
        return "no";
    case OUT_CONFLICT:
        assert_string_equal(e.key, "flow.state");
        return "-";
    default:
        fail_msg("%s", e.text);
        return "";
    }
}

static unsigned names_of_actions(void)
{
    unsigned names = 0;

    for (unsigned i = 0; i < flow->actions; i++) {
        unsigned j = 0;

        while (strcmp(flow->action[j].id, flow->action[i].id) != 0)
            j++;
        names += j == i;
    }
    return names;
}

/* Every state x action x role. */
static void the_table_says_who_takes_it_where(void **state)
{
    struct lines lines;
    unsigned rows = 0;
    enum role role[FIELDS_MAX] = {ROLE_NONE};

    (void)state;
    lines_open(&lines, "tests/data/flow-nomination.csv");
    assert_true(lines_next(&lines));
    assert_int_equal(lines.count, 2 + ROLE_COUNT);
    for (unsigned i = 2; i < lines.count; i++)
        role[i] = role_of(lines.field[i]);
    for (; lines_next(&lines); rows++) {
        assert_int_equal(lines.count, 2 + ROLE_COUNT);
        assert_non_null(flow_state(flow, lines.field[0]));
        for (unsigned i = 2; i < lines.count; i++) {
            const char *found = answer(lines.field[0], lines.field[1], role[i]);

            if (strcmp(found, lines.field[i]) != 0)
                fail_msg("%s %s as %s: %s instead of %s", lines.field[0], lines.field[1],
                         role_code(role[i]), found, lines.field[i]);
        }
    }
    assert_int_equal(rows, flow->states * names_of_actions());
}

static enum role any_role(const struct flow_action *action)
{
    int role = ROLE_STAFF;

    while ((action->roles & (1u << role)) == 0)
        role++;
    return (enum role)role;
}

static unsigned listed(const char *names)
{
    char text[256], *rest = NULL;
    unsigned set = 0;

    snprintf(text, sizeof text, "%s", names);
    for (char *name = strtok_r(text, " ", &rest); name != NULL; name = strtok_r(NULL, " ", &rest))
        for (unsigned bit = GUARD_HAS_NOMINEES; bit <= GUARD_LAST; bit <<= 1)
            if (strcmp(flow_guard_name((enum guard)bit), name) == 0)
                set |= bit;
    return set;
}

static void each_guard_alone_stops_it(const struct flow_action *action)
{
    for (unsigned bit = GUARD_HAS_NOMINEES; bit <= GUARD_LAST; bit <<= 1) {
        const struct flow_action *taken = NULL;
        struct err e = ERR_INIT;
        char key[64];
        enum outcome out = flow_decide(flow, action->from, action->id, any_role(action),
                                       EVERY_FACT & ~bit, &taken, &e);

        snprintf(key, sizeof key, "flow.%s", flow_guard_name((enum guard)bit));
        assert_int_equal(out, (action->guards & bit) != 0 ? OUT_INVALID : OUT_OK);
        assert_string_equal(e.key, (action->guards & bit) != 0 ? key : "");
        assert_int_equal(taken == action, (action->guards & bit) == 0);
    }
}

static void every_guard_in_a_failing_case(void **state)
{
    static const char *const needs[] = {"", "reason", "capacity", "", "counts", "", "", "", "number"};
    struct lines lines;
    unsigned rows = 0;

    (void)state;
    lines_open(&lines, "tests/data/flow-nomination-guards.csv");
    assert_true(lines_next(&lines));
    for (; lines_next(&lines); rows++) {
        const struct flow_action *action = flow_action(flow, lines.field[0], lines.field[1]);

        assert_non_null(action);
        assert_int_equal(action->guards, listed(lines.field[2]));
        assert_true(action->guards & GUARD_NOT_A_NOMINEE);
        assert_string_equal(action->needs == NEED_RESULT ? "result" : needs[action->needs],
                            lines.field[3]);
        each_guard_alone_stops_it(action);
    }
    assert_int_equal(rows, flow->actions);
    assert_null(flow_guard_name((enum guard)0));
}

static void a_refusal_says_who_holds_it(void **state)
{
    const struct flow_action *taken;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(flow_decide(flow, "appraisal", "forward", ROLE_CLERK, EVERY_FACT, &taken, &e), OUT_DENIED);
    assert_string_equal(e.arg[0].value, "Chuyển Hội đồng");
    assert_string_equal(e.arg[1].value, "Đang thẩm định");
    assert_string_equal(e.arg[2].value, "Thường trực Hội đồng Thi đua - Khen thưởng");
    assert_string_equal(e.arg[3].value, role_label(ROLE_CLERK));
    err_clear(&e);
    assert_int_equal(flow_decide(flow, "nowhere", "forward", ROLE_CLERK, EVERY_FACT, &taken, &e), OUT_CONFLICT);
    assert_null(flow_state(flow, "nowhere"));
}

static void what_a_state_allows(void **state)
{
    (void)state;
    assert_string_equal(flow->id, "nomination");
    assert_int_equal(flow->version, 3);
    assert_true(flow_state(flow, "draft")->start && flow_state(flow, "draft")->editable);
    assert_true(flow_state(flow, "appraisal")->judging);
    assert_int_equal(flow_state(flow, "appraisal")->due, 20);
    assert_true(flow_state(flow, "issued")->final && flow_state(flow, "dropped")->final);
}

#define S(attrs) "<state holder='x' label='x' " attrs "/>"
#define A(attrs) "<action label='x' hint='x' " attrs "/>"
#define FLOW(inside) "<flow id='f' version='1'>\n" inside "</flow>"
#define TWO S("id='a' start='yes'") S("id='b' final='yes'")

/* Where a dossier could be lost, or a word means nothing: refused with file and line. */
static void wrong_flows_are_refused(void **state)
{
    static const struct {
        const char *xml, *why;
    } cases[] = {
        {"<flow", ""},
        {"<law id='f' version='1'/>", ":1: not a flow: law"},
        {"<flow version='1'/>", ":1: not given: id"},
        {"<flow id='a23456789012345678901234567890' version='1'/>", ":1: too long: id"},
        {"<flow id='f'/>", ":1: not given: version"},
        {"<flow id='f' version='x'/>", ":1: not such a number: version"},
        {"<flow id='f' version='0'/>", ":1: not such a number: version"},
        {FLOW("<stage/>"), ":2: unknown element: stage"},
        {FLOW("<stage/><state/>"), ":2: unknown element: stage"},
        {FLOW(S("id='a23456789012345678901234567890'")), ":2: too long: id"},
        {FLOW("<state id='a' label='x'/>"), ":2: nobody holds it: a"},
        {FLOW("<state id='a' holder='x'/>"), ":2: not given: label"},
        {FLOW(S("id='a' start='maybe'")), ":2: neither yes nor no: start"},
        {FLOW(S("id='a' due='400'")), ":2: not such a number: due"},
        {FLOW(S("id='a' start='yes'") "\n" S("id='a'")), ":3: twice: a"},
        {FLOW(TWO "\n" A("id='go' from='a' to='c' roles='clerk'")), ":3: no such state: c"},
        {FLOW(TWO "\n" A("id='go' from='c' to='b' roles='clerk'")), ":3: no such state: c"},
        {FLOW(TWO "\n" A("id='go' from='b' to='a' roles='clerk'")), ":3: leaves a final state: b"},
        {FLOW(TWO "\n" A("id='go' from='a' to='b' roles='king'")), ":3: roles: king"},
        {FLOW(TWO "\n" A("id='go' from='a' to='b' roles='clerk' guards='luck'")), ":3: guards: luck"},
        {FLOW(TWO "\n" A("id='go' from='a' to='b' roles='clerk' needs='luck'")), ":3: needs: luck"},
        {FLOW(TWO "\n" A("id='go' from='a' to='b'")), ":3: nobody may do it: go"},
        {FLOW(TWO "\n<action id='go' label='x' from='a' to='b' roles='clerk'/>"), ":3: not given: hint"},
        {FLOW(TWO A("id='go' from='a' to='b' roles='clerk'") "\n" A("id='go' from='a' to='b' roles='head'")),
         ":3: twice: go"},
        {FLOW(S("id='a'") S("id='b' final='yes'") A("id='go' from='a' to='b' roles='clerk'")), ":1: not one start"},
        {FLOW(S("id='a' start='yes'") S("id='c' start='yes'") S("id='b' final='yes'")), ":1: not one start"},
        {FLOW(TWO), ":1: a dead end: a"},
        {FLOW(TWO S("id='c'") A("id='go' from='a' to='b' roles='clerk'")), ":1: never reached: c"},
        {FLOW(TWO S("id='c'") A("id='go' from='a' to='b' roles='clerk'") A("id='on' from='a' to='c' roles='clerk'")
              A("id='on' from='c' to='c' roles='clerk'")),
         ":1: a dead end: c"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scratch scratch;
        struct err e = ERR_INIT;
        struct flow *out = NULL;

        scratch_open(&scratch);
        assert_int_equal(flow_load(pool, scratch_file(&scratch, "f.xml", cases[i].xml), &out, &e), OUT_INVALID);
        if (strstr(e.text, cases[i].why) == NULL || strstr(e.text, scratch.dir) == NULL)
            fail_msg("%s: %s", cases[i].xml, e.text);
        assert_null(out);
        scratch_close(&scratch);
    }
}

static const char *many(unsigned states, unsigned actions)
{
    struct buf *text = buf_new(pool, 1 << 20);

    buf_puts(text, "<flow id='f' version='1'>");
    for (unsigned i = 0; i < states; i++)
        buf_printf(text, "<state id='s%u' label='x' holder='x'/>", i);
    for (unsigned i = 0; i < actions; i++)
        buf_printf(text, "<action id='g%u' from='s0' to='s0' roles='clerk' label='x' hint='x'/>", i);
    buf_puts(text, "</flow>");
    return text->data;
}

static void too_large_flows_are_refused(void **state)
{
    struct scratch scratch;
    struct err e = ERR_INIT;
    struct flow *out;

    (void)state;
    scratch_open(&scratch);
    assert_int_equal(flow_load(pool, scratch_file(&scratch, "a.xml", many(65, 0)), &out, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "too many states"));
    err_clear(&e);
    assert_int_equal(flow_load(pool, scratch_file(&scratch, "b.xml", many(1, 257)), &out, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "too many actions"));
    scratch_close(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_its_schema),
        cmocka_unit_test(the_table_says_who_takes_it_where),
        cmocka_unit_test(every_guard_in_a_failing_case),
        cmocka_unit_test(a_refusal_says_who_holds_it),
        cmocka_unit_test(what_a_state_allows),
        cmocka_unit_test(wrong_flows_are_refused),
        cmocka_unit_test(too_large_flows_are_refused),
    };

    return cmocka_run_group_tests_name("flow", tests, load, unload);
}
