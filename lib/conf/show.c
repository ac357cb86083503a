#include <string.h>

#include "lib/conf/conf.h"
#include "lib/conf/key.h"

/* Comment lines of the sample break at this column. */
#define SAMPLE_WIDTH 100

static void print_comment(const char *text, FILE *to)
{
    size_t column = 0;

    for (size_t len; *text; text += len, text += strspn(text, " ")) {
        len = strcspn(text, " ");
        if (column > 0 && column + 1 + len > SAMPLE_WIDTH) {
            fputc('\n', to);
            column = 0;
        }
        if (column == 0)
            column = (size_t)fprintf(to, "#");
        fprintf(to, " %.*s", (int)len, text);
        column += len + 1;
    }
    fputc('\n', to);
}

void conf_sample(FILE *to)
{
    const char *section = "";

    fputs("# Configuration of tdkt: what stands here is what holds when a line is left out.\n"
          "# A key that is not known, given twice, of the wrong type or out of range is an error.\n"
          "# Files named *.conf in the folder tdkt.conf.d are read afterwards, in order of their "
          "names.\n",
          to);
    for (unsigned i = 0; i < conf_keys_count; i++) {
        const struct conf_key *key = &conf_keys[i];

        if (strcmp(section, key->section) != 0)
            fprintf(to, "\n[%s]\n", key->section);
        section = key->section;
        fputc('\n', to);
        print_comment(key->sentence, to);
        if (key->type == CONF_INT)
            fprintf(to, "# From %d to %d.\n", key->min, key->max);
        if (key->type == CONF_CHOICE)
            fprintf(to, "# One of: %s\n", key->choices);
        fprintf(to, *key->initial ? "%s = %s\n" : "%s =%s\n", key->key, key->initial);
    }
}

void conf_show(const struct conf *conf, FILE *to)
{
    for (unsigned i = 0; i < conf_keys_count; i++) {
        const struct conf_key *key = &conf_keys[i];
        const char *at = (const char *)conf + key->at;

        fprintf(to, "%s.%s = ", key->section, key->key);
        if (key->type == CONF_INT)
            fprintf(to, "%d\n", *(const int *)(const void *)at);
        else
            fprintf(to, "%s\n", *(const char *const *)(const void *)at);
    }
}
