/* What may still be changed in a row of a list that its unit's head has signed, and what a change was.
 *
 * After the signature the list is the head's word. The clerk corrects a row that the appraiser returned, and in it only what the
 * return names; the row itself can neither be taken off the list nor replaced. Anything more needs the whole dossier back and a new
 * signature. */
#ifndef TDKT_CORE_CORRECTION_H
#define TDKT_CORE_CORRECTION_H

#include <stdbool.h>

#include "lib/base/pool.h"

enum row_field {
    ROW_NAME = 1 << 0, /* taken again from the records; never typed */
    ROW_POSITION = 1 << 1,
    ROW_AWARD = 1 << 2,
    ROW_ACHIEVEMENT = 1 << 3,
    ROW_PERIOD = 1 << 4,
    ROW_EVIDENCE = 1 << 5 /* the papers of this row */
};
#define ROW_FIELDS 6
#define ROW_ALL ((1u << ROW_FIELDS) - 1)

/* Codes a return may name, ended by NULL; the first opens the first bit of enum row_field, and so on. */
extern const char *const row_field_codes[ROW_FIELDS + 1];

/* "Chức vụ" */
const char *row_field_label(enum row_field field);

/* The same by its code; NULL of any other word. */
const char *row_code_label(const char *code);

/* The fields that a return's codes, joined by spaces, open; unknown words open nothing. */
unsigned row_opened(const char *codes);

/* What a row says, in words: "" where it says nothing. */
struct row_words {
    const char *name, *position, *unit, *award, *achievement, *period;
};

struct row_change {
    const char *field; /* a code as above, ROW_WHOLE or ROW_UNCHANGED */
    const char *before, *after;
};
#define ROW_WHOLE "row" /* the row itself: added (no before) or taken off (no after) */
#define ROW_UNCHANGED "unchanged" /* a returned row that came back as it was */

/* What differs, in the order of the fields; at most ROW_FIELDS. */
unsigned row_changes(const struct row_words *was, const struct row_words *is,
                     struct row_change out[ROW_FIELDS]);

/* "Danh hiệu, hình thức: Lao động tiên tiến; Chức vụ: Bác sĩ": the whole row, for a record of what stood. */
const char *row_in_words(struct pool *pool, const struct row_words *row);

/* The same of one side of the changes; "" when there are none. */
const char *row_changes_in_words(struct pool *pool, const struct row_change *change, unsigned count,
                                 bool after);

#endif
