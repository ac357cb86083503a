#include <stdio.h>
#include <string.h>

#include "lib/store/import_list.h"
#include "lib/store/nominee.h"

#define KEY_SIZE 96

static const struct import_who_columns columns = {NOMINEE_KIND,  NOMINEE_STAFF_NO, NOMINEE_NAME,
                                                  NOMINEE_BIRTH, NOMINEE_UNIT,     NOMINEE_AWARD};

static void make_key(char out[KEY_SIZE], int64_t person, int64_t collective, const char *award)
{
    snprintf(out, KEY_SIZE, "%lld|%lld|%s", (long long)person, (long long)collective, award);
}

static enum outcome on_nominated(const struct db_row *row, void *ctx, struct err *e)
{
    char key[KEY_SIZE];

    (void)e;
    make_key(key, db_int_at(row, IMPORT_NOMINATED_PERSON_ID),
             db_int_at(row, IMPORT_NOMINATED_COLLECTIVE_ID),
             db_text_at(row, IMPORT_NOMINATED_AWARD_CODE));
    hash_add(ctx, key, -1);
    return OUT_OK;
}

static void check_once(struct import *im, struct hash *known, unsigned at)
{
    struct import_row *row = im->row[at];
    char key[KEY_SIZE], number[16];
    int64_t other;

    if ((!row->person && !row->collective) || !row->award)
        return;
    make_key(key, row->person ? row->person->id : 0, row->collective ? row->collective->id : 0,
             row->award->code);
    if (hash_add(known, key, at))
        return;
    hash_get(known, key, &other);
    if (other < 0) {
        import_refuse(im, row, NOMINEE_NAME, "import.nominated", "");
        return;
    }
    snprintf(number, sizeof number, "%u", im->row[other]->number);
    import_refuse(im, row, NOMINEE_NAME, "import.row-twice", number);
}

/* Given on the dossier's day (lib/core/standing.h), and by the dossier's authority: it goes to one (Decree 98/2023, form 01). */
static void check_award(struct import *im, struct import_row *row)
{
    struct err why = ERR_INIT;
    const struct award_period *at;

    if (award_given_on(&row->award->history, im->settings.today, &at, &why) != OUT_OK)
        import_refuse_why(im, row, NOMINEE_AWARD, &why);
    else if (strcmp(at->decides, im->settings.nomination->authority) != 0)
        import_refuse(im, row, NOMINEE_AWARD, "import.award-authority", row->award->name);
}

static void check_row(struct import *im, struct import_row *row)
{
    int64_t from = row->cell[NOMINEE_FROM].n, to = row->cell[NOMINEE_TO].n;

    if (from != IMPORT_NO_NUMBER && to != IMPORT_NO_NUMBER && to < from)
        import_refuse(im, row, NOMINEE_TO, "import.period", "");
    if (row->award)
        check_award(im, row);
    if (row->person && !row->position)
        import_refuse(im, row, NOMINEE_NAME, "import.person-nowhere", "");
}

enum outcome import_check_nominees(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                   struct err *e)
{
    struct hash *known = hash_new(look->pool, im->rows);
    enum outcome out = db_query(tx, Q_IMPORT_NOMINATED,
                                DB_ARGS(db_int(im->settings.nomination->id)), on_nominated, known, e);

    if (out == OUT_OK && hash_count(known) + im->rows > NOMINEES_MAX) {
        err_arg_int(e, "limit", NOMINEES_MAX);
        return err_set(e, OUT_TOOBIG, "import.too-many", "more than %d nominees", NOMINEES_MAX);
    }
    for (unsigned i = 0; i < im->rows && out == OUT_OK; i++) {
        import_find_recipient(im, look, im->row[i], &columns);
        check_row(im, im->row[i]);
        check_once(im, known, i);
    }
    return out;
}

static struct db_value optional_date(int64_t n)
{
    return n == IMPORT_NO_NUMBER ? db_null() : db_date((date_t)n);
}

/* Collectives stand under the unit that nominates them. */
static void fill_collective(struct db_value *v, const struct nomination *n,
                            const struct import_row *row)
{
    v[3] = db_null();
    v[4] = db_int(row->collective->id);
    v[5] = db_text(row->collective->name);
    v[6] = db_text("");
    v[7] = db_int(n->unit_id);
    v[8] = db_text(n->unit_name);
    v[9] = db_null();
}

static void fill_person(struct db_value *v, const struct import_row *row)
{
    const char *position = row->cell[NOMINEE_POSITION].text;

    v[3] = db_int(row->person->id);
    v[4] = db_null();
    v[5] = db_text(row->person->name);
    v[6] = db_text(*position ? position : row->position->title);
    v[7] = db_int(row->position->unit->id);
    v[8] = db_text(row->position->unit->name);
    v[9] = db_bool(row->position->leader);
}

static enum outcome write_kind(struct db_tx *tx, struct import *im, bool people, int64_t *ordinal,
                               struct err *e)
{
    const struct nomination *n = im->settings.nomination;
    struct import_bulk bulk;

    import_bulk_start(&bulk, tx, im, Q_IMPORT_NOMINEE_INSERT, 14, e);
    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_row *row = im->row[i];
        struct db_value *v = import_bulk_row(&bulk);

        if ((row->person != NULL) != people)
            continue;
        v[0] = db_int(n->id);
        v[1] = db_int(++*ordinal);
        v[2] = db_text(row->recipient);
        if (people)
            fill_person(v, row);
        else
            fill_collective(v, n, row);
        v[10] = db_text(row->award->code);
        v[11] = db_text(row->cell[NOMINEE_ACHIEVEMENT].text);
        v[12] = optional_date(row->cell[NOMINEE_FROM].n);
        v[13] = optional_date(row->cell[NOMINEE_TO].n);
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    return import_bulk_end(&bulk);
}

enum outcome import_write_nominees(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                   struct err *e)
{
    int64_t ordinal = 0;
    enum outcome out = db_scalar(tx, Q_IMPORT_LAST_ORDINAL,
                                 DB_ARGS(db_int(im->settings.nomination->id)), 0, &ordinal, e);

    (void)look;
    if (out == OUT_OK)
        out = write_kind(tx, im, false, &ordinal, e);
    return out == OUT_OK ? write_kind(tx, im, true, &ordinal, e) : out;
}
