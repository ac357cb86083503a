/* How the process says its last word. */
#include "lib/base/fatal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* A longer line is cut. */
#define LINE_MAX_BYTES 512

static const char *about_id;
static const char *const volatile *about_route;

struct line {
    char text[LINE_MAX_BYTES];
    size_t len;
};

void fatal_about(const char *id, const char *const volatile *route)
{
    about_id = id;
    about_route = route;
}

static void put(struct line *line, const char *text)
{
    while (*text && line->len < LINE_MAX_BYTES - 1)
        line->text[line->len++] = *text++;
}

static void put_about(struct line *line)
{
    const char *route = about_route ? *about_route : NULL;

    if (!about_id || !*about_id)
        return;
    put(line, " request=");
    put(line, about_id);
    put(line, " route=");
    put(line, route && *route ? route : "-");
}

void fatal_line(const char *level, const char *event, const char *name, const char *value)
{
    struct line line = {.len = 0};

    put(&line, "level=");
    put(&line, level);
    put(&line, " event=");
    put(&line, event);
    if (name) {
        put(&line, " ");
        put(&line, name);
        put(&line, "=");
        put(&line, value);
    }
    put_about(&line);
    line.text[line.len++] = '\n';
    if (write(STDERR_FILENO, line.text, line.len) < 0)
        _exit(EX_IOERR);
}

_Noreturn void fatal_memory(const char *what)
{
    fatal_line("fatal", "out-of-memory", "pool", what);
    _exit(EX_OSERR);
}

_Noreturn void panic(const char *fmt, ...)
{
    struct line line = {.len = 0};
    char why[LINE_MAX_BYTES / 2];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(why, sizeof why, fmt, ap);
    va_end(ap);
    put(&line, "level=panic event=");
    put(&line, why);
    put_about(&line);
    line.text[line.len++] = '\n';
    if (write(STDERR_FILENO, line.text, line.len) < 0)
        _exit(EX_IOERR);
    abort();
}

#ifdef __SANITIZE_ADDRESS__
/* Under the address sanitizer too, running out of memory is the program's to handle, not the sanitizer's. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}
#endif
