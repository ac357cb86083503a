/* lib/dir against real servers: every answer has its own outcome and key, and comes in time. */
#include "tests/unit/test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/dir/child.h"
#include "lib/dir/dir.h"
#include "tests/it/directory.h"

/* People added to the file: more than one page of 100, more than slapd's own limit of 500. */
#define MORE_PEOPLE 520
/* What the file itself holds. */
#define FILE_PEOPLE 7
#define LIMIT 150
#define SECONDS 3
/* Beyond the deadline only what starting and ending a process takes. */
#define GRACE_MS 700

static struct world {
    char folder[100];
    struct directory good, misnamed, limited;
    struct pool *pool;
    struct dir_settings dir;
} world;

static struct secret *secret(const char *text)
{
    return secret_new(world.pool, text, strlen(text));
}

/* A fresh pool and settings for the good directory before every test. */
static int settings(void **state)
{
    struct dir_settings *d = &world.dir;

    (void)state;
    world.pool = pool_new("test", 64 << 20);
    *d = (struct dir_settings){
        .uris = world.good.uri,
        .base = "dc=thu,dc=vn",
        .filter = "(&(objectClass=inetOrgPerson)(|(uid={login})(mail={login})))",
        .bind_dn = "cn=tdkt,ou=services,dc=thu,dc=vn",
        .password = secret("dich-vu"),
        .tls_ca = world.good.ca,
        .group_base = "ou=groups,dc=thu,dc=vn",
        .group_filter = "(objectClass=groupOfNames)",
        .group_member = "member",
        .sync_filter = "(objectClass=inetOrgPerson)",
        .map_id = "entryUUID",
        .map_login = "uid",
        .map_name = "cn",
        .map_mail = "mail",
        .map_staff_no = "employeeNumber",
        .map_unit = "departmentNumber",
        .map_title = "title",
        .seconds = SECONDS,
        .page_size = 100,
    };
    return 0;
}

static int tidy(void **state)
{
    (void)state;
    pool_free(world.pool);
    return 0;
}

static struct dir_person person;

static void expect_login(const char *login, const char *password, enum outcome code,
                         const char *key)
{
    struct err e = ERR_INIT;
    int64_t began = clock_ms();
    enum outcome got = dir_login(&world.dir, world.pool, login, secret(password), &person, &e);

    if (got != code || strcmp(e.key, key) != 0)
        fail_msg("%s: %s %s (%s), not %s %s", login, outcome_name(got), e.key, e.text,
                 outcome_name(code), key);
    assert_true(clock_ms() - began < SECONDS * 1000 + GRACE_MS);
}

static const char *uri_of(int port)
{
    return pool_printf(world.pool, "ldap://127.0.0.1:%d", port);
}

static void right_password(void **state)
{
    (void)state;
    expect_login("nva", "mật khẩu của An", OUT_OK, "");
    assert_string_equal(person.id, "11111111-1111-4111-8111-111111111111");
    assert_string_equal(person.login, "nva");
    assert_string_equal(person.name, "Nguyễn Văn An");
    assert_string_equal(person.mail, "nva@thu.vn");
    assert_string_equal(person.staff_no, "0001");
    assert_string_equal(person.unit, "bv-thu");
    assert_string_equal(person.title, "Bác sĩ");
}

static void nested_and_cyclic_groups(void **state)
{
    (void)state;
    expect_login("nva@thu.vn", "mật khẩu của An", OUT_OK, "");
    assert_true(person.groups_complete);
    assert_int_equal(person.groups, 3);
    assert_string_equal(person.group[0], "tdkt-clerks");
    assert_string_equal(person.group[1], "tdkt-everybody");
    assert_string_equal(person.group[2], "tdkt-staff");
}

static void a_name_with_filter_characters(void **state)
{
    (void)state;
    expect_login("vkb", "dung", OUT_OK, "");
    assert_int_equal(person.groups, 3); /* everybody, and through it clerks and staff */
    assert_string_equal(person.staff_no, "");
}

static void wrong_unknown_and_refused(void **state)
{
    static const char *const injected[] = {"*", "nva)(uid=*", "nva*", "\\6eva", "nva)(|(uid=*", "(", ")"};

    (void)state;
    expect_login("nva", "sai", OUT_AUTHN, "login.wrong");
    expect_login("khong-co", "sai", OUT_AUTHN, "login.unknown");
    for (size_t i = 0; i < sizeof injected / sizeof injected[0]; i++)
        expect_login(injected[i], "mật khẩu của An", OUT_AUTHN, "login.unknown");
    expect_login("locked", "dung", OUT_AUTHN, "login.locked");
    expect_login("expired", "dung", OUT_AUTHN, "login.expired");
    expect_login("reset", "dung", OUT_AUTHN, "login.must-change");
    expect_login("twin@thu.vn", "dung", OUT_INTERNAL, "dir.config");
    expect_login("p1", "bat ky", OUT_AUTHN, "login.wrong"); /* an entry without a password */
}

static void empty_input_asks_nobody(void **state)
{
    char longer[DIR_LOGIN_MAX + 2], password[DIR_PASSWORD_MAX + 2];

    (void)state;
    memset(longer, 'a', sizeof longer);
    longer[sizeof longer - 1] = '\0';
    memset(password, 'a', sizeof password);
    password[sizeof password - 1] = '\0';
    world.dir.uris = uri_of(dead_port()); /* whoever asks it gets another answer */
    expect_login("nva", "", OUT_INVALID, "login.empty");
    expect_login("", "x", OUT_INVALID, "login.empty");
    expect_login(longer, "x", OUT_INVALID, "login.empty");
    expect_login("nva", password, OUT_INVALID, "login.empty");
    expect_login("n\x01va", "x", OUT_INVALID, "login.empty");
    expect_login("n\xffva", "x", OUT_INVALID, "login.empty");
}

static void down(void **state)
{
    (void)state;
    world.dir.uris = uri_of(dead_port());
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.down");
}

static void silent(void **state)
{
    struct misbehaving server;

    (void)state;
    assert_true(silent_start(&server));
    world.dir.uris = uri_of(server.port);
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.timeout");
    world.dir.uris = pool_printf(world.pool, "ldaps://127.0.0.1:%d", server.port);
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.timeout");
    misbehaving_stop(&server);
}

static void stalled_in_the_handshake(void **state)
{
    struct misbehaving server;

    (void)state;
    assert_true(stalled_start(&server));
    world.dir.uris = uri_of(server.port);
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.timeout");
    /* The next server still gets its share. */
    world.dir.uris = pool_printf(world.pool, "%s %s", uri_of(server.port), world.good.uri);
    expect_login("nva", "mật khẩu của An", OUT_OK, "");
    misbehaving_stop(&server);
}

static void wrong_certificates(void **state)
{
    (void)state;
    world.dir.tls_ca = world.limited.ca; /* another authority */
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.tls");
    world.dir.tls_ca = ""; /* the system's authorities do not know ours either */
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.tls");
    world.dir.uris = world.misnamed.uri; /* another name */
    world.dir.tls_ca = world.misnamed.ca;
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.tls");
}

static void no_authority_file(void **state)
{
    (void)state;
    world.dir.tls_ca = "/nonexistent.pem";
    expect_login("nva", "mật khẩu của An", OUT_INTERNAL, "dir.config");
}

static void service_account_refused(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    world.dir.password = secret("sai");
    expect_login("nva", "mật khẩu của An", OUT_INTERNAL, "dir.config");
    assert_int_equal(dir_check(&world.dir, &e), OUT_INTERNAL);
    world.dir.password = secret("");
    expect_login("nva", "mật khẩu của An", OUT_INTERNAL, "dir.config");
}

static void check_finds_the_base(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    assert_int_equal(dir_check(&world.dir, &e), OUT_OK);
    world.dir.base = "dc=khac";
    assert_int_equal(dir_check(&world.dir, &e), OUT_INTERNAL);
    assert_string_equal(e.key, "dir.config");
}

static void second_server(void **state)
{
    (void)state;
    world.dir.uris = pool_printf(world.pool, "%s %s", uri_of(dead_port()), world.good.uri);
    expect_login("nva", "mật khẩu của An", OUT_OK, "");
    world.dir.uris = pool_printf(world.pool, "%s %s", uri_of(dead_port()), uri_of(dead_port()));
    expect_login("nva", "mật khẩu của An", OUT_UNAVAIL, "dir.down");
}

static const struct dir_person *listed(const struct dir_people *people, const char *login)
{
    for (unsigned i = 0; i < people->count; i++)
        if (strcmp(people->person[i].login, login) == 0)
            return &people->person[i];
    return NULL;
}

static void listing_in_pages(void **state)
{
    struct dir_people people;
    struct err e = ERR_INIT;
    const struct dir_person *p;

    (void)state;
    world.dir.seconds = 20;
    assert_int_equal(dir_list(&world.dir, world.pool, &people, &e), OUT_OK);
    assert_int_equal(people.completeness, DIR_COMPLETE);
    assert_int_equal(people.count, FILE_PEOPLE + MORE_PEOPLE);
    assert_int_equal(people.skipped, 0);
    for (unsigned i = 1; i < people.count; i++)
        assert_true(strcmp(people.person[i - 1].id, people.person[i].id) < 0);
    p = listed(&people, "nva");
    assert_non_null(p);
    assert_int_equal(p->groups, 3);
    assert_string_equal(p->group[1], "tdkt-everybody");
    p = listed(&people, "vkb");
    assert_non_null(p);
    assert_int_equal(p->groups, 3); /* the same as at login */
    p = listed(&people, "p519");
    assert_non_null(p);
    assert_int_equal(p->groups, 0);
    assert_string_equal(p->staff_no, "P519");
}

static void a_limit_makes_it_partial(void **state)
{
    struct dir_people people;
    struct err e = ERR_INIT;

    (void)state;
    world.dir.uris = world.limited.uri;
    world.dir.tls_ca = world.limited.ca;
    assert_int_equal(dir_list(&world.dir, world.pool, &people, &e), OUT_OK);
    assert_int_equal(people.completeness, DIR_PARTIAL);
    assert_true(people.count > 0 && people.count <= LIMIT);
}

static void entries_without_a_name_make_it_partial(void **state)
{
    struct dir_people people;
    struct err e = ERR_INIT;

    (void)state;
    world.dir.map_login = "mail"; /* three have one */
    assert_int_equal(dir_list(&world.dir, world.pool, &people, &e), OUT_OK);
    assert_int_equal(people.completeness, DIR_PARTIAL);
    assert_int_equal(people.count, 3);
    assert_int_equal(people.skipped, FILE_PEOPLE + MORE_PEOPLE - 3);
}

static void listing_fails_whole(void **state)
{
    struct dir_people people;
    struct err e = ERR_INIT;

    (void)state;
    world.dir.uris = uri_of(dead_port());
    assert_int_equal(dir_list(&world.dir, world.pool, &people, &e), OUT_UNAVAIL);
    assert_int_equal(people.completeness, DIR_FAILED);
    assert_int_equal(people.count, 0);
}

static unsigned descriptors(void)
{
    DIR *dir = opendir("/proc/self/fd");
    unsigned n = 0;

    while (dir && readdir(dir))
        n++;
    if (dir)
        closedir(dir);
    return n;
}

static void nothing_is_left_behind(void **state)
{
    unsigned before = descriptors();

    (void)state;
    expect_login("nva", "sai", OUT_AUTHN, "login.wrong");
    world.dir.uris = uri_of(dead_port());
    expect_login("nva", "sai", OUT_UNAVAIL, "dir.down");
    assert_int_equal(descriptors(), before);
}

static int start_world(void **state)
{
    const char *top = getenv("top_srcdir"), *tmp = getenv("TMPDIR");
    char from[300], ldif[200], limits[80];

    (void)state;
    snprintf(world.folder, sizeof world.folder, "%.60s/tdkt-dir-XXXXXX", tmp ? tmp : "/tmp");
    if (!secret_init() || !mkdtemp(world.folder))
        return -1;
    snprintf(from, sizeof from, "%s/tests/data/dir/directory.ldif", top ? top : ".");
    snprintf(ldif, sizeof ldif, "%s/directory.ldif", world.folder);
    snprintf(limits, sizeof limits, "size=unlimited size.prtotal=%d", LIMIT);
    if (!directory_grow(from, ldif, MORE_PEOPLE) ||
        !directory_start(&world.good, world.folder, "good", ldif, NULL, NULL) ||
        !directory_start(&world.misnamed, world.folder, "misnamed", ldif, "DNS:khac.thu.vn", NULL) ||
        !directory_start(&world.limited, world.folder, "limited", ldif, NULL, limits))
        return -1;
    return 0;
}

static int stop_world(void **state)
{
    char command[200];

    (void)state;
    directory_stop(&world.good);
    directory_stop(&world.misnamed);
    directory_stop(&world.limited);
    snprintf(command, sizeof command, "rm -rf '%s'", world.folder);
    return system(command);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, settings, tidy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(right_password),
        TEST(nested_and_cyclic_groups),
        TEST(a_name_with_filter_characters),
        TEST(wrong_unknown_and_refused),
        TEST(empty_input_asks_nobody),
        TEST(down),
        TEST(silent),
        TEST(stalled_in_the_handshake),
        TEST(wrong_certificates),
        TEST(no_authority_file),
        TEST(service_account_refused),
        TEST(check_finds_the_base),
        TEST(second_server),
        TEST(listing_in_pages),
        TEST(a_limit_makes_it_partial),
        TEST(entries_without_a_name_make_it_partial),
        TEST(listing_fails_whole),
        TEST(nothing_is_left_behind),
    };

    return cmocka_run_group_tests(tests, start_world, stop_world);
}
