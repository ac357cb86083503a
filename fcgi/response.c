#include "fcgi/response.h"

#include <stdio.h>
#include <string.h>

static const char policy_page[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

/* A file that somebody sent in runs nothing, wherever it is opened. */
static const char policy_file[] = "default-src 'none'; sandbox";

void response_init(struct response *r, struct pool *pool)
{
    *r = (struct response){.pool = pool, .status = 500, .type = "text/html; charset=utf-8",
                           .body = "", .more = buf_new(pool, RESPONSE_HEAD_MAX)};
}

void response_header(struct response *r, const char *name, const char *value)
{
    for (const char *c = value; *c; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7F) {
            r->more->over = true;
            return;
        }
    }
    buf_printf(r->more, "%s: %s\r\n", name, value);
}

void response_body(struct response *r, int status, const char *type, const void *body, size_t len)
{
    r->status = status;
    r->type = type;
    r->body = body;
    r->body_len = len;
}

void response_see_other(struct response *r, const char *location)
{
    response_body(r, 303, "text/html; charset=utf-8", "", 0);
    /* Within the site: "//host" and "/\host" would leave it. */
    if (location[0] != '/' || location[1] == '/' || location[1] == '\\')
        r->more->over = true;
    response_header(r, "Location", location);
}

static bool token_char(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

void response_attachment(struct response *r, const char *name)
{
    struct buf *value = buf_new(r->pool, RESPONSE_HEAD_MAX);

    buf_puts(value, "attachment; filename=\"");
    for (const unsigned char *c = (const unsigned char *)name; *c; c++)
        if ((*c & 0xC0) != 0x80) /* one stand-in per character */
            buf_putc(value, token_char(*c) ? (char)*c : '_');
    buf_puts(value, "\"; filename*=UTF-8''");
    for (const unsigned char *c = (const unsigned char *)name; *c; c++) {
        if (token_char(*c))
            buf_putc(value, (char)*c);
        else
            buf_printf(value, "%%%02X", *c);
    }
    response_header(r, "Content-Disposition", value->data);
    r->download = true;
}

void response_internal_file(struct response *r, const char *digest, const char *type)
{
    response_body(r, 200, type, "", 0);
    r->download = r->unsized = true;
    if (strspn(digest, "0123456789abcdef") != 64 || digest[64]) {
        r->more->over = true;
        return;
    }
    response_header(r, "X-Accel-Redirect",
                    pool_printf(r->pool, "/internal/files/%.2s/%.2s/%s", digest, digest + 2,
                                digest));
}

void response_handout(struct response *r, const char *name, const char *type)
{
    response_body(r, 200, type, "", 0);
    r->download = r->unsized = true;
    if (strchr(name, '/'))
        r->more->over = true;
    if (*name)
        response_header(r, "X-Accel-Redirect", pool_printf(r->pool, "/internal/files/handout/%s", name));
}

static void escaped(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            buf_puts(out, "&lt;");
        else if (*text == '&')
            buf_puts(out, "&amp;");
        else if (*text == '"')
            buf_puts(out, "&quot;");
        else
            buf_putc(out, *text);
    }
}

void response_plain_page(struct response *r, int status, const char *title, const char *what,
                         const char *next, const char *code)
{
    struct buf *out = buf_new(r->pool, 16384);

    buf_puts(out, "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width\"><title>");
    escaped(out, title);
    buf_puts(out, "</title><link rel=\"stylesheet\" href=\"/asset/tdkt.css\"></head>"
                  "<body><main><h1>");
    escaped(out, title);
    buf_puts(out, "</h1><p>");
    escaped(out, what);
    buf_puts(out, "</p><p>");
    escaped(out, next);
    buf_puts(out, "</p><p>");
    escaped(out, code);
    buf_puts(out, "</p><p><a href=\"/\">Về trang đầu</a></p></main></body></html>\n");
    response_body(r, status, "text/html; charset=utf-8", out->data, out->len);
}

static const char *reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 303: return "See Other";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
    }
}

void response_write(struct response *r, bool head_only, struct buf *out)
{
    if (r->more->over) {
        buf_clear(r->more);
        r->download = r->unsized = false;
        response_plain_page(r, 500, "Có lỗi trong hệ thống", "Trang chưa được hiển thị.",
                            "Hãy báo cho quản trị hệ thống.", "TD-500");
    }
    buf_printf(out, "Status: %d %s\r\n", r->status, reason(r->status));
    buf_printf(out, "Content-Type: %s\r\n", r->type);
    buf_printf(out, "Content-Security-Policy: %s\r\n", r->download ? policy_file : policy_page);
    buf_puts(out, "X-Content-Type-Options: nosniff\r\n"
                  "Referrer-Policy: same-origin\r\n"
                  "Cross-Origin-Opener-Policy: same-origin\r\n"
                  "Cache-Control: no-store\r\n");
    buf_add(out, r->more->data, r->more->len);
    if (!r->unsized)
        buf_printf(out, "Content-Length: %zu\r\n", r->body_len);
    buf_puts(out, "\r\n");
    if (!head_only)
        buf_add(out, r->body, r->body_len);
}
