/* Joining citations: by act, then by article. */
#include "lib/core/cite.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buf.h"

#define LINE_MAX_BYTES 4000

struct cite {
    const char *place, *act; /* "Điều 50", "Nghị định số 152/2025/NĐ-CP"; place "" when the act is cited whole */
    unsigned turn;           /* of the act: when it came first */
};

static const char *act_of(const char *text)
{
    static const char *const kinds[] = {"Luật ", "Nghị định ", "Nghị quyết ", "Thông tư "};
    const char *first = NULL;

    for (unsigned i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const char *at = strstr(text, kinds[i]);

        if (at && (!first || at < first))
            first = at;
    }
    return first ? first : text;
}

static struct cite cite_of(struct pool *pool, const char *text)
{
    const char *act = act_of(text);
    size_t len = (size_t)(act - text);

    while (len > 0 && text[len - 1] == ' ')
        len--;
    return (struct cite){.place = pool_strndup(pool, text, len), .act = act};
}

static int64_t article(const struct cite *c)
{
    const char *at = strstr(c->place, "Điều ");
    int64_t number = 0;

    for (at = at ? at + strlen("Điều ") : ""; *at >= '0' && *at <= '9' && number < 10000; at++)
        number = number * 10 + (*at - '0');
    return number;
}

static int in_order(const void *a, const void *b)
{
    const struct cite *x = a, *y = b;

    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    if (article(x) != article(y))
        return article(x) < article(y) ? -1 : 1;
    return strcmp(x->place, y->place);
}

/* How many of the list stand for one act, from here on. */
static unsigned same_act(const struct cite *list, unsigned n)
{
    unsigned i = 1;

    while (i < n && list[i].turn == list[0].turn)
        i++;
    return i;
}

static void write_act(struct buf *out, const struct cite *list, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        buf_printf(out, "%s%s", i == 0 ? "" : i == n - 1 ? " và " : ", ", list[i].place);
    buf_printf(out, "%s%s", list[0].place[0] ? " " : "", list[0].act);
}

/* Adds what is not there yet: rows are many, articles few. */
static unsigned add(struct cite *list, unsigned n, struct cite one)
{
    one.turn = n;
    for (unsigned i = 0; i < n; i++)
        if (strcmp(list[i].act, one.act) == 0) {
            one.turn = list[i].turn;
            if (strcmp(list[i].place, one.place) == 0)
                return n;
        }
    list[n] = one;
    return n + 1;
}

const char *cite_join(struct pool *pool, const char *const *cites, unsigned n)
{
    struct cite *list = pool_alloc(pool, (n + 1) * sizeof *list);
    struct buf *out = buf_new(pool, LINE_MAX_BYTES);
    unsigned count = 0;

    for (unsigned i = 0; i < n; i++)
        count = add(list, count, cite_of(pool, cites[i]));
    qsort(list, count, sizeof *list, in_order);
    for (unsigned i = 0, of; i < count; i += of) {
        of = same_act(list + i, count - i);
        buf_printf(out, "%s", i ? ", " : "");
        write_act(out, list + i, of);
    }
    return out->len ? out->data : "";
}
