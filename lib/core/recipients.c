/* Splitting what was typed as Nơi nhận, and what is proposed there. */
#include "lib/core/recipients.h"

#include <string.h>

#include "lib/base/buf.h"

#define LINE_MAX_BYTES 4000
#define ARCHIVE "Lưu:"

/* What stands round a recipient when a list is copied from a paper: "- Như Điều 3;", "- Lưu: VT." */
static bool dash(const char *at, size_t *len)
{
    static const char *const dashes[] = {" ", "\t", "\r", "-", "–", "•", "+"};

    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        *len = strlen(dashes[i]);
        if (strncmp(at, dashes[i], *len) == 0)
            return true;
    }
    return false;
}

static const char *bare(struct pool *pool, const char *from, size_t len)
{
    const char *end = from + len;
    size_t skip;

    while (from < end && dash(from, &skip))
        from += skip;
    while (end > from && strchr(" \t\r.,", end[-1]))
        end--;
    return pool_strndup(pool, from, (size_t)(end - from));
}

unsigned recipients_split(struct pool *pool, const char *text, const char *const **out)
{
    const char **list = pool_alloc(pool, (strlen(text) + 1) * sizeof *list);
    unsigned n = 0;

    for (;;) {
        size_t len = strcspn(text, ";\n");
        const char *one = bare(pool, text, len);

        if (*one)
            list[n++] = one;
        if (!text[len])
            break;
        text += len + 1;
    }
    *out = list;
    return n;
}

const char *recipients_line(struct pool *pool, const char *text)
{
    struct buf *line = buf_new(pool, LINE_MAX_BYTES);
    const char *const *list;
    unsigned n = recipients_split(pool, text, &list);

    for (unsigned i = 0; i < n; i++)
        buf_printf(line, "%s%s", i ? "; " : "", list[i]);
    return n ? line->data : "";
}

bool recipients_archived(struct pool *pool, const char *text)
{
    const char *const *list;
    unsigned n = recipients_split(pool, text, &list), kept = 0;

    for (unsigned i = 0; i < n; i++)
        kept += strncmp(list[i], ARCHIVE, strlen(ARCHIVE)) == 0;
    return kept == 1 && strncmp(list[n - 1], ARCHIVE, strlen(ARCHIVE)) == 0;
}

const char *recipients_usual(struct pool *pool, const struct recipients_usual *of)
{
    const char *archive = of->archive[0] ? pool_printf(pool, ARCHIVE " VT, %s", of->archive) : ARCHIVE " VT";

    if (!of->decision)
        return pool_printf(pool, "Như trên\nLãnh đạo %s\n%s", of->office, archive);
    return pool_printf(pool, "Như Điều %d\nỦy ban nhân dân %s (để báo cáo)\nSở Nội vụ %s\nLãnh đạo %s\n%s",
                       of->article, of->province, of->province, of->office, archive);
}
