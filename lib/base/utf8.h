/* Text from outside: valid UTF-8 in composed form (NFC), or refused.
 * The only user of utf8proc. */
#ifndef TDKT_BASE_UTF8_H
#define TDKT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/pool.h"

/* No overlong forms, surrogates or NUL. */
bool utf8_valid(const char *text, size_t len);

/* Valid, and no control characters but tab, line feed and carriage return:
 * what may stand in an XML 1.0 document. */
bool utf8_clean(const char *text, size_t len);

/* More combining marks in a row than any writing has are refused (Unicode Stream-Safe Text Format, UAX #15 section 13):
 * putting them in order takes the square of their number. */
#define UTF8_MARKS_MAX 30

/* NFC, CR LF to LF, outer white space trimmed, NBSP to space, characters that cannot be seen taken out; NULL when the
 * text is not clean or has too many marks in a row.  Linear in the length.  What every form field, query, import cell
 * and directory attribute goes through. */
char *utf8_normal(struct pool *pool, const char *text, size_t len);

/* Normal text in the one spelling that a directory takes many for: compatibility forms ("ｎｖａ", "ⓐ") as what they stand for (NFKC), blanks
 * in a row as one, none at either end. */
char *utf8_one_spelling(struct pool *pool, const char *text);

/* No character takes more bytes. */
#define UTF8_CHARACTER_MAX 4

/* Characters (code points), not bytes.  The text must be valid. */
size_t utf8_length(const char *text);

#endif
