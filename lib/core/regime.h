/* What a law file becomes in memory.  For the files law_*.c only. */
#ifndef TDKT_CORE_REGIME_H
#define TDKT_CORE_REGIME_H

#include "lib/core/law.h"
#include "lib/core/source.h"
#include "lib/xml/rule.h"

#define REGIMES_MAX 32
#define AWARDS_MAX 128

struct law_rule {
    struct law_rule *next;
    const char *id, *say, *cite;
    const char *method;    /* the only one it is asked of; "": any */
    unsigned kinds;        /* 1 << enum recipient */
    enum check_severity severity;
    bool verified;
    const struct rule *needs, *test, *found; /* needs: FALSE means that data is missing; needs and found may be NULL */
};

struct law_example {
    struct law_example *next;
    node_t nominee;
    int line;
    enum check_result result; /* of the rules in because; the others pass */
    const char *because;      /* ids with a space between, in the order of the file */
    const char *path;
};

struct award_row {
    struct law_award award;
    const char *like; /* code of the award whose rules are asked too; "": none */
    struct law_rule *rules;
    struct law_example *examples;
};

struct bonus_row {
    struct bonus_row *next;
    const char *code, *cite;
    int64_t person, collective; /* hundredths of the base salary; 0: not said here */
};

struct vote_row {
    struct vote_row *next;
    const char *code; /* "": every other award */
    struct law_vote vote;
};

struct basis_row {
    struct basis_row *next;
    const char *text, *kind; /* "": every kind of paper */
    date_t from, to;
};

enum rounding { ROUND_UP, ROUND_NEAREST, ROUND_NONE };

struct regime {
    const struct laws *laws;
    const char *id, *name, *path;
    date_t from, to; /* DATE_NONE: open */
    bool verified;
    enum rounding rounding;
    int64_t unit; /* that amounts are rounded to */
    struct law_rule *rules;
    struct bonus_row *bonuses;
    struct vote_row *votes;
    struct basis_row *bases;
    unsigned awards;
    struct award_row *award[AWARDS_MAX]; /* the highest first */
};

struct salary_row {
    date_t from, to;
    int64_t dong;
    bool verified;
};

#define SALARIES_MAX 64

struct laws {
    unsigned regimes, salaries;
    struct regime regime[REGIMES_MAX]; /* the oldest first */
    struct salary_row salary[SALARIES_MAX];
    struct law_rule *rules; /* of every regime */
    unsigned awards;
    struct award_row award[AWARDS_MAX]; /* what is common to them */
};

/* NULL when the regime does not know it. */
struct award_row *regime_award(const struct regime *regime, const char *code);

/* Reads common.xml's root element, and a regime's over what it extends (NULL: nothing). */
enum outcome law_read_common(struct laws *laws, const struct source *in, node_t root) TDKT_MUST_USE;
enum outcome law_read_regime(struct laws *laws, const struct regime *base, const struct source *in,
                             node_t root, struct regime *out) TDKT_MUST_USE;

struct law_rule *law_read_rules(const struct source *in, node_t parent);
struct law_example *law_read_examples(const struct source *in, node_t parent);

/* Runs every example of the regime: INVALID names file, line, award and what came out. */
enum outcome law_try_examples(const struct regime *regime, struct err *e) TDKT_MUST_USE;

#endif
