#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/conf/conf.h"

static struct pool *pool;
static char folder[] = "/tmp/test_conf.XXXXXX";
static char path[64], drop_in[64], secret[64], drop_in_file[96];

static void write_file(const char *name, const char *text)
{
    FILE *f = fopen(name, "w");

    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static const struct conf *loads(const char *text)
{
    struct err e = ERR_INIT;
    struct conf *conf;

    write_file(path, text);
    if (conf_load(pool, path, &conf, &e) != OUT_OK)
        fail_msg("%s", e.text);
    return conf;
}

static void refuses(const char *text, const char *key, const char *place, const char *why)
{
    struct err e = ERR_INIT;
    struct conf *conf;

    write_file(path, text);
    assert_int_equal(conf_load(pool, path, &conf, &e), OUT_INVALID);
    assert_null(conf);
    assert_string_equal(e.key, key);
    assert_non_null(strstr(e.text, place));
    assert_non_null(strstr(e.text, why));
}

static void an_empty_file_means_the_defaults(void **state)
{
    const struct conf *conf = loads("");

    (void)state;
    assert_int_equal(conf->workers, 4);
    assert_string_equal(conf->listen, "");
    assert_string_equal(conf->log_level, "info");
    assert_string_equal(conf->office_name, "SỞ Y TẾ");
    assert_string_equal(conf->data_dir, TDKT_DATA_DIR);
}

static void reads_values(void **state)
{
    const struct conf *conf = loads("# comment\n\n[server]\n  workers = 8\r\nlisten=/run/x y.sock \n"
                                    "[office]\nplace = Ha\xCC\x80 Ti\xCC\x83nh\n[server]\n"
                                    "base_url = http://a-1.vn:8443\ndata_dir = /a/?b=c#d");

    (void)state;
    assert_string_equal(loads("[server]\nbase_url = https://a.vn:8443\n")->base_url, "https://a.vn:8443");
    assert_string_equal(loads("[server]\nbase_url = https://a.vn:80\n")->base_url, "https://a.vn:80");
    assert_string_equal(loads("[server]\nbase_url = http://a.vn:443\n")->base_url, "http://a.vn:443");
    assert_int_equal(conf->workers, 8);
    assert_string_equal(conf->listen, "/run/x y.sock");
    assert_string_equal(conf->office_place, "Hà Tĩnh");
    assert_string_equal(conf->base_url, "http://a-1.vn:8443");
    assert_string_equal(conf->data_dir, "/a/?b=c#d");
}

static void says_where_and_why(void **state)
{
    (void)state;
    refuses("[server]\n\nworker = 3\n", "conf.unknown", ".conf:3:", "worker is not a key");
    refuses("[serve]\n", "conf.unknown", ".conf:1:", "serve is not a section");
    refuses("workers = 3\n", "conf.unknown", ".conf:1:", "before the first [section]");
    refuses("[server]\nworkers = 3\nworkers = 3\n", "conf.twice", ".conf:3:", "set above");
    refuses("[server]\nworkers = many\n", "conf.type", ".conf:2:", "whole number");
    refuses("[server]\nworkers =\n", "conf.type", ".conf:2:", "whole number");
    refuses("[server]\nworkers = 65\n", "conf.range", ".conf:2:", "from 1 to 64");
    refuses("[server]\nworkers = 0\n", "conf.range", ".conf:2:", "from 1 to 64");
    refuses("[server]\nworkers = 99999999999\n", "conf.range", ".conf:2:", "from 1 to 64");
    refuses("[log]\nlevel = loud\n", "conf.type", ".conf:2:", "error warn info debug");
    refuses("[log]\nlevel =\n", "conf.type", ".conf:2:", "one of");
    refuses("[log]\nlevel = warn info\n", "conf.type", ".conf:2:", "one of");
    refuses("[server]\nbase_url = https://a.vn/\n", "conf.type", ".conf:2:", "nothing behind the name");
    refuses("[server]\nbase_url = https://a.vn:443\n", "conf.type", ".conf:2:", "other than 443");
    refuses("[server]\nbase_url = http://a.vn:80\n", "conf.type", ".conf:2:", "(http: 80)");
    refuses("[server]\nbase_url = https://A.vn\n", "conf.type", ".conf:2:", "small letters");
    refuses("[server]\nbase_url = a.vn\n", "conf.type", ".conf:2:", "as in https://");
    refuses("[server]\nbase_url = https://\n", "conf.type", ".conf:2:", "as in https://");
    refuses("[office]\nname =\n", "conf.range", ".conf:2:", "name must not be empty");
    refuses("[office]\nhead = \n", "conf.range", ".conf:2:", "head must not be empty");
    refuses("[office]\nsymbol =\n", "conf.range", ".conf:2:", "symbol must not be empty");
    refuses("[server\n", "conf.syntax", ".conf:1:", "section");
    refuses("[server]\nworkers\n", "conf.syntax", ".conf:2:", "key = value");
    refuses("[server]\nlisten = \xFF\n", "conf.syntax", ".conf:2:", "UTF-8");
}

static void refuses_a_line_without_end(void **state)
{
    char *text = pool_alloc(pool, 5000);

    (void)state;
    memset(text, 'x', 4999);
    memcpy(text, "[server]\nlisten = ", 18);
    refuses(text, "conf.syntax", ".conf:2:", "too long");
}

static void a_secret_that_others_can_read_is_refused(void **state)
{
    char text[128];

    (void)state;
    snprintf(text, sizeof text, "[database]\npassword_file = %s\n", secret);
    write_file(secret, "x");
    chmod(secret, 0644);
    refuses(text, "conf.exposed", ".conf:2:", "owner only");
    chmod(secret, 0600);
    assert_string_equal(loads(text)->db_password_file, secret);
    unlink(secret);
    assert_string_equal(loads(text)->db_password_file, secret);
}

static void later_files_win(void **state)
{
    struct err e = ERR_INIT;
    struct conf *conf;

    (void)state;
    mkdir(drop_in, 0700);
    write_file(drop_in_file, "[server]\nworkers = 2\n");
    assert_int_equal(loads("[server]\nworkers = 8\nrequest_seconds = 7\n")->workers, 2);
    assert_int_equal(loads("[server]\nworkers = 8\nrequest_seconds = 7\n")->request_seconds, 7);
    write_file(drop_in_file, "[server]\nnonsense = 2\n");
    assert_int_equal(conf_load(pool, path, &conf, &e), OUT_INVALID);
    assert_non_null(strstr(e.text, "10-local.conf:2:"));
    unlink(drop_in_file);
    rmdir(drop_in);
}

static void a_missing_file_is_not_found(void **state)
{
    struct err e = ERR_INIT;
    struct conf *conf;

    (void)state;
    assert_int_equal(conf_load(pool, "/nonexistent/tdkt.conf", &conf, &e), OUT_NOTFOUND);
}

static char *slurp(FILE *f)
{
    char *text = pool_alloc(pool, 1 << 16);

    rewind(f);
    text[fread(text, 1, (1 << 16) - 1, f)] = '\0';
    fclose(f);
    return text;
}

/* `tdkt config sample > conf/tdkt.conf` makes it good again. */
static void the_sample_file_is_what_the_table_says(void **state)
{
    FILE *made = tmpfile(), *kept;
    char name[512];

    (void)state;
    snprintf(name, sizeof name, "%s/conf/tdkt.conf", getenv("top_srcdir"));
    kept = fopen(name, "r");
    assert_non_null(kept);
    conf_sample(made);
    assert_string_equal(slurp(kept), slurp(made));
}

/* Both files name the other; whoever changes one by default changes both. */
static void nginx_lets_through_what_may_be_handed_in(void **state)
{
    const struct conf *conf = loads("");
    const char *text, *at;
    char name[512];
    FILE *file;

    (void)state;
    snprintf(name, sizeof name, "%s/conf/nginx/tdkt/locations.conf", getenv("top_srcdir"));
    file = fopen(name, "r");
    assert_non_null(file);
    text = slurp(file);
    at = strstr(text, "client_max_body_size ");
    assert_non_null(at);
    assert_true(strtol(at + 21, NULL, 10) << 20 > conf->body_bytes);
    at = strstr(text, "[server] upload_bytes");
    at = at ? strstr(at, "client_max_body_size ") : NULL;
    assert_non_null(at);
    assert_int_equal(strtol(at + 21, NULL, 10) << 20, conf->upload_bytes);
}

static void the_sample_holds_the_defaults(void **state)
{
    FILE *made = tmpfile(), *a = tmpfile(), *b = tmpfile();

    (void)state;
    conf_sample(made);
    conf_show(loads(slurp(made)), a);
    conf_show(loads(""), b);
    assert_string_equal(slurp(a), slurp(b));
}

static int prepare(void **state)
{
    (void)state;
    pool = pool_new("test", 16 << 20);
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/tdkt.conf", folder);
    snprintf(drop_in, sizeof drop_in, "%s/tdkt.conf.d", folder);
    snprintf(drop_in_file, sizeof drop_in_file, "%s/10-local.conf", drop_in);
    snprintf(secret, sizeof secret, "%s/secret", folder);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    unlink(path);
    unlink(secret);
    rmdir(folder);
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_file_means_the_defaults),
        cmocka_unit_test(reads_values),
        cmocka_unit_test(says_where_and_why),
        cmocka_unit_test(refuses_a_line_without_end),
        cmocka_unit_test(a_secret_that_others_can_read_is_refused),
        cmocka_unit_test(later_files_win),
        cmocka_unit_test(a_missing_file_is_not_found),
        cmocka_unit_test(the_sample_file_is_what_the_table_says),
        cmocka_unit_test(nginx_lets_through_what_may_be_handed_in),
        cmocka_unit_test(the_sample_holds_the_defaults),
    };

    return cmocka_run_group_tests_name("conf", tests, prepare, clean_up);
}
