/* Which fields of a form a handler has read: the readers of fcgi/form.h are wrapped by the linker. Whether a field was given (form_has) is
 * not reading it. */
#ifndef TDKT_TEST_READ_FIELDS_H
#define TDKT_TEST_READ_FIELDS_H

#include <stdbool.h>

void read_fields_forget(void);
bool read_fields_has(const char *name);

/* For LDFLAGS: -Wl,--wrap=form_text and so on; see tests/unit/fcgi.mk. */

#endif
