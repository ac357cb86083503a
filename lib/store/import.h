/* Lists that people send: taken whole or not at all.
 *
 * Rows are handed over one by one (this module reads no files), every bad cell is noted with row, column and reason, and one
 * transaction looks up what the rows name, checks them against the records and, unless it is a trial, writes them.  A trial and
 * the real run differ in nothing else.
 *
 *     im = import_new(pool, &settings);
 *     import_take(im, number, cells, count);   for the header and every row
 *     db_transact(... import_run(tx, im, dry_run, e) ...);
 *     import_write_counts(im, doc); import_write_rows(im, doc, say, ctx);
 */
#ifndef TDKT_STORE_IMPORT_H
#define TDKT_STORE_IMPORT_H

#include "lib/db/db.h"
#include "lib/store/audit.h"
#include "lib/store/nomination.h"
#include "lib/xml/doc.h"

enum import_kind {
    IMPORT_UNSET = 0,
    IMPORT_UNITS,
    IMPORT_PEOPLE,
    IMPORT_CAMPAIGNS,
    IMPORT_AWARDS,
    IMPORT_NOMINEES
};

/* Further problems are counted, not listed. */
#define IMPORT_PROBLEMS_LISTED 200

/* Good rows shown before they are taken. */
#define IMPORT_ROWS_SHOWN 200

/* A column a list may have: what a template and its guide show. */
enum import_type {
    IMPORT_TEXT = 1,
    IMPORT_INT,
    IMPORT_DATE,
    IMPORT_YES_NO,
    IMPORT_CHOICE
};

struct import_choice {
    const char *value;    /* as it is kept */
    const char *accepted; /* folded, separated by | ; the first is shown; the value's own words are among them */
};

struct import_column {
    const char *name;     /* "staff_no" */
    const char *title;    /* "Mã nhân viên" */
    const char *accepted; /* further titles, folded, separated by | */
    enum import_type type;
    bool required;
    int64_t min, max;     /* of a number; max characters of a text */
    const struct import_choice *choices; /* ended by a NULL value */
    const char *hint;     /* how to fill it, for the guide */
    int width;            /* characters, in the template */
};

/* "units", "people", "campaigns", "awards", "nominees"; UNSET for any other word. */
enum import_kind import_kind_of(const char *word);
const char *import_kind_word(enum import_kind kind);

const struct import_column *import_columns(enum import_kind kind, unsigned *count);

enum import_step { IMPORT_READING, IMPORT_WRITING };

struct import_settings {
    enum import_kind kind;
    const char *scope;                   /* units and people outside this path are unknown; "/" all */
    date_t today;
    const struct nomination *nomination; /* of IMPORT_NOMINEES: whose list it is. The caller has seen to it that it may be changed */
    const struct act *act;               /* for the audit */
    const char *file;                    /* its name, for the audit */
    /* Told now and then how far a long list is; NULL: nobody asks. */
    void (*progress)(void *ctx, enum import_step step, unsigned done);
    void *progress_ctx;
};

struct import;

struct import *import_new(struct pool *pool, const struct import_settings *settings);

/* The first row is the header.  A bad cell becomes a problem, never a failure. */
void import_take(struct import *im, unsigned number, const char *const *cells, unsigned count);

/* INVALID "import.rows" {rows} {bad} {good} when anything is wrong: nothing was written.  With dry_run nothing is written in any
 * case, so a DB_READ transaction will do.  May be called again by a transaction that is retried, or after a trial. */
enum outcome import_run(struct db_tx *tx, struct import *im, bool dry_run, struct err *e)
    TDKT_MUST_USE;

struct import_counts {
    unsigned rows, good, problems; /* problems may be more than one in a row */
    unsigned individuals, collectives; /* of awards and nominees: good rows */
};
struct import_counts import_counts(const struct import *im);

struct import_problem {
    unsigned row;         /* as the sheet numbers it */
    int column;           /* place in the sheet from 0; -1: the row, or the whole list */
    const char *field;    /* name of the column, "" */
    const char *title;    /* title of the column, "" */
    const char *value;    /* what stands there */
    const char *key;      /* message of conf/messages.xml */
    const char *detail;   /* {detail} of the message, or "" */
    const struct err *why; /* further arguments of the message, or NULL */
};

/* The listed ones in the order of their rows. */
unsigned import_problems(const struct import *im, const struct import_problem **out);

/* A problem as an error with the arguments of its message: {row} {column} {value} {detail}. */
void import_problem_err(const struct import_problem *problem, struct err *e);

/* Gives the words of a message: the caller has the messages. */
typedef void (*import_say)(void *ctx, const struct err *e, const char **reason, const char **next);

/* Attributes rows, good, problems, individuals, collectives of the open element. */
void import_write_counts(const struct import *im, struct doc *doc);

/* <row n= result="problem" name= unit-name=><problem column="D" field= value= reason= next=/></row> for the bad rows; when there are
 * none, <row n= result="good" kind= name= position= unit-name= award-code= award-name= staff-no=/> for the first good ones. */
void import_write_rows(const struct import *im, struct doc *doc, import_say say, void *ctx);

#endif
