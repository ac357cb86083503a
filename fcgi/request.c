#include "config.h"

#include "fcgi/request.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/num.h"
#include "lib/base/secret.h"
#include "lib/base/utf8.h"

static const char *variable(char *const *env, const char *name)
{
    size_t len = strlen(name);

    for (; *env; env++)
        if (strncmp(*env, name, len) == 0 && (*env)[len] == '=')
            return *env + len + 1;
    return "";
}

/* A copy; "" when it holds what no header may: control characters or broken text. */
static const char *header(struct pool *pool, char *const *env, const char *name, struct err *e)
{
    const char *value = variable(env, name);
    size_t len = strlen(value);

    if (len > HEADER_MAX_BYTES) {
        err_set(e, OUT_TOOBIG, "request.too-big", "%s is too long", name);
        return "";
    }
    if (!utf8_clean(value, len) || strpbrk(value, "\r\n"))
        return "";
    return pool_strndup(pool, value, len);
}

static bool path_fits(const char *path, size_t len)
{
    if (len == 0 || len > PATH_MAX_BYTES || path[0] != '/')
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = path[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '/' || c == '-' || c == '_' || c == '.' || c == '~'))
            return false;
    }
    return true;
}

static void take_id(char *const *env, struct request *out)
{
    const char *given = variable(env, "TDKT_REQUEST_ID");
    size_t len = strlen(given);
    char token[TOKEN_SIZE];

    if (len >= 8 && len < REQUEST_ID_SIZE && strspn(given, "0123456789abcdef") == len) {
        memcpy(out->id, given, len + 1);
        return;
    }
    token_make(token);
    snprintf(out->id, sizeof out->id, "%.16s", token);
}

static void take_method(const char *name, struct request *out)
{
    out->head = strcmp(name, "HEAD") == 0;
    if (out->head || strcmp(name, "GET") == 0)
        out->method = METHOD_GET;
    else
        out->method = strcmp(name, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
}

static enum outcome take_target(struct pool *pool, char *const *env, struct request *out,
                                struct err *e)
{
    const char *uri = variable(env, "REQUEST_URI");
    size_t path = strcspn(uri, "?");
    const char *query = uri[path] ? uri + path + 1 : "";

    if (strlen(query) > QUERY_MAX_BYTES || path > PATH_MAX_BYTES)
        return err_set(e, OUT_TOOBIG, "request.too-big", "the address is too long");
    /* Any other character names nothing here. */
    if (!path_fits(uri, path))
        return err_set(e, OUT_NOTFOUND, "notfound", "the path has characters of no path here");
    out->path = pool_strndup(pool, uri, path);
    if (!utf8_clean(query, strlen(query)))
        return err_set(e, OUT_INVALID, "request.bad", "the query is not text");
    out->url = pool_strdup(pool, uri);
    out->query = pairs_new(pool);
    return pairs_urlencoded(out->query, query, strlen(query), e);
}

enum outcome request_head(struct pool *pool, char *const *env, struct request *out, struct err *e)
{
    const char *length = variable(env, "CONTENT_LENGTH");
    int64_t bytes = 0;

    *out = (struct request){.path = "/", .url = "/", .query = pairs_new(pool)};
    take_id(env, out);
    take_method(variable(env, "REQUEST_METHOD"), out);
    out->tls = strcmp(variable(env, "HTTPS"), "on") == 0;
    out->host = header(pool, env, "HTTP_HOST", e);
    out->origin = header(pool, env, "HTTP_ORIGIN", e);
    out->fetch_site = header(pool, env, "HTTP_SEC_FETCH_SITE", e);
    out->content_type = header(pool, env, "CONTENT_TYPE", e);
    out->agent = header(pool, env, "HTTP_USER_AGENT", e);
    out->address = header(pool, env, "REMOTE_ADDR", e);
    out->cookies = header(pool, env, "HTTP_COOKIE", e);
    out->remote_user = header(pool, env, "TDKT_REMOTE_USER", e);
    if (*length && !num_parse(length, 0, INT64_MAX, &bytes))
        return err_set(e, OUT_INVALID, "request.bad", "CONTENT_LENGTH is not a number");
    out->content_length = (size_t)bytes;
    if (e->code != OUT_OK)
        return e->code;
    return take_target(pool, env, out, e);
}

/* The body may hold a password, and so may every copy of its fields: the pool wipes them all. */
static enum outcome read_all(struct pool *pool, struct body_source source, size_t len, char **out,
                             struct err *e)
{
    char *at = pool_alloc(pool, len + 1);
    size_t have = 0;

    pool_secret(pool);
    while (have < len) {
        ssize_t got = source.read(source.from, at + have, len - have);

        if (got <= 0)
            return err_set(e, OUT_INVALID, "request.bad", "the body ends after %zu of %zu bytes",
                           have, len);
        have += (size_t)got;
    }
    *out = at;
    return OUT_OK;
}

/* boundary=... of a multipart media type; quotes are optional (RFC 2046, 5.1.1). */
static const char *boundary_of(struct pool *pool, const char *type)
{
    const char *at = strcasestr(type, "boundary=");
    size_t len;

    if (!at)
        return "";
    at += strlen("boundary=");
    if (*at == '"') {
        at++;
        len = strcspn(at, "\"");
    } else {
        len = strcspn(at, "; \t");
    }
    return pool_strndup(pool, at, len);
}

static bool type_is(const char *type, const char *name)
{
    size_t len = strlen(name);

    return strncasecmp(type, name, len) == 0 && strchr("; \t", type[len]);
}

enum outcome request_body(struct pool *pool, struct request *request, struct body_source source,
                          size_t limit, struct err *e)
{
    char *bytes = NULL;
    enum outcome out;

    request->body = pairs_new(pool);
    if (request->content_length > limit) {
        err_set(e, OUT_TOOBIG, "request.too-big", "body of %zu bytes, limit %zu",
                request->content_length, limit);
        err_arg_int(e, "limit", (long long)(limit >> 10));
        return e->code;
    }
    if (request->content_length == 0)
        return OUT_OK;
    out = read_all(pool, source, request->content_length, &bytes, e);
    if (out != OUT_OK)
        return out;
    if (type_is(request->content_type, "application/x-www-form-urlencoded"))
        return pairs_urlencoded(request->body, bytes, request->content_length, e);
    if (type_is(request->content_type, "multipart/form-data"))
        return pairs_multipart(request->body, bytes, request->content_length,
                               boundary_of(pool, request->content_type), e);
    return err_set(e, OUT_INVALID, "request.bad", "a body of an unknown type");
}

const char *request_site(struct pool *pool, const struct request *request, const char *base_url)
{
    if (*base_url)
        return base_url;
    return pool_printf(pool, "%s://%s", request->tls ? "https" : "http", request->host);
}
