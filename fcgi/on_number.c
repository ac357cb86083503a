/* The number book (sổ văn bản đi): every number of a series and year, and what it went to. */
#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "fcgi/words.h"
#include "lib/core/number.h"
#include "lib/store/number_book.h"

enum outcome on_number_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    bool proposals = strcmp(form_text(c->form, "kind"), "proposal") == 0;
    int year = form_has(c->form, "year") ? (int)form_int(c->form, "year") : date_year(c->today);
    const char *kind = proposals ? "TTr" : "QĐ";
    enum outcome rc;

    choices_codes(c, "kind", series_codes);
    choices_years(c, "year");
    doc_open(c->doc, "numbers");
    doc_attr(c->doc, "kind", proposals ? "proposal" : "award");
    doc_attr_int(c->doc, "year", year);
    if (role_may(c->actor.role, PERM_WRITE_NUMBERS))
        doc_attr_bool(c->doc, "may-correct", true);
    rc = number_book_read(c->tx, c->doc, &viewer, kind, year, form_int(c->form, "before"), e);
    doc_close(c->doc);
    return rc;
}

static const char *book_of(struct call *c, const struct number_run *run)
{
    return pool_printf(c->pool, "/numbers?kind=%s&year=%d",
                       strcmp(run->code, "TTr") == 0 ? "proposal" : "award", run->year);
}

enum outcome on_number_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct number_run run;
    enum outcome rc = number_run_of(c->tx, c->pool, c->doc, &viewer, c->id[0], &run, e);

    choices_codes(c, "used", skipped_codes);
    return rc;
}

/* What the audit keeps: which numbers, what they went to and why. */
static const char *in_words(struct call *c, int first, int last, const char *used, const char *note)
{
    char run[NUMBER_RUN_SIZE];

    number_run_words(run, first, last);
    return pool_printf(c->pool, "%s: %s, %s", run, word_of(used), note);
}

enum outcome on_number_correct(struct call *c, struct err *e)
{
    struct number_change n = {.version = form_int(c->form, "version"),
                              .from = (int)form_int(c->form, "first_no"),
                              .to = (int)form_int(c->form, "last_no"),
                              .used = form_text(c->form, "used"),
                              .note = form_text(c->form, "note"),
                              .person_id = c->actor.person_id};
    struct viewer viewer = call_viewer(c);
    struct act act = call_act(c, "");
    struct number_run was;
    enum outcome rc = number_run_correct(c->tx, c->pool, &viewer, c->id[0], &n, &was, e);

    if (rc != OUT_OK)
        return rc;
    rc = audit_add(c->tx, &act,
                   &(struct audit_entry){
                       .action = "number.correct",
                       .object = "number_book",
                       .object_id = was.id,
                       .unit_id = was.unit_id,
                       .before = in_words(c, was.first, was.last, was.used, was.note),
                       .after = in_words(c, n.from, n.to, n.used, n.note)},
                   e);
    return rc == OUT_OK ? call_see_other(c, "number.corrected", "%s", book_of(c, &was)) : rc;
}
