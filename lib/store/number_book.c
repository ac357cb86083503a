/* Numbers are given under the lock of their series: what stands round a number is read, judged by lib/core/number, written. */
#include "lib/store/number_book.h"

#include <stdio.h>

#include "lib/core/number.h"
#include "lib/store/rows.h"

#define WORD_MAX 60
#define NOTE_MAX 1300 /* 300 characters */

struct series {
    int64_t id;
    int last_no;
    date_t last_on;
};

static enum outcome take_series(const struct db_row *row, void *ctx, struct err *e)
{
    struct series *s = ctx;

    (void)e;
    s->id = db_int_at(row, SERIES_GET_ID);
    s->last_no = (int)db_int_at(row, SERIES_GET_LAST_NO);
    s->last_on = db_date_at(row, SERIES_GET_LAST_ON);
    return OUT_OK;
}

static enum outcome hold_series(struct db_tx *tx, const struct document_new *d, struct series *s,
                                struct err *e)
{
    struct db_value unit = db_int(d->unit_id), year = db_int(date_year(d->issued_on));
    enum outcome rc = db_exec(tx, Q_SERIES_OPEN, DB_ARGS(unit, db_text(d->kind), year), NULL, NULL, e);

    return rc == OUT_OK ? db_one(tx, Q_SERIES_GET, DB_ARGS(unit, db_text(d->kind), year), take_series,
                                 s, e)
                        : rc;
}

/* The line of the book that holds the number; use NUMBER_FREE: there is none. */
struct line {
    int wanted;
    int64_t id;
    int first, last;
    enum number_use use;
    date_t issued_on;
    char note[NOTE_MAX], document[WORD_MAX], subject[NOTE_MAX];
};

static enum outcome take_line(const struct db_row *row, void *ctx, struct err *e)
{
    struct line *l = ctx;

    (void)e;
    l->id = db_int_at(row, NUMBER_AT_ID);
    l->first = (int)db_int_at(row, NUMBER_AT_FIRST_NO);
    l->last = (int)db_int_at(row, NUMBER_AT_LAST_NO);
    if (l->last < l->wanted)
        return OUT_OK;
    l->use = number_use_of(db_text_at(row, NUMBER_AT_USED));
    l->issued_on = db_date_at(row, NUMBER_AT_ISSUED_ON);
    snprintf(l->note, sizeof l->note, "%s", db_text_at(row, NUMBER_AT_NOTE));
    snprintf(l->document, sizeof l->document, "%02d/%s", l->wanted, db_text_at(row, NUMBER_AT_SYMBOL));
    snprintf(l->subject, sizeof l->subject, "%s", db_text_at(row, NUMBER_AT_SUBJECT));
    return OUT_OK;
}

static enum outcome take_below(const struct db_row *row, void *ctx, struct err *e)
{
    struct number_place *p = ctx;

    (void)e;
    p->below = (int)db_int_at(row, NUMBER_BELOW_NUMBER);
    p->below_on = db_date_at(row, NUMBER_BELOW_ISSUED_ON);
    return OUT_OK;
}

static enum outcome take_above(const struct db_row *row, void *ctx, struct err *e)
{
    struct number_place *p = ctx;

    (void)e;
    p->above = (int)db_int_at(row, NUMBER_ABOVE_NUMBER);
    p->above_on = db_date_at(row, NUMBER_ABOVE_ISSUED_ON);
    return OUT_OK;
}

static void name_what_has_it(const struct line *line, struct err *e)
{
    char day[DATE_ISO_SIZE];

    if (line->use == NUMBER_VOID || line->use == NUMBER_ELSEWHERE)
        err_arg(e, "note", line->note);
    if (line->use != NUMBER_ISSUED)
        return;
    date_dmy(line->issued_on, day);
    err_arg(e, "document", line->document);
    err_arg(e, "date", day);
    err_arg(e, "subject", line->subject);
}

static enum outcome judge(struct db_tx *tx, const struct document_new *d, const struct series *s,
                          struct number_place *place, struct line *line, struct err *e)
{
    struct db_args at = DB_ARGS(db_int(s->id), db_int(d->number));
    enum outcome rc;

    *line = (struct line){.wanted = d->number};
    *place = (struct number_place){.number = d->number, .day = d->issued_on, .today = d->today,
                                   .highest = s->last_no, .reasoned = d->skipped[0] != '\0',
                                   .confirmed = d->skipped_sure};
    rc = db_query(tx, Q_NUMBER_AT, at, take_line, line, e);
    if (rc == OUT_OK)
        rc = db_query(tx, Q_NUMBER_BELOW, at, take_below, place, e);
    if (rc == OUT_OK)
        rc = db_query(tx, Q_NUMBER_ABOVE, at, take_above, place, e);
    if (rc != OUT_OK)
        return rc;
    place->use = line->use;
    rc = number_take(place, e);
    if (rc != OUT_OK)
        name_what_has_it(line, e);
    return rc;
}

static enum outcome enter(struct db_tx *tx, const struct document_new *d, const struct series *s,
                          int first, int last, const char *used, int64_t document_id,
                          const char *note, struct err *e)
{
    return db_exec(tx, Q_NUMBER_ENTER,
                   DB_ARGS(db_int(s->id), db_int(first), db_int(last), db_text(used),
                           db_id(document_id), db_text(note), db_int(d->person_id)),
                   NULL, NULL, e);
}

/* A number out of a reserved run: what is left of the run over and under it stays reserved. */
static enum outcome use_reserved(struct db_tx *tx, const struct document_new *d,
                                 const struct series *s, const struct line *run,
                                 int64_t document_id, struct err *e)
{
    struct db_value reserved = db_text(number_use_code(NUMBER_RESERVED));
    enum outcome rc = OUT_OK;

    if (d->number < run->last)
        rc = db_exec_one(tx, Q_NUMBER_REST, DB_ARGS(db_int(d->number + 1), db_int(run->id), reserved), e);
    if (rc != OUT_OK)
        return rc;
    if (d->number == run->first)
        return db_exec_one(tx, Q_NUMBER_FILL,
                           DB_ARGS(db_int(document_id), db_int(d->person_id), db_int(run->id)), e);
    rc = db_exec_one(tx, Q_NUMBER_NARROW, DB_ARGS(db_int(d->number - 1), db_int(run->id), reserved),
                     e);
    return rc == OUT_OK ? enter(tx, d, s, d->number, d->number, "issued", document_id, run->note, e)
                        : rc;
}

static enum outcome write_book(struct db_tx *tx, const struct document_new *d,
                               const struct series *s, const struct number_place *place,
                               const struct line *line, int64_t document_id, struct err *e)
{
    enum outcome rc = OUT_OK;

    if (line->use == NUMBER_RESERVED)
        return use_reserved(tx, d, s, line, document_id, e);
    if (number_skipped(place) > 0)
        rc = enter(tx, d, s, s->last_no + 1, d->number - 1, d->skipped, 0, d->skipped_note, e);
    return rc == OUT_OK ? enter(tx, d, s, d->number, d->number, "issued", document_id, "", e) : rc;
}

enum outcome document_issue(struct db_tx *tx, const struct document_new *d, int64_t *id, struct err *e)
{
    struct number_place place;
    struct series series;
    struct line line;
    enum outcome rc;

    if (!number_kind_known(d->kind))
        return err_set(e, OUT_INTERNAL, "internal", "%s is no kind of document", d->kind);
    rc = hold_series(tx, d, &series, e);
    if (rc == OUT_OK)
        rc = judge(tx, d, &series, &place, &line, e);
    if (rc == OUT_OK && d->number > series.last_no)
        rc = db_exec_one(tx, Q_SERIES_TAKE,
                         DB_ARGS(db_int(d->number), db_date(d->issued_on), db_int(series.id)), e);
    if (rc == OUT_OK)
        rc = db_exec(tx, Q_DOCUMENT_INSERT,
                     DB_ARGS(db_int(series.id), db_int(d->number), db_text(d->symbol),
                             db_text(d->kind), db_date(d->issued_on), db_text(d->subject),
                             db_text(d->signer), db_text(d->recipients)),
                     NULL, id, e);
    return rc == OUT_OK ? write_book(tx, d, &series, &place, &line, *id, e) : rc;
}

static enum outcome take_face(const struct db_row *row, void *ctx, struct err *e)
{
    struct series *s = ctx;

    (void)e;
    s->last_no = (int)db_int_at(row, SERIES_FACE_LAST_NO);
    s->last_on = db_date_at(row, SERIES_FACE_LAST_ON);
    return OUT_OK;
}

struct reserved_target {
    struct doc *doc;
    unsigned n;
};

static enum outcome write_reserved(const struct db_row *row, void *ctx, struct err *e)
{
    struct reserved_target *t = ctx;

    (void)e;
    if (t->n++ == RESERVED_SHOWN)
        return OUT_OK;
    doc_open(t->doc, "reserved");
    rows_columns(t->doc, row, NULL);
    doc_close(t->doc);
    return OUT_OK;
}

enum outcome series_read(struct db_tx *tx, struct doc *doc, const char *kind, const char *symbol,
                         int year, struct err *e)
{
    struct series s = {.last_no = 0, .last_on = DATE_NONE};
    struct reserved_target target = {doc, 0};
    struct db_args of = DB_ARGS(db_text(kind), db_int(year));
    enum outcome rc = db_query(tx, Q_SERIES_FACE, of, take_face, &s, e);

    doc_open(doc, "series");
    doc_attr(doc, "code", kind);
    doc_attr_int(doc, "year", year);
    doc_attr(doc, "symbol", symbol);
    doc_attr_int(doc, "last-no", s.last_no);
    doc_attr_date(doc, "last-on", s.last_on);
    if (number_next(s.last_no) > 0)
        doc_attr_int(doc, "suggested-no", number_next(s.last_no));
    if (rc == OUT_OK)
        rc = db_query(tx, Q_NUMBER_RESERVED, of, write_reserved, &target, e);
    doc_close(doc);
    return rc;
}

enum outcome number_book_read(struct db_tx *tx, struct doc *doc, const struct viewer *v,
                              const char *kind, int year, int64_t before_no, struct err *e)
{
    return rows_page(tx, doc, "number", Q_NUMBER_BOOK,
                     DB_ARGS(db_text(kind), db_int(year), db_text(v->scope), db_text(v->scope),
                             db_id(before_no), db_id(before_no)),
                     50, &(struct rows_next){"before", "first-no", NULL}, e);
}
