/* The number book (sổ văn bản đi): every number of a series and year, and what it went to. */
#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/on.h"
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
    rc = number_book_read(c->tx, c->doc, &viewer, kind, year, form_int(c->form, "before"), e);
    doc_close(c->doc);
    return rc;
}
