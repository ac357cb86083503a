/* Within lib/store/import*.c only: a list being imported. */
#ifndef TDKT_STORE_IMPORT_LIST_H
#define TDKT_STORE_IMPORT_LIST_H

#include "lib/store/import.h"
#include "lib/store/import_lookup.h"

#define IMPORT_COLUMNS_MAX 20
#define IMPORT_SHEET_COLUMNS_MAX 256
#define IMPORT_NO_NUMBER INT64_MIN

/* Values of one array statement. */
#define IMPORT_CHUNK 1000

struct import_cell {
    const char *text; /* as it stands; of a choice the value that is kept */
    int64_t n;        /* number, day, 1 or 0; IMPORT_NO_NUMBER when empty or bad */
};

struct import_row {
    unsigned number;
    bool bad;     /* by its cells alone */
    bool refused; /* by the records, in this run */
    struct import_cell *cell;
    /* What the run has found. */
    const struct import_unit *unit, *collective;
    const struct import_person *person;
    const struct import_position *position;
    const struct import_award *award;
    const char *recipient; /* "person", "collective", "household" */
    int64_t campaign_id;
    const struct import_row *parent; /* of a unit: the row of this list above it */
    int depth;                       /* rows of this list above it */
};

struct import {
    struct pool *pool;
    struct import_settings settings;
    const struct import_column *column;
    unsigned columns;
    int place[IMPORT_COLUMNS_MAX]; /* in the sheet; -1: not there */
    bool has_header, header_good;
    struct import_row **row;
    unsigned rows, rows_cap;
    struct import_problem problem[IMPORT_PROBLEMS_LISTED];
    unsigned listed, problems;
    unsigned taken_listed, taken_problems; /* by cells alone: where a run begins */
    struct pool *run;                      /* of the last run */
};

void import_tell(const struct import *im, enum import_step step, unsigned done);

/* Notes a problem of a row (NULL: of the whole list) at a column (-1: none). */
void import_refuse(struct import *im, struct import_row *row, int column, const char *key,
                   const char *detail);
/* The same with the key and the arguments of a refusal that a rule of lib/core made. */
void import_refuse_why(struct import *im, struct import_row *row, int column,
                       const struct err *why);

static inline bool import_row_good(const struct import_row *row)
{
    return !row->bad && !row->refused;
}

/* Many rows of one statement, a chunk at a time. */
struct import_bulk {
    struct db_tx *tx;
    const struct import *im;
    enum db_stmt stmt;
    unsigned params, rows, done;
    struct pool *pool;     /* of the chunk: for texts made for it */
    struct db_value *value;
    struct err *e;
};
void import_bulk_start(struct import_bulk *bulk, struct db_tx *tx, const struct import *im,
                       enum db_stmt stmt, unsigned params, struct err *e);
/* The next row's values. */
struct db_value *import_bulk_row(struct import_bulk *bulk);
/* After a row's values are set: writes when the chunk is full. */
enum outcome import_bulk_push(struct import_bulk *bulk) TDKT_MUST_USE;
/* Writes what is left unless something failed, and gives the memory back. */
enum outcome import_bulk_end(struct import_bulk *bulk) TDKT_MUST_USE;

/* -- one per kind: check every row, then write them -- */
enum outcome import_check_units(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                struct err *e) TDKT_MUST_USE;
enum outcome import_write_units(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                struct err *e) TDKT_MUST_USE;
enum outcome import_check_people(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e) TDKT_MUST_USE;
enum outcome import_write_people(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e) TDKT_MUST_USE;
enum outcome import_check_campaigns(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                    struct err *e) TDKT_MUST_USE;
enum outcome import_write_campaigns(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                    struct err *e) TDKT_MUST_USE;
enum outcome import_check_awards(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e) TDKT_MUST_USE;
enum outcome import_write_awards(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                 struct err *e) TDKT_MUST_USE;
enum outcome import_check_nominees(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                   struct err *e) TDKT_MUST_USE;
enum outcome import_write_nominees(struct db_tx *tx, struct import *im, struct import_lookup *look,
                                   struct err *e) TDKT_MUST_USE;

/* -- columns of each kind, in the order of import_columns.c -- */
enum { UNIT_CODE, UNIT_NAME, UNIT_KIND, UNIT_PARENT, UNIT_SHORT, UNIT_SIGNING, UNIT_HEAD, UNIT_SYMBOL, UNIT_BEDS, UNIT_FROM };
enum {
    PERSON_STAFF_NO, PERSON_NAME, PERSON_BIRTH, PERSON_SEX, PERSON_UNIT, PERSON_TITLE,
    PERSON_LEADER, PERSON_FROM, PERSON_MAIL, PERSON_CITIZEN
};
enum {
    CAMPAIGN_CODE, CAMPAIGN_NAME, CAMPAIGN_PARENT, CAMPAIGN_UNIT, CAMPAIGN_METHOD,
    CAMPAIGN_LEAD, CAMPAIGN_RESPONSIBLE, CAMPAIGN_CONTENT, CAMPAIGN_REVIEW, CAMPAIGN_FROM,
    CAMPAIGN_TO, CAMPAIGN_COLLECTIVES, CAMPAIGN_INDIVIDUALS, CAMPAIGN_NOTE, CAMPAIGN_STATE
};
enum {
    AWARD_KIND, AWARD_STAFF_NO, AWARD_NAME, AWARD_BIRTH, AWARD_UNIT, AWARD_POSITION,
    AWARD_AWARD, AWARD_METHOD, AWARD_YEAR, AWARD_DECISION_NO, AWARD_DECISION_DATE,
    AWARD_ACHIEVEMENT, AWARD_GOLD_NO, AWARD_BONUS, AWARD_CAMPAIGN, AWARD_LEADER
};
enum {
    NOMINEE_KIND, NOMINEE_STAFF_NO, NOMINEE_NAME, NOMINEE_BIRTH, NOMINEE_UNIT, NOMINEE_POSITION,
    NOMINEE_AWARD, NOMINEE_ACHIEVEMENT, NOMINEE_FROM, NOMINEE_TO
};

#endif
