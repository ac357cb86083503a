/* Asking the conditions of a law of one nominee, and of the examples that a law file brings along. */
#include "lib/core/regime.h"

#include <string.h>

#include "lib/core/nominee.h"

/* What one example may take; generous: a nominee is a few kilobytes. */
#define EXAMPLE_POOL_MAX (8u << 20)

#define VARS 6

/* Bytes of what was found that are kept: a value or a few, not a register. */
#define FOUND_MAX 280

struct judge {
    struct pool *pool;
    const struct doc *doc;
    struct rule_var vars[VARS];
    enum recipient kind;
    const char *method;
    bool general; /* the rules asked now are those of every award */
    struct law_check *check;
    unsigned count;
    struct err *e;
};

const char *check_result_code(enum check_result result)
{
    return result == CHECK_PASS ? "pass" : result == CHECK_FAIL ? "fail" : "missing";
}

bool law_award_for(const struct law_award *award, enum recipient kind)
{
    switch (kind) {
    case RECIPIENT_PERSON:
        return award->for_person;
    case RECIPIENT_COLLECTIVE:
        return award->for_collective;
    case RECIPIENT_HOUSEHOLD:
        return award->for_household;
    }
    return false;
}

/* A condition that fails for want of data is not failed: it is missing. */
static enum outcome ask_rule(struct judge *judge, const struct law_rule *rule,
                             enum check_result *out)
{
    bool holds = false, known = true;

    if (rule_test(rule->test, judge->doc, judge->vars, VARS, &holds, judge->e) != OUT_OK)
        return judge->e->code;
    if (!holds && rule->needs != NULL &&
        rule_test(rule->needs, judge->doc, judge->vars, VARS, &known, judge->e) != OUT_OK)
        return judge->e->code;
    *out = holds ? CHECK_PASS : known ? CHECK_FAIL : CHECK_MISSING;
    return OUT_OK;
}

/* Cut between two characters when it is longer than can be kept. */
static const char *kept(struct pool *pool, const char *found)
{
    size_t len = strlen(found);

    if (len <= FOUND_MAX)
        return found;
    for (len = FOUND_MAX; ((unsigned char)found[len] & 0xC0) == 0x80; len--)
        continue;
    return pool_printf(pool, "%.*s ...", (int)len, found);
}

/* Nothing, or a ratio of which a side is not known: "/43", "30/". */
static bool says_nothing(const char *found)
{
    size_t len = strlen(found);

    return len == 0 || found[0] == '/' || found[len - 1] == '/';
}

static enum outcome judge_rule(struct judge *judge, const struct law_rule *rule)
{
    struct law_check *check = &judge->check[judge->count];

    *check = (struct law_check){.rule = rule->id, .say = rule->say, .cite = rule->cite, .found = "",
                                .severity = rule->severity, .verified = rule->verified,
                                .general = judge->general};
    if (ask_rule(judge, rule, &check->result) != OUT_OK)
        return judge->e->code;
    if (rule->found != NULL && rule_text(judge->pool, rule->found, judge->doc, judge->vars, VARS,
                                         &check->found, judge->e) != OUT_OK)
        return judge->e->code;
    if (check->result == CHECK_MISSING && says_nothing(check->found))
        check->found = "Chưa có dữ liệu";
    check->found = kept(judge->pool, check->found);
    judge->count++;
    return OUT_OK;
}

static enum outcome judge_rules(struct judge *judge, const struct law_rule *rule)
{
    for (; rule != NULL; rule = rule->next) {
        bool asked = (rule->kinds & (1u << judge->kind)) != 0 &&
                     (rule->method[0] == '\0' || strcmp(rule->method, judge->method) == 0);

        if (asked && judge_rule(judge, rule) != OUT_OK)
            return judge->e->code;
    }
    return OUT_OK;
}

static unsigned count_rules(const struct law_rule *rule)
{
    unsigned count = 0;

    for (; rule != NULL; rule = rule->next)
        count++;
    return count;
}

static double day_number(date_t day)
{
    int year, month, of_month;

    date_split(day, &year, &month, &of_month);
    return year * 10000 + month * 100 + of_month;
}

/* The rules of every regime, of this one, of the award, and of the award it is like. */
static enum outcome judge_award(struct pool *pool, const struct regime *regime,
                                const struct award_row *row, const struct nominee_ask *ask,
                                node_t nominee, struct judge *judge, struct err *e)
{
    const struct award_row *like = regime_award(regime, row->like);
    const struct law_rule *lists[] = {regime->laws->rules, regime->rules, row->rules,
                                      like != NULL ? like->rules : NULL};
    unsigned most = 1;
    struct doc *doc;

    if (nominee_derive(pool, nominee, ask, &doc, e) != OUT_OK)
        return e->code;
    *judge = (struct judge){.pool = pool, .doc = doc, .kind = ask->kind, .e = e};
    judge->method = node_attr(pool, node_root(doc), "method");
    judge->vars[0] = (struct rule_var){.name = "year", .number = ask->year};
    judge->vars[1] = (struct rule_var){.name = "on", .number = day_number(ask->on)};
    judge->vars[2] = (struct rule_var){.name = "code", .text = ask->code};
    judge->vars[3] = (struct rule_var){.name = "method", .text = judge->method};
    judge->vars[4] = (struct rule_var){.name = "kind", .text = recipient_code(ask->kind)};
    judge->vars[5] = (struct rule_var){.name = "level", .text = row->award.level};
    for (unsigned i = 0; i < sizeof lists / sizeof lists[0]; i++)
        most += count_rules(lists[i]);
    judge->check = pool_alloc(pool, most * sizeof *judge->check);
    for (unsigned i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        judge->general = i < 2;
        if (judge_rules(judge, lists[i]) != OUT_OK)
            return e->code;
    }
    return OUT_OK;
}

enum outcome law_check(struct pool *pool, const struct regime *regime, const char *code,
                       enum recipient kind, int year, date_t on, const struct doc *nominee,
                       const struct law_check **out, unsigned *count, struct err *e)
{
    const struct award_row *row = regime_award(regime, code);
    struct nominee_ask ask = {.code = code, .kind = kind, .year = year, .on = on};
    struct judge judge;

    if (row == NULL || !law_award_for(&row->award, kind)) {
        err_set(e, OUT_NOTFOUND, "law.no-award", "%s does not know %s for a %s", regime->id, code,
                recipient_code(kind));
        err_arg(e, "award", code);
        err_arg(e, "regime", regime->name);
        return e->code;
    }
    if (judge_award(pool, regime, row, &ask, node_root(nominee), &judge, e) != OUT_OK)
        return e->code;
    if (!row->award.active)
        judge.check[judge.count++] = (struct law_check){
            .rule = "ACTIVE", .say = "Tiêu chuẩn trong thời kỳ này đã được xác nhận",
            .found = "Chưa có người xác nhận", .cite = row->award.cite,
            .result = CHECK_MISSING, .severity = SEVERITY_BLOCK, .general = true};
    *out = judge.check;
    *count = judge.count;
    return OUT_OK;
}

/* Ids of the rules with that result that count, in order, with a space between. */
static const char *rules_with(const struct judge *judge, enum check_result result)
{
    const char *ids = "";

    for (unsigned i = 0; i < judge->count; i++) {
        const struct law_check *check = &judge->check[i];

        if (check->result == result && check->severity != SEVERITY_INFO)
            ids = pool_printf(judge->pool, "%s%s%s", ids, ids[0] != '\0' ? " " : "", check->rule);
    }
    return ids;
}

static void read_ask(const struct source *in, node_t nominee, struct nominee_ask *ask)
{
    ask->kind = recipient_of(source_text(in, nominee, "kind", 16));
    ask->year = (int)source_number(in, nominee, "year", 1900, 2200, 0);
    ask->on = source_date(in, nominee, "on", DATE_NONE);
    if (ask->kind == 0 || ask->year == 0 || ask->on == DATE_NONE)
        source_wrong(in, nominee, "needs kind, year and on", "nominee");
}

/* Exactly the rules it names have the result it names; every other one that counts passes. */
static enum outcome compare(const struct judge *judge, const struct regime *regime,
                            const struct award_row *row, const struct law_example *example,
                            struct err *e)
{
    const char *fail = rules_with(judge, CHECK_FAIL), *missing = rules_with(judge, CHECK_MISSING);

    if (strcmp(fail, example->result == CHECK_FAIL ? example->because : "") == 0 &&
        strcmp(missing, example->result == CHECK_MISSING ? example->because : "") == 0)
        return OUT_OK;
    err_set(e, OUT_INVALID, "law.example", "%s:%d: %s in %s: failed [%s], missing [%s]",
            example->path, example->line, row->award.code, regime->id, fail, missing);
    err_arg(e, "file", example->path);
    err_arg_int(e, "line", example->line);
    err_arg(e, "award", row->award.code);
    err_arg(e, "rule", fail[0] != '\0' ? fail : missing);
    return e->code;
}

static enum outcome try_example(struct pool *pool, const struct regime *regime,
                                const struct award_row *row, const struct law_example *example,
                                struct err *e)
{
    struct source in = {.pool = pool, .path = example->path, .key = "law.file", .e = e};
    struct nominee_ask ask = {.code = row->award.code};
    struct err why = ERR_INIT;
    struct judge judge;

    read_ask(&in, example->nominee, &ask);
    if (!source_ok(&in))
        return e->code;
    if (judge_award(pool, regime, row, &ask, example->nominee, &judge, &why) != OUT_OK)
        return source_wrong(&in, example->nominee, row->award.code, why.text);
    return compare(&judge, regime, row, example, e);
}

enum outcome law_try_examples(const struct regime *regime, struct err *e)
{
    for (unsigned i = 0; i < regime->awards; i++) {
        const struct award_row *row = regime->award[i];

        for (const struct law_example *example = row->examples; example != NULL;
             example = example->next) {
            struct pool *pool = pool_new("law example", EXAMPLE_POOL_MAX);
            enum outcome out = try_example(pool, regime, row, example, e);

            pool_free(pool);
            if (out != OUT_OK)
                return out;
        }
    }
    return OUT_OK;
}
