#include <stdio.h>
#include <string.h>

#include "lib/store/import_list.h"

/* A column as spreadsheets call it. */
#define COLUMN_NAME 8

static void column_name(int column, char out[COLUMN_NAME])
{
    char letters[COLUMN_NAME];
    unsigned n = sizeof letters - 1;

    letters[n] = '\0';
    for (int left = column; left >= 0 && n > 0; left = left / 26 - 1)
        letters[--n] = (char)('A' + left % 26);
    memcpy(out, letters + n, sizeof letters - n);
}

void import_problem_err(const struct import_problem *problem, struct err *e)
{
    err_clear(e);
    err_set(e, OUT_INVALID, problem->key, "row %u", problem->row);
    if (problem->why) {
        *e = *problem->why;
        return;
    }
    err_arg_int(e, "row", problem->row);
    err_arg(e, "column", problem->title);
    err_arg(e, "value", problem->value);
    err_arg(e, "detail", problem->detail);
}

void import_write_counts(const struct import *im, struct doc *doc)
{
    struct import_counts counts = import_counts(im);

    doc_attr_int(doc, "rows", counts.rows);
    doc_attr_int(doc, "good", counts.good);
    doc_attr_int(doc, "problems", counts.problems);
    doc_attr_int(doc, "individuals", counts.individuals);
    doc_attr_int(doc, "collectives", counts.collectives);
}

static int column_named(const struct import *im, const char *name)
{
    for (unsigned i = 0; i < im->columns; i++)
        if (strcmp(im->column[i].name, name) == 0)
            return (int)i;
    return -1;
}

static const char *text_of(const struct import *im, const struct import_row *row, const char *name)
{
    int column = column_named(im, name);

    return column < 0 || !*row->cell[column].text ? NULL : row->cell[column].text;
}

/* The first that is there. */
static const char *either(const char *a, const char *b)
{
    return a ? a : b;
}

static void open_row(const struct import *im, struct doc *doc, const struct import_row *row,
                     const char *result)
{
    const char *name = either(text_of(im, row, "name"), text_of(im, row, "full_name"));

    doc_open(doc, "row");
    doc_attr_int(doc, "n", row->number);
    doc_attr(doc, "result", result);
    doc_attr(doc, "kind", row->recipient);
    if (row->collective)
        name = row->collective->name;
    if (row->person)
        name = row->person->name;
    doc_attr(doc, "name", name);
    doc_attr(doc, "position", either(text_of(im, row, "position"), row->position ? row->position->title : NULL));
    doc_attr(doc, "unit-name", row->unit ? row->unit->name : text_of(im, row, "unit"));
    doc_attr(doc, "award-code", row->award ? row->award->code : NULL);
    doc_attr(doc, "award-name", row->award ? row->award->name : NULL);
    doc_attr(doc, "staff-no", row->person && *row->person->staff_no ? row->person->staff_no : NULL);
}

static void write_problem(struct doc *doc, const struct import_problem *problem, import_say say,
                          void *ctx)
{
    const char *reason = "", *next = "";
    char column[COLUMN_NAME];
    struct err e;

    import_problem_err(problem, &e);
    say(ctx, &e, &reason, &next);
    column_name(problem->column, column);
    doc_open(doc, "problem");
    doc_attr(doc, "column", *column ? column : NULL);
    doc_attr(doc, "title", *problem->title ? problem->title : NULL);
    doc_attr(doc, "field", *problem->field ? problem->field : NULL);
    doc_attr(doc, "value", problem->value);
    doc_attr(doc, "reason", reason);
    doc_attr(doc, "next", next);
    doc_close(doc);
}

static const struct import_row *row_numbered(const struct import *im, unsigned number)
{
    unsigned low = 0, high = im->rows;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (im->row[middle]->number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < im->rows && im->row[low]->number == number ? im->row[low] : NULL;
}

static void write_bad_rows(const struct import *im, struct doc *doc, import_say say, void *ctx)
{
    for (unsigned i = 0; i < im->listed;) {
        unsigned number = im->problem[i].row;
        const struct import_row *row = row_numbered(im, number);

        if (row) {
            open_row(im, doc, row, "problem");
        } else { /* the header */
            doc_open(doc, "row");
            doc_attr_int(doc, "n", number);
            doc_attr(doc, "result", "problem");
        }
        for (; i < im->listed && im->problem[i].row == number; i++)
            write_problem(doc, &im->problem[i], say, ctx);
        doc_close(doc);
    }
}

void import_write_rows(const struct import *im, struct doc *doc, import_say say, void *ctx)
{
    if (im->problems > 0) {
        write_bad_rows(im, doc, say, ctx);
        return;
    }
    for (unsigned i = 0; i < im->rows && i < IMPORT_ROWS_SHOWN; i++) {
        open_row(im, doc, im->row[i], "good");
        doc_close(doc);
    }
}
