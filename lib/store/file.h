/* Files that people hand in, kept by digest under one folder.
 *
 * The bytes are on the disk, synced and under their final name, before the row that names them commits: a row without its
 * file cannot be; a file without a row can, and harms nobody.
 */
#ifndef TDKT_STORE_FILE_H
#define TDKT_STORE_FILE_H

#include "lib/db/db.h"

#define FILE_PATH_MAX 600

struct file_new {
    const void *bytes;
    size_t len;
    const char *name, *media_type;
    int64_t uploaded_by;
};

/* UNAVAIL (key "file.store") when the folder cannot be written. */
enum outcome file_keep(struct db_tx *tx, const char *dir, const struct file_new *f, int64_t *id,
                       struct err *e) TDKT_MUST_USE;

/* How a kept file is handed out. */
struct file_face {
    const char *digest, *media_type, *name;
    int64_t size;    /* 0: not asked for */
    int64_t unit_id; /* whose it is; 0: not asked for */
};

/* A file this person handed in; NOTFOUND (somebody else's is not to be read by its number). */
enum outcome file_of_person(struct db_tx *tx, struct pool *pool, int64_t person_id, int64_t id,
                            struct file_face *out, struct err *e) TDKT_MUST_USE;

/* The file is there, as large as its row says; INTERNAL (key "file.missing") when it is not: the folder is not the one that
 * belongs to this database. */
enum outcome file_there(const char *dir, const char *digest, int64_t size, struct err *e)
    TDKT_MUST_USE;

/* What the rows say against what lies in the folder. */
struct file_count {
    int64_t rows, missing, wrong_size;
    int64_t first; /* the first row whose file is missing or of another size; 0: none */
};
enum outcome file_compare(struct db *db, const char *dir, struct file_count *out, struct err *e)
    TDKT_MUST_USE;

/* A new, empty file that is handed out once, made for one answer: its path, and in it the name (its last part) that the
 * answer gives.  What was made more than HANDOUT_SECONDS ago is removed on the way: whoever fetches one has it open.
 * UNAVAIL (key "file.store"). */
#define HANDOUT_FOLDER "handout"
#define HANDOUT_SECONDS 600
enum outcome file_handout(const char *dir, char path[FILE_PATH_MAX], char folder[FILE_PATH_MAX],
                          const char **name, struct err *e) TDKT_MUST_USE;

/* Where a file of that digest lies below the folder. */
void file_path(const char *dir, const char *name, char out[FILE_PATH_MAX]);

#endif
