/* Dossiers, their papers and the council's sessions, for tests/data/rows. */
#include "tests/it/rows/rows.h"

#include <string.h>

#include "lib/core/flow.h"
#include "lib/store/council.h"
#include "lib/store/evidence.h"
#include "lib/store/file.h"
#include "lib/store/nomination.h"

static enum outcome list(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct nomination_filter f = {.state = arg_text(a, "state"), .authority = arg_text(a, "authority"),
                                  .text = arg_text(a, "text"), .campaign_id = arg_int(a, "campaign"),
                                  .unit_id = arg_int(a, "unit"), .before_id = arg_int(a, "before"),
                                  .year = (int)arg_int(a, "year")};

    return nomination_list_read(a->tx, a->pool, a->doc, &v, &f, e);
}

static void say_nomination(struct asked *a, const struct nomination *n)
{
    say_int(a, "id", n->id);
    say_int(a, "unit", n->unit_id);
    say_text(a, "unit-name", n->unit_name);
    say_text(a, "unit-path", n->unit_path);
    say_int(a, "campaign", n->campaign_id);
    say_text(a, "campaign-name", n->campaign_name);
    say_text(a, "method", n->method);
    say_int(a, "year", n->year);
    say_text(a, "authority", n->authority);
    say_text(a, "title", n->title);
    say_text(a, "state", n->state);
    say_text(a, "minutes", n->minutes_no);
    say_date(a, "minutes-date", n->minutes_date);
    say_text(a, "number", n->unit_number);
    say_date(a, "date", n->unit_date);
    say_int(a, "version", n->version);
}

static enum outcome get(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct nomination n;
    enum outcome rc = nomination_get(a->tx, a->pool, &v, arg_int(a, "id"), &n, e);

    if (rc == OUT_OK)
        say_nomination(a, &n);
    return rc;
}

static enum outcome hold(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct nomination n;
    enum outcome rc = nomination_hold(a->tx, a->pool, &v, arg_int(a, "id"), &n, e);

    if (rc == OUT_OK)
        say_text(a, "title", n.title);
    return rc;
}

static enum outcome whole(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct nomination_part part = {arg_int(a, "from"), arg_int(a, "papers"), arg_int(a, "events")};
    struct nomination_tally t;
    struct nomination n;
    enum outcome rc = nomination_get(a->tx, a->pool, &v, arg_int(a, "id"), &n, e);

    if (rc == OUT_OK)
        rc = nomination_tally_of(a->tx, n.id, 0, &t, e);
    if (rc == OUT_OK)
        rc = nomination_open(a->tx, a->doc, &v, &n, t.total, &part, NULL, e);
    doc_close(a->doc);
    return rc;
}

static enum outcome create(struct asked *a, struct err *e)
{
    const struct flow flow = {.id = arg_text(a, "flow"), .version = (int)arg_int(a, "flow-version")};
    struct nomination_new n = {.unit_id = arg_int(a, "unit"), .campaign_id = arg_int(a, "campaign"),
                               .created_by = arg_int(a, "person"), .method = arg_text(a, "method"),
                               .authority = arg_text(a, "authority"), .title = arg_text(a, "title"),
                               .note = arg_text(a, "note"), .state = arg_text(a, "state"), .flow = &flow,
                               .year = (int)arg_int(a, "year")};
    int64_t id;

    return nomination_create(a->tx, a->pool, &n, &id, e);
}

static enum outcome change(struct asked *a, struct err *e)
{
    struct nomination_fields f = {.title = arg_text(a, "title"), .note = arg_text(a, "note"),
                                  .minutes_no = arg_text(a, "minutes"), .unit_number = arg_text(a, "number"),
                                  .minutes_date = arg_date(a, "minutes-date"), .unit_date = arg_date(a, "date")};

    return nomination_change(a->tx, a->pool, arg_int(a, "id"), arg_int(a, "version"), &f, e);
}

static enum outcome move(struct asked *a, struct err *e)
{
    const struct flow_state to = {.id = arg_text(a, "to"), .due = (int)arg_int(a, "due")};
    struct nomination n = {.id = arg_int(a, "id"), .version = arg_int(a, "version"), .state = arg_text(a, "from")};

    return nomination_move(a->tx, &n, &to, date_parse(ROWS_TODAY), e);
}

static enum outcome touch(struct asked *a, struct err *e)
{
    return nomination_touch(a->tx, arg_int(a, "id"), e);
}

static const char *or_null(const struct asked *a, const char *name)
{
    const char *text = arg_text(a, name);

    return *text ? text : NULL;
}

static enum outcome log_step(struct asked *a, struct err *e)
{
    struct row_change change[] = {{"position", arg_text(a, "before"), arg_text(a, "after")}, {"period", "", "Mới"}};
    struct change_of_row of = {arg_int(a, "nominee"), arg_text(a, "name"), change, (unsigned)arg_int(a, "changes")};
    struct nomination n = {.id = arg_int(a, "id"), .unit_id = arg_int(a, "unit"), .version = arg_int(a, "version")};
    struct act act = {.person_id = arg_int(a, "person"), .role = arg_text(a, "role"), .capacity = arg_text(a, "capacity"),
                      .request_id = arg_text(a, "request"), .address = arg_text(a, "address")};
    struct nomination_step s = {.action = arg_text(a, "action"), .from = arg_text(a, "from"), .to = arg_text(a, "to"),
                                .note = or_null(a, "note"), .nominee_id = arg_int(a, "nominee"),
                                .before = or_null(a, "before"), .after = or_null(a, "after"),
                                .changes = of.count ? &of : NULL};

    return nomination_log(a->tx, &n, &act, &s, e);
}

static enum outcome waiting(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return nomination_waiting_read(a->tx, a->doc, &v, arg_text(a, "states"), arg_int(a, "clerk") != 0,
                                   arg_int(a, "from"), e);
}

static enum outcome waiting_count(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    int64_t count = -1;
    enum outcome rc =
        nomination_waiting_count(a->tx, &v, arg_text(a, "states"), arg_int(a, "clerk") != 0, &count, e);

    say_int(a, "count", count);
    return rc;
}

static enum outcome states(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);

    return nomination_states_read(a->tx, a->doc, &v, (int)arg_int(a, "year"), e);
}

static enum outcome signer(struct asked *a, struct err *e)
{
    struct nomination_signer s;
    enum outcome rc = nomination_signer_of(a->tx, a->pool, arg_int(a, "id"), arg_text(a, "action"), &s, e);

    if (rc == OUT_OK) {
        say_text(a, "name", s.name);
        say_text(a, "capacity", s.capacity);
    }
    return rc;
}

static enum outcome tally(struct asked *a, struct err *e)
{
    struct nomination_tally t;
    enum outcome rc = nomination_tally_of(a->tx, arg_int(a, "id"), arg_int(a, "person"), &t, e);

    if (rc == OUT_OK) {
        tally_write(a->doc, &t);
        say_int(a, "self", t.self);
    }
    return rc;
}

static enum outcome paper_add(struct asked *a, struct err *e)
{
    struct evidence_new v = {.nominee_id = arg_int(a, "nominee"), .file_id = arg_int(a, "file"),
                             .kind = arg_text(a, "kind"), .number = arg_text(a, "number"),
                             .issued_on = arg_date(a, "date")};

    return evidence_add(a->tx, arg_int(a, "dossier"), &v, e);
}

static enum outcome paper_room(struct asked *a, struct err *e)
{
    struct room has;
    enum outcome rc = evidence_room(a->tx, arg_int(a, "dossier"), &has, e);

    if (rc == OUT_OK) {
        say_int(a, "papers", has.papers);
        say_int(a, "bytes", has.bytes);
    }
    return rc;
}

static enum outcome paper_face(struct asked *a, struct err *e)
{
    struct evidence_face f;
    enum outcome rc = evidence_face_of(a->tx, a->pool, arg_int(a, "dossier"), arg_int(a, "id"), &f, e);

    if (rc == OUT_OK) {
        say_int(a, "nominee", f.nominee_id);
        say_text(a, "kind", f.kind);
        say_text(a, "name", f.name);
    }
    return rc;
}

static enum outcome changes(struct asked *a, struct err *e)
{
    return changes_read(a->tx, a->doc, arg_int(a, "dossier"), arg_int(a, "before"), e);
}

static enum outcome changes_of_row(struct asked *a, struct err *e)
{
    return changes_of_row_read(a->tx, a->doc, arg_int(a, "dossier"), arg_int(a, "row"), e);
}

static enum outcome paper_remove(struct asked *a, struct err *e)
{
    return evidence_remove(a->tx, arg_int(a, "dossier"), arg_int(a, "id"), e);
}

static void say_file(struct asked *a, const struct file_face *f)
{
    say_text(a, "digest", f->digest);
    say_text(a, "type", f->media_type);
    say_text(a, "name", f->name);
}

static enum outcome paper_file(struct asked *a, struct err *e)
{
    struct viewer v = arg_viewer(a);
    struct file_face f;
    enum outcome rc = evidence_file_of(a->tx, a->pool, &v, arg_int(a, "dossier"), arg_int(a, "id"), &f, e);

    if (rc == OUT_OK)
        say_file(a, &f);
    return rc;
}

static enum outcome own_file(struct asked *a, struct err *e)
{
    struct file_face f;
    enum outcome rc = file_of_person(a->tx, a->pool, arg_int(a, "person"), arg_int(a, "id"), &f, e);

    if (rc == OUT_OK)
        say_file(a, &f);
    return rc;
}

static enum outcome council(struct asked *a, struct err *e)
{
    struct council c;
    enum outcome rc = council_of(a->tx, arg_date(a, "day"), &c, e);

    if (rc == OUT_OK) {
        say_int(a, "id", c.id);
        say_int(a, "members", c.members);
        rc = council_read(a->tx, a->doc, arg_date(a, "day"), e);
    }
    return rc;
}

static enum outcome council_result(struct asked *a, struct err *e)
{
    struct council_result r = {.council_id = arg_int(a, "council"), .nomination_id = arg_int(a, "dossier"),
                               .held_on = arg_date(a, "day"), .minutes_no = arg_text(a, "minutes"),
                               .members = (int)arg_int(a, "members"), .present = (int)arg_int(a, "present"),
                               .written = (int)arg_int(a, "written")};

    return council_record(a->tx, &r, e);
}

static enum outcome council_face(struct asked *a, struct err *e)
{
    struct council_face f;
    enum outcome rc = council_session_of(a->tx, a->pool, arg_int(a, "id"), &f, e);

    if (rc != OUT_OK || !f.held)
        return rc;
    say_text(a, "council", f.council_name);
    say_text(a, "minutes", f.minutes_no);
    say_date(a, "held-on", f.held_on);
    say_int(a, "members", f.members);
    say_int(a, "present", f.present);
    say_int(a, "written", f.written);
    return rc;
}

const struct row_call dossier_calls[] = {
    {"nomination_list", list}, {"nomination_get", get}, {"nomination_hold", hold}, {"nomination_open", whole},
    {"nomination_create", create}, {"nomination_change", change}, {"nomination_move", move},
    {"nomination_touch", touch}, {"nomination_log", log_step}, {"nomination_waiting", waiting},
    {"nomination_waiting_count", waiting_count}, {"nomination_states", states}, {"nomination_signer", signer},
    {"nomination_tally", tally}, {"evidence_add", paper_add}, {"evidence_remove", paper_remove}, {"evidence_face", paper_face},
    {"evidence_room", paper_room},
    {"changes", changes}, {"changes_of_row", changes_of_row},
    {"evidence_file", paper_file}, {"file_of_person", own_file}, {"council", council},
    {"council_record", council_result}, {"council_session", council_face}, {NULL, NULL},
};
