/* Numbers and symbols of documents (Decree 30/2020 art. 15, Appendix I and III). */
#ifndef TDKT_CORE_NUMBER_H
#define TDKT_CORE_NUMBER_H

#include <stdbool.h>

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"

/* The highest number a book may have: a higher one is refused by the field it is typed in. */
#define NUMBER_MAX 1000000

/* More numbers than these are passed over only when it was confirmed for the very number: a slip of the key passes over thousands. */
#define NUMBER_MANY_SKIPPED 200

/* 5, "QĐ", "SYT" -> "05/QĐ-SYT"; an official letter (kind "") -> "05/SYT-TCCB". */
char *number_symbol(struct pool *pool, int number, const char *kind, const char *issuer);

/* A number that another office gave, as it was typed, in its two parts: "345A/TTr-BVCM" -> "345A" and "TTr-BVCM"; "345" goes with
 * the usual symbol, and so does "" (not numbered yet). Whose paper it is has numbered it: nothing is altered. */
struct number_typed {
    const char *number, *symbol;
};
struct number_typed number_typed(struct pool *pool, const char *text, const char *usual);

/* The same in one line, as another paper cites it: "5" of the usual symbol is "05/TTr-BVCM". */
const char *number_cited(struct pool *pool, const char *text, const char *usual);

/* Is kind one of Appendix III? */
bool number_kind_known(const char *kind);

/* What a number of a book went to; the word is stored.  An office's decisions are often numbered in one book with all its
 * others, so not every number is one of ours. */
enum number_use {
    NUMBER_FREE = 0,  /* nothing stands there */
    NUMBER_ISSUED,    /* a document of this program */
    NUMBER_VOID,      /* given and taken back: no document takes it */
    NUMBER_RESERVED,  /* kept for a document to come, which may take it */
    NUMBER_ELSEWHERE  /* a document that is not in this program */
};
const char *number_use_code(enum number_use use);    /* "issued", "void", "reserved", "elsewhere"; "" free */
enum number_use number_use_of(const char *code);     /* NUMBER_FREE when unknown */

/* A number that somebody wants to give, and what stands round it in the book of its series and year. */
struct number_place {
    int number;
    date_t day, today;
    enum number_use use;      /* of this very number */
    int highest;              /* the highest number of the book; 0: the book is empty */
    int below, above;         /* the nearest documents under and over it; 0: none */
    date_t below_on, above_on;
    bool reasoned;            /* it was said what the numbers that are passed over went to */
    int confirmed;            /* for which number it was confirmed that many are passed over; 0: for none */
};

/* How many numbers are passed over: those between the highest and this one. */
int number_skipped(const struct number_place *p);

/* The number a book proposes; 0 when it has reached NUMBER_MAX. */
int number_next(int highest);

/* Numbers in words: "số 42", "8 số, từ 42 đến 49". */
#define NUMBER_RUN_SIZE 64
void number_run_words(char out[NUMBER_RUN_SIZE], int first, int last);

/* May it be given (Decree 30/2020 art. 15)?  Each number goes to one document, numbers go up with their dates, what is passed
 * over has a reason.  A number under the highest may be given when it was reserved (or nothing stands there): it is dated
 * no earlier than every document under it and no later than every document over it.  INVALID:
 * "number.future"      the day is to come
 * "number.taken"       a document has it (the caller adds which); "number.void", "number.elsewhere"
 * "number.full"        any of these three in a book that has reached NUMBER_MAX: there is no next number to propose
 * "number.order"       dated before the document under it
 * "number.order-above" dated after the document over it
 * "number.skipped"     numbers are passed over and nobody said why
 * "number.none-skipped" a reason was given and nothing is passed over
 * "number.many-skipped" more than NUMBER_MANY_SKIPPED are passed over and that was not confirmed for this number */
enum outcome number_take(const struct number_place *p, struct err *e) TDKT_MUST_USE;

/* What numbers of a run without a document were entered as, and what they are to be instead. */
struct number_correction {
    int first, last; /* the run as it stands in the book */
    enum number_use was;
    const char *was_note;
    int from, to;    /* of it these */
    enum number_use use;
    const char *note;
};

/* May it be corrected?  A number that a document has never is.  INVALID:
 * "number.has-document"
 * "number.out-of-run"  from-to is no part of the run
 * "number.same"        nothing would change */
enum outcome number_correct(const struct number_correction *n, struct err *e) TDKT_MUST_USE;

#endif
