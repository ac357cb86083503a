/* Sessions, roles, slowed logins, people from the directory: lib/store on a real server. */
#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/store/login.h"
#include "lib/store/session.h"
#include "lib/store/sync.h"
#include "tests/it/database.h"
#include "tests/it/side.h"

static const struct session_limits limits = {.idle_minutes = 60, .absolute_hours = 10};
static const struct login_limits slow = {.free = 3, .first_seconds = 5, .max_seconds = 60};

static struct world {
    struct pool *pool; /* of the run */
    struct database database;
    struct db *db;
    struct pool *test; /* of the test */
} world;

/* What one transaction of a test does, with what it needs and finds. */
struct step {
    const char *digest, *token, *word;
    int64_t person_id, grant_id, number;
    struct session session;
    const struct session_grant *grants;
    unsigned count;
    struct login_subjects subjects;
    struct sync_listed entry;
    struct sync_input input;
    struct sync_plan plan;
    bool created;
    struct session_grant acting;
};

static enum outcome did(db_body body, struct step *step, struct err *e)
{
    err_clear(e);
    return db_transact(world.db, DB_WRITE, body, step, e);
}

#define EXPECT(body, step, code, name)                                                       \
    do {                                                                                     \
        struct err expect_e;                                                                 \
        enum outcome expect_got = did(body, step, &expect_e);                                \
        if (expect_got != (code) || strcmp(expect_e.key, name) != 0)                         \
            fail_msg("%s: %s (%s)", outcome_name(expect_got), expect_e.key, expect_e.text);  \
    } while (0)

static void sql(const char *text)
{
    if (!side_run(text))
        fail_msg("%s", text);
}

static int64_t number(const char *query)
{
    return side_ask(query);
}

static const char *digest_of(const char *token)
{
    char *out = pool_alloc(world.test, DIGEST_SIZE);

    digest(token, strlen(token), out);
    return out;
}

static enum outcome begin(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;
    const struct session_start start = {.person_id = s->person_id, .replaces = s->digest ? s->digest : "",
                                        .address = "10.0.0.1", .agent = "thử",
                                        .absolute_hours = limits.absolute_hours};

    return session_begin(tx, world.test, &start, &s->token, &s->acting, e);
}

static enum outcome find(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return session_find(tx, world.test, s->digest, &limits, &s->session, e);
}

static enum outcome choose(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return session_choose(tx, world.test, s->person_id, s->digest, s->grant_id, &s->acting, e);
}

static enum outcome grants(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return session_grants(tx, world.test, &s->session, &s->grants, &s->count, e);
}

static void logged_in(struct step *s, int64_t person_id)
{
    *s = (struct step){.person_id = person_id};
    EXPECT(begin, s, OUT_OK, "");
    s->digest = digest_of(s->token);
}

static void a_session_begins_with_the_highest_role(void **state)
{
    struct step s;

    (void)state;
    logged_in(&s, 1);
    EXPECT(find, &s, OUT_OK, "");
    assert_int_equal(s.session.person_id, 1);
    assert_string_equal(s.session.name, "Nguyễn Văn An");
    assert_int_equal(s.session.role, ROLE_HEAD);
    assert_string_equal(s.session.scope, "/1/2/");
    assert_string_equal(s.session.unit_name, "BV");
    assert_int_equal(strlen(s.session.csrf), 43);
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE token_hash = csrf"), 0);
    EXPECT(grants, &s, OUT_OK, "");
    assert_int_equal(s.count, 3); /* head by name, clerk by group, staff; neither the revoked nor the ended one */
    assert_int_equal(s.grants[0].role, ROLE_HEAD);
    assert_int_equal(s.grants[1].role, ROLE_CLERK);
    assert_int_equal(s.grants[2].role, ROLE_STAFF);
    assert_string_equal(s.grants[2].unit_name, "BV");
}

static void roles_end_while_a_session_lives(void **state)
{
    struct step s;

    (void)state;
    logged_in(&s, 1);
    s.grant_id = 2; /* through the group */
    EXPECT(choose, &s, OUT_OK, "");
    EXPECT(find, &s, OUT_OK, "");
    assert_int_equal(s.session.role, ROLE_CLERK);
    assert_string_equal(s.session.scope, "/1/");
    sql("DELETE FROM person_group WHERE person_id = 1");
    EXPECT(find, &s, OUT_OK, "");
    assert_int_equal(s.session.role, ROLE_STAFF);
    assert_string_equal(s.session.scope, "-");
    assert_int_equal(s.session.grant_id, 0);
    assert_int_equal(s.session.unit_id, 2);
    sql("INSERT INTO person_group VALUES (1, 'tdkt-clerks')");
}

static void nobody_takes_a_role_of_another(void **state)
{
    struct step s;

    (void)state;
    logged_in(&s, 2);
    EXPECT(find, &s, OUT_OK, "");
    assert_int_equal(s.session.role, ROLE_STAFF);
    for (s.grant_id = 1; s.grant_id <= 5; s.grant_id++)
        EXPECT(choose, &s, OUT_DENIED, "capacity.not-yours");
    s.grant_id = 0;
    EXPECT(choose, &s, OUT_OK, "");
}

static void a_session_ends(void **state)
{
    struct step s, again;

    (void)state;
    logged_in(&s, 2);
    again = s;
    EXPECT(begin, &again, OUT_OK, ""); /* a new login takes the place of the old one */
    EXPECT(find, &s, OUT_AUTHN, "session.none");
    s.digest = digest_of("khong-co");
    EXPECT(find, &s, OUT_AUTHN, "session.none");
    logged_in(&s, 2);
    sql("UPDATE session SET seen_at = UTC_TIMESTAMP() - INTERVAL 61 MINUTE");
    EXPECT(find, &s, OUT_AUTHN, "session.none");
    sql("UPDATE session SET seen_at = UTC_TIMESTAMP() - INTERVAL 2 MINUTE");
    EXPECT(find, &s, OUT_OK, "");
    assert_true(s.session.stale);
    sql("UPDATE session SET created_at = UTC_TIMESTAMP() - INTERVAL 11 HOUR");
    EXPECT(find, &s, OUT_AUTHN, "session.none"); /* the limit was made shorter */
    logged_in(&s, 2);
    sql("UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND");
    EXPECT(find, &s, OUT_AUTHN, "session.none");
    logged_in(&s, 2);
    sql("UPDATE person SET in_directory = FALSE WHERE id = 2");
    EXPECT(find, &s, OUT_AUTHN, "session.none");
    sql("UPDATE person SET in_directory = TRUE WHERE id = 2");
}

static enum outcome close_it(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return session_close(tx, s->person_id, s->word, e);
}

static void only_ones_own_session_is_closed(void **state)
{
    struct step s;

    (void)state;
    sql("DELETE FROM session");
    logged_in(&s, 1);
    sql("UPDATE session SET public_id = 'abcdefgh12345678'");
    s.word = "abcdefgh12345678";
    s.person_id = 2;
    EXPECT(close_it, &s, OUT_NOTFOUND, "notfound");
    s.person_id = 1;
    EXPECT(close_it, &s, OUT_OK, "");
    EXPECT(close_it, &s, OUT_NOTFOUND, "notfound");
}

static enum outcome claim(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct step *s = ctx;

    return form_token_claim(tx, s->digest, s->person_id, e);
}

static enum outcome claim_and_fail(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct step *s = ctx;
    enum outcome out = form_token_claim(tx, s->digest, s->person_id, e);

    return out == OUT_OK ? err_set(e, OUT_INVALID, "form.invalid", "a field is wrong") : out;
}

static enum outcome settle(struct db_tx *tx, void *ctx, struct err *e)
{
    const struct step *s = ctx;

    return form_token_settle(tx, s->digest, s->word, e);
}

static enum outcome location(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return form_token_location(tx, world.test, s->digest, s->person_id, &s->word, e);
}

static void a_form_is_acted_on_once(void **state)
{
    struct step s = {.digest = digest_of("bieu-mau"), .person_id = 1, .word = "/nominations/7"};

    (void)state;
    EXPECT(claim_and_fail, &s, OUT_INVALID, "form.invalid"); /* rolled back: the token is still good */
    EXPECT(claim, &s, OUT_OK, "");
    EXPECT(claim, &s, OUT_CONFLICT, "form.used");
    EXPECT(settle, &s, OUT_OK, "");
    s.word = "";
    EXPECT(location, &s, OUT_OK, "");
    assert_string_equal(s.word, "/nominations/7");
    s.person_id = 2;
    EXPECT(location, &s, OUT_NOTFOUND, "form.unknown");
    s.word = NULL;
    EXPECT(settle, &s, OUT_OK, ""); /* given back */
    EXPECT(claim, &s, OUT_OK, "");
}

static enum outcome attempt(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return login_attempt(tx, &s->subjects, &slow, &s->number, e);
}

static enum outcome succeed(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return login_succeeded(tx, &s->subjects, s->person_id ? s->person_id : 1, e);
}

static enum outcome unchecked(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return login_unchecked(tx, &s->subjects, e);
}

static void attempts_of(struct step *s, const char *login, const char *address)
{
    *s = (struct step){0};
    login_subjects(world.test, login, address, &s->subjects);
}

static int64_t wait_after(struct step *s)
{
    EXPECT(attempt, s, OUT_OK, "");
    return s->number;
}

static void pass_seconds(int seconds)
{
    sql(pool_printf(world.test, "UPDATE login_failure SET open_at = open_at - INTERVAL %d SECOND", seconds));
}

static void failures_make_wait(void **state)
{
    struct step s;

    (void)state;
    attempts_of(&s, "nva", "10.0.0.9");
    for (int i = 0; i < slow.free; i++)
        assert_int_equal(wait_after(&s), 0);
    assert_in_range(wait_after(&s), slow.first_seconds - 1, slow.first_seconds);
    assert_in_range(wait_after(&s), 1, slow.first_seconds); /* counted, and no longer for it */
    attempts_of(&s, "NVA", "10.0.0.10");
    assert_in_range(wait_after(&s), 1, slow.first_seconds); /* the account, from anywhere and however written */
    attempts_of(&s, "khac", "10.0.0.9");
    assert_int_equal(wait_after(&s), 0); /* another account of the same address */
    attempts_of(&s, "nva", "10.0.0.9");
    pass_seconds(10);
    assert_int_equal(wait_after(&s), 0);
    assert_in_range(wait_after(&s), 2 * slow.first_seconds, slow.max_seconds); /* longer than the first */
    pass_seconds(100);
    EXPECT(succeed, &s, OUT_OK, "");
    for (int i = 0; i < slow.free; i++)
        assert_int_equal(wait_after(&s), 0); /* a success clears the account */
    sql("DELETE FROM login_failure");
}

static void the_longest_wait(void **state)
{
    struct step s;

    (void)state;
    attempts_of(&s, "dai", "10.0.1.1");
    for (int i = 0; i < 40; i++) {
        assert_true(wait_after(&s) <= slow.max_seconds);
        pass_seconds(1000);
    }
    sql("DELETE FROM login_failure");
}

static void a_directory_that_is_down_costs_nobody_an_attempt(void **state)
{
    struct step s;

    (void)state;
    attempts_of(&s, "nva", "10.0.0.11");
    for (int i = 0; i < 3 * slow.free; i++) {
        assert_int_equal(wait_after(&s), 0);
        EXPECT(unchecked, &s, OUT_OK, "");
    }
    sql("DELETE FROM login_failure");
}

static enum outcome directory_found(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return login_found(tx, &s->subjects, s->entry.directory_id, &slow, &s->number, e);
}

static int64_t wait_when_found(struct step *s, const char *entry)
{
    s->entry.directory_id = entry;
    EXPECT(directory_found, s, OUT_OK, "");
    return s->number;
}

/* A person with an entry, who has logged in from his office. */
static int64_t somebody(const char *login, const char *entry, const char *office)
{
    struct step s;

    sql(pool_printf(world.test, "INSERT INTO person (login, directory_id, full_name, fold, lower_name, sort_key, in_directory) "
                                "VALUES ('%s', '%s', 'Một Người', 'x', 'x', 'x', TRUE)", login, entry));
    attempts_of(&s, login, office);
    assert_int_equal(wait_after(&s), 0);
    s.person_id = number(pool_printf(world.test, "SELECT id FROM person WHERE login = '%s'", login));
    EXPECT(succeed, &s, OUT_OK, "");
    return s.person_id;
}

static void an_entry_is_counted_however_its_login_is_written(void **state)
{
    static const char *const spellings[] = {"b.an", "B.AN", "ｂ.ａｎ", "ⓑ.ⓐⓝ", "b․an", "b.an\xE3\x80\x80", "bí danh"};
    struct step s;
    int waiting = 0;

    (void)state;
    somebody("b.an", "uuid-ban", "10.2.0.1");
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        attempts_of(&s, spellings[i], pool_printf(world.test, "10.2.1.%zu", i)); /* never twice from one address */
        if (wait_after(&s) > 0 || wait_when_found(&s, "uuid-ban") > 0)
            waiting++;
        else
            assert_int_equal(waiting, 0);
    }
    assert_int_equal(waiting, sizeof spellings / sizeof spellings[0] - (size_t)slow.free);
    /* a new spelling with the right password from a new place: what the directory says is not told */
    attempts_of(&s, "ba danh", "10.2.2.1");
    assert_int_equal(wait_after(&s), 0);
    assert_true(wait_when_found(&s, "uuid-ban") > 0);
    sql("DELETE FROM login_failure");
}

/* A success that began before others failed does not end the wait they have caused: one account on the line would free all guesses. */
static void a_success_ends_no_wait_of_others(void **state)
{
    struct step own, other;
    int64_t wait = 0;

    (void)state;
    attempts_of(&own, "e.an", "10.4.0.1");
    assert_int_equal(wait_after(&own), 0);
    for (int i = 0; wait == 0 && i < 20 * slow.free; i++) {
        attempts_of(&other, pool_printf(world.test, "g%d", i), "10.4.0.1");
        wait = wait_after(&other);
    }
    assert_true(wait > 0);
    EXPECT(succeed, &own, OUT_OK, "");
    attempts_of(&other, "h", "10.4.0.1");
    assert_true(wait_after(&other) > 0);
    sql("DELETE FROM login_failure");
}

static void nobody_is_locked_out_of_where_he_always_is(void **state)
{
    struct step s;

    (void)state;
    somebody("c.an", "uuid-can", "2001:db8:7:7::1");
    for (int i = 0; i < 20; i++) {
        attempts_of(&s, "c.an", pool_printf(world.test, "10.3.%d.1", i));
        wait_after(&s);
    }
    assert_true(s.number > 0);
    for (int i = 0; i < 20 * slow.free; i++) { /* his own office is full of failures of others, too */
        attempts_of(&s, pool_printf(world.test, "d%d", i), "2001:db8:7:7::2");
        wait_after(&s);
    }
    assert_true(s.number > 0);
    attempts_of(&s, "c.an", "2001:db8:7:7:8::9"); /* another address of the same line */
    assert_int_equal(wait_after(&s), 0);
    assert_int_equal(wait_when_found(&s, "uuid-can"), 0);
    s.person_id = number("SELECT id FROM person WHERE login = 'c.an'");
    EXPECT(succeed, &s, OUT_OK, "");
    attempts_of(&s, "c.an", "10.3.77.1"); /* that helps no stranger */
    assert_true(wait_after(&s) > 0);
    attempts_of(&s, "c.an", "2001:db8:7:8::1");
    assert_true(wait_after(&s) > 0);
    attempts_of(&s, "C.An", "2001:db8:7:7::3"); /* and there he waits for himself */
    for (int i = 0; i < slow.free; i++)
        assert_int_equal(wait_after(&s), 0);
    assert_true(wait_after(&s) > 0);
    sql("UPDATE login_place SET last_at = last_at - INTERVAL 91 DAY"); /* long ago is not always */
    pass_seconds(1000);
    attempts_of(&s, "c.an", "2001:db8:7:7::1");
    wait_after(&s);
    assert_true(wait_after(&s) > 0);
    sql("DELETE FROM login_failure; DELETE FROM login_place");
}

static void a_network_is_one_place(void **state)
{
    struct step s;

    (void)state;
    for (int i = 0; i < 10 * slow.free; i++) {
        attempts_of(&s, pool_printf(world.test, "e%d", i), pool_printf(world.test, "2001:db8:9:1:%x::1", i));
        assert_int_equal(wait_after(&s), 0);
    }
    attempts_of(&s, "e-cuoi", "2001:db8:9:1:ffff::1");
    assert_true(wait_after(&s) > 0);
    attempts_of(&s, "e-cuoi", "2001:db8:9:2::1");
    assert_int_equal(wait_after(&s), 0);
    sql("DELETE FROM login_failure");
}

static void nobody_has_sessions_without_end(void **state)
{
    struct step s = {.person_id = somebody("g.an", "uuid-gan", "10.5.0.1")}, first = s;

    (void)state;
    EXPECT(begin, &first, OUT_OK, "");
    first.digest = digest_of(first.token);
    sql("UPDATE session SET created_at = created_at - INTERVAL 1 MINUTE");
    for (int i = 0; i < 19; i++)
        EXPECT(begin, &s, OUT_OK, "");
    EXPECT(find, &first, OUT_OK, "");
    for (int i = 0; i < 30; i++)
        EXPECT(begin, &s, OUT_OK, "");
    EXPECT(find, &first, OUT_AUTHN, "session.none");
    s.digest = digest_of(s.token);
    EXPECT(find, &s, OUT_OK, ""); /* the newest is there */
    assert_int_equal(number(pool_printf(world.test, "SELECT COUNT(*) FROM session WHERE person_id = %lld", (long long)s.person_id)), 20);
}

static void many_people_of_one_address(void **state)
{
    struct step s;

    (void)state;
    for (int i = 0; i < 10 * slow.free; i++) {
        attempts_of(&s, pool_printf(world.test, "nguoi%d", i), "10.0.0.12");
        assert_int_equal(wait_after(&s), 0);
    }
    attempts_of(&s, "nguoi-cuoi", "10.0.0.12");
    assert_true(wait_after(&s) > 0);
    sql("DELETE FROM login_failure");
}

static void attempts_side_by_side_are_counted_one_by_one(void **state)
{
    enum { AT_ONCE = 8 };
    unsigned let_through = 0;
    struct step s;

    (void)state;
    attempts_of(&s, "song-song", "10.0.0.13");
    for (int i = 0; i < AT_ONCE; i++)
        if (fork() == 0) {
            struct pool *pool = pool_new("side", 1 << 22);
            struct db_settings settings = database_app(&world.database);
            struct err e = ERR_INIT;

            if (db_transact(db_new(pool, &settings), DB_WRITE, attempt, &s, &e) != OUT_OK)
                _exit(2);
            _exit(s.number > 0);
        }
    for (int i = 0; i < AT_ONCE; i++) {
        int status;

        assert_true(wait(&status) > 0);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        let_through += WEXITSTATUS(status) == 0;
    }
    assert_int_equal(let_through, slow.free);
    sql("DELETE FROM login_failure");
}

static enum outcome arrive(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;

    return login_person(tx, world.test, &s->entry, date_today(), &s->person_id, &s->created, e);
}

static const char *two_groups[] = {"tdkt-a", "tdkt-b"};
static const char *other_group[] = {"tdkt-b", "tdkt-c"};

static void a_first_login_makes_the_person(void **state)
{
    struct step s = {.entry = {.directory_id = "uuid-moi", .login = "moi", .name = "Lê Thị Mới",
                               .mail = "", .staff_no = "M1", .unit = "bv", .title = "Phó Trưởng khoa",
                               .groups = {two_groups, 2}, .groups_complete = true}};

    (void)state;
    EXPECT(arrive, &s, OUT_OK, "");
    assert_true(s.created);
    assert_int_equal(number("SELECT COUNT(*) FROM person p JOIN position o ON o.person_id = p.id AND o.leader "
                            "WHERE p.login = 'moi' AND p.fold = 'le thi moi' AND p.in_directory AND o.unit_id = 2"),
                     1);
    assert_int_equal(number("SELECT COUNT(*) FROM person_group g JOIN person p ON p.id = g.person_id "
                            "WHERE p.login = 'moi'"),
                     2);
    s.entry.groups = (struct sync_groups){other_group, 2};
    s.entry.name = "Lê Thị Mới Hơn";
    EXPECT(arrive, &s, OUT_OK, "");
    assert_false(s.created);
    assert_int_equal(number("SELECT COUNT(*) FROM person_group g JOIN person p ON p.id = g.person_id WHERE "
                            "p.full_name = 'Lê Thị Mới Hơn' AND g.ldap_group IN ('tdkt-b', 'tdkt-c')"),
                     2);
    assert_int_equal(number("SELECT COUNT(*) FROM person_group WHERE ldap_group = 'tdkt-a'"), 0);
    s.entry.groups = (struct sync_groups){two_groups, 2};
    s.entry.groups_complete = false; /* then nothing is taken away */
    EXPECT(arrive, &s, OUT_OK, "");
    assert_int_equal(number("SELECT COUNT(*) FROM person_group WHERE ldap_group LIKE 'tdkt-_'"), 3);
}

static void who_may_not_come_in(void **state)
{
    static char longer[200];
    struct step s = {.entry = {.directory_id = "uuid-khac", .login = "khac", .name = "Người Khác",
                               .mail = "", .staff_no = "S1", .unit = "", .title = ""}};

    (void)state;
    EXPECT(arrive, &s, OUT_AUTHN, "login.conflict"); /* S1 is An's, and An has an entry */
    s.entry.staff_no = "S3"; /* imported, without an entry yet */
    EXPECT(arrive, &s, OUT_OK, "");
    assert_false(s.created);
    assert_int_equal(s.person_id, 3);
    sql("UPDATE person SET in_directory = FALSE WHERE id = 3");
    EXPECT(arrive, &s, OUT_AUTHN, "login.left");
    memset(longer, 'a', sizeof longer - 1);
    s.entry.name = longer;
    EXPECT(arrive, &s, OUT_AUTHN, "login.too-long");
}

static enum outcome bring_up(struct db_tx *tx, void *ctx, struct err *e)
{
    struct step *s = ctx;
    enum outcome out = sync_load(tx, world.test, date_today(), &s->input, e);

    if (out != OUT_OK)
        return out;
    sync_plan(world.test, &s->input, &s->plan);
    return sync_apply(tx, world.test, &s->input, &s->plan, date_today(), e);
}

/* More people than one bulk statement takes, each with his own groups: every row must be his. */
static void a_province_is_written_row_by_row_in_bulk(void **state)
{
    enum { PEOPLE = 1203 };
    struct sync_listed *listed = pool_alloc(world.test, PEOPLE * sizeof *listed);
    struct step s = {.input = {.complete = true, .listed = listed, .listed_count = PEOPLE,
                               .brake_percent = 100, .brake_count = 100000}};

    (void)state;
    for (unsigned i = 0; i < PEOPLE; i++) {
        const char **group = pool_alloc(world.test, 2 * sizeof *group);
        char *name = pool_printf(world.test, "n%u", i);

        group[0] = pool_printf(world.test, "g%u", i);
        group[1] = pool_printf(world.test, "g%u", i % 7);
        if (strcmp(group[0], group[1]) > 0) {
            const char *first = group[1];

            group[1] = group[0];
            group[0] = first;
        }
        listed[i] = (struct sync_listed){name, name, name, "", name, i % 2 ? "bv" : "so", name,
                                         {group, strcmp(group[0], group[1]) ? 2 : 1}, true};
    }
    EXPECT(bring_up, &s, OUT_OK, "");
    assert_int_equal(s.plan.of[SYNC_CREATE], PEOPLE);
    assert_int_equal(number("SELECT COUNT(*) FROM person p JOIN position o ON o.person_id = p.id AND o.title = p.login "
                            "JOIN unit u ON u.id = o.unit_id JOIN person_group g ON g.person_id = p.id AND "
                            "g.ldap_group = CONCAT('g', SUBSTR(p.login, 2)) WHERE p.login LIKE 'n%' AND "
                            "u.code = IF(SUBSTR(p.login, 2) % 2, 'bv', 'so')"),
                     PEOPLE);
    EXPECT(bring_up, &s, OUT_OK, ""); /* a second time there is nothing to do */
    assert_int_equal(s.plan.count, 0);
    assert_int_equal(s.plan.unchanged, PEOPLE);
}

static void leavers_lose_their_sessions(void **state)
{
    struct step s, session;

    (void)state;
    sql("UPDATE person SET in_directory = TRUE WHERE id = 1");
    logged_in(&session, 1);
    EXPECT(find, &session, OUT_OK, "");
    s = (struct step){.input = {.complete = false, .brake_percent = 100, .brake_count = 100000}};
    EXPECT(bring_up, &s, OUT_OK, "");
    EXPECT(find, &session, OUT_OK, ""); /* a partial listing takes from nobody */
    s.input.complete = true;
    EXPECT(bring_up, &s, OUT_OK, "");
    EXPECT(find, &session, OUT_AUTHN, "session.none");
    assert_int_equal(number("SELECT COUNT(*) FROM person WHERE in_directory"), 0);
    assert_int_equal(number("SELECT COUNT(*) FROM session WHERE person_id = 1"), 0);
    assert_true(number("SELECT COUNT(*) FROM position") > 1200); /* everything about them stays */
}

static const char *const sample[] = {
    "INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES "
    "(1, 'so', 'so', NULL, '/1/', 'a', '2020-01-01'), (2, 'bv', 'benh_vien', 1, '/1/2/', 'b', '2020-01-01')",
    "INSERT INTO unit_name (unit_id, valid_from, valid_to, official, short, signing, head_title, symbol, fold, lower_name) VALUES "
    "(1, '2020-01-01', NULL, 'Sở Y tế', 'Sở', 'SỞ', 'GĐ', 'SYT', 's', 's'), "
    "(2, '2020-01-01', '2021-12-31', 'Tên cũ', 'Cũ', 'CŨ', 'GĐ', 'BV', 'b', 'b'), "
    "(2, '2022-01-01', NULL, 'Bệnh viện', 'BV', 'BV', 'GĐ', 'BV', 'b', 'b')",
    "INSERT INTO person (id, staff_no, directory_id, login, full_name, fold, lower_name, sort_key, in_directory) VALUES "
    "(1, 'S1', 'uuid-1', 'nva', 'Nguyễn Văn An', 'x', 'x', 'x', TRUE), (2, 'S2', 'uuid-2', 'ttb', 'Trần Thị Bình', 'x', 'x', 'x', TRUE), "
    "(3, 'S3', NULL, NULL, 'Lê Chi', 'x', 'x', 'x', FALSE)",
    "INSERT INTO position (person_id, unit_id, title, leader, valid_from) VALUES (1, 2, 'Giám đốc', TRUE, '2020-01-01')",
    "INSERT INTO person_group VALUES (1, 'tdkt-clerks')",
    "INSERT INTO role_grant (id, person_id, ldap_group, role, unit_id, valid_from, valid_to, revoked_at) VALUES "
    "(1, 1, NULL, 'head', 2, '2020-01-01', NULL, NULL), (2, NULL, 'tdkt-clerks', 'clerk', 1, '2020-01-01', NULL, NULL), "
    "(3, 1, NULL, 'director', 1, '2020-01-01', NULL, '2021-01-01'), (4, 1, NULL, 'director', 1, '2020-01-01', '2021-01-01', NULL), "
    "(5, NULL, 'tdkt-others', 'admin', 1, '2020-01-01', NULL, NULL)",
};

static int start_world(void **state)
{
    struct db_settings settings;

    (void)state;
    world.pool = pool_new("world", 64u << 20);
    if (!secret_init() || !database_start(&world.database, world.pool))
        return -1;
    if (!side_open(&world.database, world.pool))
        return -1;
    settings = database_app(&world.database);
    world.db = db_new(world.pool, &settings);
    for (size_t i = 0; i < sizeof sample / sizeof sample[0]; i++)
        if (!side_run(sample[i])) {
            database_stop(&world.database);
            return -1;
        }
    return 0;
}

static int stop_world(void **state)
{
    (void)state;
    database_stop(&world.database);
    pool_free(world.pool);
    return 0;
}

static int begin_test(void **state)
{
    (void)state;
    world.test = pool_new("test", 64u << 20);
    return 0;
}

static int end_test(void **state)
{
    (void)state;
    pool_free(world.test);
    return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin_test, end_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_session_begins_with_the_highest_role),
        TEST(roles_end_while_a_session_lives),
        TEST(nobody_takes_a_role_of_another),
        TEST(a_session_ends),
        TEST(only_ones_own_session_is_closed),
        TEST(a_form_is_acted_on_once),
        TEST(failures_make_wait),
        TEST(the_longest_wait),
        TEST(a_directory_that_is_down_costs_nobody_an_attempt),
        TEST(many_people_of_one_address),
        TEST(attempts_side_by_side_are_counted_one_by_one),
        TEST(an_entry_is_counted_however_its_login_is_written),
        TEST(a_success_ends_no_wait_of_others),
        TEST(nobody_is_locked_out_of_where_he_always_is),
        TEST(a_network_is_one_place),
        TEST(nobody_has_sessions_without_end),
        TEST(a_first_login_makes_the_person),
        TEST(who_may_not_come_in),
        TEST(a_province_is_written_row_by_row_in_bulk),
        TEST(leavers_lose_their_sessions),
    };

    return cmocka_run_group_tests(tests, start_world, stop_world);
}
