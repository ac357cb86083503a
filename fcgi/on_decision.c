#include <string.h>

#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "lib/store/award.h"
#include "lib/store/decision.h"

enum outcome on_decision_list(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);

    choices_years(c, "year");
    choices_authorities(c);
    return decision_list_read(c->tx, c->doc, &viewer, (int)form_int(c->form, "year"),
                              form_text(c->form, "authority"), form_int(c->form, "before"), e);
}

static const struct {
    const char *kind, *id, *label;
} papers[] = {
    {"award", "quyet-dinh", "Quyết định khen thưởng"},
    {"award", "danh-sach", "Danh sách kèm theo quyết định"},
    {"award", "giay-khen", "Giấy khen, bằng chứng nhận"},
    {"proposal", "to-trinh", "Tờ trình cấp trên"},
    {"proposal", "danh-sach", "Danh sách kèm theo tờ trình"},
};

static void write_papers(struct call *c, const char *kind)
{
    for (unsigned i = 0; i < sizeof papers / sizeof papers[0]; i++) {
        if (strcmp(papers[i].kind, kind) != 0)
            continue;
        doc_open(c->doc, "paper");
        doc_attr(c->doc, "id", papers[i].id);
        doc_attr(c->doc, "label", papers[i].label);
        doc_attr(c->doc, "href",
                 pool_printf(c->pool, "/decisions/%lld/paper/%s", (long long)c->id[0],
                             papers[i].id));
        doc_close(c->doc);
    }
}

enum outcome on_decision_get(struct call *c, struct err *e)
{
    struct viewer viewer = call_viewer(c);
    struct decision d;
    int64_t nomination_id;
    enum outcome rc = decision_open(c->tx, c->doc, &viewer, c->id[0], &nomination_id, e);

    if (rc == OUT_OK)
        rc = decision_of(c->tx, c->pool, nomination_id, &d, e);
    if (rc == OUT_OK)
        rc = award_of_decision_read(c->tx, c->doc, c->id[0], form_int(c->form, "from"), e);
    if (rc == OUT_OK)
        write_papers(c, d.kind);
    doc_close(c->doc);
    choices_states(c);
    return rc;
}
