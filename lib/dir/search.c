#include "lib/dir/search.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/dir/link.h"

/* A GUID as bytes (MS-DTYP 2.3.4): three little-endian numbers, then eight bytes. */
#define GUID_BYTES 16

struct page {
    struct berval cookie;
    bool more;
};

static enum outcome finish_page(LDAP *ld, LDAPMessage *result, struct page *page,
                                enum dir_completeness *completeness, struct err *e)
{
    LDAPControl **controls = NULL, *found;
    ber_int_t estimate;
    int code = LDAP_OTHER;
    int parsed = ldap_parse_result(ld, result, &code, NULL, NULL, NULL, &controls, 0);
    enum outcome out = OUT_OK;

    page->more = false;
    ber_memfree(page->cookie.bv_val);
    page->cookie = (struct berval){0, NULL};
    if (parsed != LDAP_SUCCESS)
        code = parsed;
    if (code == LDAP_SIZELIMIT_EXCEEDED || code == LDAP_TIMELIMIT_EXCEEDED ||
        code == LDAP_ADMINLIMIT_EXCEEDED)
        *completeness = DIR_PARTIAL;
    else if (code != LDAP_SUCCESS)
        out = link_error(ld, code, "search", e);
    found = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, NULL);
    if (code == LDAP_SUCCESS && found &&
        ldap_parse_pageresponse_control(ld, found, &estimate, &page->cookie) == LDAP_SUCCESS)
        page->more = page->cookie.bv_len > 0;
    ldap_controls_free(controls);
    return out;
}

static int read_page(LDAP *ld, const struct search *s, struct page *page, LDAPMessage **result)
{
    LDAPControl *control = NULL, *ask[2] = {NULL, NULL};
    int code;

    *result = NULL;
    if (s->page_size > 0) {
        code = ldap_create_page_control(ld, s->page_size, page->cookie.bv_val ? &page->cookie : NULL, 0,
                                        &control);
        if (code != LDAP_SUCCESS)
            return code;
        ask[0] = control;
    }
    code = ldap_search_ext_s(ld, s->base, s->scope, s->filter, s->attributes, 0, ask, NULL, NULL,
                             s->size_limit, result);
    ldap_control_free(control);
    return code;
}

enum outcome search_run(LDAP *ld, const struct search *search, search_entry on_entry, void *ctx,
                        enum dir_completeness *completeness, struct err *e)
{
    struct page page = {.more = true};
    enum outcome out = OUT_OK;
    LDAPMessage *result;
    int code;

    *completeness = DIR_COMPLETE;
    while (out == OUT_OK && page.more) {
        code = read_page(ld, search, &page, &result);
        if (!result) {
            out = link_error(ld, code, "search", e);
            break;
        }
        for (LDAPMessage *m = ldap_first_entry(ld, result); m; m = ldap_next_entry(ld, m))
            on_entry(ctx, ld, m);
        if (code < 0) /* the link died while the answer came */
            out = link_error(ld, code, "search", e);
        else
            out = finish_page(ld, result, &page, completeness, e);
        ldap_msgfree(result);
    }
    ber_memfree(page.cookie.bv_val);
    return out;
}

static bool copy_value(const struct berval *value, char out[DIR_TEXT])
{
    if (value->bv_len == 0 || value->bv_len >= DIR_TEXT || memchr(value->bv_val, 0, value->bv_len))
        return false;
    memcpy(out, value->bv_val, value->bv_len);
    out[value->bv_len] = '\0';
    return true;
}

bool entry_text(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT])
{
    struct berval **values;
    bool found = false;

    out[0] = '\0';
    if (!*attribute)
        return false;
    values = ldap_get_values_len(ld, entry, attribute);
    if (values && values[0])
        found = copy_value(values[0], out);
    ldap_value_free_len(values);
    return found;
}

static void guid_text(const unsigned char *b, char out[DIR_TEXT])
{
    snprintf(out, DIR_TEXT,
             "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[3], b[2], b[1],
             b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

bool entry_id(LDAP *ld, LDAPMessage *entry, const char *attribute, char out[DIR_TEXT])
{
    struct berval **values;
    bool found = false;

    if (strcasecmp(attribute, "objectGUID") != 0)
        return entry_text(ld, entry, attribute, out);
    values = ldap_get_values_len(ld, entry, attribute);
    if (values && values[0] && values[0]->bv_len == GUID_BYTES) {
        guid_text((const unsigned char *)values[0]->bv_val, out);
        found = true;
    }
    ldap_value_free_len(values);
    return found;
}

bool entry_person(LDAP *ld, LDAPMessage *entry, const struct dir_settings *dir,
                  struct frame_person *out)
{
    memset(out, 0, sizeof *out);
    entry_text(ld, entry, dir->map_mail, out->mail);
    entry_text(ld, entry, dir->map_staff_no, out->staff_no);
    entry_text(ld, entry, dir->map_unit, out->unit);
    entry_text(ld, entry, dir->map_title, out->title);
    return entry_id(ld, entry, dir->map_id, out->id) &&
           entry_text(ld, entry, dir->map_login, out->login) &&
           entry_text(ld, entry, dir->map_name, out->name);
}

void person_attributes(const struct dir_settings *dir, char *out[PERSON_ATTRIBUTES])
{
    const char *const names[] = {dir->map_id,       dir->map_login, dir->map_name, dir->map_mail,
                                 dir->map_staff_no, dir->map_unit,  dir->map_title};
    unsigned n = 0;

    /* An attribute that is not mapped is not asked for.  libldap reads the names only. */
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (*names[i])
            memcpy(&out[n++], &names[i], sizeof names[i]);
    out[n] = NULL;
}

char *dn_normal(const char *dn)
{
    LDAPDN parsed = NULL;
    char *text = NULL;

    if (ldap_str2dn(dn, &parsed, LDAP_DN_FORMAT_LDAPV3) != LDAP_SUCCESS)
        return NULL;
    if (ldap_dn2str(parsed, &text, LDAP_DN_FORMAT_LDAPV3) != LDAP_SUCCESS)
        text = NULL;
    ldap_dnfree(parsed);
    for (char *at = text; at && *at; at++)
        *at = (char)tolower((unsigned char)*at);
    return text;
}
