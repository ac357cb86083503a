/* Files a test writes and takes away. */
#ifndef TDKT_TEST_SCRATCH_H
#define TDKT_TEST_SCRATCH_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SCRATCH_FILES_MAX 40

struct scratch {
    char dir[64];
    char *path[SCRATCH_FILES_MAX];
    unsigned files;
};

static inline void scratch_open(struct scratch *scratch)
{
    *scratch = (struct scratch){.dir = "/tmp/tdkt-test-XXXXXX"};
    assert_non_null(mkdtemp(scratch->dir));
}

/* The path of a new file in the folder that holds text. */
static inline const char *scratch_file(struct scratch *scratch, const char *name, const char *text)
{
    char *path;
    FILE *file;

    assert_true(scratch->files < SCRATCH_FILES_MAX);
    assert_true(asprintf(&path, "%s/%s", scratch->dir, name) > 0);
    scratch->path[scratch->files++] = path;
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline void scratch_close(struct scratch *scratch)
{
    while (scratch->files > 0) {
        unlink(scratch->path[--scratch->files]);
        free(scratch->path[scratch->files]);
    }
    rmdir(scratch->dir);
}

#endif
