#include <stdio.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/base/utf8.h"
#include "lib/base/vi.h"
#include "lib/store/import_list.h"

/* Scratch of one header cell. */
#define SCRATCH_LIMIT (1u << 20)

/* Columns that lists on paper have and nobody needs. */
static const char ordinals[] = "stt|tt|so tt|so thu tu|no";

/* Is the word one of those separated by | ? */
static bool is_one_of(const char *words, const char *word)
{
    size_t len = strlen(word);

    if (len == 0)
        return false;
    for (const char *at = words; *at; at += strcspn(at, "|"), at += *at == '|')
        if (strcspn(at, "|") == len && strncmp(at, word, len) == 0)
            return true;
    return false;
}

static int column_of(const struct import *im, struct pool *scratch, const char *title)
{
    const char *folded = vi_fold(scratch, title);

    for (unsigned i = 0; i < im->columns; i++)
        if (strcmp(folded, vi_fold(scratch, im->column[i].title)) == 0 ||
            strcmp(folded, vi_fold(scratch, im->column[i].name)) == 0)
            return (int)i;
    for (unsigned i = 0; i < im->columns; i++)
        if (is_one_of(im->column[i].accepted, folded))
            return (int)i;
    return -1;
}

static void header_problem(struct import *im, unsigned number, int place, const char *key,
                           const char *title)
{
    struct import_problem *problem;

    im->problems++;
    im->header_good = false;
    if (im->listed == IMPORT_PROBLEMS_LISTED)
        return;
    problem = &im->problem[im->listed++];
    *problem = (struct import_problem){number, place, "", pool_strdup(im->pool, title), "", key, "", NULL};
    problem->value = problem->title;
}

static void take_title(struct import *im, struct pool *scratch, unsigned number, int place,
                       const char *title)
{
    int column = column_of(im, scratch, title);

    if (column < 0 && is_one_of(ordinals, vi_fold(scratch, title)))
        return;
    if (column < 0)
        header_problem(im, number, place, "import.column-unknown", title);
    else if (im->place[column] >= 0)
        header_problem(im, number, place, "import.column-twice", title);
    else
        im->place[column] = place;
}

static void take_header(struct import *im, unsigned number, const char *const *cells, unsigned count)
{
    struct pool *scratch = pool_new("import header", SCRATCH_LIMIT);

    im->has_header = true;
    im->header_good = true;
    for (unsigned i = 0; i < count; i++)
        if (*cells[i])
            take_title(im, scratch, number, (int)i, cells[i]);
    for (unsigned i = 0; i < im->columns; i++)
        if (im->column[i].required && im->place[i] < 0)
            header_problem(im, number, -1, "import.column-missing", im->column[i].title);
    pool_free(scratch);
}

static void bad_cell(struct import *im, struct import_row *row, unsigned column, const char *key,
                     const char *detail)
{
    import_refuse(im, row, (int)column, key, detail);
    row->bad = true;
}

static void take_choice(struct import *im, struct import_row *row, unsigned column)
{
    const struct import_column *c = &im->column[column];
    struct import_cell *cell = &row->cell[column];
    struct pool *scratch = pool_new("import cell", SCRATCH_LIMIT);
    const char *folded = vi_fold(scratch, cell->text);

    for (const struct import_choice *choice = c->choices; choice->value; choice++)
        if (is_one_of(choice->accepted, folded)) {
            cell->text = choice->value;
            cell->n = choice - c->choices;
            break;
        }
    pool_free(scratch);
    if (cell->n == IMPORT_NO_NUMBER)
        bad_cell(im, row, column, "import.choice", c->hint);
}

static void take_yes_no(struct import *im, struct import_row *row, unsigned column)
{
    struct import_cell *cell = &row->cell[column];
    struct pool *scratch = pool_new("import cell", SCRATCH_LIMIT);
    const char *folded = vi_fold(scratch, cell->text);

    if (is_one_of("x|1|co|yes|true|v", folded))
        cell->n = 1;
    else if (is_one_of("0|khong|no|false", folded))
        cell->n = 0;
    pool_free(scratch);
    if (cell->n == IMPORT_NO_NUMBER)
        bad_cell(im, row, column, "import.yes-no", "");
}

static void take_int(struct import *im, struct import_row *row, unsigned column)
{
    const struct import_column *c = &im->column[column];
    struct import_cell *cell = &row->cell[column];
    char range[64];
    int64_t n;

    if (!num_parse(cell->text, INT64_MIN + 1, INT64_MAX, &n)) {
        bad_cell(im, row, column, "import.int", "");
    } else if (n < c->min || n > c->max) {
        snprintf(range, sizeof range, "từ %lld đến %lld", (long long)c->min, (long long)c->max);
        bad_cell(im, row, column, "import.range", range);
    } else {
        cell->n = n;
    }
}

static void take_cell(struct import *im, struct import_row *row, unsigned column)
{
    const struct import_column *c = &im->column[column];
    struct import_cell *cell = &row->cell[column];
    char limit[24];

    if (!*cell->text) {
        if (c->required)
            bad_cell(im, row, column, "import.required", "");
        return;
    }
    switch (c->type) {
    case IMPORT_TEXT:
        snprintf(limit, sizeof limit, "%lld", (long long)c->max);
        if ((int64_t)utf8_length(cell->text) > c->max)
            bad_cell(im, row, column, "import.long", limit);
        break;
    case IMPORT_INT:
        take_int(im, row, column);
        break;
    case IMPORT_DATE:
        cell->n = date_parse(cell->text);
        if (cell->n == DATE_NONE) {
            cell->n = IMPORT_NO_NUMBER;
            bad_cell(im, row, column, "import.date", "");
        }
        break;
    case IMPORT_YES_NO:
        take_yes_no(im, row, column);
        break;
    case IMPORT_CHOICE:
        take_choice(im, row, column);
        break;
    }
}

static struct import_row *add_row(struct import *im, unsigned number)
{
    struct import_row *row = pool_alloc(im->pool, sizeof *row);

    if (im->rows == im->rows_cap) {
        struct import_row **more;

        im->rows_cap = im->rows_cap ? im->rows_cap * 2 : 256;
        more = pool_alloc(im->pool, im->rows_cap * sizeof(struct import_row *));
        if (im->rows > 0)
            memcpy(more, im->row, im->rows * sizeof(struct import_row *));
        im->row = more;
    }
    im->row[im->rows++] = row;
    row->number = number;
    row->cell = pool_alloc(im->pool, im->columns * sizeof *row->cell);
    return row;
}

void import_take(struct import *im, unsigned number, const char *const *cells, unsigned count)
{
    struct import_row *row;

    if (!im->has_header) {
        take_header(im, number, cells, count);
    } else if (im->header_good) {
        row = add_row(im, number);
        for (unsigned i = 0; i < im->columns; i++) {
            int place = im->place[i];
            const char *text = place >= 0 && (unsigned)place < count ? cells[place] : "";

            row->cell[i].text = *text ? pool_strdup(im->pool, text) : "";
            row->cell[i].n = IMPORT_NO_NUMBER;
        }
        for (unsigned i = 0; i < im->columns; i++)
            take_cell(im, row, i);
    }
    if (im->rows % IMPORT_CHUNK == 0)
        import_tell(im, IMPORT_READING, im->rows);
    im->taken_listed = im->listed;
    im->taken_problems = im->problems;
}
