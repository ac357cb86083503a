/* Nơi nhận: the recipients of a document, one to a line or divided by ";" (Decree 30/2020, appendix I). */
#ifndef TDKT_CORE_RECIPIENTS_H
#define TDKT_CORE_RECIPIENTS_H

#include <stdbool.h>

#include "lib/base/pool.h"

/* The recipients of what was typed, without the dashes and full stops that the paper puts itself; how many. */
unsigned recipients_split(struct pool *pool, const char *text, const char *const **out);

/* The same in one line: "Như Điều 3; Lưu: VT, TCCB"; "" when there is none. */
const char *recipients_line(struct pool *pool, const char *text);

/* Does the list end with where the paper is kept, "Lưu: VT, ..." (appendix I, part II.9b), and only there? */
bool recipients_archived(struct pool *pool, const char *text);

/* Whom a paper usually goes to, one to a line: a proposal only, what is typed at issue stands on the paper. */
struct recipients_usual {
    bool decision;  /* else a tờ trình */
    int article;    /* of a decision: the one that names who carries it out */
    const char *office, *province, *archive; /* "Sở Y tế", "tỉnh Cà Mau", "TCCB" or "" */
};
const char *recipients_usual(struct pool *pool, const struct recipients_usual *of);

#endif
