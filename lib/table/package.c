#include "lib/table/package.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "lib/base/fatal.h"

struct package {
    zip_t *zip;
    uint64_t read; /* bytes unpacked so far */
};

static enum outcome broken(struct err *e, const char *why)
{
    return err_set(e, OUT_INVALID, "table.broken", "the workbook cannot be read: %s", why);
}

static enum outcome bomb(struct err *e)
{
    err_arg_int(e, "limit", PACKAGE_BYTES_MAX >> 20);
    return err_set(e, OUT_TOOBIG, "table.bomb", "the archive unpacks to more than it may");
}

static bool packs_too_well(uint64_t unpacked, uint64_t packed)
{
    return unpacked > PACKAGE_RATIO_FREE && unpacked / PACKAGE_RATIO_MAX > packed;
}

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), tail = strlen(end);

    return len >= tail && strcmp(text + len - tail, end) == 0;
}

static enum outcome check_part(zip_t *zip, zip_uint64_t at, uint64_t *total, struct err *e)
{
    zip_stat_t part;

    zip_stat_init(&part);
    if (zip_stat_index(zip, at, 0, &part) != 0)
        return broken(e, "part without a description");
    if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) && part.encryption_method != ZIP_EM_NONE)
        return err_set(e, OUT_INVALID, "table.encrypted", "the archive is encrypted");
    if ((part.valid & ZIP_STAT_NAME) && ends_with(part.name, "vbaProject.bin"))
        return err_set(e, OUT_INVALID, "table.macro", "the workbook carries macros");
    if (!(part.valid & ZIP_STAT_SIZE) || !(part.valid & ZIP_STAT_COMP_SIZE))
        return broken(e, "part without a size");
    if (part.size > PACKAGE_BYTES_MAX - *total || packs_too_well(part.size, part.comp_size))
        return bomb(e);
    *total += part.size;
    return OUT_OK;
}

static enum outcome check_parts(zip_t *zip, struct err *e)
{
    zip_int64_t count = zip_get_num_entries(zip, 0);
    uint64_t total = 0;

    if (count > PACKAGE_PARTS_MAX)
        return bomb(e);
    for (zip_int64_t i = 0; i < count; i++)
        if (check_part(zip, (zip_uint64_t)i, &total, e) != OUT_OK)
            return e->code;
    return OUT_OK;
}

static zip_t *open_archive(const void *bytes, size_t len, struct err *e)
{
    zip_source_t *source;
    zip_error_t error;
    zip_t *zip;

    zip_error_init(&error);
    source = zip_source_buffer_create(bytes, len, 0, &error);
    if (!source)
        fatal_memory("package");
    zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!zip) {
        broken(e, zip_error_strerror(&error));
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return zip;
}

bool package_names(const void *bytes, size_t len, const char *name)
{
    struct err e = ERR_INIT;
    zip_t *zip = open_archive(bytes, len, &e);
    bool found = zip && zip_name_locate(zip, name, ZIP_FL_NOCASE) >= 0;

    if (zip)
        zip_discard(zip);
    return found;
}

enum outcome package_open(const void *bytes, size_t len, struct package **out, struct err *e)
{
    zip_t *zip = open_archive(bytes, len, e);

    *out = NULL;
    if (!zip)
        return e->code;
    if (check_parts(zip, e) != OUT_OK) {
        zip_discard(zip);
        return e->code;
    }
    *out = calloc(1, sizeof **out);
    if (!*out)
        fatal_memory("package");
    (*out)->zip = zip;
    return OUT_OK;
}

void package_close(struct package *package)
{
    if (!package)
        return;
    zip_discard(package->zip);
    free(package);
}

struct part {
    struct package *package;
    zip_file_t *file;
    uint64_t read, packed;
};

static ssize_t read_part(void *source, void *buf, size_t cap, struct err *e)
{
    struct part *part = source;
    zip_int64_t n = zip_fread(part->file, buf, cap);

    if (n < 0) {
        broken(e, "a part cannot be unpacked");
        return -1;
    }
    part->read += (uint64_t)n;
    part->package->read += (uint64_t)n;
    if (part->package->read > PACKAGE_BYTES_MAX || packs_too_well(part->read, part->packed)) {
        bomb(e);
        return -1;
    }
    return (ssize_t)n;
}

enum outcome package_stream(struct package *package, const char *name,
                            const struct stream_handler *handler, void *ctx, struct err *e)
{
    zip_int64_t at = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
    struct part part = {.package = package};
    enum outcome result;
    zip_stat_t stat;

    if (at < 0)
        return OUT_NOTFOUND;
    zip_stat_init(&stat);
    if (zip_stat_index(package->zip, (zip_uint64_t)at, 0, &stat) != 0)
        return broken(e, "part without a description");
    part.packed = stat.comp_size;
    part.file = zip_fopen_index(package->zip, (zip_uint64_t)at, 0);
    if (!part.file)
        return broken(e, "a part cannot be unpacked");
    result = stream_read(read_part, &part, handler, ctx, e);
    zip_fclose(part.file);
    /* To the sender of a workbook, XML that cannot be read is a workbook that cannot be read. */
    if (strncmp(e->key, "xml.", 4) == 0) {
        char why[sizeof e->text];

        memcpy(why, e->text, sizeof why);
        err_clear(e);
        return broken(e, why);
    }
    return result;
}
