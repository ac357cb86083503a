#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fcgi/award_query.h"
#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "fcgi/request.h"
#include "fcgi/words.h"
#include "lib/base/num.h"
#include "lib/store/file.h"
#include "lib/store/unit.h"
#include "lib/table/table.h"

/* "2026-02-23.49970": the last row of the page before. */
static void read_before(const char *text, struct award_filter *f)
{
    char day[DATE_ISO_SIZE];
    const char *dot = strchr(text, '.');
    int64_t id;

    if (!dot || dot - text != DATE_ISO_SIZE - 1 || !num_parse(dot + 1, 1, INT32_MAX, &id))
        return;
    snprintf(day, sizeof day, "%s", text);
    f->before_date = date_parse(day);
    f->before_id = id;
}

enum outcome award_query(struct call *c, struct award_filter *f, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    int64_t unit = form_int(c->form, "unit");

    *f = (struct award_filter){.text = form_text(c->form, "q"),
                               .award_code = form_text(c->form, "award"),
                               .method = form_text(c->form, "method"),
                               .kind = form_text(c->form, "kind"),
                               .year = (int)form_int(c->form, "year"),
                               .before_date = DATE_NONE};
    read_before(form_text(c->form, "before"), f);
    return unit ? unit_path_of(c->tx, c->pool, &viewer, unit, &f->unit_path, e) : OUT_OK;
}

enum outcome on_award_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct award_filter filter;
    enum outcome rc = award_query(c, &filter, e);

    if (rc == OUT_OK)
        rc = award_register_read(c->tx, c->pool, c->doc, &viewer, &filter, e);
    choices_years(c, "year");
    choices_codes(c, "method", register_method_codes);
    choices_codes(c, "kind", recipient_codes);
    if (rc == OUT_OK)
        rc = choices_awards_ever(c, "award", e);
    return rc == OUT_OK ? choices_units(c, "unit", e) : rc;
}

/* The sheet's columns, and where each stands in the rows of the register. */
static const struct {
    struct table_column column;
    unsigned from;
} columns[] = {
    {{"Họ tên, tên tập thể", 32, false}, AWARD_ROWS_NAME},
    {{"Chức vụ", 24, false}, AWARD_ROWS_POSITION},
    {{"Đơn vị", 40, false}, AWARD_ROWS_UNIT_NAME},
    {{"Danh hiệu, hình thức", 36, false}, AWARD_ROWS_AWARD_NAME},
    {{"Đối tượng", 12, false}, AWARD_ROWS_KIND},
    {{"Loại hình", 14, false}, AWARD_ROWS_METHOD},
    {{"Năm", 8, true}, AWARD_ROWS_YEAR},
    {{"Số quyết định", 20, false}, AWARD_ROWS_DECISION_NO},
    {{"Ngày quyết định", 14, false}, AWARD_ROWS_DECISION_DATE},
    {{"Số sổ vàng", 10, true}, AWARD_ROWS_GOLD_NO},
    {{"Thành tích", 60, false}, AWARD_ROWS_ACHIEVEMENT_TEXT},
};
#define COLUMNS (sizeof columns / sizeof columns[0])

static struct table_writer *new_sheet(struct pool *pool, const char *path, const char *scratch)
{
    struct table_column *titles = pool_alloc(pool, COLUMNS * sizeof *titles); /* the writer keeps it */

    for (unsigned i = 0; i < COLUMNS; i++)
        titles[i] = columns[i].column;
    return table_write_file(pool, path, scratch, "Sổ khen thưởng", titles, COLUMNS);
}

/* Codes in words, days as people write them, nothing for what is not known. */
static const char *cell_text(const struct db_row *row, unsigned from, char day[DATE_ISO_SIZE])
{
    if (db_null_at(row, from))
        return "";
    if (from == AWARD_ROWS_DECISION_DATE) {
        date_dmy(db_date_at(row, from), day);
        return day;
    }
    return from == AWARD_ROWS_KIND || from == AWARD_ROWS_METHOD ? word_of(db_text_of(row, from))
                                                                : db_text_of(row, from);
}

/* Rows after which the deadline begins anew, and how many are packed in a second on a slow machine. */
#define GOES_ON_AFTER 2000
#define PACKED_IN_A_SECOND 5000

/* The filters of an export in words: what is searched for is no longer than its field. */
#define EXPORT_WORDS_MAX 2048

struct export_sheet {
    struct call *call;
    struct table_writer *writer;
    unsigned rows;
};

static enum outcome write_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct export_sheet *sheet = ctx;
    const char *cells[COLUMNS];
    char day[DATE_ISO_SIZE];

    (void)e;
    for (unsigned i = 0; i < COLUMNS; i++)
        cells[i] = cell_text(row, columns[i].from, day);
    table_write_row(sheet->writer, cells);
    if (++sheet->rows % GOES_ON_AFTER == 0)
        call_go_on(sheet->call, 0);
    return OUT_OK;
}

/* What was handed out, as the audit keeps it. */
static const char *in_words(struct call *c, const struct award_filter *f, unsigned rows)
{
    struct buf *out = buf_new(c->pool, EXPORT_WORDS_MAX);

    buf_printf(out, "%u dòng", rows);
    if (form_int(c->form, "unit"))
        buf_printf(out, "; đơn vị số %lld", (long long)form_int(c->form, "unit"));
    if (f->year)
        buf_printf(out, "; năm %d", f->year);
    if (*f->award_code)
        buf_printf(out, "; danh hiệu, hình thức %s", f->award_code);
    if (*f->method)
        buf_printf(out, "; loại hình: %s", word_of(f->method));
    if (*f->kind)
        buf_printf(out, "; đối tượng: %s", word_of(f->kind));
    if (*f->text)
        buf_printf(out, "; tìm: %s", f->text);
    return out->data;
}

static enum outcome write_sheet(struct call *c, const struct award_filter *filter, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    char path[FILE_PATH_MAX], scratch[FILE_PATH_MAX];
    struct export_sheet sheet = {.call = c};
    const char *name;
    enum outcome rc = file_handout(c->app->conf->files_dir, path, scratch, &name, e);

    if (rc != OUT_OK)
        return rc;
    sheet.writer = new_sheet(c->pool, path, scratch);
    rc = award_export(c->tx, c->pool, &viewer, filter, write_row, &sheet, e);
    if (rc == OUT_OK) {
        call_go_on(c, sheet.rows / PACKED_IN_A_SECOND);
        rc = table_write_close(sheet.writer, e);
    }
    if (rc != OUT_OK)
        unlink(path); /* the disk may be full just because of what it took */
    c->handout = pool_strdup(c->pool, name);
    c->read = (struct audit_entry){.action = "award.export", .object = "award", .unit_id = c->actor.unit_id,
                                   .after = in_words(c, filter, sheet.rows)};
    return rc;
}

/* Every row, however many, written to a file as it is read: neither the rows nor the sheet are ever held whole. */
enum outcome on_award_export(struct call *c, struct err *e)
{
    struct award_filter filter;
    enum outcome rc = award_query(c, &filter, e);

    if (rc != OUT_OK)
        return rc;
    c->download_name = "so-khen-thuong.xlsx";
    c->download_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    c->handout = "";
    return c->request->head ? OUT_OK : write_sheet(c, &filter, e);
}
