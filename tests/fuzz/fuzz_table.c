/* Feeds files to the table reader, whole and bent.
 *
 *     fuzz_table                       the corpus, each file with BENDS small changes
 *     fuzz_table FILE...               these files as they are
 *     fuzz_table --bend N FILE...      these files with N changes each
 *
 * A file ending in .xml is taken as the sheet of a workbook, so that changes reach the sheet and
 * not only the archive's checksums.  The changes are the same in every run.  What is looked for is
 * a crash, a hang, or a failure that does not say why. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/table/table.h"
#include "tests/unit/workbook.h"

#define BENDS 150
#define FILE_MAX (4u << 20)

static enum outcome take_row(const struct table_row *row, void *ctx, struct err *e)
{
    size_t *bytes = ctx;

    (void)e;
    for (unsigned i = 0; i < TABLE_COLUMNS_MAX; i++)
        *bytes += strlen(row->cell[i]);
    return OUT_OK;
}

static bool read_one(const struct buf *file, bool sheet)
{
    struct pool *pool = pool_new("fuzz", FILE_MAX * 4u);
    const struct buf *bytes = sheet ? workbook_of_sheet(pool, file->data, file->len) : file;
    struct err e = ERR_INIT;
    size_t sum = 0;
    enum outcome result = table_read(bytes->data, bytes->len, take_row, &sum, &e);

    pool_free(pool);
    return result == e.code && (result == OUT_OK || strncmp(e.key, "table.", 6) == 0);
}

static unsigned random_state;

static unsigned next_random(unsigned below)
{
    random_state = random_state * 1103515245u + 12345u;
    return (random_state >> 8) % below;
}

/* Flips a bit, writes a byte that parsers care about, or cuts or doubles a piece. */
static void bend(struct buf *to, const struct buf *from)
{
    static const char telling[] = "<>&\"',;\t\n\r=\0\x7F\x80\xFF/:09AZ_";
    unsigned len = (unsigned)from->len, at = next_random(len), piece = next_random(len - at) + 1;

    buf_clear(to);
    switch (next_random(4)) {
    case 0:
        buf_add(to, from->data, len);
        to->data[at] = (char)(to->data[at] ^ (1 << next_random(8)));
        break;
    case 1:
        buf_add(to, from->data, len);
        to->data[at] = telling[next_random(sizeof telling - 1)];
        break;
    case 2:
        buf_add(to, from->data, at);
        buf_add(to, from->data + at + piece, len - at - piece);
        break;
    default:
        buf_add(to, from->data, at + piece);
        buf_add(to, from->data + at, len - at);
    }
}

static bool slurp(const char *path, struct buf *bytes)
{
    char chunk[4096];
    FILE *f = fopen(path, "rb");
    size_t n;

    if (!f)
        return false;
    while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
        buf_add(bytes, chunk, n);
    fclose(f);
    return !bytes->over && bytes->len > 0;
}

static bool run(const char *path, unsigned bends)
{
    struct pool *pool = pool_new("fuzz", FILE_MAX);
    struct buf *file = buf_new(pool, FILE_MAX), *bent = buf_new(pool, FILE_MAX * 2u);
    bool sheet = strlen(path) > 4 && strcmp(path + strlen(path) - 4, ".xml") == 0;
    bool good = slurp(path, file) && read_one(file, sheet);

    random_state = 20260205;
    for (unsigned i = 0; good && i < bends; i++) {
        bend(bent, file);
        good = bent->len == 0 || read_one(bent, sheet);
        if (!good)
            printf("# change %u\n", i);
    }
    pool_free(pool);
    return good;
}

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
    const char *top = getenv("top_srcdir");
    char folder[512], path[1024];
    struct dirent **names = NULL;
    unsigned bends = argc > 1 ? 0 : BENDS, failed = 0;
    int first = 1, count;

    if (argc > 3 && strcmp(argv[1], "--bend") == 0) {
        bends = (unsigned)atoi(argv[2]);
        first = 3;
    }
    snprintf(folder, sizeof folder, "%s/tests/fuzz/table", top ? top : ".");
    count = argc > 1 ? argc - first : scandir(folder, &names, is_file, alphasort);
    if (count <= 0) {
        printf("Bail out! no files in %s\n", folder);
        return 1;
    }
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        const char *name = names ? names[i]->d_name : argv[first + i];
        bool good;

        snprintf(path, sizeof path, "%s%s%s", names ? folder : "", names ? "/" : "", name);
        good = run(path, bends);
        failed += !good;
        printf("%sok %d - %s\n", good ? "" : "not ", i + 1, name);
        fflush(stdout);
        if (names)
            free(names[i]);
    }
    free(names);
    return failed > 0;
}
