#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fcgi/cmd.h"
#include "fcgi/import_file.h"
#include "lib/base/num.h"
#include "lib/core/flow.h"

struct job {
    struct command *c;
    struct import_settings settings;
    struct nomination nomination;
    struct import *im;
    struct act act;
    const char *path;
    int64_t nomination_id;
    bool dry_run;
};

static enum outcome write_template(struct command *c, struct err *e)
{
    enum import_kind kind = c->argc == 3 ? import_kind_of(c->argv[1]) : IMPORT_UNSET;
    const struct buf *out;
    FILE *file;
    size_t n;

    if (kind == IMPORT_UNSET)
        return err_set(e, OUT_INVALID, "usage", "template KIND FILE.xlsx");
    if (import_template_xlsx(c->pool, kind, &out, e) != OUT_OK)
        return e->code;
    file = fopen(c->argv[2], "wbe");
    if (!file)
        return err_set(e, OUT_UNAVAIL, "file.open", "cannot write %s", c->argv[2]);
    n = fwrite(out->data, 1, out->len, file);
    if (fclose(file) != 0 || n != out->len)
        return err_set(e, OUT_UNAVAIL, "file.open", "cannot write %s", c->argv[2]);
    return OUT_OK;
}

/* The dossier, held, and in a state in which its unit may change the list. */
static enum outcome take_nomination(struct db_tx *tx, struct job *job, struct err *e)
{
    struct viewer viewer = {.scope = "/", .today = job->settings.today};
    const struct flow_state *state;
    struct flow *flow;
    enum outcome out = flow_load(job->c->pool, cmd_data(job->c, "conf/flow/nomination.xml"), &flow, e);

    if (out == OUT_OK)
        out = job->dry_run
                  ? nomination_get(tx, job->c->pool, &viewer, job->nomination_id, &job->nomination, e)
                  : nomination_hold(tx, job->c->pool, &viewer, job->nomination_id, &job->nomination, e);
    if (out != OUT_OK)
        return out;
    state = flow_state(flow, job->nomination.state);
    if (state && state->editable)
        return OUT_OK;
    err_arg(e, "state", state ? state->label : job->nomination.state);
    return err_set(e, OUT_CONFLICT, "nomination.not-editable", "dossier %lld is in state %s",
                   (long long)job->nomination_id, job->nomination.state);
}

static enum outcome run(struct db_tx *tx, void *ctx, struct err *e)
{
    struct job *job = ctx;
    bool nominees = job->settings.kind == IMPORT_NOMINEES;
    enum outcome out = nominees ? take_nomination(tx, job, e) : OUT_OK;

    if (out == OUT_OK)
        out = import_run(tx, job->im, job->dry_run, e);
    /* The timeline is of people; that the administrator did it stands in the audit. */
    if (out == OUT_OK && nominees && !job->dry_run)
        out = nomination_touch(tx, job->nomination.id, e);
    return out;
}

static void print_problems(struct job *job)
{
    struct import_speaker speaker = {.pool = job->c->pool};
    struct import_counts counts = import_counts(job->im);
    const struct import_problem *problem;
    unsigned listed = import_problems(job->im, &problem);
    struct messages *messages;
    struct err e = ERR_INIT;

    if (messages_load(job->c->pool, cmd_data(job->c, "conf/messages.xml"), &messages, &e) != OUT_OK) {
        fprintf(stderr, "%s\n", e.text);
        return;
    }
    speaker.messages = messages;
    for (unsigned i = 0; i < listed; i++) {
        const char *reason, *next;

        import_problem_err(&problem[i], &e);
        import_speak(&speaker, &e, &reason, &next);
        printf("dòng %u%s%s: %s %s\n", problem[i].row, *problem[i].title ? ", cột " : "",
               problem[i].title, reason, next);
    }
    if (counts.problems > listed)
        printf("... và %u lỗi nữa\n", counts.problems - listed);
}

/* A line on the terminal of who waits. */
static void show_progress(void *ctx, enum import_step step, unsigned done)
{
    (void)ctx;
    if (done > 0 && isatty(STDERR_FILENO))
        fprintf(stderr, "\r%s %u rows", step == IMPORT_READING ? "read" : "written", done);
}

static enum outcome read_arguments(struct command *c, struct job *job, struct err *e)
{
    const char *nomination = cmd_option(c, "--nomination");

    job->dry_run = cmd_flag(c, "--dry-run");
    if (cmd_no_more(c, 2, e) != OUT_OK)
        return e->code;
    if (c->argc != 2)
        return err_set(e, OUT_INVALID, "usage", "which list, from which file?");
    job->settings.kind = import_kind_of(c->argv[0]);
    job->path = c->argv[1];
    if (job->settings.kind == IMPORT_UNSET)
        return err_set(e, OUT_INVALID, "usage", "there is no list called %s", c->argv[0]);
    if ((job->settings.kind == IMPORT_NOMINEES) != (nomination != NULL) ||
        (nomination && !num_parse(nomination, 1, INT32_MAX, &job->nomination_id)))
        return err_set(e, OUT_INVALID, "usage", "--nomination ID belongs to nominees");
    return OUT_OK;
}

enum outcome cmd_import(struct command *c, struct err *e)
{
    struct job job = {.c = c};
    struct import_counts counts;
    const char *slash;
    struct db *db;
    enum outcome out;

    if (c->argc > 0 && strcmp(c->argv[0], "template") == 0)
        return write_template(c, e);
    if (read_arguments(c, &job, e) != OUT_OK)
        return e->code;
    slash = strrchr(job.path, '/');
    job.act = (struct act){.role = "admin", .capacity = "", .request_id = "tdkt", .address = ""};
    job.settings.progress = show_progress;
    job.settings.scope = "/";
    job.settings.today = date_today();
    job.settings.nomination = job.settings.kind == IMPORT_NOMINEES ? &job.nomination : NULL;
    job.settings.act = &job.act;
    job.settings.file = slash ? slash + 1 : job.path;
    job.im = import_new(c->pool, &job.settings);
    out = import_feed_file(job.im, job.path, e);
    if (out == OUT_OK) {
        fprintf(stderr, "%s%u rows read\n", isatty(STDERR_FILENO) ? "\r" : "", import_counts(job.im).rows);
        out = cmd_db(c, &db, e);
    }
    if (out == OUT_OK)
        out = db_transact(db, job.dry_run ? DB_READ : DB_WRITE, run, &job, e);
    counts = import_counts(job.im);
    if (isatty(STDERR_FILENO))
        fputc('\n', stderr);
    if (counts.problems > 0)
        print_problems(&job);
    if (out == OUT_OK)
        printf("%s: %u rows %s\n", import_kind_word(job.settings.kind), counts.good,
               job.dry_run ? "would be taken" : "taken");
    return out;
}
