#include "lib/dir/verdict.h"

#include <ldap.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Sub-codes of Active Directory's AcceptSecurityContext error (Windows system error codes, in hexadecimal). */
static const struct {
    unsigned long code;
    enum verdict verdict;
} active_directory[] = {
    {0x525, VERDICT_WRONG},       /* no such user */
    {0x52e, VERDICT_WRONG},       /* wrong password */
    {0x530, VERDICT_LOCKED},      /* not at this hour */
    {0x531, VERDICT_LOCKED},      /* not from this machine */
    {0x532, VERDICT_EXPIRED},     /* password expired */
    {0x533, VERDICT_LOCKED},      /* account disabled */
    {0x701, VERDICT_EXPIRED},     /* account expired */
    {0x773, VERDICT_MUST_CHANGE}, /* must reset */
    {0x775, VERDICT_LOCKED},      /* locked out */
};

static enum verdict verdict_of_diagnostic(const char *diagnostic)
{
    const char *data = diagnostic ? strstr(diagnostic, ", data ") : NULL;
    unsigned long code;

    if (!data)
        return VERDICT_WRONG;
    code = strtoul(data + strlen(", data "), NULL, 16);
    for (size_t i = 0; i < sizeof active_directory / sizeof active_directory[0]; i++)
        if (active_directory[i].code == code)
            return active_directory[i].verdict;
    return VERDICT_WRONG;
}

static enum verdict verdict_of_policy(int policy)
{
    switch (policy) {
    case PP_passwordExpired:
        return VERDICT_EXPIRED;
    case PP_accountLocked:
        return VERDICT_LOCKED;
    case PP_changeAfterReset:
        return VERDICT_MUST_CHANGE;
    default:
        return VERDICT_UNSET;
    }
}

enum verdict verdict_of(int result, int policy, const char *diagnostic)
{
    enum verdict by_policy = verdict_of_policy(policy);

    switch (result) {
    case LDAP_SUCCESS:
        return by_policy ? by_policy : VERDICT_WELCOME;
    case LDAP_INVALID_CREDENTIALS:
        return by_policy ? by_policy : verdict_of_diagnostic(diagnostic);
    case LDAP_NO_SUCH_OBJECT: /* removed between the search and the bind */
    case LDAP_INAPPROPRIATE_AUTH: /* the entry has no password */
        return VERDICT_WRONG;
    case LDAP_CONSTRAINT_VIOLATION: /* 389 Directory Server: too many failures */
    case LDAP_UNWILLING_TO_PERFORM: /* 389 Directory Server: account inactivated */
        return VERDICT_LOCKED;
    default:
        return VERDICT_ELSE;
    }
}
