#include "lib/xml/rule.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "lib/xml/internal.h"

struct rule {
    xmlXPathCompExprPtr compiled;
    const char *expression;
};

static void release(void *data)
{
    xmlXPathFreeCompExpr(data);
}

static enum outcome complain(const struct rule *rule, struct err *e)
{
    const char *reason = xml_report()[0] ? xml_report() : "not an expression";

    err_arg(e, "expression", rule->expression);
    err_arg(e, "reason", reason);
    return err_set(e, OUT_INVALID, "rule.invalid", "%s: %s", rule->expression, reason);
}

enum outcome rule_compile(struct pool *pool, const char *expression, struct rule **out,
                          struct err *e)
{
    struct rule *rule = pool_alloc(pool, sizeof *rule);

    xml_init();
    xml_report_reset();
    rule->expression = pool_strdup(pool, expression);
    rule->compiled = xmlXPathCompile((const xmlChar *)expression);
    if (!rule->compiled)
        return complain(rule, e);
    pool_on_free(pool, release, rule->compiled);
    *out = rule;
    return OUT_OK;
}

/* NULL when it cannot be evaluated: unknown function or variable, too much work. */
static xmlXPathObjectPtr evaluate(const struct rule *rule, const struct doc *doc,
                                  const struct rule_var *vars, unsigned count)
{
    xmlXPathContextPtr ctx = xmlXPathNewContext(doc->xml);
    xmlXPathObjectPtr value;

    xml_report_reset();
    ctx->node = doc->root;
    ctx->opLimit = XML_OPERATIONS_MAX;
    for (unsigned i = 0; i < count; i++)
        xmlXPathRegisterVariable(ctx, (const xmlChar *)vars[i].name,
                                 vars[i].text ? xmlXPathNewCString(vars[i].text)
                                              : xmlXPathNewFloat(vars[i].number));
    value = xmlXPathCompiledEval(rule->compiled, ctx);
    xmlXPathFreeContext(ctx);
    return value;
}

enum outcome rule_test(const struct rule *rule, const struct doc *doc,
                       const struct rule_var *vars, unsigned count, bool *out, struct err *e)
{
    xmlXPathObjectPtr value = evaluate(rule, doc, vars, count);

    if (!value)
        return complain(rule, e);
    *out = xmlXPathCastToBoolean(value) != 0;
    xmlXPathFreeObject(value);
    return OUT_OK;
}

/* The pieces that a node-set gives, in the order of the document. */
static void join(struct buf *buf, xmlNodeSetPtr nodes)
{
    xmlXPathNodeSetSort(nodes);
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        xmlChar *text = xmlXPathCastNodeToString(nodes->nodeTab[i]);

        buf_puts(buf, i > 0 ? ", " : "");
        buf_puts(buf, (const char *)text);
        xmlFree(text);
    }
}

/* A longer text is cut: it is shown beside a rule as the value that was found. */
#define FOUND_MAX 4000

enum outcome rule_text(struct pool *pool, const struct rule *rule, const struct doc *doc,
                       const struct rule_var *vars, unsigned count, const char **out,
                       struct err *e)
{
    xmlXPathObjectPtr value = evaluate(rule, doc, vars, count);
    struct buf *buf;

    if (!value)
        return complain(rule, e);
    buf = buf_new(pool, FOUND_MAX);
    if (value->type == XPATH_NODESET) {
        join(buf, value->nodesetval);
    } else {
        xmlChar *text = xmlXPathCastToString(value);

        buf_puts(buf, (const char *)text);
        xmlFree(text);
    }
    xmlXPathFreeObject(value);
    *out = buf->data;
    return OUT_OK;
}
