#include "lib/dir/dir.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/utf8.h"
#include "lib/dir/talk.h"

/* More servers than this are not tried. */
#define URIS_MAX 8

/* Longest text of the failures of several servers. */
#define FAILURES_SIZE 300

enum outcome dir_check_input(const char *login, const struct secret *password, struct err *e)
{
    size_t len = strlen(login);

    if (len == 0 || secret_length(password) == 0)
        return err_set(e, OUT_INVALID, "login.empty", "empty login or password");
    if (len > DIR_LOGIN_MAX || secret_length(password) > DIR_PASSWORD_MAX)
        return err_set(e, OUT_INVALID, "login.empty", "over-long login or password");
    if (!utf8_clean(login, len) || memchr(secret_reveal(password), 0, secret_length(password)))
        return err_set(e, OUT_INVALID, "login.empty", "login or password is not text");
    return OUT_OK;
}

/* Where the frames of one conversation are gathered. */
struct gathering {
    struct talk talk;
    struct pool *pool;
    struct dir_person *person;
    unsigned count, room;
    unsigned skipped;
    bool in_person; /* the last person was taken, so groups that follow are his */
};

static const char *clean(struct pool *pool, const char *text)
{
    const char *normal = utf8_normal(pool, text, strlen(text));

    return normal ? normal : "";
}

static void take_person(struct gathering *g, const struct frame_person *from)
{
    struct dir_person *p;

    if (g->count == g->room) {
        struct dir_person *old = g->person;

        g->room = g->room ? g->room * 2 : 256;
        g->person = pool_alloc(g->pool, g->room * sizeof *g->person);
        if (old)
            memcpy(g->person, old, g->count * sizeof *old);
    }
    p = &g->person[g->count];
    *p = (struct dir_person){.id = clean(g->pool, from->id),
                             .login = clean(g->pool, from->login),
                             .name = clean(g->pool, from->name),
                             .mail = clean(g->pool, from->mail),
                             .staff_no = clean(g->pool, from->staff_no),
                             .unit = clean(g->pool, from->unit),
                             .title = clean(g->pool, from->title),
                             .groups_complete = from->groups_complete};
    g->in_person = *p->id && *p->login && *p->name;
    if (g->in_person)
        g->count++;
    else
        g->skipped++;
}

static void take_group(struct gathering *g, const char *name)
{
    struct dir_person *p = &g->person[g->count - 1];

    if (p->groups == DIR_GROUPS_MAX) {
        p->groups_complete = false;
        return;
    }
    /* Room doubles at the powers of two, the first being one. */
    if ((p->groups & (p->groups - 1)) == 0) {
        const char **bigger =
            pool_alloc(g->pool, (p->groups ? p->groups * 2 : 1) * sizeof *bigger);

        if (p->groups)
            memcpy(bigger, p->group, p->groups * sizeof *bigger);
        p->group = bigger;
    }
    p->group[p->groups++] = clean(g->pool, name);
}

static void take_frame(void *ctx, const struct frame *frame)
{
    struct gathering *g = ctx;

    if (frame->kind == FRAME_PERSON)
        take_person(g, &frame->person);
    else if (frame->kind == FRAME_GROUP && g->in_person)
        take_group(g, frame->group);
}

static unsigned split_uris(struct pool *pool, const char *uris, const char *out[URIS_MAX])
{
    char *rest = pool_strdup(pool, uris), *uri;
    unsigned n = 0;

    while (n < URIS_MAX && (uri = strtok_r(rest, " ,\t", &rest)))
        out[n++] = uri;
    return n;
}

/* A server that does not answer gets its share of the time only, so that the next one has some; once it
 * has answered it may use all that is left. */
static enum outcome ask_one(struct gathering *g, int64_t done_by, unsigned servers_left,
                            struct frame_end *end, struct err *e)
{
    int64_t now = clock_ms();
    const struct child_job job = {.body = talk_body,
                                  .on_frame = take_frame,
                                  .ctx = g,
                                  .ready_by = now + (done_by - now) / servers_left,
                                  .done_by = done_by};

    g->count = g->skipped = 0;
    g->in_person = false;
    return child_run(&job, end, e);
}

/* Asks the servers in order until one gives an answer that is not "unavailable". */
static enum outcome converse(struct gathering *g, struct frame_end *end, struct err *e)
{
    const char *uri[URIS_MAX];
    unsigned n = split_uris(g->pool, g->talk.dir->uris, uri);
    int64_t done_by = clock_ms() + (int64_t)g->talk.dir->seconds * 1000;
    struct buf *failures = buf_new(g->pool, FAILURES_SIZE);
    struct err last = ERR_INIT;
    enum outcome out;

    if (n == 0)
        return err_set(e, OUT_INTERNAL, "dir.config", "no directory server is configured");
    for (unsigned i = 0; i < n; i++) {
        err_clear(&last);
        g->talk.uri = uri[i];
        out = ask_one(g, done_by, n - i, end, &last);
        if (out == OUT_OK)
            return OUT_OK;
        if (out != OUT_UNAVAIL)
            break;
        buf_printf(failures, "%s%s: %s", i ? "; " : "", uri[i], last.text);
    }
    if (last.code == OUT_UNAVAIL)
        return err_set(e, last.code, last.key, "%s", failures->data);
    return err_set(e, last.code, last.key, "%s", last.text);
}

enum outcome dir_login(const struct dir_settings *dir, struct pool *pool, const char *login,
                       const struct secret *password, struct dir_person *out, struct err *e)
{
    struct gathering g = {.pool = pool,
                          .talk = {.ask = TALK_LOGIN, .dir = dir, .login = login,
                                   .password = password}};
    struct frame_end end;
    enum outcome done = dir_check_input(login, password, e);

    if (done == OUT_OK)
        done = converse(&g, &end, e);
    *out = (struct dir_person){.id = "", .login = "", .name = ""};
    if (done == OUT_AUTHN && g.count == 1)
        out->id = g.person[0].id;
    if (done == OUT_OK && g.count != 1)
        done = err_set(e, OUT_INTERNAL, "dir.config", "the entry has no usable id, login or name");
    if (done == OUT_OK)
        *out = g.person[0];
    return done;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct dir_person *)a)->id, ((const struct dir_person *)b)->id);
}

enum outcome dir_list(const struct dir_settings *dir, struct pool *pool, struct dir_people *out,
                      struct err *e)
{
    struct gathering g = {.pool = pool, .talk = {.ask = TALK_LIST, .dir = dir}};
    struct frame_end end;
    enum outcome done = converse(&g, &end, e);

    *out = (struct dir_people){.completeness = DIR_FAILED};
    if (done != OUT_OK)
        return done;
    out->completeness = end.completeness == DIR_COMPLETE ? DIR_COMPLETE : DIR_PARTIAL;
    out->skipped = end.skipped + g.skipped;
    if (out->skipped > 0)
        out->completeness = DIR_PARTIAL;
    out->count = g.count;
    out->person = g.person;
    if (g.count > 0)
        qsort(g.person, g.count, sizeof *g.person, by_id);
    return OUT_OK;
}

enum outcome dir_check(const struct dir_settings *dir, struct err *e)
{
    struct pool *pool = pool_new("directory check", 65536);
    struct gathering g = {.pool = pool, .talk = {.ask = TALK_CHECK, .dir = dir}};
    struct frame_end end;
    enum outcome done = converse(&g, &end, e);

    pool_free(pool);
    return done;
}
