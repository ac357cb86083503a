#include "lib/store/import_lookup.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

/* A province has hundreds of units, with its wards thousands. */
#define UNITS_MAX 20000

struct loading {
    struct import_lookup *look;
    struct old_name {
        const char *key;
        unsigned unit;
    } *old;
    unsigned olds, olds_cap;
    int64_t last_id;
};

/* Doubles an array in the pool. */
static void *more(struct pool *pool, const void *array, unsigned used, unsigned *cap, size_t size)
{
    unsigned room = *cap ? *cap * 2 : 256;
    void *bigger = pool_alloc(pool, room * size);

    if (used > 0)
        memcpy(bigger, array, used * size);
    *cap = room;
    return bigger;
}

static void keep_old_name(struct loading *l, const char *name, unsigned unit)
{
    struct pool *pool = l->look->pool;

    if (!*name)
        return;
    if (l->olds == l->olds_cap)
        l->old = more(pool, l->old, l->olds, &l->olds_cap, sizeof *l->old);
    l->old[l->olds++] = (struct old_name){vi_lower(pool, name), unit};
}

static void add_unit(struct import_lookup *look, const struct db_row *row)
{
    struct import_unit *unit = &look->unit[look->units];
    const char *lower;
    char id[24];
    int64_t same;

    unit->id = db_int_at(row, IMPORT_UNITS_ID);
    unit->code = pool_strdup(look->pool, db_text_at(row, IMPORT_UNITS_CODE));
    unit->path = pool_strdup(look->pool, db_text_at(row, IMPORT_UNITS_PATH));
    unit->name = pool_strdup(look->pool, db_text_at(row, IMPORT_UNITS_OFFICIAL));
    lower = vi_lower(look->pool, unit->name);
    unit->next = hash_get(look->unit_name, lower, &same) ? (int)same : -1;
    hash_set(look->unit_name, lower, look->units);
    hash_add(look->unit_code, vi_lower(look->pool, unit->code), look->units);
    snprintf(id, sizeof id, "%lld", (long long)unit->id);
    hash_add(look->unit_id, id, look->units);
    look->units++;
}

static enum outcome on_unit(const struct db_row *row, void *ctx, struct err *e)
{
    struct loading *l = ctx;
    int64_t id = db_int_at(row, IMPORT_UNITS_ID);

    if (id != l->last_id) {
        if (l->look->units == UNITS_MAX)
            return err_set(e, OUT_TOOBIG, "import.too-many", "more than %d units", UNITS_MAX);
        add_unit(l->look, row);
    } else {
        keep_old_name(l, db_text_at(row, IMPORT_UNITS_OFFICIAL), l->look->units - 1);
    }
    keep_old_name(l, db_text_at(row, IMPORT_UNITS_SHORT), l->look->units - 1);
    l->last_id = id;
    return OUT_OK;
}

enum outcome import_load_units(struct db_tx *tx, struct import_lookup *look, const char *scope,
                               struct err *e)
{
    struct loading l = {.look = look};
    enum outcome out;

    look->unit = pool_alloc(look->pool, UNITS_MAX * sizeof *look->unit);
    look->unit_code = hash_new(look->pool, 0);
    look->unit_name = hash_new(look->pool, 0);
    look->unit_id = hash_new(look->pool, 0);
    out = db_query(tx, Q_IMPORT_UNITS, DB_ARGS(db_text(scope)), on_unit, &l, e);
    /* A present name goes before a former or short one of another unit. */
    for (unsigned i = 0; i < l.olds; i++)
        hash_add(look->unit_name, l.old[i].key, l.old[i].unit);
    return out;
}

static const struct import_unit *unit_by_id(const struct import_lookup *look, int64_t id)
{
    char key[24];
    int64_t at;

    snprintf(key, sizeof key, "%lld", (long long)id);
    return hash_get(look->unit_id, key, &at) ? &look->unit[at] : NULL;
}

static void add_person(struct import_lookup *look, const struct db_row *row)
{
    struct import_person *person;
    const char *citizen_id = db_text_at(row, IMPORT_PEOPLE_CITIZEN_ID);
    int64_t same;

    if (look->people == look->people_cap)
        look->person = more(look->pool, look->person, look->people, &look->people_cap,
                            sizeof *look->person);
    person = &look->person[look->people];
    person->id = db_int_at(row, IMPORT_PEOPLE_ID);
    person->staff_no = pool_strdup(look->pool, db_text_at(row, IMPORT_PEOPLE_STAFF_NO));
    person->name = pool_strdup(look->pool, db_text_at(row, IMPORT_PEOPLE_FULL_NAME));
    person->lower = pool_strdup(look->pool, db_text_at(row, IMPORT_PEOPLE_LOWER_NAME));
    person->birth = db_date_at(row, IMPORT_PEOPLE_BIRTH_DATE);
    person->first = look->positions;
    person->positions = 0;
    person->next = hash_get(look->person_name, person->lower, &same) ? (int)same : -1;
    hash_set(look->person_name, person->lower, look->people);
    if (*person->staff_no)
        hash_add(look->staff_no, person->staff_no, look->people);
    if (*citizen_id)
        hash_add(look->citizen_id, citizen_id, look->people);
    look->people++;
}

static enum outcome on_person(const struct db_row *row, void *ctx, struct err *e)
{
    struct loading *l = ctx;
    struct import_lookup *look = l->look;
    const struct import_unit *unit = unit_by_id(look, db_int_at(row, IMPORT_PEOPLE_UNIT_ID));
    struct import_position *position;

    (void)e;
    if (db_int_at(row, IMPORT_PEOPLE_ID) != l->last_id)
        add_person(look, row);
    l->last_id = db_int_at(row, IMPORT_PEOPLE_ID);
    if (!unit)
        return OUT_OK;
    if (look->positions == look->positions_cap)
        look->position = more(look->pool, look->position, look->positions, &look->positions_cap,
                              sizeof *look->position);
    position = &look->position[look->positions++];
    position->unit = unit;
    position->title = pool_strdup(look->pool, db_text_at(row, IMPORT_PEOPLE_TITLE));
    position->leader = db_int_at(row, IMPORT_PEOPLE_LEADER) != 0;
    position->current = db_int_at(row, IMPORT_PEOPLE_PRESENT) != 0;
    look->person[look->people - 1].positions++;
    return OUT_OK;
}

enum outcome import_load_people(struct db_tx *tx, struct import_lookup *look, const char *scope,
                                struct err *e)
{
    struct loading l = {.look = look};

    look->staff_no = hash_new(look->pool, 0);
    look->citizen_id = hash_new(look->pool, 0);
    look->person_name = hash_new(look->pool, 0);
    return db_query(tx, Q_IMPORT_PEOPLE,
                    DB_ARGS(db_date(look->today), db_date(look->today),
                            db_bool(strcmp(scope, "/") == 0), db_text(scope)),
                    on_person, &l, e);
}

/* More than the catalogue can hold. */
#define AWARDS_MAX 1000

static enum outcome on_award(const struct db_row *row, void *ctx, struct err *e)
{
    struct import_lookup *look = ((struct loading *)ctx)->look;
    struct import_award *award = &look->award[look->awards];

    (void)e;
    award->code = pool_strdup(look->pool, db_text_at(row, IMPORT_AWARD_TYPES_CODE));
    award->name = pool_strdup(look->pool, db_text_at(row, IMPORT_AWARD_TYPES_NAME));
    award->for_person = db_int_at(row, IMPORT_AWARD_TYPES_FOR_PERSON) != 0;
    award->for_collective = db_int_at(row, IMPORT_AWARD_TYPES_FOR_COLLECTIVE) != 0;
    award->for_household = db_int_at(row, IMPORT_AWARD_TYPES_FOR_HOUSEHOLD) != 0;
    award->history = (struct award_history){.name = award->name};
    hash_add(look->award_code, vi_lower(look->pool, award->code), look->awards);
    hash_add(look->award_name, vi_lower(look->pool, award->name), look->awards);
    look->awards++;
    return OUT_OK;
}

static struct award_history *history_of(void *ctx, const char *code)
{
    const struct import_lookup *look = ctx;
    int64_t at;

    return hash_get(look->award_code, vi_lower(look->pool, code), &at) ? &look->award[at].history
                                                                       : NULL;
}

enum outcome import_load_awards(struct db_tx *tx, struct import_lookup *look, struct err *e)
{
    struct loading l = {.look = look};
    struct award_histories into = {look->pool, history_of, look};
    enum outcome out;

    look->award = pool_alloc(look->pool, AWARDS_MAX * sizeof *look->award);
    look->award_code = hash_new(look->pool, 0);
    look->award_name = hash_new(look->pool, 0);
    out = db_query(tx, Q_IMPORT_AWARD_TYPES, DB_NO_ARGS, on_award, &l, e);
    return out == OUT_OK ? award_histories_read(tx, &into, e) : out;
}

static enum outcome on_campaign(const struct db_row *row, void *ctx, struct err *e)
{
    struct import_lookup *look = ((struct loading *)ctx)->look;

    (void)e;
    hash_add(look->campaign_code, vi_lower(look->pool, db_text_at(row, IMPORT_CAMPAIGNS_CODE)),
             db_int_at(row, IMPORT_CAMPAIGNS_ID));
    return OUT_OK;
}

enum outcome import_load_campaigns(struct db_tx *tx, struct import_lookup *look, struct err *e)
{
    struct loading l = {.look = look};

    look->campaign_code = hash_new(look->pool, 0);
    return db_query(tx, Q_IMPORT_CAMPAIGNS, DB_NO_ARGS, on_campaign, &l, e);
}
