#include <stdio.h>
#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

static void check_code(struct import *im, struct import_lookup *look, struct hash *seen, unsigned at)
{
    struct import_row *row = im->row[at];
    const char *code = vi_lower(look->pool, row->cell[CAMPAIGN_CODE].text);
    char other[16];
    int64_t first;

    if (!*code)
        return;
    if (hash_get(look->campaign_code, code, &first))
        import_refuse(im, row, CAMPAIGN_CODE, "import.campaign-exists", "");
    if (hash_add(seen, code, at))
        return;
    hash_get(seen, code, &first);
    snprintf(other, sizeof other, "%u", im->row[first]->number);
    import_refuse(im, row, CAMPAIGN_CODE, "import.row-twice", other);
}

static void check_parent(struct import *im, struct import_lookup *look, const struct hash *seen,
                         struct import_row *row)
{
    const char *parent = vi_lower(look->pool, row->cell[CAMPAIGN_PARENT].text);
    const char *own = vi_lower(look->pool, row->cell[CAMPAIGN_CODE].text);
    int64_t at;

    if (!*parent)
        return;
    if (strcmp(parent, own) == 0 ||
        (!hash_get(look->campaign_code, parent, &at) && !hash_get(seen, parent, &at)))
        import_refuse(im, row, CAMPAIGN_PARENT, "import.campaign-unknown", "");
}

static void check_dates(struct import *im, struct import_row *row)
{
    int64_t from = row->cell[CAMPAIGN_FROM].n, to = row->cell[CAMPAIGN_TO].n;

    if (from != IMPORT_NO_NUMBER && to != IMPORT_NO_NUMBER && to < from)
        import_refuse(im, row, CAMPAIGN_TO, "import.period", "");
}

/* The department: the unit on top. */
static const struct import_unit *top_unit(const struct import_lookup *look)
{
    for (unsigned i = 0; i < look->units; i++)
        if (strchr(look->unit[i].path + 1, '/') == look->unit[i].path + strlen(look->unit[i].path) - 1)
            return &look->unit[i];
    return NULL;
}

enum outcome import_check_campaigns(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                    struct err *e)
{
    struct hash *seen = hash_new(look->pool, im->rows);
    const struct import_unit *top = top_unit(look);

    (void)tx;
    if (!top)
        return err_set(e, OUT_INVALID, "import.no-units", "there are no units yet");
    for (unsigned i = 0; i < im->rows; i++)
        check_code(im, look, seen, i);
    for (unsigned i = 0; i < im->rows; i++) {
        struct import_row *row = im->row[i];

        check_parent(im, look, seen, row);
        check_dates(im, row);
        row->unit = *row->cell[CAMPAIGN_UNIT].text
                        ? import_find_unit(im, look, row, CAMPAIGN_UNIT, NULL)
                        : top;
    }
    return OUT_OK;
}

static struct db_value optional_int(int64_t n)
{
    return n == IMPORT_NO_NUMBER ? db_null() : db_int(n);
}

static struct db_value optional_date(int64_t n)
{
    return n == IMPORT_NO_NUMBER ? db_null() : db_date((date_t)n);
}

/* The unit in charge, when the text is exactly its name. */
static int64_t responsible_unit(const struct import_lookup *look, struct pool *pool, const char *text)
{
    int64_t at;

    return *text && hash_get(look->unit_name, vi_lower(pool, text), &at) ? look->unit[at].id : 0;
}

static void fill(struct db_value *v, const struct import_row *row, const struct import_lookup *look,
                 struct pool *pool)
{
    const struct import_cell *cell = row->cell;
    const char *method = cell[CAMPAIGN_METHOD].text, *state = cell[CAMPAIGN_STATE].text;

    v[0] = db_text(cell[CAMPAIGN_CODE].text);
    v[1] = db_int(row->unit->id);
    v[2] = db_text(cell[CAMPAIGN_NAME].text);
    v[3] = db_text(vi_fold(pool, cell[CAMPAIGN_NAME].text));
    v[4] = db_text(*method ? method : "chuyen_de");
    v[5] = db_text(cell[CAMPAIGN_LEAD].text);
    v[6] = db_text(cell[CAMPAIGN_RESPONSIBLE].text);
    v[7] = db_id(responsible_unit(look, pool, cell[CAMPAIGN_RESPONSIBLE].text));
    v[8] = db_text(cell[CAMPAIGN_CONTENT].text);
    v[9] = db_text(cell[CAMPAIGN_REVIEW].text);
    v[10] = optional_date(cell[CAMPAIGN_FROM].n);
    v[11] = optional_date(cell[CAMPAIGN_TO].n);
    v[12] = db_text(*state ? state : "running");
    v[13] = optional_int(cell[CAMPAIGN_COLLECTIVES].n);
    v[14] = optional_int(cell[CAMPAIGN_INDIVIDUALS].n);
    v[15] = db_text(cell[CAMPAIGN_NOTE].text);
}

enum outcome import_write_campaigns(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                    struct err *e)
{
    struct import_bulk bulk;

    import_bulk_start(&bulk, tx, im, Q_IMPORT_CAMPAIGN_INSERT, 16, e);
    for (unsigned i = 0; i < im->rows; i++) {
        fill(import_bulk_row(&bulk), im->row[i], look, bulk.pool);
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    if (import_bulk_end(&bulk) != OUT_OK)
        return e->code;
    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_cell *cell = im->row[i]->cell;

        if (*cell[CAMPAIGN_PARENT].text &&
            db_exec(tx, Q_IMPORT_CAMPAIGN_PLACE,
                    DB_ARGS(db_text(cell[CAMPAIGN_PARENT].text), db_text(cell[CAMPAIGN_CODE].text)),
                    NULL, NULL, e) != OUT_OK)
            return e->code;
    }
    return OUT_OK;
}
