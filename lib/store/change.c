/* Changes of a list after its signature: added with their event, read for those who signed and for those who judge. */
#include "lib/store/change.h"

#include "lib/store/rows.h"

enum outcome change_add(struct db_tx *tx, int64_t nomination_id, int64_t event_id,
                        const struct change_of_row *of, struct err *e)
{
    enum outcome rc = OUT_OK;

    for (unsigned i = 0; rc == OUT_OK && i < of->count; i++)
        rc = db_exec(tx, Q_CHANGE_INSERT,
                     DB_ARGS(db_int(nomination_id), db_int(event_id), db_id(of->nominee_id),
                             db_text(of->name), db_text(of->change[i].field),
                             db_text(of->change[i].before), db_text(of->change[i].after)),
                     NULL, NULL, e);
    return rc;
}

enum outcome changes_read(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                          int64_t before_id, struct err *e)
{
    struct db_value of = db_int(nomination_id), before = db_id(before_id);
    enum outcome rc = rows_write(tx, doc, "changed", Q_CHANGE_ROWS, DB_ARGS(of, of), e);

    if (rc == OUT_OK)
        rc = rows_page(tx, doc, "change", Q_CHANGE_LIST, DB_ARGS(of, of, before, before),
                       CHANGES_PAGE, &(struct rows_next){"before_change", "id", NULL}, e);
    return rc;
}

enum outcome changes_of_row_read(struct db_tx *tx, struct doc *doc, int64_t nomination_id,
                                 int64_t nominee_id, struct err *e)
{
    return rows_write(tx, doc, "change", Q_CHANGE_OF,
                      DB_ARGS(db_int(nominee_id), db_int(nomination_id)), e);
}
