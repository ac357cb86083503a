/* Reading people from the directory, from inside the child, bound as the service account. */
#ifndef TDKT_DIR_SEARCH_H
#define TDKT_DIR_SEARCH_H

#include <ldap.h>

#include "lib/dir/child.h"

/* One search of one page or of everything. */
struct search {
    const char *base, *filter;
    int scope;
    char **attributes;
    int size_limit; /* 0: the server's own */
    int page_size;  /* 0: not paged */
};

/* Called for each entry. */
typedef void (*search_entry)(void *ctx, LDAP *ld, LDAPMessage *entry);

/* PARTIAL when a limit ended the search early; what came before it was handed over. */
enum outcome search_run(LDAP *ld, const struct search *search, search_entry on_entry, void *ctx,
                        enum dir_completeness *completeness, struct err *e) TDKT_MUST_USE;

/* First value of an attribute; false when it is absent, empty or longer than DIR_TEXT - 1. */
bool entry_text(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT]);

/* The immutable id: text as it is, Active Directory's sixteen bytes as a GUID is written. */
bool entry_id(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT]);

/* False when the entry has no usable id, login or name. */
bool entry_person(LDAP *ld, LDAPMessage *entry, const struct dir_settings *dir,
                  struct frame_person *out);

/* The attributes entry_person reads, ended by NULL. */
#define PERSON_ATTRIBUTES 8
void person_attributes(const struct dir_settings *dir, char *out[PERSON_ATTRIBUTES]);

/* The DN in the one form that can be compared as text; NULL when it is none.  Freed with ldap_memfree. */
char *dn_normal(const char *dn);

#endif
