/* Runs the cases of tests/data/sync.txt: a listing of the directory and what it must change. */
#include "tests/unit/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/core/sync.h"
#include "lib/core/title.h"

#define PEOPLE_MAX 8
#define TEXT_MAX 4096

static const struct sync_unit units[] = {{1, "bv1"}, {2, "bv2"}};

struct sync_case {
    struct pool *pool;
    char name[400];
    struct sync_known known[PEOPLE_MAX];
    struct sync_listed listed[PEOPLE_MAX];
    struct sync_input input;
    struct buf *expected;
    unsigned unchanged;
};

/* The value of "name=" in a line; "" when it is not there. */
static const char *value_of(struct pool *pool, const char *line, const char *name)
{
    const char *at = strstr(line, pool_printf(pool, " %s=", name));

    if (!at)
        return "";
    at += strlen(name) + 2;
    return pool_strndup(pool, at, strcspn(at, " \n"));
}

static struct sync_groups groups_of(struct pool *pool, const char *line)
{
    char *rest = pool_strdup(pool, value_of(pool, line, "groups")), *name;
    struct sync_groups out = {pool_alloc(pool, PEOPLE_MAX * sizeof *out.name), 0};

    while ((name = strtok_r(rest, "+", &rest)))
        out.name[out.count++] = name;
    return out;
}

static void add_known(struct sync_case *c, const char *line)
{
    struct pool *pool = c->pool;

    assert_true(c->input.known_count < PEOPLE_MAX);
    c->known[c->input.known_count++] =
        (struct sync_known){.id = atoi(line + strlen("known ")),
                            .directory_id = value_of(pool, line, "id"),
                            .staff_no = value_of(pool, line, "staff"),
                            .login = value_of(pool, line, "login"),
                            .name = value_of(pool, line, "name"),
                            .mail = value_of(pool, line, "mail"),
                            .unit = value_of(pool, line, "unit"),
                            .in_directory = strcmp(value_of(pool, line, "in"), "yes") == 0,
                            .groups = groups_of(pool, line)};
}

static void add_listed(struct sync_case *c, const char *line)
{
    struct pool *pool = c->pool;

    assert_true(c->input.listed_count < PEOPLE_MAX);
    c->listed[c->input.listed_count++] =
        (struct sync_listed){.directory_id = value_of(pool, line, "id"),
                             .staff_no = value_of(pool, line, "staff"),
                             .login = value_of(pool, line, "login"),
                             .name = value_of(pool, line, "name"),
                             .mail = value_of(pool, line, "mail"),
                             .unit = value_of(pool, line, "unit"),
                             .title = "",
                             .groups = groups_of(pool, line),
                             .groups_complete = !strstr(line, " some-groups")};
}

/* The plan in the words of the table. */
static void write_change(struct buf *out, const struct sync_change *c)
{
    static const char *const names[] = {"name", "mail", "login", "staff", "id", "groups"};
    const char *comma = " ";

    buf_printf(out, "%s ", sync_kind_code(c->kind));
    if (c->known && c->kind != SYNC_CONFLICT)
        buf_printf(out, "%lld", (long long)c->known->id);
    else
        buf_puts(out, c->listed->login);
    for (unsigned i = 0; i < 6; i++)
        if (c->fields & (1u << i)) {
            buf_printf(out, "%s%s", comma, names[i]);
            comma = ",";
        }
    for (unsigned i = 0; i < c->gained.count; i++)
        buf_printf(out, " +%s", c->gained.name[i]);
    for (unsigned i = 0; i < c->lost.count; i++)
        buf_printf(out, " -%s", c->lost.name[i]);
    if (c->reason)
        buf_printf(out, " %s", sync_reason_code(c->reason));
    buf_putc(out, '\n');
}

static void run_case(struct sync_case *c)
{
    struct buf *got = buf_new(c->pool, TEXT_MAX);
    struct sync_plan plan;

    sync_plan(c->pool, &c->input, &plan);
    for (unsigned i = 0; i < plan.count; i++)
        write_change(got, &plan.change[i]);
    if (plan.unchanged || strstr(c->expected->data, "unchanged"))
        buf_printf(got, "unchanged %u\n", plan.unchanged);
    if (plan.braked)
        buf_puts(got, "braked\n");
    if (strcmp(got->data, c->expected->data) != 0)
        fail_msg("case %s\nexpected:\n%scame out:\n%s", c->name, c->expected->data, got->data);
    pool_free(c->pool);
}

static void begin_case(struct sync_case *c, const char *line)
{
    *c = (struct sync_case){.pool = pool_new("case", 1 << 20)};
    snprintf(c->name, sizeof c->name, "%s", line + strlen("case "));
    c->expected = buf_new(c->pool, TEXT_MAX);
    buf_clear(c->expected);
    c->input = (struct sync_input){.complete = true,
                                   .known = c->known,
                                   .listed = c->listed,
                                   .units = units,
                                   .units_count = 2,
                                   .brake_percent = 100,
                                   .brake_count = 1000};
}

static void take_line(struct sync_case *c, const char *line)
{
    if (strncmp(line, "known ", 6) == 0)
        add_known(c, line);
    else if (strncmp(line, "listed ", 7) == 0)
        add_listed(c, line);
    else if (strncmp(line, "partial", 7) == 0)
        c->input.complete = false;
    else if (strncmp(line, "brake ", 6) == 0)
        assert_int_equal(sscanf(line, "brake %d %d", &c->input.brake_percent, &c->input.brake_count),
                         2);
    else if (strncmp(line, "expect ", 7) == 0)
        buf_puts(c->expected, line + 7);
    else if (*line != '\n')
        fail_msg("not understood: %s", line);
}

static void every_case(void **state)
{
    const char *top = getenv("top_srcdir");
    char path[400], line[400];
    struct sync_case c;
    unsigned cases = 0;
    FILE *file;

    (void)state;
    snprintf(path, sizeof path, "%s/tests/data/sync.txt", top ? top : ".");
    file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (*line == '#')
            continue;
        if (strncmp(line, "case ", 5) == 0) {
            if (cases++ > 0)
                run_case(&c);
            begin_case(&c, line);
        } else if (cases > 0) {
            take_line(&c, line);
        }
    }
    fclose(file);
    run_case(&c);
    assert_true(cases > 30);
}

/* A province: as many people as there are, all known already. */
static void a_province(void **state)
{
    enum { COUNT = 8845 };
    struct pool *pool = pool_new("province", 32 << 20);
    struct sync_known *known = pool_alloc(pool, COUNT * sizeof *known);
    struct sync_listed *listed = pool_alloc(pool, COUNT * sizeof *listed);
    struct sync_input input = {.complete = true, .known = known, .known_count = COUNT,
                               .listed = listed, .listed_count = COUNT, .units = units,
                               .units_count = 2, .brake_percent = 5, .brake_count = 20};
    struct sync_plan plan;

    (void)state;
    for (unsigned i = 0; i < COUNT; i++) {
        const char *text = pool_printf(pool, "%u", i);

        known[i] = (struct sync_known){i + 1, text, text, text, text, "", "bv1", true, {NULL, 0}};
        listed[COUNT - 1 - i] =
            (struct sync_listed){text, text, text, "", text, "bv1", "", {NULL, 0}, true};
    }
    sync_plan(pool, &input, &plan);
    assert_int_equal(plan.unchanged, COUNT);
    assert_int_equal(plan.count, 0);
    input.listed_count = 0; /* the directory lists nobody, and says that this is all */
    sync_plan(pool, &input, &plan);
    assert_int_equal(plan.of[SYNC_DISABLE], COUNT);
    assert_true(plan.braked);
    pool_free(pool);
}

static void no_units_at_all(void **state)
{
    static const struct sync_input none;

    (void)state;
    assert_null(sync_unit_of(&none, "bv1"));
}

static void who_leads(void **state)
{
    static const struct {
        const char *title;
        bool leads;
    } titles[] = {
        {"Giám đốc", true},          {"Phó Giám đốc", true},   {"Trưởng phòng", true},
        {"Phó Trưởng phòng", true},  {"Phó phòng", true},     {"Phó Trưởng khoa Nội", true},
        {"Chi cục trưởng", true},    {"Phó Chi cục trưởng", true}, {"Chánh Thanh tra", true},
        {"Bác sĩ", false},           {"Điều dưỡng trưởng", false}, {"Trưởng ca", false},
        {"Trợ lý Giám đốc", false},  {"Phòng Kế hoạch", false}, {"", false},              {"Trạm trưởng", true},
        {"Chánhxxx", false},         {"Giám đốc/Bí thư", true},    {"Phó giáo sư", false},
    };
    struct pool *pool = pool_new("titles", 1 << 16);

    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        if (title_leads(pool, titles[i].title) != titles[i].leads)
            fail_msg("%s", titles[i].title);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
        cmocka_unit_test(a_province),
        cmocka_unit_test(no_units_at_all),
        cmocka_unit_test(who_leads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
