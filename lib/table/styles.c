#include <string.h>

#include "lib/base/num.h"
#include "lib/table/xlsx.h"

struct loading {
    struct styles *styles;
    unsigned date_formats[FORMATS_MAX]; /* ids of formats of this workbook that show a date */
    unsigned formats;
    bool in_cells;
};

/* Formats every spreadsheet knows (ECMA-376 part 1, 18.8.30); times of day are numbers to us. */
static bool is_known_date(unsigned id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 58);
}

/* A day or a year outside quotes, brackets and escapes. */
static bool shows_date(const char *format)
{
    for (; *format; format++) {
        if (*format == '\\' && format[1]) {
            format++;
        } else if (*format == '"' || *format == '[') {
            const char *end = strchr(format + 1, *format == '"' ? '"' : ']');

            if (!end)
                return false;
            format = end;
        } else if (strchr("dDyY", *format)) {
            return true;
        }
    }
    return false;
}

static unsigned number_of(const char *text)
{
    int64_t n;

    return text && num_parse(text, 0, INT32_MAX, &n) ? (unsigned)n : 0;
}

static bool is_date(const struct loading *loading, unsigned id)
{
    for (unsigned i = 0; i < loading->formats; i++)
        if (loading->date_formats[i] == id)
            return true;
    return is_known_date(id);
}

static enum outcome on_start(void *ctx, const char *name, const struct stream_attr *attrs,
                             unsigned count, struct err *e)
{
    struct loading *loading = ctx;
    struct styles *styles = loading->styles;
    const char *code = xlsx_attr(attrs, count, "formatCode");
    unsigned id = number_of(xlsx_attr(attrs, count, "numFmtId"));

    (void)e;
    if (strcmp(name, "cellXfs") == 0)
        loading->in_cells = true;
    else if (strcmp(name, "numFmt") == 0 && code && shows_date(code) &&
             loading->formats < FORMATS_MAX)
        loading->date_formats[loading->formats++] = id;
    else if (strcmp(name, "xf") == 0 && loading->in_cells && styles->count < STYLES_MAX)
        styles->date[styles->count++] = is_date(loading, id);
    return OUT_OK;
}

static enum outcome on_end(void *ctx, const char *name, struct err *e)
{
    struct loading *loading = ctx;

    (void)e;
    if (strcmp(name, "cellXfs") == 0)
        loading->in_cells = false;
    return OUT_OK;
}

enum outcome styles_load(struct styles *styles, struct package *package, struct err *e)
{
    static const struct stream_handler handler = {.start = on_start, .end = on_end};
    struct loading loading = {.styles = styles};
    enum outcome result = package_stream(package, "xl/styles.xml", &handler, &loading, e);

    return result == OUT_NOTFOUND && e->code == OUT_OK ? OUT_OK : result;
}
