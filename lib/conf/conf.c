#include "lib/conf/conf.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/base/secret.h"
#include "lib/base/utf8.h"
#include "lib/conf/key.h"

/* A longer line is refused: no value needs it. */
#define LINE_MAX_BYTES 2048

/* Files of <path>.d; more are refused. */
#define DROP_IN_MAX 64

struct reader {
    struct pool *pool;
    struct conf *conf;
    const char *path;
    unsigned line;
    const char *section;
    unsigned *seen_at; /* by key: the line of this file that set it */
    struct err *e;
};

static enum outcome refuse(struct reader *r, const char *key, const char *what, const char *why)
{
    char place[ERR_ARG_LEN];

    snprintf(place, sizeof place, "%s:%u", r->path, r->line);
    err_arg(r->e, "place", place);
    err_arg(r->e, "what", what);
    return err_set(r->e, OUT_INVALID, key, "%s: %s %s", place, what, why);
}

static const char **text_at(struct conf *conf, const struct conf_key *key)
{
    return (const char **)(void *)((char *)conf + key->at);
}

static int *int_at(struct conf *conf, const struct conf_key *key)
{
    return (int *)(void *)((char *)conf + key->at);
}

static bool is_choice(const char *choices, const char *value)
{
    size_t len = strlen(value);

    for (const char *at = choices; *at; at += strcspn(at, " "), at += strspn(at, " "))
        if (len > 0 && strcspn(at, " ") == len && strncmp(at, value, len) == 0)
            return true;
    return false;
}

/* Compared with what browsers send as Origin: another letter, and no form would be taken any more. */
static bool is_site(const char *value)
{
    size_t scheme = strncmp(value, "https://", 8) == 0 ? 8 : strncmp(value, "http://", 7) == 0 ? 7 : 0;
    size_t host = strspn(value + scheme, "abcdefghijklmnopqrstuvwxyz0123456789.-_[:]");
    const char *unsaid = scheme == 8 ? ":443" : ":80"; /* the port that goes without saying, and a browser says none */
    size_t left = host > strlen(unsaid) ? host - strlen(unsaid) : 0;

    return scheme > 0 && host > 0 && value[scheme + host] == '\0' && strcmp(value + scheme + left, unsaid) != 0;
}

static enum outcome set_int(struct reader *r, const struct conf_key *key, const char *value)
{
    int64_t n;
    char why[80];

    if (!num_parse(value, INT64_MIN, INT64_MAX, &n))
        return refuse(r, "conf.type", key->key, "must be a whole number");
    if (n < key->min || n > key->max) {
        snprintf(why, sizeof why, "must be from %d to %d", key->min, key->max);
        return refuse(r, "conf.range", key->key, why);
    }
    *int_at(r->conf, key) = (int)n;
    return OUT_OK;
}

static enum outcome set(struct reader *r, const struct conf_key *key, const char *value)
{
    char why[ERR_ARG_LEN];

    if (key->type == CONF_INT)
        return set_int(r, key, value);
    if (key->type == CONF_TEXT && key->min > 0 && !*value)
        return refuse(r, "conf.range", key->key, "must not be empty: it is printed on every paper");
    if (key->type == CONF_CHOICE && !is_choice(key->choices, value)) {
        snprintf(why, sizeof why, "must be one of: %s", key->choices);
        return refuse(r, "conf.type", key->key, why);
    }
    if (key->type == CONF_SITE && *value && !is_site(value))
        return refuse(r, "conf.type", key->key,
                      "must be as in https://thidua.example.vn: small letters, nothing behind the name but a port "
                      "other than 443 (http: 80)");
    if (key->type == CONF_SECRET && *value) {
        struct err look = ERR_INIT;

        /* A file that is not there yet is reported by who needs it. */
        if (secret_file_private(value, &look) == OUT_INVALID)
            return refuse(r, "conf.exposed", value, "holds a secret and must be readable by its "
                                                    "owner only (chmod 600)");
    }
    *text_at(r->conf, key) = value;
    return OUT_OK;
}

static enum outcome take_section(struct reader *r, char *line)
{
    size_t len = strlen(line);

    if (line[len - 1] != ']')
        return refuse(r, "conf.syntax", line, "is not a [section]");
    line[len - 1] = '\0';
    for (unsigned i = 0; i < conf_keys_count; i++)
        if (strcmp(conf_keys[i].section, line + 1) == 0) {
            r->section = conf_keys[i].section;
            return OUT_OK;
        }
    return refuse(r, "conf.unknown", line + 1, "is not a section");
}

/* Cuts the white space off both ends, in place. */
static char *trim(char *text)
{
    size_t len;

    text += strspn(text, " \t");
    len = strlen(text);
    while (len > 0 && strchr(" \t\r\n", text[len - 1]))
        text[--len] = '\0';
    return text;
}

static enum outcome take_key(struct reader *r, char *line)
{
    char *value = strchr(line, '=');

    if (!value)
        return refuse(r, "conf.syntax", line, "is not `key = value`");
    *value++ = '\0';
    line = trim(line);
    value = trim(value);
    for (unsigned i = 0; i < conf_keys_count; i++) {
        if (strcmp(conf_keys[i].section, r->section) != 0 || strcmp(conf_keys[i].key, line) != 0)
            continue;
        if (r->seen_at[i])
            return refuse(r, "conf.twice", line, "was set above in this file");
        r->seen_at[i] = r->line;
        return set(r, &conf_keys[i], pool_strdup(r->pool, value));
    }
    return refuse(r, "conf.unknown", line, *r->section ? "is not a key of this section"
                                                       : "stands before the first [section]");
}

static enum outcome take_line(struct reader *r, const char *raw, size_t len)
{
    char *line;

    if (len > 0 && raw[len - 1] != '\n' && len == LINE_MAX_BYTES - 1)
        return refuse(r, "conf.syntax", "the line", "is too long");
    line = utf8_normal(r->pool, raw, len);
    if (!line)
        return refuse(r, "conf.syntax", "the line", "is not UTF-8 text");
    if (!*line || *line == '#')
        return OUT_OK;
    return *line == '[' ? take_section(r, line) : take_key(r, line);
}

static enum outcome read_file(struct pool *pool, struct conf *conf, const char *path, struct err *e)
{
    struct reader r = {.pool = pool, .conf = conf, .path = path, .section = "", .e = e};
    char line[LINE_MAX_BYTES];
    FILE *f = fopen(path, "re");

    if (!f) {
        err_arg(e, "file", path);
        return err_set(e, errno == ENOENT ? OUT_NOTFOUND : OUT_UNAVAIL, "file.open",
                       "cannot open %s: %s", path, strerror(errno));
    }
    r.seen_at = pool_alloc(pool, conf_keys_count * sizeof *r.seen_at);
    while (e->code == OUT_OK && fgets(line, sizeof line, f)) {
        r.line++;
        if (take_line(&r, line, strlen(line)) != OUT_OK)
            break;
    }
    if (ferror(f))
        err_set(e, OUT_UNAVAIL, "file.read", "cannot read %s", path);
    fclose(f);
    return e->code;
}

static int is_conf(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return entry->d_name[0] != '.' && len > 5 && strcmp(entry->d_name + len - 5, ".conf") == 0;
}

static enum outcome read_drop_ins(struct pool *pool, struct conf *conf, const char *path,
                                  struct err *e)
{
    const char *folder = pool_printf(pool, "%s.d", path);
    struct dirent **names = NULL;
    int count = scandir(folder, &names, is_conf, alphasort);
    enum outcome result = OUT_OK;

    if (count > DROP_IN_MAX)
        result = err_set(e, OUT_TOOBIG, "conf.syntax", "%s holds more than %d files", folder, DROP_IN_MAX);
    for (int i = 0; i < count; i++) {
        if (result == OUT_OK)
            result = read_file(pool, conf, pool_printf(pool, "%s/%s", folder, names[i]->d_name), e);
        free(names[i]);
    }
    free(names);
    return result;
}

static void set_defaults(struct conf *conf)
{
    for (unsigned i = 0; i < conf_keys_count; i++)
        if (conf_keys[i].type == CONF_INT)
            *int_at(conf, &conf_keys[i]) = (int)strtol(conf_keys[i].initial, NULL, 10);
        else
            *text_at(conf, &conf_keys[i]) = conf_keys[i].initial;
}

enum outcome conf_load(struct pool *pool, const char *path, struct conf **out, struct err *e)
{
    struct conf *conf = pool_alloc(pool, sizeof *conf);

    *out = NULL;
    set_defaults(conf);
    if (read_file(pool, conf, path, e) != OUT_OK || read_drop_ins(pool, conf, path, e) != OUT_OK)
        return e->code;
    if (!*conf->data_dir)
        conf->data_dir = TDKT_DATA_DIR;
    *out = conf;
    return OUT_OK;
}
