/* Reading one law file: what it says itself, over what it extends.
 *
 * A table that a file gives (bonus, vote, basis, rule) takes the place of the whole table of the regime it extends; an award changes
 * the attributes it gives and keeps the rest. */
#include "lib/core/regime.h"

#include <string.h>

#include "lib/core/nominee.h"

/* What the columns of award_type and award can hold. */
#define CODE_MAX 16
#define LEVEL_MAX 12
#define NAME_MAX_BYTES 400

/* No coefficient of the decrees comes near (the highest prize is 270 base salaries), in hundredths. */
#define COEFFICIENT_MAX 100000

/* The words of @award one by one, or "" once when there is none; NULL after the last. */
struct codes {
    char *text, *rest;
    bool started;
};

static const char *next_code(const struct source *in, node_t node, struct codes *codes)
{
    if (codes->started)
        return codes->text[0] == '\0' ? NULL : strtok_r(NULL, " \n\t", &codes->rest);
    codes->started = true;
    codes->text = pool_strdup(in->pool, source_attr(in, node, "award"));
    return codes->text[0] == '\0' ? "" : strtok_r(codes->text, " \n\t", &codes->rest);
}

static void read_bonus(const struct source *in, node_t node, struct regime *out)
{
    struct codes codes = {.started = false};
    const char *cite = source_text(in, node, "cite", SIZE_MAX);
    int64_t person = source_number(in, node, "person", 1, COEFFICIENT_MAX, 0);
    int64_t collective = source_number(in, node, "collective", 1, COEFFICIENT_MAX, 0);
    const char *code;

    (void)source_verified(in, node);
    if (person == 0 && collective == 0)
        source_wrong(in, node, "no coefficient", "bonus");
    while ((code = next_code(in, node, &codes)) != NULL) {
        struct bonus_row *row = pool_alloc(in->pool, sizeof *row);

        if (regime_award(out, code) == NULL)
            source_wrong(in, node, "no such award", code);
        *row = (struct bonus_row){.next = out->bonuses, .code = code, .cite = cite,
                                  .person = person, .collective = collective};
        out->bonuses = row;
    }
}

static void read_vote(const struct source *in, node_t node, struct regime *out)
{
    struct codes codes = {.started = false};
    struct law_vote vote = {
        .percent = (int)source_number(in, node, "percent", 50, 100, 0),
        .all_members = source_flag(in, node, "all-members"),
        .secret = source_flag(in, node, "secret"),
        .cite = source_text(in, node, "cite", SIZE_MAX),
        .verified = source_verified(in, node),
    };
    const char *code;

    if (vote.percent == 0)
        source_wrong(in, node, "not given", "percent");
    while ((code = next_code(in, node, &codes)) != NULL) {
        struct vote_row *row = pool_alloc(in->pool, sizeof *row);

        if (code[0] != '\0' && regime_award(out, code) == NULL)
            source_wrong(in, node, "no such award", code);
        *row = (struct vote_row){.next = out->votes, .code = code, .vote = vote};
        out->votes = row;
    }
}

/* In the order of the file: they are printed so. */
static void read_basis(const struct source *in, node_t node, struct regime *out)
{
    struct basis_row *row = pool_alloc(in->pool, sizeof *row), **end = &out->bases;

    *row = (struct basis_row){
        .text = node_text(in->pool, node),
        .kind = source_attr(in, node, "kind"),
        .from = source_date(in, node, "from", DATE_NONE),
        .to = source_date(in, node, "to", DATE_NONE),
    };
    (void)source_verified(in, node);
    if (row->text[0] == '\0')
        source_wrong(in, node, "says nothing", "basis");
    while (*end != NULL)
        end = &(*end)->next;
    *end = row;
}

static void read_recipients(const struct source *in, node_t node, struct law_award *award)
{
    const char *text = source_attr(in, node, "for");

    if (text[0] == '\0')
        return;
    award->for_person = strstr(text, "person") != NULL;
    award->for_collective = strstr(text, "collective") != NULL;
    award->for_household = strstr(text, "household") != NULL;
}

static const char *changed(const struct source *in, node_t node, const char *name, size_t max,
                           const char *before)
{
    return node_has(node, name) || before == NULL ? source_text(in, node, name, max) : before;
}

/* What the element says of an award, over what was said before. */
static void read_award(const struct source *in, node_t node, struct law_award *award)
{
    award->code = source_text(in, node, "code", CODE_MAX);
    award->name = changed(in, node, "name", NAME_MAX_BYTES, award->name);
    award->family = changed(in, node, "family", CODE_MAX, award->family);
    award->level = changed(in, node, "level", LEVEL_MAX, award->level);
    award->decides = changed(in, node, "decides", CODE_MAX, award->decides);
    award->rank = (int)source_number(in, node, "rank", 1, 9999, award->rank);
    award->years = (int)source_number(in, node, "years", 1, 99, award->years ? award->years : 1);
    if (node_has(node, "system"))
        award->system = source_text(in, node, "system", 8);
    read_recipients(in, node, award);
    if (award->rank == 0)
        source_wrong(in, node, "not given", "rank");
    if (!award->for_person && !award->for_collective && !award->for_household)
        source_wrong(in, node, "for nobody", award->code);
}

static struct award_row *common_award(struct laws *laws, const char *code)
{
    for (unsigned i = 0; i < laws->awards; i++)
        if (strcmp(laws->award[i].award.code, code) == 0)
            return &laws->award[i];
    return NULL;
}

static void read_common_award(struct laws *laws, const struct source *in, node_t node)
{
    struct law_award award = {.system = "nha_nuoc"};

    read_award(in, node, &award);
    if (common_award(laws, award.code) != NULL)
        source_wrong(in, node, "twice", award.code);
    else if (laws->awards == AWARDS_MAX)
        source_wrong(in, node, "too many awards", award.code);
    else
        laws->award[laws->awards++].award = award;
}

static void read_salary(struct laws *laws, const struct source *in, node_t node)
{
    struct salary_row *row = &laws->salary[laws->salaries];

    if (laws->salaries == SALARIES_MAX) {
        source_wrong(in, node, "too many", "salary");
        return;
    }
    row->from = source_date(in, node, "from", DATE_NONE);
    row->to = source_date(in, node, "to", DATE_NONE);
    row->dong = source_number(in, node, "dong", 1, INT32_MAX, 0);
    row->verified = source_verified(in, node);
    if (row->from == DATE_NONE || row->dong == 0)
        source_wrong(in, node, "without its first day or its sum", "salary");
    laws->salaries++;
}

enum outcome law_read_common(struct laws *laws, const struct source *in, node_t root)
{
    for (node_t node = node_first(root, NULL); node != NULL && source_ok(in);
         node = node_next(node, NULL)) {
        if (strcmp(node_name(node), "salary") == 0)
            read_salary(laws, in, node);
        else if (strcmp(node_name(node), "award") == 0)
            read_common_award(laws, in, node);
        else if (strcmp(node_name(node), "rule") != 0)
            source_wrong(in, node, "unknown element", node_name(node));
    }
    laws->rules = law_read_rules(in, root);
    return in->e->code;
}

static unsigned award_index(const struct regime *regime, const char *code)
{
    unsigned i = 0;

    while (i < regime->awards && strcmp(regime->award[i]->award.code, code) != 0)
        i++;
    return i;
}

struct award_row *regime_award(const struct regime *regime, const char *code)
{
    unsigned i = award_index(regime, code);

    return i == regime->awards ? NULL : regime->award[i];
}

/* The highest first. */
static void put_award(struct regime *regime, struct award_row *row)
{
    unsigned i = regime->awards++;

    for (; i > 0 && regime->award[i - 1]->award.rank > row->award.rank; i--)
        regime->award[i] = regime->award[i - 1];
    regime->award[i] = row;
}

static void take_award(struct regime *regime, unsigned i)
{
    regime->awards--;
    for (; i < regime->awards; i++)
        regime->award[i] = regime->award[i + 1];
}

static void read_regime_award(struct laws *laws, const struct source *in, node_t node,
                              struct regime *out)
{
    const char *code = source_text(in, node, "code", CODE_MAX);
    unsigned before = award_index(out, code);
    const struct award_row *from =
        before < out->awards ? out->award[before] : common_award(laws, code);
    struct award_row *row = pool_alloc(in->pool, sizeof *row);

    if (from == NULL) {
        source_wrong(in, node, "not in common.xml", code);
        return;
    }
    *row = *from;
    read_award(in, node, &row->award);
    row->award.cite = source_text(in, node, "cite", SIZE_MAX);
    row->award.verified = source_verified(in, node);
    row->award.active = !node_has(node, "active") || source_flag(in, node, "active");
    if (node_has(node, "like") || row->like == NULL)
        row->like = source_attr(in, node, "like");
    if (node_first(node, "rule") != NULL)
        row->rules = law_read_rules(in, node);
    if (node_first(node, "example") != NULL)
        row->examples = law_read_examples(in, node);
    if (before < out->awards)
        take_award(out, before);
    put_award(out, row);
}

static void read_drop(const struct source *in, node_t node, struct regime *out)
{
    const char *code = source_text(in, node, "award", CODE_MAX);
    unsigned i = award_index(out, code);

    if (i == out->awards)
        source_wrong(in, node, "no such award", code);
    else
        take_award(out, i);
}

static void read_awards(struct laws *laws, const struct source *in, node_t root, struct regime *out)
{
    for (node_t node = node_first(root, NULL); node != NULL && source_ok(in);
         node = node_next(node, NULL)) {
        if (strcmp(node_name(node), "award") == 0)
            read_regime_award(laws, in, node, out);
        else if (strcmp(node_name(node), "drop") == 0)
            read_drop(in, node, out);
        else if (strcmp(node_name(node), "bonus") != 0 && strcmp(node_name(node), "vote") != 0 &&
                 strcmp(node_name(node), "basis") != 0 && strcmp(node_name(node), "rule") != 0)
            source_wrong(in, node, "unknown element", node_name(node));
    }
    for (unsigned i = 0; i < out->awards && source_ok(in); i++)
        if (out->award[i]->like[0] != '\0' && regime_award(out, out->award[i]->like) == NULL)
            source_wrong(in, root, "like no award", out->award[i]->like);
}

static void read_tables(const struct source *in, node_t root, struct regime *out)
{
    if (node_first(root, "bonus") != NULL)
        out->bonuses = NULL;
    if (node_first(root, "vote") != NULL)
        out->votes = NULL;
    if (node_first(root, "basis") != NULL)
        out->bases = NULL;
    for (node_t node = node_first(root, "bonus"); node != NULL; node = node_next(node, "bonus"))
        read_bonus(in, node, out);
    for (node_t node = node_first(root, "vote"); node != NULL; node = node_next(node, "vote"))
        read_vote(in, node, out);
    for (node_t node = node_first(root, "basis"); node != NULL; node = node_next(node, "basis"))
        read_basis(in, node, out);
    if (node_first(root, "rule") != NULL)
        out->rules = law_read_rules(in, root);
}

static enum rounding read_rounding(const struct source *in, node_t root)
{
    static const char *const names[] = {
        [ROUND_UP] = "up", [ROUND_NEAREST] = "nearest", [ROUND_NONE] = "none"};
    const char *text = source_attr(in, root, "round");

    for (int way = ROUND_UP; way <= ROUND_NONE; way++)
        if (strcmp(names[way], text) == 0)
            return (enum rounding)way;
    source_wrong(in, root, "neither up, nearest nor none", "round");
    return ROUND_UP;
}

enum outcome law_read_regime(struct laws *laws, const struct regime *base, const struct source *in,
                             node_t root, struct regime *out)
{
    *out = base != NULL ? *base : (struct regime){.awards = 0};
    out->path = in->path;
    out->id = source_text(in, root, "id", 8);
    out->name = source_text(in, root, "name", NAME_MAX_BYTES);
    out->from = source_date(in, root, "from", DATE_NONE);
    out->to = source_date(in, root, "to", DATE_NONE);
    out->verified = source_verified(in, root);
    out->rounding = read_rounding(in, root);
    out->unit = source_number(in, root, "unit", 1, 1000000, 1);
    if (out->from == DATE_NONE || (out->to != DATE_NONE && out->to < out->from))
        source_wrong(in, root, "not a period", out->id);
    read_awards(laws, in, root, out);
    read_tables(in, root, out);
    if (source_ok(in) && law_vote(out, "").percent == 0)
        source_wrong(in, root, "no vote for every other award", out->id);
    return in->e->code;
}
