#include "lib/base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A longer line is cut; its last byte is always the line feed. */
#define LINE_MAX_BYTES 2048

/* So many lines of detail stand before an error. */
#define RING_LINES 64
#define RING_LINE_BYTES 512

#define REQUEST_ID_MAX 64

struct line {
    char text[LINE_MAX_BYTES];
    size_t len;
};

static struct {
    char request_id[REQUEST_ID_MAX];
    enum log_level threshold;
    struct {
        char text[RING_LINE_BYTES];
        size_t len;
    } ring[RING_LINES];
    unsigned ring_next, ring_used;
} state = {.threshold = LOG_LEVEL_INFO};

static const char *const level_names[] = {"error", "warn", "info", "debug"};

static void put(struct line *line, char c)
{
    if (line->len < LINE_MAX_BYTES - 1)
        line->text[line->len++] = c;
}

static void put_text(struct line *line, const char *text)
{
    while (*text)
        put(line, *text++);
}

static bool is_plain(const char *value)
{
    if (!*value)
        return false;
    for (; *value; value++)
        if ((unsigned char)*value <= ' ' || *value == 0x7F || strchr("\"\\=", *value))
            return false;
    return true;
}

static void put_escaped(struct line *line, char c)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)c;

    if (c == '"' || c == '\\') {
        put(line, '\\');
        put(line, c);
    } else if (c == '\n') {
        put_text(line, "\\n");
    } else if (byte < ' ' || byte == 0x7F) {
        put_text(line, "\\x");
        put(line, hex[byte >> 4]);
        put(line, hex[byte & 15]);
    } else {
        put(line, c);
    }
}

static void put_pair(struct line *line, const char *name, const char *value)
{
    if (line->len > 0)
        put(line, ' ');
    put_text(line, name);
    put(line, '=');
    if (is_plain(value)) {
        put_text(line, value);
        return;
    }
    put(line, '"');
    while (*value)
        put_escaped(line, *value++);
    put(line, '"');
}

static void put_time(struct line *line)
{
    char text[32];
    time_t now = time(NULL);
    struct tm tm;

    gmtime_r(&now, &tm);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    put_pair(line, "time", text);
}

/* Nothing can be done about a log that cannot be written. */
static void write_out(const char *text, size_t len)
{
    while (len > 0) {
        ssize_t n = write(STDERR_FILENO, text, len);

        if (n <= 0)
            return;
        text += n;
        len -= (size_t)n;
    }
}

static void ring_keep(const struct line *line)
{
    unsigned at = state.ring_next;
    size_t len = line->len < RING_LINE_BYTES ? line->len : RING_LINE_BYTES;

    memcpy(state.ring[at].text, line->text, len);
    state.ring[at].text[len - 1] = '\n';
    state.ring[at].len = len;
    state.ring_next = (at + 1) % RING_LINES;
    if (state.ring_used < RING_LINES)
        state.ring_used++;
}

static void ring_print(void)
{
    unsigned at = (state.ring_next + RING_LINES - state.ring_used) % RING_LINES;

    for (; state.ring_used > 0; state.ring_used--) {
        write_out(state.ring[at].text, state.ring[at].len);
        at = (at + 1) % RING_LINES;
    }
}

void log_event(enum log_level level, const char *event, ...)
{
    struct line line = {.len = 0};
    const char *name, *value;
    va_list ap;

    put_time(&line);
    put_pair(&line, "level", level_names[level]);
    put_pair(&line, "event", event);
    if (state.request_id[0])
        put_pair(&line, "request", state.request_id);
    va_start(ap, event);
    while ((name = va_arg(ap, const char *)) != NULL) {
        value = va_arg(ap, const char *);
        if (value)
            put_pair(&line, name, value);
    }
    va_end(ap);
    line.text[line.len++] = '\n';
    if (level > state.threshold) {
        ring_keep(&line);
        return;
    }
    if (level == LOG_LEVEL_ERROR)
        ring_print();
    write_out(line.text, line.len);
}

void log_request_id(const char *id)
{
    snprintf(state.request_id, sizeof state.request_id, "%s", id);
}

void log_threshold(enum log_level level)
{
    state.threshold = level;
}

enum log_level log_level_of(const char *name)
{
    for (unsigned i = 0; i < sizeof level_names / sizeof level_names[0]; i++)
        if (strcmp(level_names[i], name) == 0)
            return (enum log_level)i;
    return LOG_LEVEL_INFO;
}
