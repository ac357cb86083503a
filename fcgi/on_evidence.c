/* Papers of a dossier: uploaded, handed out, taken away. */
#include <string.h>

#include "fcgi/dossier.h"
#include "fcgi/on.h"
#include "fcgi/page.h"
#include "fcgi/words.h"
#include "lib/core/correction.h"
#include "lib/core/download.h"
#include "lib/store/evidence.h"
#include "lib/store/file.h"
#include "lib/store/nominee.h"
#include "lib/table/table.h"

/* What may be kept, recognised by its first bytes, of an archive also by what it names: never by its own name or what the client says. */
static const struct {
    const char *magic;
    size_t at, len;
    const char *type;
    bool (*is)(const void *bytes, size_t len); /* NULL: the first bytes are enough */
} kinds[] = {
    {"%PDF-", 0, 5, "application/pdf", NULL},
    {"\x89PNG\r\n\x1a\n", 0, 8, "image/png", NULL},
    {"\xff\xd8\xff", 0, 3, "image/jpeg", NULL},
    {"PK\x03\x04", 0, 4, "application/vnd.openxmlformats-officedocument", table_is_office},
};

static const char *media_type(const struct form_file *f)
{
    for (unsigned i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (f->len >= kinds[i].at + kinds[i].len &&
            memcmp((const char *)f->bytes + kinds[i].at, kinds[i].magic, kinds[i].len) == 0 &&
            (!kinds[i].is || kinds[i].is(f->bytes, f->len)))
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

static enum outcome find_room(struct call *c, const struct dossier *d, struct err *e)
{
    const struct form_file *f = form_file(c->form, "file");
    struct err why = ERR_INIT;
    struct room has;
    enum outcome rc = evidence_room(c->tx, d->n.id, &has, e);

    if (rc != OUT_OK || room_take(&has, (int64_t)f->len, c->app->conf->dossier_files_bytes, &why) == OUT_OK)
        return rc;
    form_error_why(c->form, "file", &why);
    return form_invalid(e);
}

/* A paper is of one row of this dossier, or of the whole. After the head's signature only the papers of a row that was returned for
 * them may come and go. */
static enum outcome may_change(struct call *c, const struct dossier *d, int64_t nominee_id,
                               struct nominee *n, struct err *e)
{
    enum outcome rc = OUT_OK;

    *n = (struct nominee){.name = "", .outcome = "", .return_fields = ""};
    if (nominee_id)
        rc = nominee_get(c->tx, c->pool, d->n.id, nominee_id, n, e);
    if (rc == OUT_OK)
        rc = dossier_may_edit(c, d, nominee_id ? n->outcome : NULL, e);
    if (rc == OUT_OK && !(dossier_opened(d, n) & ROW_EVIDENCE)) {
        err_arg(e, "name", n->name);
        return err_set(e, OUT_CONFLICT, "evidence.not-asked", "the row was not returned for papers");
    }
    return rc;
}

/* In the timeline and the audit, and among the changes of the row. */
static enum outcome log_paper(struct call *c, const struct dossier *d, const char *action,
                              const struct nominee *n, struct row_change change, struct err *e)
{
    struct act act = call_act(c, "");
    struct change_of_row of = {n->id, n->name, &change, 1};
    enum outcome rc = dossier_check(c, d, n->id, e);

    if (rc == OUT_OK)
        rc = nomination_touch(c->tx, d->n.id, e);
    if (rc != OUT_OK)
        return rc;
    return nomination_log(c->tx, &d->n, &act,
                          &(struct nomination_step){.action = action,
                                                    .from = d->n.state,
                                                    .to = d->n.state,
                                                    .nominee_id = n->id,
                                                    .before = change.before,
                                                    .after = change.after,
                                                    .changes = &of},
                          e);
}

/* A returned row is corrected on its own page: there it goes on. */
static enum outcome show(struct call *c, const struct dossier *d, const struct nominee *n,
                         const char *flash)
{
    if (n->id && !d->state->editable)
        return call_see_other(c, flash, "/nominations/%lld/nominees/%lld", (long long)d->n.id,
                              (long long)n->id);
    return call_see_other(c, flash, "/nominations/%lld", (long long)d->n.id);
}

static const char *in_words(struct call *c, const char *kind, const char *name)
{
    return pool_printf(c->pool, "%s: %s", word_of(kind), name);
}

enum outcome on_evidence_add(struct call *c, struct err *e)
{
    struct evidence_new paper = {.kind = form_text(c->form, "kind"),
                                 .number = form_text(c->form, "number"),
                                 .issued_on = form_date(c->form, "issued_on"),
                                 .nominee_id = form_int(c->form, "nominee_id")};
    struct nominee n;
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    form_need_past(c->form, "issued_on", c->today);
    if (rc == OUT_OK)
        rc = may_change(c, &d, paper.nominee_id, &n, e);
    if (rc == OUT_OK && !form_ok(c->form))
        rc = form_invalid(e);
    if (rc == OUT_OK)
        rc = find_room(c, &d, e);
    if (rc == OUT_OK)
        rc = keep_file(c, &paper.file_id, e);
    if (rc == OUT_OK)
        rc = evidence_add(c->tx, d.n.id, &paper, e);
    if (rc == OUT_OK)
        rc = log_paper(c, &d, "attach", &n,
                       (struct row_change){"evidence", "",
                                           in_words(c, paper.kind, form_file(c->form, "file")->name)},
                       e);
    return rc == OUT_OK ? show(c, &d, &n, "evidence.added") : rc;
}

/* The form comes back where it stood: that of a returned row on its own page.  Where nothing may be added any more there is no form, and
 * that is said instead. */
enum outcome on_evidence_again(struct call *c, struct err *e)
{
    struct nominee n;
    struct dossier d;
    enum outcome rc = dossier_load(c, false, &d, e);

    if (rc == OUT_OK)
        rc = may_change(c, &d, form_int(c->form, "nominee_id"), &n, e);
    if (rc != OUT_OK)
        return rc;
    if (d.state->editable)
        return dossier_write(c, &d, e);
    page_becomes(c, "nominee");
    return dossier_write_nominee(c, &d, &n, e);
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
    c->read = (struct audit_entry){.action = "nomination.read", .object = "nomination", .object_id = c->id[0],
                                   .unit_id = file.unit_id, .after = file.name};
    return OUT_OK;
}

/* Who may not change the dossier is told that, not which papers it has. */
static enum outcome find_paper(struct call *c, const struct dossier *d, struct evidence_face *paper,
                               struct err *e)
{
    struct err why = ERR_INIT;
    enum outcome rc = evidence_face_of(c->tx, c->pool, d->n.id, c->id[1], paper, &why);

    if (rc == OUT_NOTFOUND && dossier_may_edit(c, d, NULL, e) != OUT_OK)
        return e->code;
    if (rc != OUT_OK)
        *e = why;
    return rc;
}

enum outcome on_evidence_remove(struct call *c, struct err *e)
{
    struct evidence_face paper;
    struct nominee n;
    struct dossier d;
    enum outcome rc = dossier_load(c, true, &d, e);

    if (rc == OUT_OK)
        rc = find_paper(c, &d, &paper, e);
    if (rc == OUT_OK)
        rc = may_change(c, &d, paper.nominee_id, &n, e);
    if (rc == OUT_OK)
        rc = evidence_remove(c->tx, d.n.id, c->id[1], e);
    if (rc == OUT_OK)
        rc = log_paper(c, &d, "detach", &n,
                       (struct row_change){"evidence", in_words(c, paper.kind, paper.name), ""}, e);
    return rc == OUT_OK ? show(c, &d, &n, "evidence.removed") : rc;
}
