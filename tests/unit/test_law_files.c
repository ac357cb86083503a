#include "tests/unit/test.h"

#include "lib/base/buf.h"
#include "lib/core/law.h"
#include "lib/xml/sheet.h"
#include "tests/unit/scratch.h"

static struct pool *pool;

static int open_pool(void **state)
{
    (void)state;
    xml_init();
    pool = pool_new("test", 256 << 20);
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

#define AWARD(more) "<award code='A' name='x' rank='1' family='title' level='so' decides='khac' for='person' " more "/>"
#define SALARY "<salary from='2020-01-01' dong='1000' certainty='A'/>"
#define COMMON(more) "<common>" SALARY AWARD("") more "</common>"
#define LAW(attrs, inside) \
    "<law name='x' certainty='A' round='up' unit='10' " attrs ">\n<vote percent='50' cite='x' certainty='A'/>" inside "</law>"
#define ONE "id='R' from='2020-01-01'"
#define ROW(inside) "<award code='A' cite='x' certainty='A'>" inside "</award>"
#define RULE(attrs) "<rule id='A-1' cite='x' certainty='A' severity='block' " attrs ">x</rule>"
#define TEN "xxxxxxxxxx"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define HTX "test=\"rating/@value = 'HTXSNV'\""
#define EXAMPLE(attrs, inside) \
    "<example " attrs "><nominee kind='person' year='2020' on='2020-05-05'>" inside "</nominee></example>"

static struct laws *read_folder(struct scratch *scratch, const char *common, const char *one, const char *other,
                                struct err *e)
{
    struct laws *laws = NULL;

    scratch_open(scratch);
    scratch_file(scratch, "common.xml", common);
    scratch_file(scratch, "one.xml", one);
    if (other != NULL)
        scratch_file(scratch, "two.xml", other);
    if (laws_load(pool, scratch->dir, &laws, e) != OUT_OK)
        laws = NULL;
    scratch_close(scratch);
    return laws;
}

static void refused(const char *common, const char *one, const char *other, const char *why)
{
    struct scratch scratch;
    struct err e = ERR_INIT;
    struct laws *laws = read_folder(&scratch, common, one, other, &e);

    if (laws != NULL || e.code != OUT_INVALID || strstr(e.text, why) == NULL || strstr(e.text, scratch.dir) == NULL)
        fail_msg("expected \"%s\", found \"%s\": %s", why, e.text, one);
}

static void wrong_common_files(void **state)
{
    static const char *const cases[][2] = {
        {"<law/>", "common.xml:1: another root than expected: law"},
        {"<common", "common.xml"},
        {COMMON("<prize/>"), "unknown element: prize"},
        {COMMON("<prize/><gift/>"), "unknown element: prize"},
        {COMMON(AWARD("")), "twice: A"},
        {"<common>" SALARY "<award code='A'/></common>", "not given: name"},
        {"<common>" SALARY "<award code='A' name='x' family='title' level='so' decides='khac' for='person'/></common>", "not given: rank"},
        {"<common>" SALARY "<award code='A' name='x' rank='1' family='title' level='so' decides='khac'/></common>", "for nobody: A"},
        {"<common>" SALARY "<award code='A' name='x' rank='1' family='title' level='so' decides='khac' for='dogs'/></common>",
         "for nobody: A"},
        {"<common><salary dong='1' certainty='A'/></common>", "without its first day or its sum"},
        {"<common><salary from='2020-01-01' certainty='A'/></common>", "without its first day or its sum"},
        {"<common><salary from='2020-02-31' dong='1' certainty='A'/></common>", "not a day: from"},
        {"<common><salary from='2020-01-01' dong='1'/></common>", "not given: certainty"},
        {"<common><salary from='2020-01-01' dong='1' certainty='Z'/></common>", "none of A B S C G"},
        {COMMON("<rule id='g' cite='x' certainty='A' severity='block' test='1 +'>x</rule>"), "test"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++)
        refused(cases[i][0], LAW(ONE, ""), NULL, cases[i][1]);
}

static void wrong_regimes(void **state)
{
    static const char *const cases[][2] = {
        {"<common/>", "one.xml:1: another root"},
        {LAW("", ""), "not given: id"},
        {LAW("id='R'", ""), "not a period: R"},
        {LAW("id='R' from='2020-01-01' to='2019-01-01'", ""), "not a period: R"},
        {LAW("id='R' from='today'", ""), "not a day: from"},
        {LAW("id='R' from='2020-01-01' extends='Q'", ""), "extends no regime: Q"},
        {"<law id='R' from='2020-01-01' name='x' certainty='A' round='down'/>", "neither up, nearest nor none"},
        {"<law id='R' from='2020-01-01' name='x' certainty='A' round='up' unit='0'/>", "not such a number: unit"},
        {"<law id='R' from='2020-01-01' name='x' certainty='A' round='up'/>", "no vote for every other award"},
        {LAW(ONE, "<prize/>"), "one.xml:2: unknown element: prize"},
        {LAW(ONE, "<award code='B' cite='x' certainty='A'/>"), "not in common.xml: B"},
        {LAW(ONE, "<award code='A' certainty='A'/>"), "not given: cite"},
        {LAW(ONE, "<award code='A' cite='x' certainty='A' active='perhaps'/>"), "neither yes nor no: active"},
        {LAW(ONE, "<award code='A' cite='x' certainty='A' name=''/>"), "not given: name"},
        {LAW(ONE, "<award code='A' cite='x' certainty='A' system='thirteen letters'/>"), "too long: system"},
        {LAW(ONE, "<award code='A' cite='x' certainty='A' like='B'/>"), "like no award: B"},
        {LAW(ONE, "<drop award='A'/>"), "no such award: A"},
        {LAW(ONE, "<bonus award='A' person='1' cite='x' certainty='A'/>"), "no such award: A"},
        {LAW(ONE, ROW("") "<bonus award='A' cite='x' certainty='A'/>"), "no coefficient"},
        {LAW(ONE, ROW("") "<bonus award='A' person='many' cite='x' certainty='A'/>"), "not such a number: person"},
        {LAW(ONE, ROW("") "<bonus person='1' cite='x' certainty='A'/>"), "no such award"},
        {LAW(ONE, "<vote award='A' percent='80' cite='x' certainty='A'/>"), "no such award: A"},
        {LAW(ONE, "<vote percent='120' cite='x' certainty='A'/>"), "not such a number: percent"},
        {LAW(ONE, "<vote cite='x' certainty='A'/>"), "not given: percent"},
        {LAW(ONE, "<basis certainty='A'/>"), "says nothing"},
        {LAW(ONE, ROW(RULE(""))), "not given: test"},
        {LAW(ONE, ROW(RULE("test='(('"))), "test"},
        {LAW(ONE, ROW(RULE("test='1' for='dogs'"))), "for: dogs"},
        {LAW(ONE, ROW("<rule id='A-1' cite='x' certainty='A' severity='hard' test='1'>x</rule>")), "neither block, warn nor info"},
        {LAW(ONE, ROW("<rule id='A-1' cite='x' certainty='A' severity='block' test='1'/>")), "does not say what it asks: A-1"},
        {LAW(ONE, ROW("<rule id='A-1' cite='x' certainty='A' severity='block' test='1'>" HUNDRED HUNDRED HUNDRED "x</rule>")),
         "says more than can be kept: A-1"},
        {LAW(ONE, ROW("<rule id='A-1' cite='" HUNDRED HUNDRED "x' certainty='A' severity='block' test='1'>x</rule>")),
         "says more than can be kept: A-1"},
        {LAW(ONE, ROW(RULE("test='1'") RULE("test='1'"))), "twice: A-1"},
        {LAW(ONE, ROW(RULE("test='1'") RULE("test='1'") RULE("test='1'"))), "twice: A-1"},
        {LAW(ONE, ROW(RULE("test='(('") EXAMPLE("pass='yes'", ""))), "test"},
        {LAW(ONE, "<prize/><gift/>"), "unknown element: prize"},
        {LAW(ONE, ROW("<example pass='yes'/>")), "not given: nominee"},
        {LAW(ONE, ROW(EXAMPLE("pass='perhaps'", ""))), "neither yes, no nor missing"},
        {LAW(ONE, ROW(EXAMPLE("pass='perhaps'", "") EXAMPLE("pass='yes'", ""))), "neither yes, no nor missing"},
        {LAW(ONE, ROW(EXAMPLE("pass='no'", ""))), "says why exactly when it does not pass"},
        {LAW(ONE, ROW(EXAMPLE("pass='yes' because='A-1'", ""))), "says why exactly when it does not pass"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++)
        refused(COMMON(""), cases[i][0], NULL, cases[i][1]);
}

/* Examples that do not come out as they say: file, line, award and what was found. */
static void examples_that_disagree(void **state)
{
    static const char *const cases[][2] = {
        {EXAMPLE("pass='yes'", ""), ":2: A in R: failed [A-1], missing []"},
        {EXAMPLE("pass='no' because='A-1'", "<rating year='2020' value='HTXSNV'/>"), "failed [], missing []"},
        {EXAMPLE("pass='no' because='A-2'", ""), "failed [A-1], missing []"},
        {EXAMPLE("pass='missing' because='A-1'", ""), "failed [A-1], missing []"},
        {EXAMPLE("pass='no' because='A-1'", "<gossip/>"), "unknown element gossip"},
        {"<example pass='yes'><nominee year='2020' on='2020-05-05'/></example>", "not given: kind"},
        {"<example pass='yes'><nominee kind='dog' year='2020' on='2020-05-05'/></example>", "needs kind, year and on"},
        {"<example pass='yes'><nominee kind='person' on='2020-05-05'/></example>", "needs kind, year and on"},
        {"<example pass='yes'><nominee kind='person' year='2020'/></example>", "needs kind, year and on"},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf *law = buf_new(pool, 1 << 16);

        buf_printf(law, LAW(ONE, ROW(RULE(HTX) "%s")), cases[i][0]);
        refused(COMMON(""), law->data, NULL, cases[i][1]);
    }
    refused(COMMON(""), LAW(ONE, ROW(RULE(HTX " needs=\"rating\"") EXAMPLE("pass='yes'", ""))), NULL, "failed [], missing [A-1]");
    refused(COMMON(""), LAW(ONE, ROW(RULE("test='$luck'") EXAMPLE("pass='yes'", ""))), NULL, "luck");
    refused(COMMON(""), LAW(ONE, ROW(RULE("test='false()' needs='$luck'") EXAMPLE("pass='yes'", ""))), NULL, "luck");
    refused(COMMON(""), LAW(ONE, ROW(RULE("test='true()' found='$luck'") EXAMPLE("pass='yes'", ""))), NULL, "luck");
}

static void periods_that_overlap(void **state)
{
    (void)state;
    refused(COMMON(""), LAW("id='R' from='2020-01-01'", ""), LAW("id='Q' from='2021-01-01'", ""), "begins before R ends");
    refused(COMMON(""), LAW("id='R' from='2020-01-01' to='2021-01-01'", ""), LAW("id='Q' from='2021-01-01'", ""), "begins before R ends");
    refused(COMMON(""), LAW("id='R' from='2020-01-01' to='2020-12-31'", ""), LAW("id='R' from='2021-01-01'", ""), "a second regime: R");
}

static void folders_that_hold_no_law(void **state)
{
    struct scratch scratch;
    struct laws *laws;
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(laws_load(pool, "/nowhere/at/all", &laws, &e), OUT_INVALID);
    assert_string_equal(e.key, "law.file");
    scratch_open(&scratch);
    err_clear(&e);
    assert_int_equal(laws_load(pool, scratch.dir, &laws, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "common.xml and a regime are needed"));
    scratch_file(&scratch, "common.xml", COMMON(""));
    scratch_file(&scratch, "README", "not a law");
    err_clear(&e);
    assert_int_equal(laws_load(pool, scratch.dir, &laws, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "common.xml and a regime are needed"));
    scratch_close(&scratch);
}

/* As many elements, each with its number between `before` and `after`. */
static const char *common_of(unsigned count, const char *before, const char *after)
{
    struct buf *text = buf_new(pool, 1 << 20);

    buf_puts(text, "<common>");
    for (unsigned i = 0; i < count; i++)
        buf_printf(text, "%s%u%s", before, i, after);
    buf_puts(text, "</common>");
    return text->data;
}

static void more_than_there_is_room_for(void **state)
{
    (void)state;
    refused(common_of(129, "<award code='A", "' name='x' rank='1' family='title' level='so' decides='khac' for='person'/>"),
            LAW(ONE, ""), NULL, "too many awards: A128");
    refused(common_of(65, "<salary from='2020-01-01' certainty='A' dong='1", "'/>"), LAW(ONE, ""), NULL, "too many: salary");
}

static void more_regimes_than_there_is_room_for(void **state)
{
    struct scratch scratch;
    struct laws *laws;
    struct err e = ERR_INIT;
    char name[32];

    (void)state;
    scratch_open(&scratch);
    for (unsigned i = 0; i < 33; i++) {
        snprintf(name, sizeof name, "r%02u.xml", i);
        scratch_file(&scratch, name, "<law/>");
    }
    assert_int_equal(laws_load(pool, scratch.dir, &laws, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "more than 32 regimes"));
    scratch_close(&scratch);
}

static int64_t bonus(const struct laws *laws, int year, enum recipient kind)
{
    const char *cite;
    int64_t dong = -1;
    struct err e = ERR_INIT;

    assert_int_equal(law_bonus(laws, "A", kind, date_make(year, 5, 5), &dong, &cite, &e), OUT_OK);
    return dong;
}

/* A regime takes over what it does not say itself. */
static void what_a_regime_takes_over(void **state)
{
    struct scratch scratch;
    struct err e = ERR_INIT;
    struct laws *laws = read_folder(&scratch, COMMON(""),
        "<law id='Q' extends='R' from='2021-01-01' name='x' certainty='A' round='nearest' unit='100'>"
        "<award code='A' name='y' cite='z' certainty='C' active='yes'/></law>",
        LAW("id='R' from='2020-01-01' to='2020-12-31'",
            "<basis certainty='A'>Căn cứ</basis><basis kind='proposal' certainty='A' to='2020-06-30'>Theo</basis><bonus award='A' person='14' cite='x' certainty='A'/>"
            "<rule id='G-1' cite='x' certainty='A' severity='warn' test='true()'>x</rule>"
            ROW(RULE(HTX) EXAMPLE("pass='no' because='A-1'", ""))), &e);

    (void)state;
    if (laws == NULL)
        fail_msg("%s", e.text);
    assert_string_equal(regime_id(laws_at(laws, 0)), "R");
    assert_string_equal(law_award(laws_at(laws, 0), "A")->name, "x");
    assert_string_equal(law_award(laws_at(laws, 1), "A")->name, "y");
    assert_false(law_award(laws_at(laws, 1), "A")->verified);
    assert_string_equal(law_basis_on(laws_at(laws, 1), "decision", date_make(2021, 1, 1), 0), "Căn cứ");
    assert_null(law_basis_on(laws_at(laws, 0), "decision", date_make(2020, 6, 30), 1));
    assert_null(law_basis_on(laws_at(laws, 0), "proposal", date_make(2020, 7, 1), 1));
    assert_string_equal(law_basis_on(laws_at(laws, 0), "proposal", date_make(2020, 6, 30), 1), "Theo");
    assert_int_equal(law_vote(laws_at(laws, 1), "A").percent, 50);
    assert_int_equal(bonus(laws, 2020, RECIPIENT_PERSON), 140);
    assert_int_equal(bonus(laws, 2021, RECIPIENT_PERSON), 100);
}

static void amounts_are_rounded_as_the_regime_says(void **state)
{
    struct scratch scratch;
    struct err e = ERR_INIT;
    struct laws *laws = read_folder(&scratch, COMMON(""),
        "<law id='R' from='2020-01-01' to='2020-12-31' name='x' certainty='A' round='none'>"
        "<vote percent='50' cite='x' certainty='A'/><award code='A' cite='x' certainty='A' for='person household'/>"
        "<bonus award='A' person='15' cite='x' certainty='A'/></law>",
        "<law id='Q' from='2021-01-01' name='x' certainty='A' round='nearest' unit='100'>"
        "<vote percent='50' cite='x' certainty='A'/><award code='A' cite='x' certainty='A'/>"
        "<bonus award='A' person='15' cite='x' certainty='A'/></law>", &e);

    (void)state;
    if (laws == NULL)
        fail_msg("%s", e.text);
    assert_int_equal(bonus(laws, 2020, RECIPIENT_PERSON), 150);
    assert_int_equal(bonus(laws, 2020, RECIPIENT_HOUSEHOLD), 225);
    assert_int_equal(bonus(laws, 2021, RECIPIENT_PERSON), 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_common_files),
        cmocka_unit_test(wrong_regimes),
        cmocka_unit_test(examples_that_disagree),
        cmocka_unit_test(periods_that_overlap),
        cmocka_unit_test(folders_that_hold_no_law),
        cmocka_unit_test(more_than_there_is_room_for),
        cmocka_unit_test(more_regimes_than_there_is_room_for),
        cmocka_unit_test(what_a_regime_takes_over),
        cmocka_unit_test(amounts_are_rounded_as_the_regime_says),
    };

    return cmocka_run_group_tests_name("law files", tests, open_pool, close_pool);
}
