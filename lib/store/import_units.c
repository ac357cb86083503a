#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/vi.h"
#include "lib/store/import_list.h"

/* When a list does not say since when: before the first year of any record. */
#define SINCE_YEAR 2000

/* Characters of a short name. */
#define SHORT_MAX 80

/* Units stand at most so deep below the department. */
#define DEPTH_MAX 12

static const struct {
    const char *kind, *title;
} heads[] = {
    {"so", "GIÁM ĐỐC"},          {"benh_vien", "GIÁM ĐỐC"}, {"trung_tam", "GIÁM ĐỐC"},
    {"trung_tam_y_te", "GIÁM ĐỐC"}, {"chi_cuc", "CHI CỤC TRƯỞNG"}, {"phong", "TRƯỞNG PHÒNG"},
    {"tram", "TRƯỞNG TRẠM"},     {"khoa", "TRƯỞNG KHOA"},  {"khoi_ngoai", "THỦ TRƯỞNG ĐƠN VỊ"},
};

/* Rows of this list by code and by name. */
struct names {
    struct hash *code, *name;
};

static void check_code(struct import *im, struct import_lookup *look, struct names *names,
                       unsigned at)
{
    struct import_row *row = im->row[at];
    const char *code = vi_lower(look->pool, row->cell[UNIT_CODE].text);
    char other[16];
    int64_t first;

    if (!*code)
        return;
    if (hash_get(look->unit_code, code, &first))
        import_refuse(im, row, UNIT_CODE, "import.unit-exists", look->unit[first].name);
    if (hash_add(names->code, code, at)) {
        hash_add(names->name, vi_lower(look->pool, row->cell[UNIT_NAME].text), at);
        return;
    }
    hash_get(names->code, code, &first);
    snprintf(other, sizeof other, "%u", im->row[first]->number);
    import_refuse(im, row, UNIT_CODE, "import.row-twice", other);
}

/* The row of this list that is the parent; -1 when it is a unit we have, or none, or unknown. */
static int parent_row(struct import_lookup *look, const struct names *names,
                      const struct import_row *row)
{
    const char *key = vi_lower(look->pool, row->cell[UNIT_PARENT].text);
    int64_t at;

    if (!*key)
        return -1;
    return hash_get(names->code, key, &at) || hash_get(names->name, key, &at) ? (int)at : -1;
}

static void check_parent(struct import *im, struct import_lookup *look, const struct names *names,
                         unsigned at)
{
    struct import_row *row = im->row[at];
    int up = parent_row(look, names, row);

    row->depth = 0;
    if (up < 0) {
        row->unit = import_find_unit(im, look, row, UNIT_PARENT, NULL);
        return;
    }
    for (int depth = 0; up >= 0; depth++, row->depth++) {
        if (depth == DEPTH_MAX) {
            import_refuse(im, row, UNIT_PARENT, "import.unit-circle", "");
            return;
        }
        up = parent_row(look, names, im->row[up]);
    }
}

enum outcome import_check_units(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                struct err *e)
{
    struct names names = {hash_new(look->pool, im->rows), hash_new(look->pool, im->rows)};

    (void)tx;
    (void)e;
    for (unsigned i = 0; i < im->rows; i++)
        check_code(im, look, &names, i);
    for (unsigned i = 0; i < im->rows; i++)
        check_parent(im, look, &names, i);
    for (unsigned i = 0; i < im->rows; i++) {
        int up = parent_row(look, &names, im->row[i]);

        im->row[i]->parent = up >= 0 ? im->row[up] : NULL;
    }
    return OUT_OK;
}

static const char *head_of(const struct import_row *row)
{
    if (*row->cell[UNIT_HEAD].text)
        return row->cell[UNIT_HEAD].text;
    if (strncmp(row->cell[UNIT_NAME].text, "Văn phòng", strlen("Văn phòng")) == 0)
        return "CHÁNH VĂN PHÒNG";
    for (unsigned i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (strcmp(heads[i].kind, row->cell[UNIT_KIND].text) == 0)
            return heads[i].title;
    return "THỦ TRƯỞNG ĐƠN VỊ";
}

/* The code without its hyphens: BV-DKCM heads papers as 12/TTr-BVDKCM. */
static const char *symbol_of(struct pool *pool, const struct import_row *row)
{
    char *symbol, *to;

    if (*row->cell[UNIT_SYMBOL].text)
        return row->cell[UNIT_SYMBOL].text;
    symbol = to = pool_strdup(pool, row->cell[UNIT_CODE].text);
    for (const char *from = symbol; *from; from++)
        if (*from != '-')
            *to++ = *from;
    *to = '\0';
    return symbol;
}

static date_t since(const struct import_row *row)
{
    int64_t n = row->cell[UNIT_FROM].n;

    return n == IMPORT_NO_NUMBER ? date_make(SINCE_YEAR, 1, 1) : (date_t)n;
}

static enum outcome write_units(struct db_tx *tx, struct import *im, struct err *e)
{
    struct import_bulk bulk;

    import_bulk_start(&bulk, tx, im, Q_IMPORT_UNIT_INSERT, 5, e);
    for (unsigned i = 0; i < im->rows; i++) {
        const struct import_cell *cell = im->row[i]->cell;
        struct db_value *v = import_bulk_row(&bulk);

        v[0] = db_text(cell[UNIT_CODE].text);
        v[1] = db_text(cell[UNIT_KIND].text);
        v[2] = db_text(vi_text_key(bulk.pool, cell[UNIT_NAME].text));
        v[3] = cell[UNIT_BEDS].n == IMPORT_NO_NUMBER ? db_null() : db_bool(cell[UNIT_BEDS].n != 0);
        v[4] = db_date(since(im->row[i]));
        if (import_bulk_push(&bulk) != OUT_OK)
            break;
    }
    return import_bulk_end(&bulk);
}

/* A name too long to be a short one gives way to the code. */
static const char *short_of(const struct import_row *row)
{
    const char *given = row->cell[UNIT_SHORT].text, *name = row->cell[UNIT_NAME].text;

    if (*given)
        return given;
    return utf8_length(name) <= SHORT_MAX ? name : row->cell[UNIT_CODE].text;
}

static enum outcome write_name(struct db_tx *tx, const struct import_row *row, struct pool *pool,
                               struct err *e)
{
    const char *code = row->cell[UNIT_CODE].text, *name = row->cell[UNIT_NAME].text;
    const char *signing = row->cell[UNIT_SIGNING].text;

    return db_exec(tx, Q_IMPORT_UNIT_NAME,
                   DB_ARGS(db_text(code), db_date(since(row)), db_text(name),
                           db_text(short_of(row)),
                           db_text(*signing ? signing : vi_upper(pool, name)), db_text(head_of(row)),
                           db_text(symbol_of(pool, row)), db_text(vi_fold(pool, name)),
                           db_text(vi_lower(pool, name))),
                   NULL, NULL, e);
}

/* One by one: the server takes no subquery in an array, and units are few. */
static enum outcome write_names(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                struct err *e)
{
    for (unsigned i = 0; i < im->rows; i++)
        if (write_name(tx, im->row[i], look->pool, e) != OUT_OK)
            return e->code;
    return OUT_OK;
}

/* Parents before children: a path is made from the path above. */
static enum outcome place_units(struct db_tx *tx, struct import *im, struct err *e)
{
    for (int depth = 0; depth <= DEPTH_MAX; depth++)
        for (unsigned i = 0; i < im->rows; i++) {
            const struct import_row *row = im->row[i];
            const char *up = row->parent ? row->parent->cell[UNIT_CODE].text
                             : row->unit ? row->unit->code
                                         : NULL;

            if (row->depth == depth &&
                db_exec(tx, Q_IMPORT_UNIT_PLACE,
                        DB_ARGS(db_text(up), db_text(row->cell[UNIT_CODE].text)), NULL, NULL,
                        e) != OUT_OK)
                return e->code;
        }
    return OUT_OK;
}

enum outcome import_write_units(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                struct err *e)
{
    enum outcome out = write_units(tx, im, e);

    if (out == OUT_OK)
        out = place_units(tx, im, e);
    return out == OUT_OK ? write_names(tx, im, look, e) : out;
}
