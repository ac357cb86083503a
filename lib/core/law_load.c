/* Reading the folder of law files: the common one, then each regime after the one it extends. */
#include "lib/core/regime.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* One law file, parsed. */
struct file {
    const char *path;
    node_t root;
    bool read;
};

struct files {
    unsigned count;
    struct file file[REGIMES_MAX];
    struct file common;
};

static enum outcome open_file(struct pool *pool, const char *path, const char *root_name,
                              struct file *out, struct err *e)
{
    struct source in = {.pool = pool, .path = path, .key = "law.file", .e = e};
    struct doc *doc;

    if (doc_load(pool, path, &doc, e) != OUT_OK)
        return e->code;
    *out = (struct file){.path = path, .root = node_root(doc)};
    if (strcmp(node_name(out->root), root_name) != 0)
        return source_wrong(&in, out->root, "another root than expected", node_name(out->root));
    return OUT_OK;
}

static int is_xml(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 4 && strcmp(entry->d_name + len - 4, ".xml") == 0;
}

static enum outcome open_entry(struct pool *pool, const char *dir, const char *name,
                               struct files *files, struct err *e)
{
    const char *path = pool_printf(pool, "%s/%s", dir, name);

    if (strcmp(name, "common.xml") == 0)
        return open_file(pool, path, "common", &files->common, e);
    if (files->count == REGIMES_MAX)
        return err_set(e, OUT_INVALID, "law.file", "%s: more than %d regimes", dir, REGIMES_MAX);
    return open_file(pool, path, "law", &files->file[files->count++], e);
}

static enum outcome open_files(struct pool *pool, const char *dir, struct files *files,
                               struct err *e)
{
    struct dirent **entry;
    int count = scandir(dir, &entry, is_xml, alphasort);

    if (count < 0)
        return err_set(e, OUT_INVALID, "law.file", "%s: %s", dir, strerror(errno));
    for (int i = 0; i < count; i++) {
        if (e->code == OUT_OK)
            (void)open_entry(pool, dir, entry[i]->d_name, files, e);
        free(entry[i]);
    }
    free(entry);
    if (e->code == OUT_OK && (files->common.path == NULL || files->count == 0))
        err_set(e, OUT_INVALID, "law.file", "%s: common.xml and a regime are needed", dir);
    return e->code;
}

static const struct regime *regime_named(const struct laws *laws, const char *id)
{
    for (unsigned i = 0; i < laws->regimes; i++)
        if (strcmp(laws->regime[i].id, id) == 0)
            return &laws->regime[i];
    return NULL;
}

/* Reads the file when what it extends has been read; *progress says whether it was. */
static enum outcome read_file(struct pool *pool, struct laws *laws, struct file *file,
                              bool *progress, struct err *e)
{
    struct source in = {.pool = pool, .path = file->path, .key = "law.file", .e = e};
    const char *extends = source_attr(&in, file->root, "extends");
    const struct regime *base = regime_named(laws, extends);

    if (extends[0] != '\0' && base == NULL)
        return OUT_OK;
    file->read = *progress = true;
    if (regime_named(laws, source_attr(&in, file->root, "id")) != NULL)
        return source_wrong(&in, file->root, "a second regime", source_attr(&in, file->root, "id"));
    if (law_read_regime(laws, base, &in, file->root, &laws->regime[laws->regimes]) != OUT_OK)
        return e->code;
    laws->regimes++;
    return OUT_OK;
}

static enum outcome read_files(struct pool *pool, struct laws *laws, struct files *files,
                               struct err *e)
{
    struct source common = {.pool = pool, .path = files->common.path, .key = "law.file", .e = e};
    bool progress;

    if (law_read_common(laws, &common, files->common.root) != OUT_OK)
        return e->code;
    do {
        progress = false;
        for (unsigned i = 0; i < files->count; i++)
            if (!files->file[i].read &&
                read_file(pool, laws, &files->file[i], &progress, e) != OUT_OK)
                return e->code;
    } while (progress);
    for (unsigned i = 0; i < files->count; i++) {
        struct source in = {.pool = pool, .path = files->file[i].path, .key = "law.file", .e = e};

        if (!files->file[i].read)
            return source_wrong(&in, files->file[i].root, "extends no regime",
                                source_attr(&in, files->file[i].root, "extends"));
    }
    return OUT_OK;
}

static int by_from(const void *a, const void *b)
{
    const struct regime *one = a, *other = b;

    return (one->from > other->from) - (one->from < other->from);
}

/* One regime a day: no two on the same, none after an open one. */
static enum outcome check_periods(const struct laws *laws, struct err *e)
{
    for (unsigned i = 1; i < laws->regimes; i++) {
        const struct regime *before = &laws->regime[i - 1], *regime = &laws->regime[i];

        if (before->to == DATE_NONE || before->to >= regime->from)
            return err_set(e, OUT_INVALID, "law.file", "%s: begins before %s ends", regime->path,
                           before->id);
    }
    return OUT_OK;
}

enum outcome laws_load(struct pool *pool, const char *dir, struct laws **out, struct err *e)
{
    struct laws *laws = pool_alloc(pool, sizeof *laws);
    struct files *files = pool_alloc(pool, sizeof *files);

    if (open_files(pool, dir, files, e) != OUT_OK || read_files(pool, laws, files, e) != OUT_OK)
        return e->code;
    qsort(laws->regime, laws->regimes, sizeof laws->regime[0], by_from);
    if (check_periods(laws, e) != OUT_OK)
        return e->code;
    for (unsigned i = 0; i < laws->regimes; i++)
        laws->regime[i].laws = laws;
    for (unsigned i = 0; i < laws->regimes; i++)
        if (law_try_examples(&laws->regime[i], e) != OUT_OK)
            return e->code;
    *out = laws;
    return OUT_OK;
}
