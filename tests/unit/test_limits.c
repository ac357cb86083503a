/* Every field of every route at its limits: what is exactly as long, as small or as large as allowed is taken, one more or less is refused,
 * with its own sentence.  The fields come from the routes themselves; what their limits should be stands in tests/data/limits.csv. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <string.h>

#include "fcgi/form_parse.h"
#include "fcgi/route.h"
#include "lib/xml/tree.h"
#include "tests/unit/lines.h"

static struct pool *pool;
static struct messages *messages;

static int load(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    pool = pool_new("test", 512u << 20);
    return messages_load(pool, source_path("conf/messages.xml"), &messages, &e) != OUT_OK;
}

static int unload(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static const char *const types[] = {"unset", "text",   "long",    "code", "int",    "date",
                                    "bool",  "choice", "choices", "ids",  "secret", "file"};

/* What stands beside the field when this came; "" when it was taken. */
static const char *said(const struct field *f, const struct pair *pair)
{
    const struct field only[] = {*f, {.name = NULL}};
    struct pairs *pairs = pairs_new(pool);
    struct doc *doc = doc_new(pool, "page");
    struct err e = ERR_INIT;
    node_t node;

    assert_int_equal(pairs_add(pairs, pair->name, pair->value, &e), OUT_OK);
    pairs->v[0].file = pair->file;
    form_write(form_parse(pool, messages, only, pairs, false), doc);
    assert_int_equal(doc_finish(doc, &e), OUT_OK);
    node = node_first(node_first(node_root(doc), "form"), "field");
    assert_non_null(node);
    return node_has(node, "error") ? node_attr(pool, node, "error") : "";
}

static void expect(const struct field *f, const char *what, const char *value,
                   const struct form_file *file, const char *key)
{
    size_t len = strlen(f->name);
    const char *name = f->name[len - 1] == '-' ? pool_printf(pool, "%s1", f->name) : f->name;
    struct pair pair = {.name = name, .value = value, .file = file};
    const char *answer = said(f, &pair);

    if (strcmp(answer, key) != 0)
        fail_msg("%s, %s: \"%s\" instead of \"%s\"", f->name, what, answer, key);
}

static char *times(const char *letter, int64_t count)
{
    size_t len = strlen(letter);
    char *out = pool_alloc(pool, (size_t)count * len + 1);

    for (int64_t i = 0; i < count; i++)
        memcpy(out + (size_t)i * len, letter, len);
    return out;
}

/* Characters are counted as they are read: composed, whatever the bytes, and as a Mac sends them. */
static void at_length(const struct field *f)
{
    int64_t max = f->max ? f->max : f->type == FIELD_LONG ? FIELD_LONG_MAX : FIELD_TEXT_MAX;
    const char *letter = f->type == FIELD_CODE ? "A" : "ắ";

    expect(f, "nothing", "", NULL, "");
    expect(f, "one character", letter, NULL, "");
    expect(f, "as long as allowed", times(letter, max), NULL, "");
    expect(f, "one more", times(letter, max + 1), NULL, "field.too-long");
    if (f->type == FIELD_TEXT || f->type == FIELD_LONG) {
        expect(f, "as long as allowed, decomposed", times("a\xCC\x81", max), NULL, "");
        expect(f, "one more, decomposed", times("a\xCC\x81", max + 1), NULL, "field.too-long");
        expect(f, "as long as allowed and blanks around it",
               pool_printf(pool, "  %s  ", times(letter, max)), NULL, "");
    }
    if (f->min > 0)
        expect(f, "one less", times(letter, f->min - 1), NULL, "field.too-short");
}

static const char *decimal(int64_t n)
{
    return pool_printf(pool, "%lld", (long long)n);
}

static void at_value(const struct field *f)
{
    expect(f, "the smallest", decimal(f->min), NULL, "");
    expect(f, "one less", decimal(f->min - 1), NULL, "field.too-small");
    assert_int_not_equal(f->max, 0); /* a number without an end is an oversight */
    expect(f, "the largest", decimal(f->max), NULL, "");
    expect(f, "one more", decimal(f->max + 1), NULL, "field.too-large");
}

static void at_size(const struct field *f)
{
    struct form_file file = {.name = "a.pdf", .media_type = "", .bytes = "%PDF-", .len = 5};

    expect(f, "a few bytes", "", &file, "");
    file.len = (size_t)f->max;
    expect(f, "as large as allowed", "", &file, "");
    file.len++;
    expect(f, "one byte more", "", &file, "field.file-too-big");
    file.len = 0;
    expect(f, "no bytes", "", &file, "field.file-empty");
}

static void check_field(const struct field *f)
{
    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_CODE:
    case FIELD_SECRET:
        at_length(f);
        return;
    case FIELD_INT:
    case FIELD_IDS:
        at_value(f);
        return;
    case FIELD_FILE:
        at_size(f);
        return;
    case FIELD_CHOICE:
    case FIELD_CHOICES:
        expect(f, "the first", f->choices[0], NULL, "");
        expect(f, "none of them", "khong_co", NULL, "field.choice");
        return;
    case FIELD_DATE:
        expect(f, "a leap day", "29/02/2024", NULL, "");
        expect(f, "a leap day that was none", "29/02/2023", NULL, "field.date");
        return;
    case FIELD_BOOL:
        expect(f, "yes", "yes", NULL, "");
        expect(f, "something else", "on", NULL, "field.choice");
        return;
    case FIELD_UNSET:
        break;
    }
    fail_msg("%s has no type", f->name);
}

static void every_field_at_its_limits(void **state)
{
    int fields = 0;

    (void)state;
    for (unsigned i = 0; i < routes_count; i++)
        for (const struct field *f = routes[i].fields; f && f->name; f++, fields++)
            check_field(f);
    assert_true(fields > 80);
}

#define LIMITS_MAX 100

/* name,type,min,max of a field that has limits; false for the others. */
static bool limits_of(const struct field *f, char out[120])
{
    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_CODE:
    case FIELD_SECRET:
    case FIELD_INT:
    case FIELD_IDS:
    case FIELD_FILE:
        snprintf(out, 120, "%s,%s,%lld,%lld", f->name, types[f->type], (long long)f->min, (long long)f->max);
        return true;
    default:
        return false;
    }
}

static bool stands(char list[][120], unsigned count, const char *line, bool *seen)
{
    for (unsigned i = 0; i < count; i++)
        if (strcmp(list[i], line) == 0) {
            seen[i] = true;
            return true;
        }
    return false;
}

/* A limit is changed in two places or not at all. */
static void limits_are_those_of_the_table(void **state)
{
    static char list[LIMITS_MAX][120];
    static bool seen[LIMITS_MAX];
    struct lines lines;
    unsigned count = 0;
    char line[120];

    (void)state;
    lines_open(&lines, "tests/data/limits.csv");
    assert_true(lines_next(&lines));
    while (lines_next(&lines)) {
        assert_int_equal(lines.count, 4);
        assert_true(count < LIMITS_MAX);
        snprintf(list[count++], 120, "%s,%s,%s,%s", lines.field[0], lines.field[1], lines.field[2], lines.field[3]);
    }
    for (unsigned i = 0; i < routes_count; i++)
        for (const struct field *f = routes[i].fields; f && f->name; f++)
            if (limits_of(f, line) && !stands(list, count, line, seen))
                fail_msg("%s: %s is not in tests/data/limits.csv", routes[i].path, line);
    for (unsigned i = 0; i < count; i++)
        if (!seen[i])
            fail_msg("tests/data/limits.csv: no field is %s", list[i]);
}

static void as_many_fields_as_allowed(void **state)
{
    struct pairs *pairs = pairs_new(pool);
    struct err e = ERR_INIT;

    (void)state;
    for (unsigned i = 0; i < PAIRS_MAX; i++)
        assert_int_equal(pairs_add(pairs, "row", "1", &e), OUT_OK);
    assert_int_equal(pairs_add(pairs, "row", "1", &e), OUT_TOOBIG);
    assert_string_equal(e.key, "request.too-many");
    assert_int_equal(pairs->n, PAIRS_MAX);
}

static void names_as_long_as_allowed(void **state)
{
    const char *name = times("n", PAIR_NAME_MAX);
    const char *one = pool_printf(pool, "%s=1", name), *more = pool_printf(pool, "x%s=1", name);
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(pairs_urlencoded(pairs_new(pool), one, strlen(one), &e), OUT_OK);
    assert_int_equal(pairs_urlencoded(pairs_new(pool), more, strlen(more), &e), OUT_INVALID);
    assert_string_equal(e.key, "request.form");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_at_its_limits),
        cmocka_unit_test(limits_are_those_of_the_table),
        cmocka_unit_test(as_many_fields_as_allowed),
        cmocka_unit_test(names_as_long_as_allowed),
    };

    return cmocka_run_group_tests_name("limits", tests, load, unload);
}
