#include <string.h>

#include "lib/base/vi.h"
#include "lib/store/import_list.h"

/* Scratch of one look-up. */
#define SCRATCH_LIMIT (1u << 20)

/* So many are named when several answer. */
#define NAMED_MAX 3

static bool is_below(const struct import_unit *unit, const struct import_unit *top)
{
    return strncmp(unit->path, top->path, strlen(top->path)) == 0;
}

static void refuse_several_units(struct import *im, const struct import_lookup *look,
                                 struct import_row *row, int column, int first)
{
    struct buf *named = buf_new(look->pool, ERR_ARG_LEN);

    for (int at = first, n = 0; at >= 0 && n < NAMED_MAX; at = look->unit[at].next, n++)
        buf_printf(named, "%s%s", n ? ", " : "", look->unit[at].code);
    import_refuse(im, row, column, "import.unit-twice", named->data);
}

const struct import_unit *import_find_unit(struct import *im, const struct import_lookup *look,
                                           struct import_row *row, int column,
                                           const struct import_unit *within)
{
    const char *text = row->cell[column].text;
    struct pool *scratch;
    const char *key;
    int64_t at = -1;
    int found = -1, answers = 0;

    if (!*text)
        return NULL;
    scratch = pool_new("import unit", SCRATCH_LIMIT);
    key = vi_lower(scratch, text);
    if (hash_get(look->unit_code, key, &at)) {
        pool_free(scratch);
        return &look->unit[at];
    }
    if (!hash_get(look->unit_name, key, &at))
        at = -1;
    pool_free(scratch);
    for (int i = (int)at; i >= 0; i = look->unit[i].next)
        if (!within || is_below(&look->unit[i], within)) {
            found = i;
            answers++;
        }
    if (answers == 1)
        return &look->unit[found];
    if (answers > 1)
        refuse_several_units(im, look, row, column, (int)at);
    else
        import_refuse(im, row, column, "import.unit-unknown", "");
    return NULL;
}

const struct import_position *import_present(const struct import_lookup *look,
                                             const struct import_person *person)
{
    return person->positions > 0 ? &look->position[person->first] : NULL;
}

static bool worked_in(const struct import_lookup *look, const struct import_person *person,
                      const struct import_unit *unit)
{
    for (unsigned i = 0; i < person->positions; i++)
        if (is_below(look->position[person->first + i].unit, unit))
            return true;
    return false;
}

static bool answers_to(const struct import_lookup *look, const struct import_person *person,
                       const struct import_row *row, const struct import_who *who)
{
    int64_t birth = row->cell[who->birth].n;

    if (birth != IMPORT_NO_NUMBER && person->birth != DATE_NONE && person->birth != birth)
        return false;
    return !who->unit || worked_in(look, person, who->unit);
}

static const struct import_person *by_staff_no(struct import *im, const struct import_lookup *look,
                                               struct import_row *row, const struct import_who *who)
{
    const struct import_person *person;
    struct pool *scratch;
    bool same;
    int64_t at;

    if (!hash_get(look->staff_no, row->cell[who->staff_no].text, &at)) {
        import_refuse(im, row, who->staff_no, "import.staff-no-unknown", "");
        return NULL;
    }
    person = &look->person[at];
    scratch = pool_new("import person", SCRATCH_LIMIT);
    same = strcmp(vi_lower(scratch, row->cell[who->name].text), person->lower) == 0;
    pool_free(scratch);
    if (same)
        return person;
    import_refuse(im, row, who->name, "import.person-name", person->name);
    return NULL;
}

static void refuse_several_people(struct import *im, const struct import_lookup *look,
                                  struct import_row *row, const struct import_who *who, int first)
{
    struct buf *named = buf_new(look->pool, ERR_ARG_LEN * 4);
    unsigned n = 0;

    for (int at = first; at >= 0 && n < NAMED_MAX; at = look->person[at].next) {
        const struct import_person *person = &look->person[at];
        const struct import_position *position = import_present(look, person);

        if (!answers_to(look, person, row, who))
            continue;
        buf_printf(named, "%s%s (%s)", n++ ? ", " : "",
                   *person->staff_no ? person->staff_no : "chưa có mã",
                   position ? position->unit->name : "");
    }
    import_refuse(im, row, who->name, "import.person-twice", named->data);
}

const struct import_person *import_find_person(struct import *im, const struct import_lookup *look,
                                               struct import_row *row, const struct import_who *who)
{
    struct pool *scratch;
    int64_t at = -1;
    int found = -1, answers = 0;

    if (!*row->cell[who->name].text)
        return NULL;
    if (*row->cell[who->staff_no].text)
        return by_staff_no(im, look, row, who);
    scratch = pool_new("import person", SCRATCH_LIMIT);
    if (!hash_get(look->person_name, vi_lower(scratch, row->cell[who->name].text), &at))
        at = -1;
    pool_free(scratch);
    for (int i = (int)at; i >= 0; i = look->person[i].next)
        if (answers_to(look, &look->person[i], row, who)) {
            found = i;
            answers++;
        }
    if (answers == 1)
        return &look->person[found];
    if (answers > 1)
        refuse_several_people(im, look, row, who, (int)at);
    else
        import_refuse(im, row, who->name, "import.person-unknown", "");
    return NULL;
}

const struct import_award *import_find_award(struct import *im, const struct import_lookup *look,
                                             struct import_row *row, int column)
{
    const char *text = row->cell[column].text;
    struct pool *scratch;
    const char *key;
    bool found;
    int64_t at;

    if (!*text)
        return NULL;
    scratch = pool_new("import award", SCRATCH_LIMIT);
    key = vi_lower(scratch, text);
    found = hash_get(look->award_code, key, &at) || hash_get(look->award_name, key, &at);
    pool_free(scratch);
    if (found)
        return &look->award[at];
    import_refuse(im, row, column, "import.award-unknown", "");
    return NULL;
}

static bool is_for(const struct import_award *award, const char *recipient)
{
    if (strcmp(recipient, "person") == 0)
        return award->for_person;
    return strcmp(recipient, "collective") == 0 ? award->for_collective : award->for_household;
}

void import_find_recipient(struct import *im, const struct import_lookup *look,
                           struct import_row *row, const struct import_who_columns *at)
{
    const char *kind = row->cell[at->kind].text;
    struct import_who who = {at->staff_no, at->name, at->birth, NULL};

    row->unit = import_find_unit(im, look, row, at->unit, NULL);
    row->award = import_find_award(im, look, row, at->award);
    row->recipient = row->cell[at->kind].n == IMPORT_NO_NUMBER ? "person" : kind;
    who.unit = row->unit;
    if (strcmp(row->recipient, "person") == 0) {
        if (!row->unit && *row->cell[at->unit].text)
            return; /* an unknown unit is problem enough */
        row->person = import_find_person(im, look, row, &who);
        if (row->person)
            row->position = import_present(look, row->person);
        if (!row->unit && row->position)
            row->unit = row->position->unit;
    } else if (strcmp(row->recipient, "collective") == 0) {
        row->collective = import_find_unit(im, look, row, at->name, row->unit);
    }
    if (row->award && !is_for(row->award, row->recipient))
        import_refuse(im, row, at->award, "import.award-kind", row->award->name);
}
