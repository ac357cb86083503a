/* Files on the disk, by digest, and the rows that name them. */
#include "lib/store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/secret.h"

/* Characters of a file's name that are kept; four bytes each at most. */
#define FILE_NAME_MAX 200
#define FILE_NAME_SIZE (4 * FILE_NAME_MAX + 1)

static enum outcome broken(struct err *e, const char *what)
{
    return err_set(e, OUT_UNAVAIL, "file.store", "%s: %s", what, strerror(errno));
}

static bool write_all(int fd, const char *at, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, at, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += n;
        len -= (size_t)n;
    }
    return true;
}

/* The folder of a name must reach the disk too, or the name may be gone after a crash. */
static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        close(fd);
    return ok;
}

/* The size of a file that is there; -1 when it is not. */
static int64_t size_there(const char *dir, const char *digest)
{
    char path[FILE_PATH_MAX];
    struct stat there;

    file_path(dir, digest, path);
    return stat(path, &there) == 0 && S_ISREG(there.st_mode) ? (int64_t)there.st_size : -1;
}

/* dir/ab/cd/<digest>, written beside it, synced and renamed; one that is there in part only is written anew. */
static enum outcome write_file(const char *dir, const char *name, const struct file_new *f,
                               struct err *e)
{
    char folder[FILE_PATH_MAX], path[FILE_PATH_MAX], part[FILE_PATH_MAX];
    int fd;
    bool ok;

    snprintf(folder, sizeof folder, "%s/%.2s", dir, name);
    if (mkdir(folder, 0750) != 0 && errno != EEXIST)
        return broken(e, "mkdir");
    snprintf(folder, sizeof folder, "%s/%.2s/%.2s", dir, name, name + 2);
    if (mkdir(folder, 0750) != 0 && errno != EEXIST)
        return broken(e, "mkdir");
    file_path(dir, name, path);
    if (size_there(dir, name) == (int64_t)f->len)
        return OUT_OK;
    snprintf(part, sizeof part, "%.500s/.part-XXXXXX", folder);
    fd = mkstemp(part);
    if (fd < 0)
        return broken(e, "create");
    ok = write_all(fd, f->bytes, f->len) && fchmod(fd, 0640) == 0 && fsync(fd) == 0;
    ok = close(fd) == 0 && ok;
    if (!ok || rename(part, path) != 0 || !sync_folder(folder)) {
        enum outcome rc = broken(e, "write");

        unlink(part);
        return rc;
    }
    return OUT_OK;
}

void file_path(const char *dir, const char *name, char out[FILE_PATH_MAX])
{
    snprintf(out, FILE_PATH_MAX, "%.500s/%.2s/%.2s/%.64s", dir, name, name + 2, name);
}

struct target {
    struct pool *pool;
    struct file_face *to;
};

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct target *t = ctx;

    (void)e;
    t->to->digest = pool_strdup(t->pool, db_text_at(row, FILE_OF_PERSON_DIGEST));
    t->to->media_type = pool_strdup(t->pool, db_text_at(row, FILE_OF_PERSON_MEDIA_TYPE));
    t->to->name = pool_strdup(t->pool, db_text_at(row, FILE_OF_PERSON_NAME));
    return OUT_OK;
}

enum outcome file_of_person(struct db_tx *tx, struct pool *pool, int64_t person_id, int64_t id,
                            struct file_face *out, struct err *e)
{
    struct target target = {pool, out};

    return db_one(tx, Q_FILE_OF_PERSON, DB_ARGS(db_int(id), db_int(person_id)), take_face, &target,
                  e);
}

/* A name longer than its column keeps its beginning, in whole characters. */
static void cut_name(const char *name, char out[FILE_NAME_SIZE])
{
    size_t characters = 0, n = 0;

    for (; name[n] && n < FILE_NAME_SIZE - 1; n++)
        if (((unsigned char)name[n] & 0xC0) != 0x80 && ++characters > FILE_NAME_MAX)
            break;
    while (n > 0 && ((unsigned char)name[n] & 0xC0) == 0x80)
        n--;
    memcpy(out, name, n);
    out[n] = '\0';
}

enum outcome file_keep(struct db_tx *tx, const char *dir, const struct file_new *f, int64_t *id,
                       struct err *e)
{
    char name[DIGEST_SIZE], shown[FILE_NAME_SIZE];
    enum outcome rc;

    cut_name(f->name, shown);
    digest(f->bytes, f->len, name);
    rc = write_file(dir, name, f, e);
    if (rc != OUT_OK)
        return rc;
    return db_exec(tx, Q_FILE_INSERT,
                   DB_ARGS(db_text(name), db_int((int64_t)f->len), db_text(f->media_type),
                           db_text(shown), db_int(f->uploaded_by)),
                   NULL, id, e);
}

enum outcome file_there(const char *dir, const char *digest, int64_t size, struct err *e)
{
    int64_t there = size_there(dir, digest);

    if (there == size)
        return OUT_OK;
    if (there < 0)
        return err_set(e, OUT_INTERNAL, "file.missing", "%.64s is not in the folder of files", digest);
    return err_set(e, OUT_INTERNAL, "file.missing", "%.64s has %lld bytes instead of %lld", digest,
                   (long long)there, (long long)size);
}

struct comparison {
    const char *dir;
    int64_t after; /* the last row that was looked at */
    unsigned seen;
    struct file_count *count;
};

static enum outcome compare_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct comparison *c = ctx;
    int64_t there = size_there(c->dir, db_text_at(row, FILE_LIST_DIGEST));

    (void)e;
    c->after = db_int_at(row, FILE_LIST_ID);
    c->seen++;
    c->count->rows++;
    if (there == db_int_at(row, FILE_LIST_SIZE))
        return OUT_OK;
    if (there < 0)
        c->count->missing++;
    else
        c->count->wrong_size++;
    if (c->count->first == 0)
        c->count->first = c->after;
    return OUT_OK;
}

/* A piece may be read twice, when the connection dies under it: it then begins anew. */
static enum outcome compare_piece(struct db_tx *tx, void *ctx, struct err *e)
{
    struct comparison *whole = ctx, piece = *whole;
    struct file_count count = *whole->count;
    enum outcome rc;

    piece.seen = 0;
    piece.count = &count;
    rc = db_query(tx, Q_FILE_LIST, DB_ARGS(db_int(piece.after)), compare_row, &piece, e);
    if (rc != OUT_OK)
        return rc;
    *whole->count = count;
    whole->after = piece.after;
    whole->seen = piece.seen;
    return OUT_OK;
}

enum outcome file_compare(struct db *db, const char *dir, struct file_count *out, struct err *e)
{
    struct comparison whole = {.dir = dir, .count = out};
    enum outcome rc;

    *out = (struct file_count){0};
    do
        rc = db_transact(db, DB_READ, compare_piece, &whole, e);
    while (rc == OUT_OK && whole.seen > 0);
    return rc;
}
