#include "lib/core/role.h"

#include <stddef.h>
#include <string.h>

#define P(permission) (1u << PERM_##permission)

/* What everybody who is logged in may do, whatever the role. */
#define EVERYBODY (P(SELF) | P(READ_CAMPAIGNS))

/* What those who carry a dossier must be able to read. */
#define DOSSIER                                                                                    \
    (P(READ_UNITS) | P(READ_PEOPLE) | P(READ_NOMINATIONS) | P(READ_DECISIONS) | P(READ_AWARDS) |   \
     P(READ_STATISTICS))

static const struct {
    const char *code, *label;
    unsigned may;
} role_table[ROLE_COUNT] = {
    [ROLE_NONE] = {"none", "Chưa đăng nhập", 0},
    [ROLE_STAFF] = {"staff", "Nhân viên", EVERYBODY},
    [ROLE_CLERK] = {"clerk", "Cán bộ thi đua, khen thưởng đơn vị",
                    EVERYBODY | DOSSIER | P(WRITE_NOMINATIONS) | P(ACT_NOMINATIONS)},
    [ROLE_HEAD] = {"head", "Thủ trưởng đơn vị", EVERYBODY | DOSSIER | P(ACT_NOMINATIONS)},
    [ROLE_APPRAISER] = {"appraiser", "Thường trực Hội đồng",
                        EVERYBODY | DOSSIER | P(ACT_NOMINATIONS)},
    [ROLE_SECRETARY] = {"secretary", "Thư ký Hội đồng",
                        EVERYBODY | DOSSIER | P(ACT_NOMINATIONS)},
    [ROLE_DIRECTOR] = {"director", "Lãnh đạo Sở", EVERYBODY | DOSSIER | P(ACT_NOMINATIONS)},
    [ROLE_RECORDS] = {"records", "Văn thư",
                      EVERYBODY | DOSSIER | P(ACT_NOMINATIONS) | P(WRITE_NUMBERS)},
    [ROLE_ACCOUNTANT] = {"accountant", "Kế toán",
                         EVERYBODY | P(READ_DECISIONS) | P(READ_AWARDS)},
    [ROLE_AUDITOR] = {"auditor", "Thanh tra", EVERYBODY | DOSSIER | P(READ_AUDIT)},
    /* Runs the system and cannot take part in an award (separation of duties). */
    [ROLE_ADMIN] = {"admin", "Quản trị hệ thống",
                    EVERYBODY | P(READ_UNITS) | P(READ_PEOPLE) | P(READ_AUDIT) | P(ADMIN_ROLES)},
};

static const char *const permission_codes[PERM_COUNT] = {
    [PERM_UNSET] = "unset",
    [PERM_ANYBODY] = "anybody",
    [PERM_SELF] = "self",
    [PERM_READ_UNITS] = "read-units",
    [PERM_READ_PEOPLE] = "read-people",
    [PERM_READ_CAMPAIGNS] = "read-campaigns",
    [PERM_READ_NOMINATIONS] = "read-nominations",
    [PERM_WRITE_NOMINATIONS] = "write-nominations",
    [PERM_ACT_NOMINATIONS] = "act-nominations",
    [PERM_READ_DECISIONS] = "read-decisions",
    [PERM_WRITE_NUMBERS] = "write-numbers",
    [PERM_READ_AWARDS] = "read-awards",
    [PERM_READ_STATISTICS] = "read-statistics",
    [PERM_READ_AUDIT] = "read-audit",
    [PERM_ADMIN_ROLES] = "admin-roles",
};

enum role role_of(const char *code)
{
    for (int role = ROLE_STAFF; role < ROLE_COUNT; role++)
        if (strcmp(role_table[role].code, code) == 0)
            return (enum role)role;
    return ROLE_NONE;
}

const char *role_code(enum role role)
{
    return role_table[role].code;
}

const char *role_label(enum role role)
{
    return role_table[role].label;
}

const char *permission_code(enum permission perm)
{
    return permission_codes[perm];
}

bool role_may(enum role role, enum permission perm)
{
    if (perm == PERM_ANYBODY)
        return true;
    return (role_table[role].may & (1u << perm)) != 0;
}

int role_rank(enum role role)
{
    /* Those who decide, then those who work on dossiers, then those who look on; the administrator last, because that is not daily work. */
    static const int rank[ROLE_COUNT] = {
        [ROLE_DIRECTOR] = 9, [ROLE_HEAD] = 8,       [ROLE_APPRAISER] = 7, [ROLE_SECRETARY] = 6, [ROLE_RECORDS] = 5,
        [ROLE_CLERK] = 4,    [ROLE_ACCOUNTANT] = 3, [ROLE_AUDITOR] = 2,   [ROLE_ADMIN] = 1,
    };

    return rank[role];
}
