/* A list of nominees from a file: read on trial, shown with every bad row named, then taken whole. */
#include <stdio.h>
#include <string.h>

#include "fcgi/dossier.h"
#include "fcgi/import_file.h"
#include "fcgi/on.h"
#include "fcgi/step.h"
#include "lib/store/campaign.h"
#include "lib/store/file.h"
#include "lib/store/import.h"

static enum outcome load_for_import(struct call *c, bool hold, struct dossier *d, struct err *e)
{
    enum outcome rc = dossier_load(c, hold, d, e);

    return rc == OUT_OK ? dossier_may_edit(c, d, NULL, e) : rc;
}

static void open_import(struct call *c, const struct dossier *d)
{
    doc_open(c->doc, "import");
    doc_attr_int(c->doc, "nomination-id", d->n.id);
    doc_attr(c->doc, "nomination-title", d->n.title);
    doc_attr(c->doc, "xlsx",
             pool_printf(c->pool, "/nominations/%lld/import/mau.xlsx", (long long)d->n.id));
    doc_attr(c->doc, "csv",
             pool_printf(c->pool, "/nominations/%lld/import/mau.csv", (long long)d->n.id));
}

enum outcome on_import_page(struct call *c, struct err *e)
{
    struct dossier d;
    enum outcome rc = load_for_import(c, false, &d, e);

    if (rc != OUT_OK)
        return rc;
    open_import(c, &d);
    doc_close(c->doc);
    return OUT_OK;
}

static struct import *new_import(struct call *c, const struct dossier *d, const char *file)
{
    struct act *act = pool_alloc(c->pool, sizeof *act);
    struct import_settings settings = {.kind = IMPORT_NOMINEES,
                                       .scope = c->actor.scope,
                                       .today = c->today,
                                       .nomination = &d->n,
                                       .act = act,
                                       .file = file};

    *act = call_act(c, "");
    return import_new(c->pool, &settings);
}

/* What the campaign still allows, this list counted in. */
static enum outcome write_allotment(struct call *c, const struct dossier *d,
                                    const struct import_counts *counts, struct err *e)
{
    struct quota quota;
    enum outcome rc;

    if (!d->n.campaign_id)
        return OUT_OK;
    rc = campaign_quota_of(c->tx, d->n.campaign_id, d->n.id, &quota, e);
    if (rc != OUT_OK)
        return rc;
    quota.used_collectives += (int)counts->collectives;
    quota.used_individuals += (int)counts->individuals;
    doc_open(c->doc, "allotment");
    doc_attr_int(c->doc, "campaign-id", d->n.campaign_id);
    doc_attr(c->doc, "name", d->n.campaign_name);
    quota_attrs(c->doc, &quota);
    doc_close(c->doc);
    return OUT_OK;
}

/* Keeps the file, so that taking the list is one button and no second upload. */
static enum outcome keep(struct call *c, const struct form_file *f, int64_t *file_id, struct err *e)
{
    struct file_new file = {.bytes = f->bytes,
                            .len = f->len,
                            .name = f->name,
                            .media_type = "application/octet-stream",
                            .uploaded_by = c->actor.person_id};

    return file_keep(c->tx, c->app->conf->files_dir, &file, file_id, e);
}

static enum outcome show_trial(struct call *c, const struct dossier *d, const struct import *im,
                               const struct form_file *f, struct err *e)
{
    struct import_speaker speaker = {c->pool, c->app->messages};
    struct import_counts counts = import_counts(im);
    int64_t file_id = 0;
    enum outcome rc = counts.problems == 0 ? keep(c, f, &file_id, e) : OUT_OK;

    if (rc != OUT_OK)
        return rc;
    open_import(c, d);
    doc_attr(c->doc, "file-name", f->name);
    if (file_id)
        doc_attr_int(c->doc, "file-id", file_id);
    import_write_counts(im, c->doc);
    rc = write_allotment(c, d, &counts, e);
    import_write_rows(im, c->doc, import_speak, &speaker);
    doc_close(c->doc);
    return rc;
}

static enum outcome trial(struct call *c, const struct dossier *d, struct err *e)
{
    const struct form_file *f = form_file(c->form, "file");
    struct err bad = ERR_INIT;
    struct import *im;
    enum outcome rc;

    if (!f) {
        form_error(c->form, "file", "field.file-required");
        return form_invalid(e);
    }
    im = new_import(c, d, f->name);
    rc = import_feed(im, f->bytes, f->len, e);
    if (rc != OUT_OK)
        return rc;
    rc = import_run(c->tx, im, true, &bad);
    /* What is wrong with rows stands at the rows; a list without rows has nowhere to say it. */
    if (rc != OUT_OK && import_counts(im).problems == 0) {
        *e = bad;
        return rc;
    }
    return show_trial(c, d, im, f, e);
}

static enum outcome log_taken(struct call *c, const struct dossier *d, const struct import *im,
                              const char *file, struct err *e)
{
    struct import_counts counts = import_counts(im);
    struct act act = call_act(c, "");
    const char *taken = pool_printf(c->pool, "%u cá nhân, %u tập thể; tệp %s", counts.individuals,
                                    counts.collectives, file);
    struct row_change change = {ROW_WHOLE, "", taken};
    struct change_of_row of = {0, "", &change, 1};

    return nomination_log(c->tx, &d->n, &act,
                          &(struct nomination_step){
                              .action = "import",
                              .from = d->n.state,
                              .to = d->n.state,
                              .note = taken,
                              .changes = &of},
                          e);
}

static enum outcome take(struct call *c, const struct dossier *d, struct err *e)
{
    char path[FILE_PATH_MAX];
    struct file_face file;
    struct import *im;
    enum outcome rc = file_of_person(c->tx, c->pool, c->actor.person_id,
                                     form_int(c->form, "file_id"), &file, e);

    if (rc != OUT_OK)
        return rc;
    file_path(c->app->conf->files_dir, file.digest, path);
    im = new_import(c, d, file.name);
    rc = import_feed_file(im, path, e);
    if (rc == OUT_OK)
        rc = import_run(c->tx, im, false, e);
    if (rc == OUT_OK)
        rc = dossier_check(c, d, 0, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d->n.id, e);
    if (rc == OUT_OK)
        rc = log_taken(c, d, im, file.name, e);
    if (rc == OUT_OK && form_has(c->form, "then"))
        return step_follow(c, form_text(c->form, "then"), e);
    return rc == OUT_OK ? call_see_other(c, "import.done", "/nominations/%lld", (long long)d->n.id)
                        : rc;
}

enum outcome on_import(struct call *c, struct err *e)
{
    struct dossier d;
    enum outcome rc = load_for_import(c, true, &d, e);

    if (rc != OUT_OK)
        return rc;
    return form_bool(c->form, "confirm") ? take(c, &d, e) : trial(c, &d, e);
}

/* The empty forms are for whoever may fill this dossier. */
enum outcome on_import_xlsx(struct call *c, struct err *e)
{
    struct dossier d;
    enum outcome rc = load_for_import(c, false, &d, e);

    if (rc != OUT_OK)
        return rc;
    c->download_name = "mau-danh-sach-de-nghi.xlsx";
    c->download_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return import_template_xlsx(c->pool, IMPORT_NOMINEES, &c->download, e);
}

enum outcome on_import_csv(struct call *c, struct err *e)
{
    struct dossier d;
    enum outcome rc = load_for_import(c, false, &d, e);

    if (rc != OUT_OK)
        return rc;
    c->download_name = "mau-danh-sach-de-nghi.csv";
    c->download_type = "text/csv; charset=utf-8";
    c->download = import_template_csv(c->pool, IMPORT_NOMINEES);
    return OUT_OK;
}
