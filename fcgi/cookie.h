/* Cookies (RFC 6265): reading one by name, and writing ours. */
#ifndef TDKT_FCGI_COOKIE_H
#define TDKT_FCGI_COOKIE_H

#include <stdbool.h>

#include "lib/base/pool.h"

/* The session cookie: the prefix makes the browser hold it to this host, this path and TLS. */
#define COOKIE_SESSION_SECURE "__Host-tdkt"
#define COOKIE_SESSION_PLAIN "tdkt"
#define COOKIE_FLASH_SECURE "__Host-tdkt-flash"
#define COOKIE_FLASH_PLAIN "tdkt-flash"
/* What a form that outlives its session is sealed with: it comes back to this browser only. */
#define COOKIE_FORM_SECURE "__Host-tdkt-form"
#define COOKIE_FORM_PLAIN "tdkt-form"

/* The value of the cookie in a Cookie header; NULL when it is absent, stands twice, or holds
 * anything but letters, digits and -_. */
const char *cookie_get(struct pool *pool, const char *header, const char *name);

/* A Set-Cookie value; an empty value clears the cookie.  seconds 0: until the browser is closed. */
const char *cookie_make(struct pool *pool, const char *name, const char *value, bool secure,
                        int seconds);

#endif
