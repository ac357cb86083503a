/* FastCGI records (FastCGI Specification 1.0, section 3): what is let through to libfcgi, and an answer as records.  Pure.
 *
 * libfcgi believes the lengths of names and values it is sent and ends the process when there is no memory of that size,
 * so they are looked at first.
 */
#ifndef TDKT_FCGI_WIRE_H
#define TDKT_FCGI_WIRE_H

#include <stddef.h>

#include "lib/base/buf.h"

/* Of everything before a request's body; more is refused.  nginx takes 32 KiB of headers at most as it is shipped. */
#define WIRE_HEAD_MAX (128u << 10)

/* Of records and their paddings around so many bytes of an answer. */
#define WIRE_ANSWER_MAX(len) ((len) + ((len) / 0xFFF8 + 3) * 16)

enum wire_head { WIRE_UNSET = 0, WIRE_MORE, WIRE_WHOLE, WIRE_BAD };

/* WHOLE: a request for a responder, whose parameters are all there and as long as they say.  MORE: so far so good.
 * bytes is used as scratch. */
enum wire_head wire_head(unsigned char *bytes, size_t len);

/* Appends the answer to that request: its STDOUT in records, the end of it, the end of the request. */
void wire_answer(unsigned request_id, const char *data, size_t len, struct buf *out);

#endif
