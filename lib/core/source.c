#include "lib/core/source.h"

#include <string.h>

#include "lib/base/num.h"

enum outcome source_wrong(const struct source *in, node_t node, const char *why, const char *what)
{
    err_set(in->e, OUT_INVALID, in->key, "%s:%d: %s%s%s", in->path, node_line(node), why,
            what[0] != '\0' ? ": " : "", what);
    err_arg(in->e, "file", in->path);
    err_arg_int(in->e, "line", node_line(node));
    err_arg(in->e, "reason", in->e->text);
    return in->e->code;
}

bool source_ok(const struct source *in)
{
    return in->e->code == OUT_OK;
}

const char *source_attr(const struct source *in, node_t node, const char *name)
{
    return node_attr(in->pool, node, name);
}

const char *source_text(const struct source *in, node_t node, const char *name, size_t max)
{
    const char *text = source_attr(in, node, name);

    if (text[0] == '\0')
        source_wrong(in, node, "not given", name);
    else if (strlen(text) > max)
        source_wrong(in, node, "too long", name);
    return text;
}

bool source_flag(const struct source *in, node_t node, const char *name)
{
    const char *text = source_attr(in, node, name);

    if (strcmp(text, "yes") == 0)
        return true;
    if (text[0] != '\0' && strcmp(text, "no") != 0)
        source_wrong(in, node, "neither yes nor no", name);
    return false;
}

int64_t source_number(const struct source *in, node_t node, const char *name, int64_t min,
                      int64_t max, int64_t otherwise)
{
    const char *text = source_attr(in, node, name);
    int64_t number = otherwise;

    if (text[0] != '\0' && !num_parse(text, min, max, &number))
        source_wrong(in, node, "not such a number", name);
    return number;
}

date_t source_date(const struct source *in, node_t node, const char *name, date_t otherwise)
{
    const char *text = source_attr(in, node, name);
    date_t day = text[0] == '\0' ? otherwise : date_parse(text);

    if (text[0] != '\0' && day == DATE_NONE)
        source_wrong(in, node, "not a day", name);
    return day;
}

unsigned source_bits(const struct source *in, node_t node, const char *name, source_bit bit_of)
{
    char *rest = NULL, *text = pool_strdup(in->pool, source_attr(in, node, name));
    unsigned bits = 0;

    for (char *word = strtok_r(text, " \n\t", &rest); word != NULL;
         word = strtok_r(NULL, " \n\t", &rest)) {
        unsigned bit = bit_of(word);

        if (bit == 0)
            source_wrong(in, node, name, word);
        bits |= bit;
    }
    return bits;
}

bool source_verified(const struct source *in, node_t node)
{
    const char *mark = source_text(in, node, "certainty", 1);

    if (strchr("ABSCG", mark[0]) == NULL)
        source_wrong(in, node, "none of A B S C G", "certainty");
    return mark[0] == 'A' || mark[0] == 'B' || mark[0] == 'S';
}
