#include "lib/core/nominee.h"

#include <string.h>

#include "lib/base/num.h"

/* Longer than any career: older facts are not looked at. */
#define HISTORY 60

/* Attributes of one element; every list ends with NULL. */
#define ATTRS_MAX 12

static const struct {
    const char *element;
    const char *attr[ATTRS_MAX];
} known[] = {
    {"rating", {"year", "value"}},
    {"award", {"code", "year", "decided-on", "method", "level", "cancelled", "ref"}},
    {"initiative", {"level", "kind", "year", "ref"}},
    {"discipline", {"level", "from", "to"}},
    {"hold", {"from", "to"}},
    {"position", {"leader", "from", "to"}},
    {"collective",
     {"members", "women", "ldtt", "cstdcs", "completed", "disciplined", "founded-year", "block-rank",
      "exceeds-targets", "movement-years", "flag-class"}},
    {"service",
     {"months", "maternity", "sector-years", "direct-years", "special-sector-years",
      "special-direct-years", "manager", "reduction", "partial"}},
    {"unit-year", {"ldtt", "cstdcs"}},
    {"achievement", {"used", "ref"}},
};

enum standing { STANDING_UNKNOWN, STANDING_BAD, STANDING_GOOD, STANDING_EXCELLENT };

struct counted {
    const char *code;
    int back; /* years before the year under review */
};

struct facts {
    struct pool *pool;
    const struct nominee_ask *ask;
    int clean; /* years up to this many back count: since the last discipline ended */
    enum standing rating[HISTORY];
    int sk[HISTORY], dt[HISTORY];
    struct counted *award;
    unsigned awards;
};

static const char *const recipients[] = {
    [RECIPIENT_PERSON] = "person",
    [RECIPIENT_COLLECTIVE] = "collective",
    [RECIPIENT_HOUSEHOLD] = "household",
};

const char *recipient_code(enum recipient kind)
{
    return recipients[kind];
}

enum recipient recipient_of(const char *code)
{
    for (int kind = RECIPIENT_PERSON; kind <= RECIPIENT_HOUSEHOLD; kind++)
        if (strcmp(recipients[kind], code) == 0)
            return (enum recipient)kind;
    return 0;
}

static bool is(const struct facts *facts, node_t node, const char *attr, const char *value)
{
    return strcmp(node_attr(facts->pool, node, attr), value) == 0;
}

/* How many years back the element's @year is; HISTORY when it is later than the year under review or too long ago. */
static int years_back(const struct facts *facts, node_t node)
{
    int64_t year;

    if (!num_parse(node_attr(facts->pool, node, "year"), facts->ask->year - HISTORY + 1,
                   facts->ask->year, &year))
        return HISTORY;
    return facts->ask->year - (int)year;
}

static enum standing standing_of(const struct facts *facts, node_t rating)
{
    if (is(facts, rating, "value", "HTXSNV"))
        return STANDING_EXCELLENT;
    return is(facts, rating, "value", "HTTNV") ? STANDING_GOOD : STANDING_BAD;
}

static void read_yearly(struct facts *facts, node_t root)
{
    for (node_t node = node_first(root, "rating"); node != NULL; node = node_next(node, "rating")) {
        int back = years_back(facts, node);

        if (back < HISTORY)
            facts->rating[back] = standing_of(facts, node);
    }
    for (node_t node = node_first(root, "initiative"); node != NULL;
         node = node_next(node, "initiative")) {
        int back = years_back(facts, node);

        if (back < HISTORY)
            (is(facts, node, "kind", "SK") ? facts->sk : facts->dt)[back]++;
    }
}

/* After a discipline, achievement counts from its end (GEN-3). */
static void read_disciplines(struct facts *facts, node_t root)
{
    facts->clean = HISTORY; /* all there are */
    for (node_t node = node_first(root, "discipline"); node != NULL;
         node = node_next(node, "discipline")) {
        date_t end = date_parse(node_attr(facts->pool, node, "to"));

        if (end != DATE_NONE && facts->ask->year - date_year(end) - 1 < facts->clean)
            facts->clean = facts->ask->year - date_year(end) - 1;
    }
}

/* Cancelled awards never count (CAN-3), nor do those for a sudden deed or a campaign (GEN-4), nor what was decided later. */
static bool award_counts(const struct facts *facts, node_t node)
{
    date_t decided = date_parse(node_attr(facts->pool, node, "decided-on"));

    return !is(facts, node, "cancelled", "yes") && !is(facts, node, "method", "dot_xuat") &&
           !is(facts, node, "method", "chuyen_de") && decided <= facts->ask->on &&
           years_back(facts, node) < HISTORY;
}

static void read_awards(struct facts *facts, node_t root)
{
    unsigned most = 0;

    for (node_t node = node_first(root, "award"); node != NULL; node = node_next(node, "award"))
        most++;
    facts->award = pool_alloc(facts->pool, (most + 1) * sizeof *facts->award);
    for (node_t node = node_first(root, "award"); node != NULL; node = node_next(node, "award"))
        if (award_counts(facts, node))
            facts->award[facts->awards++] = (struct counted){
                .code = node_attr(facts->pool, node, "code"), .back = years_back(facts, node)};
}

static int count_in(const struct facts *facts, const char *code, int newest, int oldest)
{
    int count = 0;

    for (unsigned i = 0; i < facts->awards; i++)
        if (strcmp(facts->award[i].code, code) == 0 && facts->award[i].back >= newest &&
            facts->award[i].back <= oldest)
            count++;
    return count;
}

static bool first_of_its_code(const struct facts *facts, unsigned i)
{
    for (unsigned j = 0; j < i; j++)
        if (strcmp(facts->award[j].code, facts->award[i].code) == 0)
            return false;
    return true;
}

/* Does the year belong to a run of that kind?  "good", "excellent", or the code of an award. */
static bool year_holds(const struct facts *facts, const char *of, int back)
{
    if (strcmp(of, "good") == 0)
        return facts->rating[back] >= STANDING_GOOD;
    if (strcmp(of, "excellent") != 0)
        return count_in(facts, of, back, back) > 0;
    if (facts->rating[back] == STANDING_EXCELLENT)
        return true;
    /* A collective's year is as good by the title as by the rating (law 06/2022 art. 73, 74, 44). */
    return facts->ask->kind == RECIPIENT_COLLECTIVE &&
           (count_in(facts, "TTLDXS", back, back) > 0 || count_in(facts, "DVQT", back, back) > 0);
}

static void write_span(struct doc *doc, const struct facts *facts, const char *of,
                       const char *after, int newest, int oldest)
{
    int excellent = 0, sk = 0, dt = 0;

    for (int back = newest; back <= oldest; back++) {
        excellent += facts->rating[back] == STANDING_EXCELLENT;
        sk += facts->sk[back];
        dt += facts->dt[back];
    }
    doc_open(doc, "span");
    doc_attr(doc, "of", of);
    doc_attr(doc, "after", after);
    doc_attr_int(doc, "from", facts->ask->year - oldest);
    doc_attr_int(doc, "to", facts->ask->year - newest);
    doc_attr_int(doc, "years", oldest - newest + 1);
    /* Up to the proposal; the year under review may not be rated yet. */
    doc_attr_bool(doc, "current",
                  newest == 0 || (newest == 1 && facts->rating[0] == STANDING_UNKNOWN));
    doc_attr_int(doc, "excellent", excellent);
    doc_attr_int(doc, "sk", sk);
    doc_attr_int(doc, "dt", dt);
    for (unsigned i = 0; i < facts->awards; i++) {
        int count = count_in(facts, facts->award[i].code, newest, oldest);

        if (count > 0 && first_of_its_code(facts, i)) {
            doc_open(doc, "has");
            doc_attr(doc, "code", facts->award[i].code);
            doc_attr_int(doc, "count", count);
            doc_close(doc);
        }
    }
    doc_close(doc);
}

/* Every run of years without a gap, from the newest, not further back than `oldest`. */
static void write_spans(struct doc *doc, const struct facts *facts, const char *of,
                        const char *after, int oldest)
{
    int newest = -1;

    if (oldest > facts->clean)
        oldest = facts->clean;
    for (int back = 0; back <= oldest + 1; back++) {
        bool holds = back <= oldest && year_holds(facts, of, back);

        if (holds && newest < 0)
            newest = back;
        if (!holds && newest >= 0) {
            write_span(doc, facts, of, after, newest, back - 1);
            newest = -1;
        }
    }
}

/* Runs of the years that follow the first award of that code. */
static void write_spans_after(struct doc *doc, const struct facts *facts, const char *code)
{
    int first = 0;

    for (unsigned i = 0; i < facts->awards; i++)
        if (strcmp(facts->award[i].code, code) == 0 && facts->award[i].back > first)
            first = facts->award[i].back;
    write_spans(doc, facts, "good", code, first - 1);
    write_spans(doc, facts, "excellent", code, first - 1);
}

static void write_derived(struct doc *doc, const struct facts *facts)
{
    for (unsigned i = 0; i < facts->awards; i++) {
        doc_open(doc, "counted");
        doc_attr(doc, "code", facts->award[i].code);
        doc_attr_int(doc, "year", facts->ask->year - facts->award[i].back);
        doc_close(doc);
    }
    write_spans(doc, facts, "good", NULL, HISTORY - 1);
    write_spans(doc, facts, "excellent", NULL, HISTORY - 1);
    for (unsigned i = 0; i < facts->awards; i++) {
        if (!first_of_its_code(facts, i))
            continue;
        write_spans(doc, facts, facts->award[i].code, NULL, HISTORY - 1);
        write_spans_after(doc, facts, facts->award[i].code);
    }
}

static enum outcome copy_element(struct pool *pool, struct doc *doc, node_t node, struct err *e)
{
    size_t row = 0;

    while (row < sizeof known / sizeof known[0] && strcmp(known[row].element, node_name(node)) != 0)
        row++;
    if (row == sizeof known / sizeof known[0]) {
        err_set(e, OUT_INVALID, "nominee.element", "line %d: unknown element %s", node_line(node),
                node_name(node));
        return e->code;
    }
    doc_open(doc, known[row].element);
    for (unsigned i = 0; known[row].attr[i] != NULL; i++)
        if (node_has(node, known[row].attr[i]))
            doc_attr(doc, known[row].attr[i], node_attr(pool, node, known[row].attr[i]));
    doc_close(doc);
    return OUT_OK;
}

static struct doc *open_copy(struct pool *pool, node_t from, const struct nominee_ask *ask)
{
    struct doc *doc = doc_new(pool, "nominee");

    doc_attr(doc, "kind", recipient_code(ask->kind));
    doc_attr(doc, "award", ask->code);
    doc_attr_int(doc, "year", ask->year);
    doc_attr_date(doc, "on", ask->on);
    doc_attr(doc, "method", node_has(from, "method") ? node_attr(pool, from, "method") : "cong_trang");
    if (node_has(from, "sex"))
        doc_attr(doc, "sex", node_attr(pool, from, "sex"));
    return doc;
}

enum outcome nominee_derive(struct pool *pool, node_t from, const struct nominee_ask *ask,
                            struct doc **out, struct err *e)
{
    struct doc *doc = open_copy(pool, from, ask);
    struct facts *facts = pool_alloc(pool, sizeof *facts);

    for (node_t node = node_first(from, NULL); node != NULL; node = node_next(node, NULL))
        if (copy_element(pool, doc, node, e) != OUT_OK)
            return e->code;
    facts->pool = pool;
    facts->ask = ask;
    read_disciplines(facts, from);
    read_yearly(facts, from);
    read_awards(facts, from);
    write_derived(doc, facts);
    *out = doc;
    return doc_finish(doc, e);
}
