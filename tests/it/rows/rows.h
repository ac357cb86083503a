/* What statements and the functions of lib/store answer and change, asked by tables.
 *
 * A table of tests/data/rows holds calls, each with what comes of it:
 *
 *     # why this is asked
 *     nomination_get scope=/1/2/ id=11
 *       title: Hồ sơ Alfa soạn
 *
 * A call is a function of lib/store, or a statement by its own name after '@'; a parameter that is not given is empty.  What comes of
 * it are the document or the fields that it filled, "! outcome key" when it failed, and every row that is another afterwards: "+"
 * a new one, "-" one that is gone, "~" one that changed.  Every call stands alone: what it wrote is rolled back.
 * many=award:31 makes so many more rows before; tail=2 shows the last two lines and how many they were.
 */
#ifndef TDKT_IT_ROWS_H
#define TDKT_IT_ROWS_H

#include "lib/base/buf.h"
#include "lib/db/db.h"
#include "lib/store/viewer.h"
#include "lib/xml/doc.h"

#define CASE_ARGS_MAX 24

struct row_case {
    const char *file;
    unsigned line;
    const char *head; /* the call as it is written */
    const char *call;
    const char *name[CASE_ARGS_MAX], *value[CASE_ARGS_MAX];
    unsigned args;
    const char *expected; /* lines, without their indent */
    struct case_file *of;
};

/* A call at work. */
struct asked {
    struct db_tx *tx;
    struct pool *pool;
    const struct row_case *c;
    struct buf *out;
    struct doc *doc;
};

const char *arg_text(const struct asked *a, const char *name); /* "" when it is not given */
int64_t arg_int(const struct asked *a, const char *name);      /* 0 */
date_t arg_date(const struct asked *a, const char *name);      /* DATE_NONE */
/* scope=, person=; the day is ROWS_TODAY unless day= is given. */
struct viewer arg_viewer(const struct asked *a);

/* A field of what was filled, as a line. */
void say_text(struct asked *a, const char *name, const char *value);
void say_int(struct asked *a, const char *name, int64_t value);
void say_date(struct asked *a, const char *name, date_t value);

struct row_call {
    const char *name;
    enum outcome (*run)(struct asked *a, struct err *e);
};

/* Each ends with a row without a name. */
extern const struct row_call dossier_calls[], nominee_calls[], decision_calls[], number_calls[], award_calls[], people_calls[], unit_calls[];
extern const struct row_call identity_calls[], law_calls[];

/* The clock of every call: 2026-11-19, 9 o'clock in Vietnam. */
#define ROWS_TODAY "2026-11-19"
#define ROWS_NOW "2026-11-19 02:00:00"

/* The tables, read. */
struct case_file {
    const char *name; /* below tests/data/rows */
    struct row_case *row;
    unsigned count;
    char **came; /* by row: what came of it, for writing the table anew */
};
bool cases_read(struct pool *pool, const char *name, struct case_file *out);
/* Writes the table as it was, with what came of its calls. */
bool cases_write(const struct case_file *file);

/* The records, as text: every row of every table of the service. */
struct picture;
struct picture *picture_take(struct pool *pool, struct db *db);
/* One line for each row that is another in `after`. */
void picture_compare(struct pool *pool, const struct picture *before, const struct picture *after,
                     struct buf *out);

/* many=award:31: so many rows more, made before the call; false when none are asked for. */
bool many_make(const struct asked *a, struct db *db);

/* A statement by its name in sql/query. */
bool statement_known(const char *call);
enum outcome statement_run(struct asked *a, struct err *e);

#endif
