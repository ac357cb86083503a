#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Larger files are played as they are, without cuts and turned bits. */
#define SMALL 2048
#define CORPUS_FILE_MAX (1 << 20)

static int failed, number;

static char *read_file(const char *path, size_t *len)
{
    FILE *from = fopen(path, "rb");
    char *bytes = malloc(CORPUS_FILE_MAX);

    if (!from || !bytes) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    *len = fread(bytes, 1, CORPUS_FILE_MAX, from);
    fclose(from);
    return bytes;
}

/* A copy of exactly that size, so that a sanitizer sees the first byte too far. */
static int play(fuzz_one one, const char *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);
    int good;

    if (!copy)
        exit(1);
    memcpy(copy, bytes, len);
    good = one(copy, len);
    free(copy);
    return good;
}

static int play_all(fuzz_one one, char *bytes, size_t len)
{
    int good = play(one, bytes, len);

    if (len > SMALL)
        return good;
    for (size_t cut = 0; cut < len; cut++)
        good = play(one, bytes, cut) && good;
    for (size_t bit = 0; bit < 8 * len; bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        good = play(one, bytes, len) && good;
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
    }
    return good;
}

static void play_file(const char *path, fuzz_one one)
{
    size_t len;
    char *bytes = read_file(path, &len);
    int good = play_all(one, bytes, len);

    printf("%sok %d - %s\n", good ? "" : "not ", ++number, strrchr(path, '/') + 1);
    failed += !good;
    free(bytes);
}

int fuzz_main(int argc, char **argv, const char *folder, fuzz_one one)
{
    const char *source = getenv("top_srcdir");
    char path[4096];
    struct dirent **found;
    int n;

    for (int i = 1; i < argc; i++)
        play_file(argv[i], one);
    if (argc == 1) {
        snprintf(path, sizeof path, "%s/tests/fuzz/corpus/%s", source ? source : ".", folder);
        n = scandir(path, &found, NULL, alphasort);
        for (int i = 0; i < n; i++) {
            char file[8192];

            snprintf(file, sizeof file, "%s/%s", path, found[i]->d_name);
            if (found[i]->d_name[0] != '.')
                play_file(file, one);
            free(found[i]);
        }
        if (n > 0)
            free(found);
    }
    printf("1..%d\n", number);
    if (number == 0)
        fprintf(stderr, "%s: no corpus\n", folder);
    return failed || number == 0;
}
