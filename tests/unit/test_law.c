#include "tests/unit/test.h"

#include "lib/base/utf8.h"
#include "lib/core/council.h"
#include "lib/core/law.h"
#include "lib/core/nominee.h"
#include "lib/xml/schema.h"
#include "lib/xml/sheet.h"
#include "tests/unit/lines.h"

static struct pool *pool;
static struct laws *laws;

static const char *const files[] = {"common.xml", "R91.xml", "R98.xml", "R152.xml", "R2026.xml"};

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    xml_init();
    pool = pool_new("test", 64 << 20);
    if (laws_load(pool, source_path("conf/law"), &laws, &e) == OUT_OK)
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

static struct doc *law_file(const char *name)
{
    char below[64];
    struct doc *doc;
    struct err e = ERR_INIT;

    snprintf(below, sizeof below, "conf/law/%s", name);
    if (doc_load(pool, source_path(below), &doc, &e) != OUT_OK)
        fail_msg("%s", e.text);
    return doc;
}

static void follow_their_schema(void **state)
{
    struct schema *schema;
    struct err e = ERR_INIT;

    (void)state;
    if (schema_load(pool, source_path("conf/schema/law.rng"), &schema, &e) != OUT_OK)
        fail_msg("%s", e.text);
    for (unsigned i = 0; i < sizeof files / sizeof files[0]; i++)
        if (schema_check(schema, law_file(files[i]), &e) != OUT_OK)
            fail_msg("%s: %s", files[i], e.text);
}

static void one_regime_a_day(void **state)
{
    static const struct {
        int year, month, day;
        const char *id;
    } days[] = {
        {2017, 9, 30, ""},     {2017, 10, 1, "R91"},  {2023, 12, 31, "R91"}, {2024, 1, 1, "R98"},
        {2025, 6, 30, "R98"},  {2025, 7, 1, "R152"},  {2026, 9, 30, "R152"}, {2026, 10, 1, "R2026"},
        {2040, 1, 1, "R2026"},
    };

    (void)state;
    assert_int_equal(laws_count(laws), 4);
    for (unsigned i = 0; i < sizeof days / sizeof days[0]; i++) {
        const struct regime *regime = law_on(laws, date_make(days[i].year, days[i].month, days[i].day));

        assert_string_equal(regime != NULL ? regime_id(regime) : "", days[i].id);
    }
    for (unsigned i = 0; i < laws_count(laws); i++)
        assert_int_equal(regime_verified(laws_at(laws, i)), i < 3);
    assert_int_equal(regime_from(laws_at(laws, 1)), date_make(2024, 1, 1));
    assert_int_equal(regime_to(laws_at(laws, 1)), date_make(2025, 6, 30));
    assert_int_equal(regime_to(laws_at(laws, 3)), DATE_NONE);
    assert_true(strlen(regime_name(laws_at(laws, 3))) > 0);
}

static const struct regime *on(int year, int month, int day)
{
    return law_on(laws, date_make(year, month, day));
}

static void the_catalogue(void **state)
{
    const struct law_award *award = law_award(on(2025, 1, 10), "GKSYT");

    (void)state;
    assert_string_equal(award->name, "Giấy khen của Giám đốc Sở Y tế");
    assert_string_equal(award->family, "commendation");
    assert_string_equal(award->decides, "giam_doc_so");
    assert_true(award->for_person && award->for_collective && award->for_household);
    assert_true(award->verified && award->active);
    assert_string_equal(law_award(on(2025, 1, 10), "TTLDXS")->decides, "chu_tich_tinh");
    assert_string_equal(law_award(on(2025, 1, 10), "BKLDLD")->system, "doan_the");
    assert_string_equal(law_award(on(2025, 1, 10), "TDPVH")->decides, "chu_tich_huyen");
    assert_string_equal(law_award(on(2025, 8, 10), "TDPVH")->decides, "chu_tich_xa");
    assert_null(law_award(on(2025, 8, 10), "GKHUYEN"));
    assert_true(law_award(on(2026, 9, 10), "CSTDCS")->active);
    assert_false(law_award(on(2026, 10, 10), "CSTDCS")->active);
    assert_false(law_award(on(2026, 10, 10), "CSTDCS")->verified);
    assert_false(law_award(on(2025, 1, 10), "GKDV")->active);
    for (unsigned i = 0; i < laws_count(laws); i++)
        for (unsigned j = 1; j < law_awards(laws_at(laws, i)); j++)
            assert_true(law_award_at(laws_at(laws, i), j - 1)->rank < law_award_at(laws_at(laws, i), j)->rank);
}

static void who_decides_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(authority_label("giam_doc_so"), "Giám đốc Sở Y tế");
    assert_string_equal(authority_label("chu_tich_tinh"), "Chủ tịch Ủy ban nhân dân tỉnh");
    assert_string_equal(authority_label("ai_do"), "ai_do");
    assert_true(authority_ours("giam_doc_so"));
    assert_false(authority_ours("chu_tich_tinh"));
    for (unsigned i = 0; i < laws_count(laws); i++)
        for (unsigned j = 0; j < law_awards(laws_at(laws, i)); j++) {
            const char *code = law_award_at(laws_at(laws, i), j)->decides;

            assert_string_not_equal(authority_label(code), code);
        }
}

static void golden_money(void **state)
{
    struct lines lines;

    (void)state;
    lines_open(&lines, "tests/data/bonuses.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        const char *cite = NULL;
        int64_t dong = -1;
        struct err e = ERR_INIT;
        enum outcome out = law_bonus(laws, lines.field[0], recipient_of(lines.field[1]),
                                     date_parse(lines.field[2]), &dong, &cite, &e);

        if (strcmp(lines.field[3], "x") == 0) {
            assert_int_equal(out, OUT_NOTFOUND);
            assert_true(strcmp(e.key, "law.no-award") == 0 || strcmp(e.key, "law.no-regime") == 0);
        } else if (out != OUT_OK || dong != atoll(lines.field[3])) {
            fail_msg("line %d: %lld (%s)", lines.number, (long long)dong, e.text);
        } else {
            assert_int_equal(cite[0] == '\0', dong == 0);
        }
    }
}

static void money_without_its_source(void **state)
{
    int64_t dong;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(law_bonus(laws, "LDTT", RECIPIENT_PERSON, date_make(2025, 8, 1), &dong, NULL, &e), OUT_OK);
    assert_int_equal(dong, 710000);
}

static void base_salary(void **state)
{
    bool verified;

    (void)state;
    assert_int_equal(law_base_salary(laws, date_make(2019, 6, 30), &verified), 1390000);
    assert_false(verified);
    assert_int_equal(law_base_salary(laws, date_make(2019, 7, 1), &verified), 1490000);
    assert_true(verified);
    assert_int_equal(law_base_salary(laws, date_make(2023, 7, 1), NULL), 1800000);
    assert_int_equal(law_base_salary(laws, date_make(2026, 6, 30), &verified), 2340000);
    assert_true(verified);
    assert_int_equal(law_base_salary(laws, date_make(2026, 7, 1), &verified), 2530000);
    assert_false(verified);
    assert_int_equal(law_base_salary(laws, date_make(2018, 6, 30), &verified), 0);
    assert_false(verified);
}

static void golden_votes(void **state)
{
    static const struct ballot ballot = {.members = 13, .present = 12};
    struct lines lines;

    (void)state;
    lines_open(&lines, "tests/data/votes.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        struct law_vote vote = law_vote(law_on(laws, date_parse(lines.field[1])), lines.field[0]);

        if (council_needed(&ballot, vote) != atoi(lines.field[2]))
            fail_msg("line %d: %d", lines.number, council_needed(&ballot, vote));
        assert_int_equal(vote.secret, strcmp(lines.field[3], "yes") == 0);
        assert_int_equal(vote.verified, strcmp(lines.field[4], "yes") == 0);
        assert_true(vote.cite[0] != '\0');
    }
}

/* tests/data/bases.csv: kind, day of the paper, line, what stands in it; "-" when there is no such line. */
static void bases_of_the_day(void **state)
{
    struct lines lines;

    (void)state;
    lines_open(&lines, "tests/data/bases.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        date_t day = date_parse(lines.field[1]);
        const char *basis = law_basis_on(law_on(laws, day), lines.field[0], day,
                                         (unsigned)atoi(lines.field[2]) - 1);

        if (strcmp(lines.field[3], "-") == 0 ? basis != NULL : !basis || !strstr(basis, lines.field[3]))
            fail_msg("line %d: %s", lines.number, basis ? basis : "(none)");
    }
}

static void the_day_of_a_paper(void **state)
{
    date_t first = date_make(2025, 7, 1), second = date_make(2025, 7, 2), third = date_make(2025, 7, 3);

    (void)state;
    assert_int_equal(law_paper_day(first, second, third), first);
    assert_int_equal(law_paper_day(DATE_NONE, second, third), second);
    assert_int_equal(law_paper_day(DATE_NONE, DATE_NONE, third), third);
}

static struct doc *nominee(void)
{
    return doc_new(pool, "nominee");
}

static void put_rating(struct doc *doc, int year, const char *value)
{
    doc_open(doc, "rating");
    doc_attr_int(doc, "year", year);
    doc_attr(doc, "value", value);
    doc_close(doc);
}

static const struct law_check *asked(const struct regime *regime, const char *code, enum recipient kind,
                                     struct doc *doc, const char *rule)
{
    const struct law_check *check;
    unsigned count;
    struct err e = ERR_INIT;

    assert_int_equal(doc_finish(doc, &e), OUT_OK);
    if (law_check(pool, regime, code, kind, 2024, date_make(2024, 12, 20), doc, &check, &count, &e) != OUT_OK)
        fail_msg("%s", e.text);
    assert_string_equal(check[0].rule, "GEN-2");
    for (unsigned i = 0; i < count; i++)
        if (strcmp(check[i].rule, rule) == 0)
            return &check[i];
    return NULL;
}

static void a_check_says_everything(void **state)
{
    const struct regime *regime = on(2024, 12, 20);
    struct doc *doc = nominee();
    const struct law_check *check;

    (void)state;
    put_rating(doc, 2024, "HTNV");
    check = asked(regime, "LDTT", RECIPIENT_PERSON, doc, "LDTT-1");
    assert_int_equal(check->result, CHECK_FAIL);
    assert_int_equal(check->severity, SEVERITY_BLOCK);
    assert_string_equal(check->found, "HTNV");
    assert_string_equal(check->say, "Hoàn thành tốt nhiệm vụ trở lên trong năm xét");
    assert_string_equal(check->cite, "khoản 1 Điều 24 Luật Thi đua, khen thưởng năm 2022");
    assert_true(check->verified);
    check = asked(regime, "LDTT", RECIPIENT_PERSON, nominee(), "LDTT-1");
    assert_int_equal(check->result, CHECK_MISSING);
    assert_string_equal(check->found, "Chưa có dữ liệu");
    assert_false(asked(regime, "LDTT", RECIPIENT_PERSON, nominee(), "LDTT-2")->verified);
    assert_null(asked(regime, "GKSYT", RECIPIENT_HOUSEHOLD, nominee(), "GK-1"));
}

static void a_long_find_is_cut(void **state)
{
    struct doc *doc = nominee();
    const struct law_check *check;

    (void)state;
    for (int i = 0; i < 100; i++) {
        doc_open(doc, "award");
        doc_attr(doc, "code", "Đột xuất");
        doc_attr_int(doc, "year", 2024);
        doc_attr(doc, "method", "dot_xuat");
        doc_close(doc);
    }
    check = asked(on(2024, 12, 20), "GKSYT", RECIPIENT_PERSON, doc, "GEN-4");
    assert_int_equal(check->result, CHECK_FAIL);
    assert_int_equal(check->severity, SEVERITY_INFO);
    assert_in_range(strlen(check->found), 270, 284);
    assert_string_equal(check->found + strlen(check->found) - 4, " ...");
    assert_true(utf8_valid(check->found, strlen(check->found)));
}

static void an_unconfirmed_award_is_stopped(void **state)
{
    const struct law_check *check;

    (void)state;
    check = asked(on(2026, 10, 1), "CSTDCS", RECIPIENT_PERSON, nominee(), "ACTIVE");
    assert_int_equal(check->result, CHECK_MISSING);
    assert_int_equal(check->severity, SEVERITY_BLOCK);
    assert_false(check->verified);
    assert_null(asked(on(2026, 9, 1), "CSTDCS", RECIPIENT_PERSON, nominee(), "ACTIVE"));
}

static void unknown_awards_and_facts(void **state)
{
    static const struct {
        const char *code;
        enum recipient kind;
    } cases[] = {{"NOBEL", RECIPIENT_PERSON}, {"TTLDTT", RECIPIENT_PERSON}, {"LDTT", RECIPIENT_COLLECTIVE},
                 {"LDTT", RECIPIENT_HOUSEHOLD}};
    const struct law_check *check;
    unsigned count;
    struct err e = ERR_INIT;
    struct doc *doc = nominee();

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        err_clear(&e);
        assert_int_equal(law_check(pool, on(2024, 12, 20), cases[i].code, cases[i].kind, 2024, date_make(2024, 12, 20),
                                   doc, &check, &count, &e), OUT_NOTFOUND);
        assert_string_equal(e.key, "law.no-award");
    }
    err_clear(&e);
    assert_int_equal(law_check(pool, on(2024, 12, 20), "GKSYT", RECIPIENT_HOUSEHOLD, 2024, date_make(2024, 12, 20), doc,
                               &check, &count, &e), OUT_OK);
    doc_leaf(doc, "horoscope", "");
    assert_int_equal(law_check(pool, on(2024, 12, 20), "LDTT", RECIPIENT_PERSON, 2024, date_make(2024, 12, 20), doc,
                               &check, &count, &e), OUT_INVALID);
    assert_string_equal(e.key, "nominee.element");
    assert_int_equal(recipient_of("horse"), 0);
    assert_false(law_award_for(law_award(on(2024, 12, 20), "LDTT"), (enum recipient)0));
}

static bool has_example(node_t parent, const char *rule, const char *pass)
{
    char needle[32], hay[256];

    snprintf(needle, sizeof needle, " %s ", rule);
    for (node_t node = node_first(parent, "example"); node != NULL; node = node_next(node, "example")) {
        snprintf(hay, sizeof hay, " %s ", node_attr(pool, node, "because"));
        if (strcmp(node_attr(pool, node, "pass"), pass) == 0 && strstr(hay, needle) != NULL)
            return true;
    }
    return false;
}

static bool has_passing(node_t award)
{
    for (node_t node = node_first(award, "example"); node != NULL; node = node_next(node, "example"))
        if (strcmp(node_attr(pool, node, "pass"), "yes") == 0)
            return true;
    return false;
}

/* Every condition has an example that fails it, and every award with conditions one that passes. */
static void every_rule_is_tried(void **state)
{
    (void)state;
    for (unsigned i = 1; i < sizeof files / sizeof files[0]; i++) {
        struct doc *doc = law_file(files[i]);

        for (node_t award = node_first(node_root(doc), "award"); award != NULL; award = node_next(award, "award")) {
            node_t rule = node_first(award, "rule");

            if (rule != NULL && !has_passing(award))
                fail_msg("%s %s: no example passes", files[i], node_attr(pool, award, "code"));
            for (; rule != NULL; rule = node_next(rule, "rule"))
                if (strcmp(node_attr(pool, rule, "severity"), "info") != 0 &&
                    !has_example(award, node_attr(pool, rule, "id"), "no"))
                    fail_msg("%s: no example fails %s", files[i], node_attr(pool, rule, "id"));
        }
    }
}

static bool tried_somewhere(const char *rule)
{
    for (unsigned i = 1; i < sizeof files / sizeof files[0]; i++) {
        struct doc *doc = law_file(files[i]);

        for (node_t award = node_first(node_root(doc), "award"); award != NULL; award = node_next(award, "award"))
            if (has_example(award, rule, "no"))
                return true;
    }
    return false;
}

static void every_general_rule_is_tried(void **state)
{
    (void)state;
    for (unsigned i = 0; i < sizeof files / sizeof files[0]; i++)
        for (node_t rule = node_first(node_root(law_file(files[i])), "rule"); rule != NULL;
             rule = node_next(rule, "rule"))
            if (strcmp(node_attr(pool, rule, "severity"), "info") != 0 &&
                !tried_somewhere(node_attr(pool, rule, "id")))
                fail_msg("%s: no example fails %s", files[i], node_attr(pool, rule, "id"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follow_their_schema),
        cmocka_unit_test(one_regime_a_day),
        cmocka_unit_test(the_catalogue),
        cmocka_unit_test(who_decides_has_a_name),
        cmocka_unit_test(golden_money),
        cmocka_unit_test(money_without_its_source),
        cmocka_unit_test(base_salary),
        cmocka_unit_test(golden_votes),
        cmocka_unit_test(bases_of_the_day),
        cmocka_unit_test(the_day_of_a_paper),
        cmocka_unit_test(a_check_says_everything),
        cmocka_unit_test(a_long_find_is_cut),
        cmocka_unit_test(an_unconfirmed_award_is_stopped),
        cmocka_unit_test(unknown_awards_and_facts),
        cmocka_unit_test(every_rule_is_tried),
        cmocka_unit_test(every_general_rule_is_tried),
    };

    return cmocka_run_group_tests_name("law", tests, load, unload);
}
