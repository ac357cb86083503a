/* The number book, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include "lib/store/number_book.h"

static enum outcome issue(struct asked *a, struct err *e)
{
    struct document_new d = {.unit_id = arg_int(a, "unit"), .person_id = arg_int(a, "person"), .number = (int)arg_int(a, "number"),
                             .kind = arg_text(a, "kind"), .symbol = arg_text(a, "symbol"), .subject = "Việc mới",
                             .signer = "Người ký", .recipients = "Nơi nhận", .issued_on = arg_date(a, "date"),
                             .today = date_parse(ROWS_TODAY), .skipped = arg_text(a, "skipped"),
                             .skipped_note = arg_text(a, "note"), .skipped_sure = (int)arg_int(a, "sure")};
    int64_t id = 0;
    enum outcome rc = document_issue(a->tx, &d, &id, e);

    for (unsigned i = 0; rc != OUT_OK && i < e->args; i++)
        say_text(a, e->arg[i].name, e->arg[i].value);
    return rc;
}

static enum outcome series(struct asked *a, struct err *e)
{
    return series_read(a->tx, a->doc, arg_text(a, "kind"), arg_text(a, "symbol"), (int)arg_int(a, "year"), e);
}

static enum outcome book(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return number_book_read(a->tx, a->doc, &v, arg_text(a, "kind"), (int)arg_int(a, "year"), arg_int(a, "before"), e);
}

static enum outcome run(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct number_run r;

    return number_run_of(a->tx, a->pool, a->doc, &v, arg_int(a, "id"), &r, e);
}

static enum outcome correct(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct number_change n = {.version = arg_int(a, "version"), .from = (int)arg_int(a, "from"), .to = (int)arg_int(a, "to"),
                              .used = arg_text(a, "used"), .note = arg_text(a, "note"), .person_id = arg_int(a, "person")};
    struct number_run was;

    return number_run_correct(a->tx, a->pool, &v, arg_int(a, "id"), &n, &was, e);
}

const struct row_call number_calls[] = {
    {"document_issue", issue}, {"series_read", series}, {"number_book", book},
    {"number_run_of", run}, {"number_run_correct", correct}, {NULL, NULL},
};
