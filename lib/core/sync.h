/* What a listing of the directory changes among the people we know.  Pure: two lists in, a plan out.
 *
 * Nobody is ever deleted.  Nobody is disabled, and no group is taken away, unless the listing is
 * complete.  A plan that takes from too many people at once is braked: carried out only when told so.
 */
#ifndef TDKT_CORE_SYNC_H
#define TDKT_CORE_SYNC_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

/* Characters our records have room for (sql/migrate/0002_people.sql). */
#define SYNC_ID_MAX 64
#define SYNC_LOGIN_MAX 190
#define SYNC_NAME_MAX 120
#define SYNC_MAIL_MAX 190
#define SYNC_STAFF_NO_MAX 32
#define SYNC_TITLE_MAX 160
#define SYNC_GROUP_MAX 190

/* Groups are in byte order, each once. */
struct sync_groups {
    const char **name;
    unsigned count;
};

struct sync_known {
    int64_t id;
    const char *directory_id, *staff_no, *login, *name, *mail; /* "" when there is none */
    const char *unit;                                          /* code of the present position's unit */
    bool in_directory;
    struct sync_groups groups;
};

struct sync_listed {
    const char *directory_id, *login, *name;       /* never empty */
    const char *mail, *staff_no, *unit, *title;    /* "" when there is none */
    struct sync_groups groups;
    bool groups_complete;
};

struct sync_unit {
    int64_t id;
    const char *code;
};

struct sync_input {
    bool complete;                  /* the listing holds everybody */
    const struct sync_known *known; /* in any order */
    unsigned known_count;
    const struct sync_listed *listed;
    unsigned listed_count;
    const struct sync_unit *units; /* in byte order of their codes */
    unsigned units_count;
    int brake_percent, brake_count;
};

enum sync_kind {
    SYNC_UNSET = 0,
    SYNC_CREATE,
    SYNC_LINK,     /* known by staff number, seen in the directory for the first time */
    SYNC_UPDATE,
    SYNC_RETURN,   /* had left, is listed again; may bring updates */
    SYNC_DISABLE,
    SYNC_CONFLICT, /* nothing is changed; somebody must look */
    SYNC_NOTICE    /* the rest of the person is synced; somebody should look */
};
#define SYNC_KIND_COUNT (SYNC_NOTICE + 1)

enum sync_reason {
    SYNC_NO_REASON = 0,
    SYNC_ID_TWICE,          /* two entries, one id: map_id names the wrong attribute */
    SYNC_TOO_LONG,          /* a value is longer than our records hold */
    SYNC_UNIT_UNKNOWN,      /* the directory names a unit we do not have */
    SYNC_UNIT_DIFFERS,      /* another unit than the position in force: personnel decides, not the sync */
    SYNC_STAFF_NO_DIFFERS,  /* the same entry, another staff number */
    SYNC_STAFF_NO_TWICE,    /* two entries, one staff number */
    SYNC_STAFF_NO_TAKEN,    /* the person of this staff number belongs to another entry */
    SYNC_LOGIN_TWICE,       /* two entries, one login */
    SYNC_LOGIN_TAKEN        /* a person who is not in this entry's place has the login */
};
#define SYNC_REASON_COUNT (SYNC_LOGIN_TAKEN + 1)

/* Which fields a change writes. */
enum { SYNC_NAME = 1, SYNC_MAIL = 2, SYNC_LOGIN = 4, SYNC_STAFF_NO = 8, SYNC_ID = 16, SYNC_GROUPS = 32 };

struct sync_change {
    enum sync_kind kind;
    enum sync_reason reason;
    const struct sync_known *known;   /* NULL when created */
    const struct sync_listed *listed; /* NULL when disabled */
    unsigned fields;
    struct sync_groups gained, lost;
};

struct sync_plan {
    struct sync_change *change;
    unsigned count;
    unsigned of[SYNC_KIND_COUNT];
    unsigned unchanged;
    unsigned losing; /* people disabled or losing a group */
    bool braked;     /* losing is more than brake_count people, or than brake_percent of those enabled */
};

/* The plan lives in the pool and points into the input. */
void sync_plan(struct pool *pool, const struct sync_input *input, struct sync_plan *out);

/* NULL when there is no unit of this code. */
const struct sync_unit *sync_unit_of(const struct sync_input *input, const char *code);

/* Every value of the entry has room in our records. */
bool sync_fits(const struct sync_listed *listed);

/* What stands in a and not in b. */
struct sync_groups sync_groups_without(struct pool *pool, const struct sync_groups *a,
                                       const struct sync_groups *b);

/* "create", "unit-unknown": for reports and the audit. */
const char *sync_kind_code(enum sync_kind kind);
const char *sync_reason_code(enum sync_reason reason);

#endif
