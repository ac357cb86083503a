#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

struct seen {
    struct hash *staff_no, *citizen_id, *name_birth;
};

static const char *name_birth(struct pool *pool, const char *lower, int64_t birth)
{
    return pool_printf(pool, "%s|%lld", lower, (long long)birth);
}

static void refuse_twice(struct import *im, struct import_row *row, int column, int64_t other)
{
    char number[16];

    snprintf(number, sizeof number, "%u", im->row[other]->number);
    import_refuse(im, row, column, "import.row-twice", number);
}

/* A number that names one person: not in the records, not twice in the list. */
static void check_number(struct import *im, const struct hash *known, struct hash *seen, unsigned at,
                         int column, const char *exists)
{
    struct import_row *row = im->row[at];
    const char *number = row->cell[column].text;
    int64_t other;

    if (!*number)
        return;
    if (hash_get(known, number, &other))
        import_refuse(im, row, column, exists, "");
    if (!hash_add(seen, number, at)) {
        hash_get(seen, number, &other);
        refuse_twice(im, row, column, other);
    }
}

/* Two of one name and birth date are two people when both have a staff number. */
static void check_name(struct import *im, struct import_lookup *look, struct seen *seen, unsigned at)
{
    struct import_row *row = im->row[at];
    const char *lower = vi_lower(look->pool, row->cell[PERSON_NAME].text);
    bool numbered = *row->cell[PERSON_STAFF_NO].text != '\0';
    int64_t birth = row->cell[PERSON_BIRTH].n, other = -1;
    const char *key;

    if (birth == IMPORT_NO_NUMBER) {
        if (!numbered && !row->bad)
            import_refuse(im, row, PERSON_STAFF_NO, "import.person-key", "");
        return;
    }
    if (hash_get(look->person_name, lower, &other))
        for (int i = (int)other; i >= 0; i = look->person[i].next)
            if (look->person[i].birth == birth && !(numbered && *look->person[i].staff_no)) {
                import_refuse(im, row, PERSON_NAME, "import.person-exists", look->person[i].staff_no);
                break;
            }
    key = name_birth(look->pool, lower, birth);
    if (!hash_add(seen->name_birth, key, at)) {
        hash_get(seen->name_birth, key, &other);
        if (!numbered || !*im->row[other]->cell[PERSON_STAFF_NO].text)
            refuse_twice(im, row, PERSON_NAME, other);
    }
}

static void check_citizen_id(struct import *im, struct import_row *row)
{
    const char *id = row->cell[PERSON_CITIZEN].text;

    if (*id && (strlen(id) != 12 || strspn(id, "0123456789") != 12))
        import_refuse(im, row, PERSON_CITIZEN, "import.citizen-id", "");
}

enum outcome import_check_people(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e)
{
    struct seen seen = {hash_new(look->pool, im->rows), hash_new(look->pool, 0),
                        hash_new(look->pool, im->rows)};

    (void)tx;
    (void)e;
    for (unsigned i = 0; i < im->rows; i++) {
        check_number(im, look->staff_no, seen.staff_no, i, PERSON_STAFF_NO, "import.person-exists");
        check_number(im, look->citizen_id, seen.citizen_id, i, PERSON_CITIZEN,
                     "import.citizen-id-exists");
        check_citizen_id(im, im->row[i]);
        check_name(im, look, &seen, i);
        im->row[i]->unit = import_find_unit(im, look, im->row[i], PERSON_UNIT, NULL);
    }
    return OUT_OK;
}

static enum outcome write_people(struct db_tx *tx, struct import *im, struct err *e)
{
    struct import_bulk bulk;

    import_bulk_start(&bulk, tx, im, Q_IMPORT_PERSON_INSERT, 9, e);
    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_cell *cell = im->row[i]->cell;
        const char *name = cell[PERSON_NAME].text;
        struct db_value *v = import_bulk_row(&bulk);

        v[0] = db_opt_text(cell[PERSON_STAFF_NO].text);
        v[1] = db_opt_text(cell[PERSON_CITIZEN].text);
        v[2] = db_text(name);
        v[3] = db_text(vi_fold(bulk.pool, name));
        v[4] = db_text(vi_lower(bulk.pool, name));
        v[5] = db_text(vi_sort_key(bulk.pool, name));
        v[6] = db_opt_text(cell[PERSON_SEX].text);
        v[7] = cell[PERSON_BIRTH].n == IMPORT_NO_NUMBER ? db_null()
                                                        : db_date((date_t)cell[PERSON_BIRTH].n);
        v[8] = db_opt_text(cell[PERSON_MAIL].text);
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    return import_bulk_end(&bulk);
}

struct ids {
    struct pool *pool;
    struct hash *of; /* by staff number, or by name and birth date */
};

static enum outcome on_new(const struct db_row *row, void *ctx, struct err *e)
{
    struct ids *ids = ctx;
    const char *staff_no = db_text_at(row, IMPORT_PERSON_NEW_STAFF_NO);

    (void)e;
    if (!*staff_no)
        staff_no = name_birth(ids->pool, db_text_at(row, IMPORT_PERSON_NEW_LOWER_NAME),
                              db_date_at(row, IMPORT_PERSON_NEW_BIRTH_DATE));
    hash_set(ids->of, staff_no, db_int_at(row, IMPORT_PERSON_NEW_ID));
    return OUT_OK;
}

static enum outcome write_positions(struct db_tx *tx, struct import *im, struct ids *ids,
                                    struct err *e)
{
    struct import_bulk bulk;

    import_bulk_start(&bulk, tx, im, Q_IMPORT_POSITION_INSERT, 5, e);
    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_cell *cell = im->row[i]->cell;
        const char *key = cell[PERSON_STAFF_NO].text;
        struct db_value *v = import_bulk_row(&bulk);
        int64_t id = 0, from = cell[PERSON_FROM].n;

        if (!*key)
            key = name_birth(bulk.pool, vi_lower(bulk.pool, cell[PERSON_NAME].text),
                             cell[PERSON_BIRTH].n);
        if (!hash_get(ids->of, key, &id)) {
            err_set(e, OUT_INTERNAL, "internal", "a person that was written is not there");
            break;
        }
        v[0] = db_int(id);
        v[1] = db_int(im->row[i]->unit->id);
        v[2] = db_text(cell[PERSON_TITLE].text);
        v[3] = db_bool(cell[PERSON_LEADER].n == 1);
        v[4] = db_date(from == IMPORT_NO_NUMBER ? im->settings.today : (date_t)from);
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    return import_bulk_end(&bulk);
}

enum outcome import_write_people(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e)
{
    struct ids ids = {look->pool, hash_new(look->pool, im->rows)};
    int64_t last = 0;
    enum outcome out = db_scalar(tx, Q_IMPORT_PERSON_LAST, DB_NO_ARGS, 0, &last, e);

    if (out == OUT_OK)
        out = write_people(tx, im, e);
    if (out == OUT_OK)
        out = db_query(tx, Q_IMPORT_PERSON_NEW, DB_ARGS(db_int(last)), on_new, &ids, e);
    return out == OUT_OK ? write_positions(tx, im, &ids, e) : out;
}
