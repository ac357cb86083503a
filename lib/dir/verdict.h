/* What the answer to a person's bind means.  Pure: numbers and text in, a verdict out. */
#ifndef TDKT_DIR_VERDICT_H
#define TDKT_DIR_VERDICT_H

enum verdict {
    VERDICT_UNSET = 0,
    VERDICT_WELCOME,
    VERDICT_WRONG,       /* password */
    VERDICT_EXPIRED,     /* password or account */
    VERDICT_LOCKED,      /* by failures or by an administrator */
    VERDICT_MUST_CHANGE,
    VERDICT_ELSE         /* not about the password: classify it as any other operation */
};

/* result: LDAP result code.  policy: error of the password policy response control (draft-behera-ldap-
 * password-policy-10), VERDICT_NO_POLICY without one.  diagnostic: may be NULL; Active Directory's
 * "data 532" in it is understood. */
#define VERDICT_NO_POLICY (-1)
enum verdict verdict_of(int result, int policy, const char *diagnostic);

#endif
