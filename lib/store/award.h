/* The awards register: search, export, entering what was granted, figures. */
#ifndef TDKT_STORE_AWARD_H
#define TDKT_STORE_AWARD_H

#include "lib/core/table21.h"
#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

struct award_filter {
    const char *text, *award_code, *method, *kind; /* "" any */
    const char *unit_path;                         /* NULL any */
    int year;                                      /* 0 any */
    date_t before_date;                            /* paging: last row seen */
    int64_t before_id;
};

/* <awards>, AWARDS_PAGE rows and <next decision-date= id=>. */
#define AWARDS_PAGE 30
enum outcome award_register_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                                 const struct viewer *viewer, const struct award_filter *filter,
                                 struct err *e) TDKT_MUST_USE;

/* All of the same rows, oldest first, each to the callback (columns AWARD_ROWS_*); read a part at a time. */
enum outcome award_export(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                          const struct award_filter *filter, db_on_row on_row, void *ctx,
                          struct err *e) TDKT_MUST_USE;

/* Enters every granted row of a dossier in its order on paper; count of rows in *entered. */
enum outcome award_enter(struct db_tx *tx, int64_t nomination_id, const char *decision_no,
                         date_t decision_date, int64_t decision_id, int64_t *entered,
                         struct err *e) TDKT_MUST_USE;

/* <entered> with the counts and the money of all that a decision entered, <part>, and <award> rows of that part in
 * its order, from a place in it. */
#define AWARDS_PART 100
enum outcome award_of_decision_read(struct db_tx *tx, struct doc *doc, int64_t decision_id,
                                    int64_t from, struct err *e) TDKT_MUST_USE;

/* <award> rows of the register for a paper, oldest first. */
enum outcome award_print_read(struct db_tx *tx, struct pool *pool, struct doc *doc,
                              const struct viewer *viewer, const struct award_filter *filter,
                              struct err *e) TDKT_MUST_USE;

/* How many rows a paper would have; more than AWARDS_PRINTED is TOOBIG (key "register.too-long") with both numbers and the advice to
 * narrow the filters or take the sheet, which has no limit. */
#define AWARDS_PRINTED 5000
enum outcome award_rows_count(struct db_tx *tx, struct pool *pool, const struct viewer *viewer,
                              const struct award_filter *filter, int64_t *rows, struct err *e) TDKT_MUST_USE;

/* <year> rows: awards of a unit (path, already checked against the scope) and everything below it. */
enum outcome award_years_read(struct db_tx *tx, struct doc *doc, const char *unit_path,
                              int from_year, int to_year, struct err *e) TDKT_MUST_USE;

/* <statistics> by year and by award, for the same. */
enum outcome award_statistics_read(struct db_tx *tx, struct doc *doc, const char *unit_path,
                                   int from_year, int to_year, struct err *e) TDKT_MUST_USE;

/* What the 21-column table of such a unit is made of. */
struct award_counts {
    unsigned n;
    struct table21_count *count;
};
enum outcome award_table21_counts(struct db_tx *tx, struct pool *pool, const char *unit_path,
                                  int from_year, int to_year, struct award_counts *out,
                                  struct err *e) TDKT_MUST_USE;

#endif
