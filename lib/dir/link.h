/* One connection to one server, from inside the child.  No link is handed out before TLS is verified. */
#ifndef TDKT_DIR_LINK_H
#define TDKT_DIR_LINK_H

#include <ldap.h>

#include "lib/dir/dir.h"

/* A verified connection on which nobody is bound yet; closed with ldap_unbind_ext. */
enum outcome link_open(const struct dir_settings *dir, const char *uri, LDAP **out, struct err *e)
    TDKT_MUST_USE;

/* INTERNAL "dir.config" when the service account is refused. */
enum outcome link_bind_service(LDAP *ld, const struct dir_settings *dir, struct err *e) TDKT_MUST_USE;

/* The person's own bind: his password or his account decides. */
enum outcome link_bind_person(LDAP *ld, const char *dn, const struct secret *password, struct err *e)
    TDKT_MUST_USE;

/* The classifier: what an LDAP result means to us. */
enum outcome link_error(LDAP *ld, int result, const char *doing, struct err *e) TDKT_MUST_USE;

#endif
