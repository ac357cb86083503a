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

/* NFC, CR LF to LF, outer white space trimmed, NBSP to space; NULL when the text is
 * not clean.  What every form field and import cell goes through. */
char *utf8_normal(struct pool *pool, const char *text, size_t len);

/* Characters (code points), not bytes.  The text must be valid. */
size_t utf8_length(const char *text);

#endif
