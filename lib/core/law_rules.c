/* Reading the conditions of a law file and the examples that prove them. */
#include "lib/core/regime.h"

#include <string.h>

#include "lib/base/utf8.h"
#include "lib/core/nominee.h"

/* What the columns of eligibility that keep them can hold, in characters. */
#define RULE_ID_MAX 24
#define SAY_MAX 300
#define CITE_MAX 200

static unsigned kind_bit(const char *word)
{
    enum recipient kind = recipient_of(word);

    return kind == 0 ? 0 : 1u << kind;
}

static const struct rule *read_expression(const struct source *in, node_t node, const char *name)
{
    const char *text = source_attr(in, node, name);
    struct rule *rule = NULL;
    struct err e = ERR_INIT;

    if (text[0] != '\0' && rule_compile(in->pool, text, &rule, &e) != OUT_OK)
        source_wrong(in, node, name, e.text);
    return rule;
}

static enum check_severity read_severity(const struct source *in, node_t node)
{
    static const char *const names[] = {
        [SEVERITY_BLOCK] = "block", [SEVERITY_WARN] = "warn", [SEVERITY_INFO] = "info"};
    const char *text = source_attr(in, node, "severity");

    for (int severity = SEVERITY_BLOCK; severity <= SEVERITY_INFO; severity++)
        if (strcmp(names[severity], text) == 0)
            return (enum check_severity)severity;
    source_wrong(in, node, "neither block, warn nor info", "severity");
    return SEVERITY_BLOCK;
}

static struct law_rule *read_rule(const struct source *in, node_t node)
{
    struct law_rule *rule = pool_alloc(in->pool, sizeof *rule);

    rule->id = source_text(in, node, "id", RULE_ID_MAX);
    rule->cite = source_text(in, node, "cite", SIZE_MAX);
    rule->say = node_text(in->pool, node);
    rule->method = source_attr(in, node, "method");
    rule->kinds = source_bits(in, node, "for", kind_bit);
    rule->severity = read_severity(in, node);
    rule->verified = source_verified(in, node);
    rule->needs = read_expression(in, node, "needs");
    rule->test = read_expression(in, node, "test");
    rule->found = read_expression(in, node, "found");
    if (rule->kinds == 0)
        rule->kinds = ~0u;
    if (rule->test == NULL)
        source_wrong(in, node, "not given", "test");
    if (rule->say[0] == '\0')
        source_wrong(in, node, "does not say what it asks", rule->id);
    if (utf8_length(rule->say) > SAY_MAX || utf8_length(rule->cite) > CITE_MAX)
        source_wrong(in, node, "says more than can be kept", rule->id);
    return rule;
}

struct law_rule *law_read_rules(const struct source *in, node_t parent)
{
    struct law_rule *first = NULL, **end = &first;

    for (node_t node = node_first(parent, "rule"); node != NULL && source_ok(in);
         node = node_next(node, "rule")) {
        struct law_rule *rule = read_rule(in, node);

        for (const struct law_rule *other = first; other != NULL; other = other->next)
            if (strcmp(other->id, rule->id) == 0)
                source_wrong(in, node, "twice", rule->id);
        *end = rule;
        end = &rule->next;
    }
    return first;
}

static struct law_example *read_example(const struct source *in, node_t node)
{
    struct law_example *example = pool_alloc(in->pool, sizeof *example);
    const char *pass = source_attr(in, node, "pass");

    example->path = in->path;
    example->line = node_line(node);
    example->because = source_attr(in, node, "because");
    example->nominee = node_first(node, "nominee");
    if (example->nominee == NULL)
        source_wrong(in, node, "not given", "nominee");
    if (strcmp(pass, "yes") == 0)
        example->result = CHECK_PASS;
    else if (strcmp(pass, "no") == 0)
        example->result = CHECK_FAIL;
    else if (strcmp(pass, "missing") == 0)
        example->result = CHECK_MISSING;
    else
        source_wrong(in, node, "neither yes, no nor missing", "pass");
    if ((example->result == CHECK_PASS) != (example->because[0] == '\0'))
        source_wrong(in, node, "says why exactly when it does not pass", "because");
    return example;
}

struct law_example *law_read_examples(const struct source *in, node_t parent)
{
    struct law_example *first = NULL, **end = &first;

    for (node_t node = node_first(parent, "example"); node != NULL && source_ok(in);
         node = node_next(node, "example")) {
        struct law_example *example = read_example(in, node);

        *end = example;
        end = &example->next;
    }
    return first;
}
