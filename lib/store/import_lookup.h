/* Within lib/store/import*.c only: what the rows of a list are looked up in, loaded once per run; never a query per row. */
#ifndef TDKT_STORE_IMPORT_LOOKUP_H
#define TDKT_STORE_IMPORT_LOOKUP_H

#include "lib/base/hash.h"
#include "lib/store/catalogue.h"

struct import;
struct import_row;

struct import_unit {
    int64_t id;
    const char *code, *name, *path;
    int next;              /* another unit of the same name, or -1 */
};

struct import_position {
    const struct import_unit *unit;
    const char *title;
    bool leader, current;
};

struct import_person {
    int64_t id;
    const char *staff_no, *name, *lower;
    date_t birth;
    unsigned first, positions; /* among the positions: present, leading and newest ones first */
    int next;              /* another person of the same name, or -1 */
};

struct import_award {
    const char *code, *name;
    bool for_person, for_collective, for_household; /* by the law in force when the catalogue was loaded, else the newest that knows it */
    struct award_history history;
};

struct import_lookup {
    struct pool *pool;
    date_t today;
    struct import_unit *unit;
    unsigned units;
    struct hash *unit_code, *unit_name, *unit_id;
    struct import_person *person;
    unsigned people, people_cap;
    struct hash *staff_no, *citizen_id, *person_name;
    struct import_position *position;
    unsigned positions, positions_cap;
    struct import_award *award;
    unsigned awards;
    struct hash *award_code, *award_name;
    struct hash *campaign_code;
};

enum outcome import_load_units(struct db_tx *tx, struct import_lookup *look, const char *scope,
                               struct err *e) TDKT_MUST_USE;
/* Needs the units. */
enum outcome import_load_people(struct db_tx *tx, struct import_lookup *look, const char *scope,
                                struct err *e) TDKT_MUST_USE;
enum outcome import_load_awards(struct db_tx *tx, struct import_lookup *look, struct err *e)
    TDKT_MUST_USE;
enum outcome import_load_campaigns(struct db_tx *tx, struct import_lookup *look, struct err *e)
    TDKT_MUST_USE;

/* By code, else by name; `within` (or NULL) decides between units of one name.  NULL notes the problem, unless the cell is
 * empty. */
const struct import_unit *import_find_unit(struct import *im, const struct import_lookup *look,
                                           struct import_row *row, int column,
                                           const struct import_unit *within);

/* Who a row means: by staff number, else by name, birth date and unit. */
struct import_who {
    int staff_no, name, birth; /* columns */
    const struct import_unit *unit; /* or NULL */
};
const struct import_person *import_find_person(struct import *im, const struct import_lookup *look,
                                               struct import_row *row, const struct import_who *who);

/* The position that counts today, else the newest; NULL when there is none. */
const struct import_position *import_present(const struct import_lookup *look,
                                             const struct import_person *person);

const struct import_award *import_find_award(struct import *im, const struct import_lookup *look,
                                             struct import_row *row, int column);

/* Fills row->recipient, collective, person, unit, position and award, for awards and nominees. */
struct import_who_columns {
    int kind, staff_no, name, birth, unit, award;
};
void import_find_recipient(struct import *im, const struct import_lookup *look,
                           struct import_row *row, const struct import_who_columns *at);

#endif
