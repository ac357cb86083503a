/* FastCGI records, looked at before libfcgi reads them, and written in one piece. */
#include "fcgi/wire.h"

#include <fastcgi.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Of one record, a multiple of eight: no padding is needed. */
#define CONTENT_MAX 0xFFF8

struct record {
    unsigned type, id;
    size_t content, whole; /* bytes; whole: with header and padding */
};

/* false: not all of it is there. */
static bool look(const unsigned char *at, size_t left, struct record *out)
{
    if (left < FCGI_HEADER_LEN)
        return false;
    out->type = at[1];
    out->id = (unsigned)at[2] << 8 | at[3];
    out->content = (size_t)at[4] << 8 | at[5];
    out->whole = FCGI_HEADER_LEN + out->content + at[6];
    return left >= out->whole;
}

static bool take_length(const unsigned char **at, const unsigned char *end, size_t *out)
{
    const unsigned char *p = *at;

    if (p == end || (p[0] & 0x80 && end - p < 4))
        return false;
    if (p[0] & 0x80) {
        *out = (size_t)(p[0] & 0x7F) << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
        *at += 4;
    } else {
        *out = p[0];
        *at += 1;
    }
    return true;
}

/* Names and values, each as long as it says and together no longer than all. */
static bool pairs_fit(const unsigned char *at, size_t len)
{
    const unsigned char *end = at + len;
    size_t name, value;

    while (at < end) {
        if (!take_length(&at, end, &name) || !take_length(&at, end, &value) ||
            name + value > (size_t)(end - at))
            return false;
        at += name + value;
    }
    return true;
}

static bool begins(const unsigned char *at, const struct record *r)
{
    const unsigned char *body = at + FCGI_HEADER_LEN;

    return r->type == FCGI_BEGIN_REQUEST && r->id != 0 &&
           r->content == sizeof(FCGI_BeginRequestBody) &&
           ((unsigned)body[0] << 8 | body[1]) == FCGI_RESPONDER;
}

enum wire_head wire_head(unsigned char *bytes, size_t len)
{
    unsigned char *at = bytes, *end = bytes + len, *params = bytes;
    struct record r;
    unsigned id = 0;

    for (;;) {
        if (at < end && at[0] != FCGI_VERSION_1)
            return WIRE_BAD;
        if (!look(at, (size_t)(end - at), &r))
            return WIRE_MORE;
        if (id == 0) {
            if (!begins(at, &r))
                return WIRE_BAD;
            id = r.id;
        } else if (r.type != FCGI_PARAMS || r.id != id) {
            return WIRE_BAD;
        } else if (r.content == 0) {
            return pairs_fit(bytes, (size_t)(params - bytes)) ? WIRE_WHOLE : WIRE_BAD;
        } else {
            /* Pairs may cross records, so their content is pushed together. */
            memmove(params, at + FCGI_HEADER_LEN, r.content);
            params += r.content;
        }
        at += r.whole;
    }
}

static void put_header(struct buf *out, unsigned type, unsigned id, size_t content)
{
    const unsigned char header[FCGI_HEADER_LEN] = {
        FCGI_VERSION_1, (unsigned char)type, (unsigned char)(id >> 8), (unsigned char)id,
        (unsigned char)(content >> 8), (unsigned char)content, 0, 0,
    };

    buf_add(out, (const char *)header, sizeof header);
}

void wire_answer(unsigned request_id, const char *data, size_t len, struct buf *out)
{
    static const char complete[sizeof(FCGI_EndRequestBody)] = {0, 0, 0, 0, FCGI_REQUEST_COMPLETE};

    while (len > 0) {
        size_t piece = len < CONTENT_MAX ? len : CONTENT_MAX;

        put_header(out, FCGI_STDOUT, request_id, piece);
        buf_add(out, data, piece);
        data += piece;
        len -= piece;
    }
    put_header(out, FCGI_STDOUT, request_id, 0);
    put_header(out, FCGI_END_REQUEST, request_id, sizeof complete);
    buf_add(out, complete, sizeof complete);
}
