/* Rows of a statement as elements of a document.
 *
 * A row is an element, a column an attribute named after it with '-' for '_'; a column whose
 * name ends in _text becomes a child element without that ending (long text keeps its lines).
 * NULL leaves the attribute out.
 */
#ifndef TDKT_STORE_ROWS_H
#define TDKT_STORE_ROWS_H

#include "lib/db/db.h"
#include "lib/xml/doc.h"

/* One element per row below the open element. */
enum outcome rows_write(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                        struct db_args args, struct err *e) TDKT_MUST_USE;

/* Attributes that are not columns: called while the element's start tag is open. */
struct rows_more {
    void (*write)(struct doc *doc, void *ctx);
    void *ctx;
};

/* Opens the element for the one row and leaves it open for what belongs below it; NOTFOUND when there is none.
 * more may be NULL. */
enum outcome rows_open(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                       struct db_args args, const struct rows_more *more, struct err *e)
    TDKT_MUST_USE;

/* How a list goes on: the query field of its next page, and the columns of the last row that its value is made of
 * ("2026-02-23.49970"; the second may be NULL). */
struct rows_next {
    const char *field, *first_key, *second_key;
};

/* Like rows_write for one page of a list: at most `page` rows are written; when the statement gave more,
 * <next field= value=/> follows. */
enum outcome rows_page(struct db_tx *tx, struct doc *doc, const char *element, enum db_stmt stmt,
                       struct db_args args, unsigned page, const struct rows_next *next,
                       struct err *e) TDKT_MUST_USE;

/* Writes <part field= from= to= of=/>: which rows of a list of `of` are shown, a page of `page` from place `from`
 * (1 is the first), and the query field that asks for another part.  Answers how many rows to skip: a place behind
 * the end shows the last part. */
unsigned rows_part(struct doc *doc, const char *field, int64_t from, unsigned page, int64_t of);

/* A list in parts of `page` rows: how many there are is asked first, with the same arguments but the last two (rows to skip,
 * rows to give), then the part that holds place `from`.  Writes <part> and the rows. */
struct rows_list {
    const char *element, *field;
    enum db_stmt count, rows;
    unsigned page;
};
enum outcome rows_in_parts(struct db_tx *tx, struct doc *doc, const struct rows_list *list,
                           struct db_args args, int64_t from, struct err *e) TDKT_MUST_USE;

/* The text in the first column of the one row, in the pool; NOTFOUND without a row. */
enum outcome rows_one_text(struct db_tx *tx, struct pool *pool, enum db_stmt stmt,
                           struct db_args args, const char **text, struct err *e) TDKT_MUST_USE;

/* The id in the first column of the one row; NOTFOUND (key "none") without a row, CONFLICT (key "several") with more. */
enum outcome rows_one_id(struct db_tx *tx, enum db_stmt stmt, struct db_args args, int64_t *id,
                         struct err *e) TDKT_MUST_USE;

/* The columns of a row as attributes and children of the open element; more may be NULL. */
void rows_columns(struct doc *doc, const struct db_row *row, const struct rows_more *more);

#endif
