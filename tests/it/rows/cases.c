/* Reading the tables of calls, and writing them anew. */
#include "tests/it/rows/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/lines.h"

#define CASES_MAX 400

static const char *path_of(const char *name)
{
    static char below[200];

    snprintf(below, sizeof below, "tests/data/rows/%s", name);
    return source_path(below);
}

/* The next word of a call: quotes keep blanks together and are taken away. */
static char *next_word(char **at)
{
    char *p = *at, *word, *to;
    bool quoted = false;

    while (*p == ' ')
        p++;
    if (!*p)
        return NULL;
    for (word = to = p; *p && (quoted || *p != ' '); p++) {
        if (*p == '"')
            quoted = !quoted;
        else
            *to++ = *p;
    }
    *at = *p ? p + 1 : p;
    *to = '\0';
    return word;
}

/* "c*64": a digest, of one letter. */
static const char *value_of(struct pool *pool, const char *text)
{
    char *out;

    if (strlen(text) != 4 || strcmp(text + 1, "*64") != 0)
        return text;
    out = pool_alloc(pool, 65);
    memset(out, text[0], 64);
    out[64] = '\0';
    return out;
}

static void read_call(struct pool *pool, const char *line, struct row_case *c)
{
    char *text = pool_strdup(pool, line), *word;

    c->head = pool_strdup(pool, line);
    c->call = next_word(&text);
    c->expected = "";
    while ((word = next_word(&text))) {
        char *equals = strchr(word, '=');

        if (!equals || c->args == CASE_ARGS_MAX)
            fail_msg("%s:%u: \"%s\" is no parameter", c->file, c->line, word);
        else {
            *equals = '\0';
            c->name[c->args] = word;
            c->value[c->args++] = value_of(pool, equals + 1);
        }
    }
}

bool cases_read(struct pool *pool, const char *name, struct case_file *out)
{
    FILE *file = fopen(path_of(name), "re");
    char *line = NULL;
    size_t room = 0;
    unsigned number = 0;

    *out = (struct case_file){.name = name, .row = pool_alloc(pool, CASES_MAX * sizeof *out->row),
                              .came = pool_alloc(pool, CASES_MAX * sizeof *out->came)};
    if (!file)
        return false;
    while (getline(&line, &room, file) > 0) {
        struct row_case *last = out->count ? &out->row[out->count - 1] : NULL;

        number++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || line[0] == '\0')
            continue;
        if (strncmp(line, "  ", 2) == 0 && last) {
            last->expected = pool_printf(pool, "%s%s\n", last->expected, line + 2);
            continue;
        }
        if (out->count == CASES_MAX)
            break;
        out->row[out->count] = (struct row_case){.file = name, .line = number, .of = out};
        out->came[out->count] = NULL;
        read_call(pool, line, &out->row[out->count++]);
    }
    free(line);
    return fclose(file) == 0 && out->count < CASES_MAX;
}

static void write_came(FILE *to, const char *text)
{
    while (*text) {
        size_t n = strcspn(text, "\n");

        fprintf(to, "  %.*s\n", (int)n, text);
        text += n + (text[n] == '\n');
    }
}

bool cases_write(const struct case_file *file)
{
    char part[1200], *line = NULL;
    FILE *from = fopen(path_of(file->name), "re"), *to;
    size_t room = 0;
    unsigned at = 0;
    bool ok;

    snprintf(part, sizeof part, "%s.part", path_of(file->name));
    to = fopen(part, "we");
    if (!from || !to)
        return false;
    while (getline(&line, &room, from) > 0) {
        if (strncmp(line, "  ", 2) == 0)
            continue;
        fputs(line, to);
        if (line[0] != '#' && line[0] != '\n' && at < file->count) {
            write_came(to, file->came[at] ? file->came[at] : file->row[at].expected);
            at++;
        }
    }
    free(line);
    fclose(from);
    ok = fclose(to) == 0;
    return ok && rename(part, path_of(file->name)) == 0;
}

const char *arg_text(const struct asked *a, const char *name)
{
    for (unsigned i = 0; i < a->c->args; i++)
        if (strcmp(a->c->name[i], name) == 0)
            return a->c->value[i];
    return "";
}

int64_t arg_int(const struct asked *a, const char *name)
{
    return strtoll(arg_text(a, name), NULL, 10);
}

date_t arg_date(const struct asked *a, const char *name)
{
    const char *text = arg_text(a, name);

    return *text ? date_parse(text) : DATE_NONE;
}

struct viewer arg_viewer(const struct asked *a)
{
    date_t day = arg_date(a, "day");

    return (struct viewer){arg_int(a, "person"), arg_text(a, "scope"),
                           day == DATE_NONE ? date_parse(ROWS_TODAY) : day};
}

void say_text(struct asked *a, const char *name, const char *value)
{
    buf_printf(a->out, "%s: %s\n", name, value ? value : "(none)");
}

void say_int(struct asked *a, const char *name, int64_t value)
{
    buf_printf(a->out, "%s: %lld\n", name, (long long)value);
}

void say_date(struct asked *a, const char *name, date_t value)
{
    char day[DATE_ISO_SIZE] = "";

    if (value != DATE_NONE)
        date_iso(value, day);
    say_text(a, name, day);
}
