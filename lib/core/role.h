/* Roles and what each may do.  A person acts in one role at a time, held on a unit and everything below it. */
#ifndef TDKT_CORE_ROLE_H
#define TDKT_CORE_ROLE_H

#include <stdbool.h>

enum role {
    ROLE_NONE = 0,
    ROLE_STAFF,      /* oneself */
    ROLE_CLERK,      /* cán bộ TĐKT đơn vị */
    ROLE_HEAD,       /* thủ trưởng đơn vị */
    ROLE_APPRAISER,  /* thường trực hội đồng */
    ROLE_SECRETARY,  /* thư ký hội đồng */
    ROLE_DIRECTOR,   /* giám đốc, phó giám đốc Sở */
    ROLE_RECORDS,    /* văn thư */
    ROLE_ACCOUNTANT, /* kế toán */
    ROLE_AUDITOR,    /* thanh tra */
    ROLE_ADMIN       /* quản trị */
};
#define ROLE_COUNT (ROLE_ADMIN + 1)

/* What a route asks for.  The zero value is invalid, so that a row that forgot is refused. */
enum permission {
    PERM_UNSET = 0,
    PERM_ANYBODY,         /* not logged in */
    PERM_SELF,            /* anybody who is logged in */
    PERM_READ_UNITS,
    PERM_READ_PEOPLE,
    PERM_READ_CAMPAIGNS,
    PERM_READ_NOMINATIONS,
    PERM_WRITE_NOMINATIONS,
    PERM_ACT_NOMINATIONS, /* any action of the flow; the flow says which */
    PERM_READ_DECISIONS,
    PERM_WRITE_NUMBERS,   /* puts right what the number book says of numbers without a document */
    PERM_READ_AWARDS,
    PERM_READ_STATISTICS,
    PERM_READ_AUDIT,
    PERM_ADMIN_ROLES
};
#define PERM_COUNT (PERM_ADMIN_ROLES + 1)

/* The code as stored and written in files ("clerk"); ROLE_NONE when unknown. */
enum role role_of(const char *code);
const char *role_code(enum role role);
const char *role_label(enum role role); /* Vietnamese */

const char *permission_code(enum permission perm);

/* The higher, the more it decides: what a person acts in after a login unless he chooses. */
int role_rank(enum role role);

bool role_may(enum role role, enum permission perm);

#endif
