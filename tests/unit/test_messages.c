#include "tests/unit/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fcgi/messages.h"
#include "lib/xml/sheet.h"
#include "lib/xml/tree.h"

static struct pool *pool;
static struct messages *messages;
static const char *path;

static enum outcome load(const char *text, struct err *e)
{
    char name[] = "/tmp/tdkt-messages-XXXXXX";
    int fd = mkstemp(name);
    FILE *file = fdopen(fd, "w");
    struct messages *made;
    enum outcome out;

    fputs(text, file);
    fclose(file);
    out = messages_load(pool, name, &made, e);
    remove(name);
    return out;
}

static void every_outcome_has_a_sentence(void **state)
{
    (void)state;
    for (int o = OUT_NOTFOUND; o < OUTCOME_COUNT; o++) {
        struct err e = ERR_INIT;
        const struct message *m;

        err_set(&e, (enum outcome)o, "no.such.key", "test");
        m = message_of(messages, &e);
        assert_string_equal(m->key, pool_printf(pool, "outcome.%s", outcome_name((enum outcome)o)));
        assert_true(*m->what && *m->why && *m->next && *m->code);
    }
}

/* A refusal says what to do next, or is a word beside a field, or is the confirmation of something done. */
static void every_message_is_whole(void **state)
{
    struct doc *doc;
    struct err e = ERR_INIT;
    unsigned count = 0;

    (void)state;
    assert_int_equal(doc_load(pool, path, &doc, &e), OUT_OK);
    for (node_t at = node_first(node_root(doc), "message"); at; at = node_next(at, "message")) {
        const struct message *m = message_find(messages, node_attr(pool, at, "key"));

        assert_non_null(m);
        if (!*m->code || strlen(m->code) > 12 || strchr(m->what, '\n'))
            fail_msg("%s: no code, too long a code, or a broken line", m->key);
        if (*m->why && !*m->next)
            fail_msg("%s: says why, but not what to do next", m->key);
        count++;
    }
    assert_true(count > 50);
}

static void placeholders_are_filled(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    err_set(&e, OUT_INVALID, "x", "test");
    err_arg_int(&e, "limit", 15);
    err_arg(&e, "name", "<b>{limit}</b>");
    assert_string_equal(message_fill(pool, "quá {limit}% của {name}{none}.", &e), "quá 15% của <b>{limit}</b>.");
    assert_string_equal(message_fill(pool, "{ mở", &e), "{ mở");
}

static void wrong_files_are_refused(void **state)
{
    static const char *const wrong[] = {
        "<messages><message code='A'><what>x</what></message></messages>",
        "<messages><message key='a' code='A'/></messages>",
        "<messages><message key='a' code='A'><what>x</what></message><message key='a' code='B'><what>y</what></message></messages>",
        "<messages>",
        "<!DOCTYPE m [<!ENTITY e SYSTEM '/etc/passwd'>]><messages><message key='a' code='A'><what>&e;</what></message></messages>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct err e = ERR_INIT;

        assert_int_not_equal(load(wrong[i], &e), OUT_OK);
        assert_true(*e.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_outcome_has_a_sentence),
        cmocka_unit_test(every_message_is_whole),
        cmocka_unit_test(placeholders_are_filled),
        cmocka_unit_test(wrong_files_are_refused),
    };
    const char *top = getenv("top_srcdir");
    struct err e = ERR_INIT;

    pool = pool_new("test", 64u << 20);
    xml_init();
    path = pool_printf(pool, "%s/conf/messages.xml", top ? top : "..");
    if (messages_load(pool, path, &messages, &e) != OUT_OK) {
        fprintf(stderr, "%s\n", e.text);
        return 1;
    }
    return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
