/* Tables under tests/data for tests: comma between fields, no quotes, # begins a comment line. */
#ifndef TDKT_TEST_LINES_H
#define TDKT_TEST_LINES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 32

struct lines {
    FILE *file;
    int number;
    char text[4096];
    unsigned count;
    char *field[FIELDS_MAX];
};

/* A path below the source tree. */
static inline const char *source_path(const char *below)
{
    static char path[8][1024];
    static unsigned turn;
    const char *top = getenv("top_srcdir");
    char *out = path[turn++ % 8];

    snprintf(out, sizeof path[0], "%s/%s", top != NULL ? top : ".", below);
    return out;
}

static inline void lines_open(struct lines *lines, const char *below)
{
    *lines = (struct lines){.file = fopen(source_path(below), "r")};
    if (lines->file == NULL)
        fail_msg("%s cannot be opened", below);
}

/* The next row, split; closes the file and answers 0 at its end. */
static inline int lines_next(struct lines *lines)
{
    do {
        if (fgets(lines->text, sizeof lines->text, lines->file) == NULL) {
            fclose(lines->file);
            return 0;
        }
        lines->number++;
    } while (lines->text[0] == '#' || lines->text[0] == '\n');
    lines->text[strcspn(lines->text, "\n")] = '\0';
    lines->count = 0;
    for (char *at = lines->text; at != NULL; ) {
        if (lines->count == FIELDS_MAX)
            fail_msg("line %d has too many fields", lines->number);
        lines->field[lines->count++] = at;
        at = strchr(at, ',');
        if (at != NULL)
            *at++ = '\0';
    }
    return 1;
}

#endif
