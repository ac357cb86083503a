#include "lib/dir/link.h"

#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "lib/dir/verdict.h"

#define SYSTEM_AUTHORITIES "/etc/ssl/certs/ca-certificates.crt"

static const char *diagnostic_of(LDAP *ld, char **owned)
{
    *owned = NULL;
    if (ldap_get_option(ld, LDAP_OPT_DIAGNOSTIC_MESSAGE, owned) != LDAP_OPT_SUCCESS || !*owned)
        return "";
    return *owned;
}

enum outcome link_error(LDAP *ld, int result, const char *doing, struct err *e)
{
    char *owned;
    const char *more = diagnostic_of(ld, &owned), *key = "dir.config";
    enum outcome out = OUT_INTERNAL;

    switch (result) {
    case LDAP_SERVER_DOWN:
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE:
        out = OUT_UNAVAIL;
        key = "dir.down";
        break;
    case LDAP_TIMEOUT:
    case LDAP_TIMELIMIT_EXCEEDED:
        out = OUT_UNAVAIL;
        key = "dir.timeout";
        break;
    case LDAP_CONNECT_ERROR:
    case LDAP_CONFIDENTIALITY_REQUIRED:
        out = OUT_UNAVAIL;
        key = "dir.tls";
        break;
    }
    err_set(e, out, key, "%s: %s%s%s", doing, ldap_err2string(result), *more ? ": " : "", more);
    ldap_memfree(owned);
    return out;
}

/* Every option is set on this handle, and NEWCTX last: it makes the TLS context from the others. */
static bool set_options(LDAP *ld, const struct dir_settings *dir)
{
    const int version = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND, client = 0;
    const int tls = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const struct timeval limit = {.tv_sec = dir->seconds};
    const char *ca = *dir->tls_ca ? dir->tls_ca : SYSTEM_AUTHORITIES;
    const struct {
        int option;
        const void *value;
    } options[] = {
        {LDAP_OPT_PROTOCOL_VERSION, &version},
        {LDAP_OPT_REFERRALS, LDAP_OPT_OFF},
        {LDAP_OPT_RESTART, LDAP_OPT_ON},
        {LDAP_OPT_NETWORK_TIMEOUT, &limit},
        {LDAP_OPT_TIMEOUT, &limit},
        {LDAP_OPT_X_TLS_CACERTFILE, ca},
        {LDAP_OPT_X_TLS_REQUIRE_CERT, &demand},
        {LDAP_OPT_X_TLS_PROTOCOL_MIN, &tls},
        {LDAP_OPT_X_TLS_NEWCTX, &client},
    };

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        if (ldap_set_option(ld, options[i].option, options[i].value) != LDAP_OPT_SUCCESS)
            return false;
    return true;
}

/* For ldaps the handshake is part of the first operation, and libldap says "server down" for a refused
 * certificate too: only its diagnostic tells. */
static enum outcome shake_hands(LDAP *ld, const char *uri, struct err *e)
{
    static const char start_tls[] = "StartTLS";
    int result;

    if (strncasecmp(uri, "ldaps:", 6) == 0)
        result = ldap_connect(ld);
    else
        result = ldap_start_tls_s(ld, NULL, NULL);
    if (result == LDAP_SUCCESS)
        return OUT_OK;
    if (result == LDAP_SERVER_DOWN && ldap_tls_inplace(ld) == 0) {
        char *owned;
        const char *more = diagnostic_of(ld, &owned);

        if (*more)
            result = LDAP_CONNECT_ERROR;
        ldap_memfree(owned);
    }
    if (result > 0 && result != LDAP_BUSY && result != LDAP_UNAVAILABLE)
        result = LDAP_CONNECT_ERROR; /* it answers, but cannot do TLS */
    return link_error(ld, result, start_tls, e);
}

enum outcome link_open(const struct dir_settings *dir, const char *uri, LDAP **out, struct err *e)
{
    LDAP *ld = NULL;
    enum outcome done;
    int result = ldap_initialize(&ld, uri);

    *out = NULL;
    if (result != LDAP_SUCCESS)
        return err_set(e, OUT_INTERNAL, "dir.config", "URI: %s", ldap_err2string(result));
    if (!set_options(ld, dir))
        done = err_set(e, OUT_INTERNAL, "dir.config", "TLS settings are refused (authority file?)");
    else
        done = shake_hands(ld, uri, e);
    if (done == OUT_OK)
        *out = ld;
    else
        ldap_unbind_ext(ld, NULL, NULL);
    return done;
}

/* The password is copied because libldap wants it writable, and wiped. */
static int simple_bind(LDAP *ld, const char *dn, const struct secret *password, LDAPControl **ask,
                       int *message)
{
    struct berval cred = {.bv_len = secret_length(password)};
    int result;

    cred.bv_val = malloc(cred.bv_len + 1);
    if (!cred.bv_val)
        return LDAP_NO_MEMORY;
    memcpy(cred.bv_val, secret_reveal(password), cred.bv_len + 1);
    result = ldap_sasl_bind(ld, dn, LDAP_SASL_SIMPLE, &cred, ask, NULL, message);
    secret_wipe(cred.bv_val, cred.bv_len);
    free(cred.bv_val);
    return result;
}

struct bind_answer {
    int result, policy;
    char *diagnostic;
};

static int policy_of(LDAP *ld, LDAPControl **controls)
{
    LDAPControl *found = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, NULL);
    LDAPPasswordPolicyError error = PP_noError;
    ber_int_t expire, grace;

    if (!found || ldap_parse_passwordpolicy_control(ld, found, &expire, &grace, &error) != LDAP_SUCCESS ||
        error == PP_noError)
        return VERDICT_NO_POLICY;
    return (int)error;
}

static void bind_wait(LDAP *ld, int message, struct bind_answer *answer)
{
    LDAPMessage *reply = NULL;
    LDAPControl **controls = NULL;
    int got = ldap_result(ld, message, LDAP_MSG_ALL, NULL, &reply);

    if (got <= 0) {
        answer->result = got == 0 ? LDAP_TIMEOUT : LDAP_SERVER_DOWN;
        return;
    }
    if (ldap_parse_result(ld, reply, &answer->result, NULL, &answer->diagnostic, NULL, &controls, 1) !=
        LDAP_SUCCESS)
        answer->result = LDAP_DECODING_ERROR;
    answer->policy = policy_of(ld, controls);
    ldap_controls_free(controls);
}

/* Asks for the password policy's word as well. */
static struct bind_answer bind_as(LDAP *ld, const char *dn, const struct secret *password)
{
    struct bind_answer answer = {.policy = VERDICT_NO_POLICY};
    LDAPControl *policy = NULL, *ask[2] = {NULL, NULL};
    int message;

    answer.result = ldap_create_passwordpolicy_control(ld, &policy);
    if (answer.result != LDAP_SUCCESS)
        return answer;
    ask[0] = policy;
    answer.result = simple_bind(ld, dn, password, ask, &message);
    ldap_control_free(policy);
    if (answer.result == LDAP_SUCCESS)
        bind_wait(ld, message, &answer);
    return answer;
}

enum outcome link_bind_service(LDAP *ld, const struct dir_settings *dir, struct err *e)
{
    struct bind_answer answer;
    enum outcome out = OUT_OK;

    /* A bind without a password succeeds as nobody (RFC 4513 5.1.2). */
    if (!dir->password || secret_length(dir->password) == 0)
        return err_set(e, OUT_INTERNAL, "dir.config", "the service account has no password");
    answer = bind_as(ld, dir->bind_dn, dir->password);
    if (answer.result != LDAP_SUCCESS)
        out = link_error(ld, answer.result, "service account's bind", e);
    ldap_memfree(answer.diagnostic);
    return out;
}

enum outcome link_bind_person(LDAP *ld, const char *dn, const struct secret *password, struct err *e)
{
    struct bind_answer answer = bind_as(ld, dn, password);
    enum verdict verdict = verdict_of(answer.result, answer.policy, answer.diagnostic);

    ldap_memfree(answer.diagnostic);
    switch (verdict) {
    case VERDICT_WELCOME:
        return OUT_OK;
    case VERDICT_WRONG:
        return err_set(e, OUT_AUTHN, "login.wrong", "wrong password");
    case VERDICT_EXPIRED:
        return err_set(e, OUT_AUTHN, "login.expired", "password or account expired");
    case VERDICT_LOCKED:
        return err_set(e, OUT_AUTHN, "login.locked", "account locked");
    case VERDICT_MUST_CHANGE:
        return err_set(e, OUT_AUTHN, "login.must-change", "password must be changed");
    default:
        return link_error(ld, answer.result, "person's bind", e);
    }
}
