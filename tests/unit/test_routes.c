/* Every route of the service x every failure of every statement it asks: the documented status, and never a success after a
 * failure. Handlers, store, sheets, messages and law are the real ones; only the database and the directory are not. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcgi/app.h"
#include "fcgi/serve.h"
#include "lib/base/log.h"
#include "lib/base/secret.h"
#include "lib/core/flow.h"
#include "tests/unit/fake_db.h"
#include "tests/unit/read_fields.h"

#define ONCE "onceCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"
#define ANSWER 200000
/* More statements for one request than this are a loop. */
#define CALLS_MAX 200

static struct app *app;
static char answer[ANSWER];

struct posted {
    const char *at;
    size_t left;
};

static ssize_t read_posted(void *from, void *to, size_t cap)
{
    struct posted *p = from;
    size_t n = p->left < cap ? p->left : cap;

    memcpy(to, p->at, n);
    p->at += n;
    p->left -= n;
    return (ssize_t)n;
}

/* How the next form is filled in: which of a field's choices, and whether what may be left out is. */
static struct filling {
    unsigned choice;
    bool sparse;
    bool look;  /* a form is sent to see another part of a long list, not to be acted on */
    bool query; /* a page is asked for with everything its list may be narrowed by */
} filling;

static const char *choice_of(const struct field *f)
{
    unsigned n = 0;

    while (f->choices[n])
        n++;
    return f->choices[filling.choice % n];
}

static bool left_out(const struct field *f)
{
    /* No number is passed over, so a reason would be refused; of one who is there there is one vote; the one row is not the exception. */
    static const char *const never[] = {"skipped", "skipped_note", "written", "no-", "no_all", "except"};
    bool may = f->type == FIELD_INT || f->type == FIELD_BOOL || strcmp(f->name, "all") == 0;

    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (f->type == FIELD_FILE || strcmp(f->name, never[i]) == 0)
            return true;
    if (strcmp(f->name, "from") == 0 && !filling.look)
        return true;
    return filling.sparse && may && !f->required && strcmp(f->name, "yes_all") != 0 && strcmp(f->name, "present") != 0;
}

/* Something right for every field that can be written down. */
static void fill_field(struct buf *body, const struct field *f)
{
    size_t len = strlen(f->name);
    bool one_of_many = f->name[len - 1] == '-';

    if (left_out(f))
        return;
    buf_printf(body, "&%s%s=", f->name, one_of_many ? "1" : "");
    if (f->type == FIELD_INT && strncmp(f->name, "year", 4) == 0)
        buf_puts(body, "2026");
    else if (f->type == FIELD_INT || f->type == FIELD_IDS)
        buf_printf(body, "%lld", (long long)(f->min > 1 ? f->min : 1));
    else if (f->type == FIELD_DATE)
        buf_puts(body, "05/02/2026");
    else if (f->type == FIELD_CHOICE || f->type == FIELD_CHOICES)
        buf_puts(body, choice_of(f));
    else if (f->type == FIELD_BOOL)
        buf_puts(body, "yes");
    else if (f->type == FIELD_CODE)
        buf_puts(body, "GKSYT");
    else if (strcmp(f->name, "recipients") == 0)
        buf_puts(body, "L%C6%B0u:%20VT");
    else
        buf_puts(body, "kept" + (strcmp(f->name, "kept") == 0 ? 4 : 0));
}

static const char *path_of(struct pool *pool, const struct route *route, const char *word)
{
    struct buf *path = buf_new(pool, 1000);

    for (const char *at = route->path; *at;) {
        if (strncmp(at, "{id}", 4) == 0) {
            buf_putc(path, '1');
            at += 4;
        } else if (strncmp(at, "{word}", 6) == 0) {
            buf_puts(path, word);
            at += 6;
        } else {
            buf_putc(path, *at++);
        }
    }
    return path->data;
}

static const char *role_for(enum permission permission, const char *wanted)
{
    if (role_may(role_of(wanted), permission))
        return wanted;
    for (int role = ROLE_STAFF; role < ROLE_COUNT; role++)
        if (role_may((enum role)role, permission))
            return role_code((enum role)role);
    return "staff";
}

static int ask(const struct route *route, const char *word)
{
    struct pool *pool = pool_new("request", 256u << 20);
    struct buf *out = buf_new(pool, 32u << 20), *body = buf_new(pool, 100000);
    bool posts = route->method == METHOD_POST;
    struct posted posted;
    int status;

    buf_puts(body, posts ? "csrf=" FAKE_CSRF "&once=" ONCE : filling.query ? "?" : "");
    for (const struct field *f = route->fields; (posts || filling.query) && f && f->name; f++)
        fill_field(body, f);
    posted = (struct posted){body->data, posts ? body->len : 0};
    {
        char *env[] = {pool_printf(pool, "REQUEST_METHOD=%s", posts ? "POST" : "GET"),
                       pool_printf(pool, "REQUEST_URI=%s%s", path_of(pool, route, word), posts ? "" : body->data),
                       pool_strdup(pool, "HTTP_HOST=tdkt.test"),
                       pool_printf(pool, "CONTENT_LENGTH=%zu", posted.left),
                       pool_strdup(pool, "CONTENT_TYPE=application/x-www-form-urlencoded"),
                       pool_strdup(pool, "HTTP_COOKIE=__Host-tdkt=" FAKE_TOKEN), NULL};

        serve(app, routes, routes_count, pool, env, (struct body_source){read_posted, &posted}, NULL, out);
    }
    snprintf(answer, sizeof answer, "%s", out->data);
    assert_int_equal(sscanf(answer, "Status: %d", &status), 1);
    pool_free(pool);
    return status;
}

struct sum {
    unsigned asked, well, injected;
};

static void fresh(const struct route *route, const char *state, const char *role)
{
    fake_db = (struct fake_db){.state = state, .role = role_for(route->permission, role)};
}

static void blame(const struct route *route, const char *word, unsigned at, int status)
{
    fprintf(stderr, "%s %s (%s), failure %s at call %u: answered %d\n",
            route->method == METHOD_POST ? "POST" : "GET", route->path, word,
            outcome_name(fake_db.fail_with), at, status);
}

/* The n-th statement fails, for every n there is. */
static void break_each(const struct route *route, const char *state, const char *role,
                       const char *word, struct sum *sum)
{
    static const enum outcome failures[] = {OUT_UNAVAIL, OUT_RETRY, OUT_INTERNAL};
    unsigned calls, commits;
    int status;

    fresh(route, state, role);
    status = ask(route, word);
    sum->well += status == 200 || status == 303;
    if (getenv("TDKT_TEST_SAY"))
        fprintf(stderr, "%d %s %s %s %s\n", status, route->path, word, role, state);
    calls = fake_db.calls;
    commits = fake_db.commits;
    sum->asked++;
    assert_true(calls < CALLS_MAX);
    for (unsigned n = 1; n <= calls; n++) {
        for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
            fresh(route, state, role);
            fake_db.fail_at = n;
            fake_db.fail_with = failures[i];
            status = ask(route, word);
            sum->injected += fake_db.failed;
            if (fake_db.failed && status != outcome_status(failures[i])) {
                blame(route, word, n, status);
                fail();
            }
        }
    }
    if (commits == 0)
        return;
    fresh(route, state, role);
    fake_db.commit = fake_db.fail_with = OUT_UNCERTAIN;
    if (ask(route, word) != 503) {
        blame(route, word, calls, 0);
        fail();
    }
}

static void no_failure_becomes_a_success(void **state)
{
    const struct flow *flow = app->nomination_flow;
    static const char *const words[] = {"to-trinh", "danh-sach", "quyet-dinh", "giay-khen"};
    struct sum sum = {0};

    (void)state;
    for (unsigned r = 0; r < routes_count; r++) {
        const struct route *route = &routes[r];

        if (strstr(route->path, "/act/{word}")) {
            for (unsigned a = 0; a < flow->actions; a++)
                for (int role = ROLE_CLERK; role < ROLE_COUNT; role++)
                    if (flow->action[a].roles & 1u << role)
                        break_each(route, flow->action[a].from, role_code((enum role)role),
                                   flow->action[a].id, &sum);
        } else if (strstr(route->path, "/paper/{word}")) {
            for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
                break_each(route, "issued", "appraiser", words[w], &sum);
        } else {
            break_each(route, "draft", "clerk", "x", &sum);
            break_each(route, "appraisal", "appraiser", "x", &sum);
        }
    }
    print_message("# %u requests, %u of them answered in full, %u failures injected\n", sum.asked,
                  sum.well, sum.injected);
    assert_true(sum.asked >= routes_count);
    assert_true(3 * sum.well > 2 * sum.asked);
    assert_true(sum.injected > 10 * sum.asked);
}

#define READ_MAX 40

/* What was read of the fields of one declaration, by whichever route and step has it. */
struct reading {
    const struct field *fields;
    bool read[READ_MAX];
};

static struct reading *reading_of(struct reading *all, const struct field *fields)
{
    while (all->fields && all->fields != fields)
        all++;
    all->fields = fields;
    return all;
}

static void gather(struct reading *all, const struct route *route, const char *state, const char *role, const char *word)
{
    struct reading *of = reading_of(all, route->fields);

    static const struct filling ways[] = {
        {0, false, false, true}, {1, false, false, true}, {2, true, false, true},
        {0, true, false, false}, {1, true, false, true},  {0, false, true, true},
        {4, false, false, true},
    };

    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        fresh(route, state, role);
        filling = ways[w];
        read_fields_forget();
        ask(route, word);
        for (unsigned i = 0; route->fields[i].name; i++) {
            assert_true(i < READ_MAX);
            of->read[i] |= read_fields_has(route->fields[i].name);
        }
    }
    filling = (struct filling){.choice = 0};
}

static void gather_route(struct reading *all, const struct route *route)
{
    static const char *const states[][2] = {{"draft", "clerk"}, {"appraisal", "appraiser"}, {"draft", "admin"}};
    const struct flow *flow = app->nomination_flow;

    for (unsigned a = 0; strstr(route->path, "/act/{word}") && a < flow->actions; a++)
        for (int role = ROLE_CLERK; role < ROLE_COUNT; role++)
            if (flow->action[a].roles & 1u << role)
                gather(all, route, flow->action[a].from, role_code((enum role)role), flow->action[a].id);
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
        gather(all, route, states[i][0], states[i][1], "x");
}

/* What a handler leaves to others. */
static bool read_elsewhere(const char *name)
{
    static const char *const names[] = {
        "kept", /* a form that outlived its session: put together again before it is parsed (keep.c) */
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Nothing is asked for that nobody reads. */
static void every_field_is_read(void **state)
{
    static struct reading all[100];
    bool fine = true;

    (void)state;
    for (unsigned r = 0; r < routes_count; r++)
        if (routes[r].fields && routes[r].body != BODY_UPLOAD)
            gather_route(all, &routes[r]);
    for (const struct reading *of = all; of->fields; of++)
        for (unsigned i = 0; of->fields[i].name; i++)
            if (!of->read[i] && !read_elsewhere(of->fields[i].name)) {
                fprintf(stderr, "nobody reads %s of a form with %s\n", of->fields[i].name, of->fields[0].name);
                fine = false;
            }
    assert_true(fine);
}

/* The name of the next field of the page; its id, "yes-1", is not part of it. */
static const char *next_input(const char **at, char name[64])
{
    static const char *const tags[] = {"<input ", "<select ", "<textarea "};

    for (const char *p = strchr(*at, '<'); p; p = strchr(p + 1, '<'))
        for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
            const char *end = strchr(p, '>'), *is = strstr(p, " name=\"");

            if (strncmp(p, tags[i], strlen(tags[i])) != 0 || !is || is > end)
                continue;
            snprintf(name, 64, "%.*s", (int)strcspn(is + 7, "\"0123456789"), is + 7);
            *at = end;
            return name;
        }
    return NULL;
}

/* What the page of a step asks for, the step reads: a field that only other steps use is not shown. */
static void a_step_reads_what_its_page_asks(void **state)
{
    static char page[ANSWER];
    const struct flow *flow = app->nomination_flow;
    const struct route *get = NULL, *post = NULL;
    unsigned looked = 0;
    bool fine = true;

    (void)state;
    for (unsigned r = 0; r < routes_count; r++)
        if (strstr(routes[r].path, "/act/{word}"))
            *(routes[r].method == METHOD_POST ? &post : &get) = &routes[r];
    for (unsigned a = 0; a < flow->actions; a++) {
        const struct flow_action *action = &flow->action[a];
        int role = ROLE_CLERK;
        const char *form;
        char name[64];

        while (!(action->roles & 1u << role))
            role++;
        fresh(get, action->from, role_code((enum role)role));
        ask(get, action->id);
        snprintf(page, sizeof page, "%s", answer);
        fresh(post, action->from, role_code((enum role)role));
        read_fields_forget();
        ask(post, action->id);
        fresh(post, action->from, role_code((enum role)role));
        filling = (struct filling){.sparse = true};
        ask(post, action->id);
        filling = (struct filling){.choice = 0};
        form = strstr(page, "data-keep=");
        while (form && next_input(&form, name)) {
            looked++;
            if (strcmp(name, "csrf") == 0 || strcmp(name, "once") == 0 || read_fields_has(name))
                continue;
            fprintf(stderr, "%s from %s asks for %s and does not read it\n", action->id, action->from, name);
            fine = false;
        }
    }
    assert_true(looked > 3 * flow->actions);
    assert_true(fine);
}

static void a_stranger_reaches_no_handler(void **state)
{
    (void)state;
    for (unsigned r = 0; r < routes_count; r++) {
        int status;

        if (routes[r].permission == PERM_ANYBODY)
            continue;
        fresh(&routes[r], "draft", "clerk");
        fake_db.fail_at = 2; /* the first is the transaction, the second the session */
        fake_db.fail_with = OUT_NOTFOUND;
        status = ask(&routes[r], "x");
        if (status != (routes[r].method == METHOD_POST ? 401 : 303)) {
            blame(&routes[r], "x", 2, status);
            fail();
        }
        assert_int_equal(fake_db.commits, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_failure_becomes_a_success),
        cmocka_unit_test(a_stranger_reaches_no_handler),
        cmocka_unit_test(every_field_is_read),
        cmocka_unit_test(a_step_reads_what_its_page_asks),
    };
    const char *top = getenv("top_srcdir");
    struct pool *pool = pool_new("site", 512u << 20);
    struct err e = ERR_INIT;
    struct conf *conf;

    if (!secret_init())
        return 1;
    log_threshold(getenv("TDKT_TEST_SAY") ? LOG_LEVEL_INFO : LOG_LEVEL_ERROR);
    if (conf_load(pool, pool_printf(pool, "%s/conf/tdkt.conf", top ? top : ".."), &conf, &e) == OUT_OK) {
        conf->data_dir = top ? top : "..";
        conf->files_dir = "/nonexistent/files";
        if (app_load(pool, conf, &app, &e) == OUT_OK) {
            app->db = db_new(pool, app->db_settings);
            return cmocka_run_group_tests_name("routes", tests, NULL, NULL);
        }
    }
    fprintf(stderr, "%s\n", e.text);
    return 1;
}
