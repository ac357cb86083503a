/* Papers of a dossier: uploaded, handed out, taken away. */
#include <string.h>

#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "lib/core/download.h"
#include "lib/store/evidence.h"
#include "lib/store/file.h"
#include "lib/store/nominee.h"

/* What may be kept, recognised by its first bytes: never by the name or what the client says. */
static const struct {
    const char *magic;
    size_t at, len;
    const char *type;
} kinds[] = {
    {"%PDF-", 0, 5, "application/pdf"},
    {"\x89PNG\r\n\x1a\n", 0, 8, "image/png"},
    {"\xff\xd8\xff", 0, 3, "image/jpeg"},
    {"PK\x03\x04", 0, 4, "application/vnd.openxmlformats-officedocument"},
};

static const char *media_type(const struct form_file *f)
{
    for (unsigned i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (f->len >= kinds[i].at + kinds[i].len &&
            memcmp((const char *)f->bytes + kinds[i].at, kinds[i].magic, kinds[i].len) == 0)
            return kinds[i].type;
    return NULL;
}

static enum outcome keep_file(struct call *c, int64_t *file_id, struct err *e)
{
    const struct form_file *f = form_file(c->form, "file");
    struct file_new file = {.bytes = f->bytes, .len = f->len, .name = f->name,
                            .media_type = media_type(f), .uploaded_by = c->actor.person_id};

    if (!file.media_type) {
        form_error(c->form, "file", "file.kind");
        return form_invalid(e);
    }
    return file_keep(c->tx, c->app->conf->files_dir, &file, file_id, e);
}

/* A paper may be of one row of this dossier, or of the whole. */
static enum outcome check_row(struct call *c, const struct dossier *d, int64_t nominee_id,
                              const char **outcome, struct err *e)
{
    struct nominee n;
    enum outcome rc;

    *outcome = NULL;
    if (!nominee_id)
        return OUT_OK;
    rc = nominee_get(c->tx, c->pool, d->n.id, nominee_id, &n, e);
    if (rc == OUT_OK)
        *outcome = n.outcome;
    return rc;
}

enum outcome on_evidence_add(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct evidence_new paper = {.kind = form_text(c->form, "kind"),
                                 .number = form_text(c->form, "number"),
                                 .issued_on = form_date(c->form, "issued_on"),
                                 .nominee_id = form_int(c->form, "nominee_id")};
    const char *row_outcome;
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = check_row(c, &d, paper.nominee_id, &row_outcome, e);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, row_outcome, e);
    if (rc == OUT_OK)
        rc = keep_file(c, &paper.file_id, e);
    if (rc == OUT_OK)
        rc = evidence_add(c->tx, d.n.id, &paper, e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &d, paper.nominee_id, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d.n.id, e);
    if (rc == OUT_OK)
        rc = nomination_log(c->tx, &d.n, &act,
                            &(struct nomination_step){.action = "attach",
                                                      .from = d.n.state,
                                                      .to = d.n.state,
                                                      .nominee_id = paper.nominee_id,
                                                      .before = "",
                                                      .after = paper.kind},
                            e);
    return rc == OUT_OK
               ? call_see_other(c, "evidence.added", "/nominations/%lld", (long long)d.n.id)
               : rc;
}

enum outcome on_evidence_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct file_face file;
    enum outcome rc =
        evidence_file_of(c->tx, c->pool, &viewer, c->id[0], c->id[1], &file, e);

    if (rc == OUT_OK)
        rc = file_there(c->app->conf->files_dir, file.digest, file.size, e);
    if (rc != OUT_OK)
        return rc;
    c->internal_file = file.digest;
    c->download_name = download_name(c->pool, file.name, file.media_type);
    c->download_type = file.media_type;
    return OUT_OK;
}

enum outcome on_evidence_remove(struct call *c, struct err *e)
{
    struct act act = call_act(c, "");
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = dossier_may_edit(c, &d, NULL, e);
    if (rc == OUT_OK)
        rc = evidence_remove(c->tx, d.n.id, c->id[1], e);
    if (rc == OUT_OK)
        rc = dossier_check(c, &d, 0, e);
    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d.n.id, e);
    if (rc == OUT_OK)
        rc = nomination_log(c->tx, &d.n, &act,
                            &(struct nomination_step){
                                .action = "detach", .from = d.n.state, .to = d.n.state},
                            e);
    return rc == OUT_OK
               ? call_see_other(c, "evidence.removed", "/nominations/%lld", (long long)d.n.id)
               : rc;
}
