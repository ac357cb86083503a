/* XPath 1.0 over a document: how a predicate of a law file is judged. */
#ifndef TDKT_XML_RULE_H
#define TDKT_XML_RULE_H

#include "lib/xml/doc.h"

struct rule; /* a compiled expression */

struct rule_var {
    const char *name;  /* $year */
    const char *text;  /* NULL: number */
    double number;
};

/* INVALID with the position when the expression is wrong.  Freed with the pool.
 * Functions that reach outside the document (document(), ...) do not exist. */
enum outcome rule_compile(struct pool *pool, const char *expression, struct rule **out, struct err *e)
    TDKT_MUST_USE;

/* The expression as a boolean, with the document's root element as context. */
enum outcome rule_test(const struct rule *rule, const struct doc *doc, const struct rule_var *vars,
                       unsigned count, bool *out, struct err *e) TDKT_MUST_USE;

/* The expression as text; a node-set gives its values joined by ", ". */
enum outcome rule_text(struct pool *pool, const struct rule *rule, const struct doc *doc,
                       const struct rule_var *vars, unsigned count, const char **out, struct err *e)
    TDKT_MUST_USE;

#endif
