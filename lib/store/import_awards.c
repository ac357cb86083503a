#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

#define KEY_SIZE 320

static const struct import_who_columns columns = {AWARD_KIND,  AWARD_STAFF_NO, AWARD_NAME,
                                                  AWARD_BIRTH, AWARD_UNIT,     AWARD_AWARD};

/* One award of one recipient by one decision: what may stand in the register once. */
static void make_key(char out[KEY_SIZE], int64_t person, int64_t collective, const char *award,
                     const char *decision_no, int64_t decision_date)
{
    snprintf(out, KEY_SIZE, "%lld|%lld|%s|%s|%lld", (long long)person, (long long)collective, award,
             decision_no, (long long)decision_date);
}

static enum outcome on_registered(const struct db_row *row, void *ctx, struct err *e)
{
    char key[KEY_SIZE];

    (void)e;
    make_key(key, db_int_at(row, IMPORT_REGISTERED_PERSON_ID),
             db_int_at(row, IMPORT_REGISTERED_COLLECTIVE_ID),
             db_text_at(row, IMPORT_REGISTERED_AWARD_CODE),
             db_text_at(row, IMPORT_REGISTERED_DECISION_NO),
             db_date_at(row, IMPORT_REGISTERED_DECISION_DATE));
    hash_add(ctx, key, -1);
    return OUT_OK;
}

/* What the register holds of the days this list speaks of. */
static enum outcome load_registered(struct db_tx *tx, const struct import *im, struct hash *known,
                                    struct err *e)
{
    int64_t first = INT64_MAX, last = INT64_MIN;

    for (unsigned i = 0; i < im->rows; i++) {
        int64_t day = im->row[i]->cell[AWARD_DECISION_DATE].n;

        if (day == IMPORT_NO_NUMBER)
            continue;
        first = day < first ? day : first;
        last = day > last ? day : last;
    }
    if (first > last)
        return OUT_OK;
    return db_query(tx, Q_IMPORT_REGISTERED, DB_ARGS(db_date((date_t)first), db_date((date_t)last)),
                    on_registered, known, e);
}

static void check_once(struct import *im, struct hash *known, unsigned at)
{
    struct import_row *row = im->row[at];
    char key[KEY_SIZE], number[16];
    int64_t other;

    if ((!row->person && !row->collective) || !row->award ||
        row->cell[AWARD_DECISION_DATE].n == IMPORT_NO_NUMBER)
        return;
    make_key(key, row->person ? row->person->id : 0, row->collective ? row->collective->id : 0,
             row->award->code, row->cell[AWARD_DECISION_NO].text, row->cell[AWARD_DECISION_DATE].n);
    if (hash_add(known, key, at))
        return;
    hash_get(known, key, &other);
    if (other < 0) {
        import_refuse(im, row, AWARD_DECISION_NO, "import.registered", "");
        return;
    }
    snprintf(number, sizeof number, "%u", im->row[other]->number);
    import_refuse(im, row, AWARD_NAME, "import.row-twice", number);
}

static void check_campaign(struct import *im, const struct import_lookup *look,
                           struct import_row *row)
{
    struct pool *scratch;

    if (!*row->cell[AWARD_CAMPAIGN].text)
        return;
    scratch = pool_new("import campaign", 1u << 16);
    if (!hash_get(look->campaign_code, vi_lower(scratch, row->cell[AWARD_CAMPAIGN].text),
                  &row->campaign_id))
        import_refuse(im, row, AWARD_CAMPAIGN, "import.campaign-unknown", "");
    pool_free(scratch);
}

static void check_decision(struct import *im, struct import_row *row)
{
    int64_t day = row->cell[AWARD_DECISION_DATE].n, year = row->cell[AWARD_YEAR].n;

    if (day == IMPORT_NO_NUMBER)
        return;
    if (day > im->settings.today)
        import_refuse(im, row, AWARD_DECISION_DATE, "import.future", "");
    else if (year != IMPORT_NO_NUMBER && year > date_year((date_t)day))
        import_refuse(im, row, AWARD_YEAR, "import.year-after", "");
}

enum outcome import_check_awards(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e)
{
    struct hash *known = hash_new(look->pool, im->rows);
    enum outcome out = load_registered(tx, im, known, e);

    if (out != OUT_OK)
        return out;
    for (unsigned i = 0; i < im->rows; i++) {
        struct import_row *row = im->row[i];

        import_find_recipient(im, look, row, &columns);
        if (row->collective && !row->unit)
            row->unit = row->collective;
        if (!row->unit && !*row->cell[AWARD_UNIT].text && !row->refused)
            import_refuse(im, row, AWARD_UNIT, "import.required", "");
        check_campaign(im, look, row);
        check_decision(im, row);
        check_once(im, known, i);
    }
    return OUT_OK;
}

static struct db_value leader_of(const struct import_row *row)
{
    if (strcmp(row->recipient, "person") != 0)
        return db_null();
    if (row->cell[AWARD_LEADER].n != IMPORT_NO_NUMBER)
        return db_bool(row->cell[AWARD_LEADER].n != 0);
    return row->position ? db_bool(row->position->leader) : db_null();
}

static struct db_value optional(int64_t n)
{
    return n == IMPORT_NO_NUMBER ? db_null() : db_int(n);
}

static void fill(struct db_value *v, const struct import_row *row, struct pool *pool)
{
    const struct import_cell *cell = row->cell;
    const char *name = row->person       ? row->person->name
                       : row->collective ? row->collective->name
                                         : cell[AWARD_NAME].text;
    const char *position = cell[AWARD_POSITION].text;

    if (!*position && row->position)
        position = row->position->title;
    v[0] = db_text(row->recipient);
    v[1] = db_id(row->person ? row->person->id : 0);
    v[2] = db_id(row->collective ? row->collective->id : 0);
    v[3] = db_text(name);
    v[4] = db_text(vi_fold(pool, name));
    v[5] = db_text(vi_lower(pool, name));
    v[6] = db_text(position);
    v[7] = db_int(row->unit->id);
    v[8] = db_text(row->unit->name);
    v[9] = leader_of(row);
    v[10] = db_text(row->award->code);
    v[11] = db_text(cell[AWARD_METHOD].text);
    v[12] = db_int(cell[AWARD_YEAR].n);
    v[13] = db_text(cell[AWARD_ACHIEVEMENT].text);
    v[14] = db_text(cell[AWARD_DECISION_NO].text);
    v[15] = db_date((date_t)cell[AWARD_DECISION_DATE].n);
    v[16] = optional(cell[AWARD_GOLD_NO].n);
    v[17] = optional(cell[AWARD_BONUS].n);
    v[18] = db_id(row->campaign_id);
}

enum outcome import_write_awards(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e)
{
    struct import_bulk bulk;

    (void)look;
    import_bulk_start(&bulk, tx, im, Q_IMPORT_AWARD_INSERT, 19, e);
    for (unsigned i = 0; i < im->rows; i++) {
        fill(import_bulk_row(&bulk), im->row[i], bulk.pool);
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    return import_bulk_end(&bulk);
}
