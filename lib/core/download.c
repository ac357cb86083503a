/* Names of files that are handed out. */
#include "lib/core/download.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "lib/base/utf8.h"

#define ENDS_MAX 4

/* Of each type the ends it may have; the last is taken when the name has none of them. */
static const struct {
    const char *type, *end[ENDS_MAX];
} kinds[] = {
    {"application/pdf", {"pdf"}},
    {"image/png", {"png"}},
    {"image/jpeg", {"jpeg", "jpg"}},
    {"application/vnd.openxmlformats-officedocument", {"docx", "xlsx", "pptx", "zip"}},
};

static const char *const *ends_of(const char *media_type)
{
    static const char *const unknown[ENDS_MAX] = {"bin"};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].type, media_type) == 0)
            return kinds[i].end;
    return unknown;
}

/* The end the name has, cut off it, or the one its type has. */
static const char *take_end(char *name, const char *media_type)
{
    const char *const *end = ends_of(media_type), *last = end[0];
    char *dot = strrchr(name, '.');

    for (unsigned i = 0; i < ENDS_MAX && end[i]; i++) {
        last = end[i];
        if (dot && strcasecmp(dot + 1, end[i]) == 0) {
            *dot = '\0';
            return end[i];
        }
    }
    return last;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ".exe", ".html" in the middle; not ".2025" or the point after a number. */
static bool looks_like_an_end(const char *dot)
{
    size_t len = strcspn(dot + 1, ".");
    bool letter = false;

    if (len == 0 || len > 8)
        return false;
    for (size_t i = 1; i <= len; i++) {
        if (!is_letter(dot[i]) && !(dot[i] >= '0' && dot[i] <= '9'))
            return false;
        letter |= is_letter(dot[i]);
    }
    return letter;
}

static void make_plain(char *name)
{
    size_t len;

    for (char *c = name; *c; c++)
        if (strchr("\n\r\t\"/\\:*?<>|", *c) || (*c == '.' && looks_like_an_end(c)))
            *c = '_';
    len = strlen(name);
    while (len > 0 && strchr(" .", name[len - 1]))
        name[--len] = '\0';
}

const char *download_name(struct pool *pool, const char *name, const char *media_type)
{
    char *stem = utf8_normal(pool, name, strlen(name));
    const char *end;

    if (!stem)
        stem = pool_strdup(pool, "");
    end = take_end(stem, media_type);
    make_plain(stem);
    return pool_printf(pool, "%s.%s", *stem ? stem : "tep", end);
}
