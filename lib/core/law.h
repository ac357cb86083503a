/* The law in force on a day: awards, bonus, thresholds, conditions, legal bases.
 *
 * Read from conf/law: one file per regime (R91, R98, R152, R2026), each with its
 * sources and the certainty of every row.  What is not verified says so.
 */
#ifndef TDKT_CORE_LAW_H
#define TDKT_CORE_LAW_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/date.h"
#include "lib/base/err.h"
#include "lib/base/pool.h"
#include "lib/xml/doc.h"

struct laws;
struct regime;

enum recipient { RECIPIENT_PERSON = 1, RECIPIENT_COLLECTIVE, RECIPIENT_HOUSEHOLD };

struct law_award {
    const char *code, *name, *family, *level, *decides, *cite, *system;
    bool for_person, for_collective, for_household;
    int rank;                    /* 1 is the highest */
    int years;                   /* of a title: it is attained over so many, at least */
    bool verified;
    bool active;                 /* FALSE: in the file but waiting for a person to confirm it */
};

/* Every file of the folder, checked by its schema's rules, its XPath compiled, its examples run: INVALID names file,
 * award and rule. */
enum outcome laws_load(struct pool *pool, const char *dir, struct laws **out, struct err *e) TDKT_MUST_USE;

/* NULL when no regime covers the day (before 2017-10-01). */
const struct regime *law_on(const struct laws *laws, date_t day);
unsigned laws_count(const struct laws *laws);
const struct regime *laws_at(const struct laws *laws, unsigned i);

const char *regime_id(const struct regime *regime);
const char *regime_name(const struct regime *regime); /* the law and the decree, in words */
date_t regime_from(const struct regime *regime);
date_t regime_to(const struct regime *regime); /* DATE_NONE: open */
bool regime_verified(const struct regime *regime);

unsigned law_awards(const struct regime *regime);
const struct law_award *law_award_at(const struct regime *regime, unsigned i);
const struct law_award *law_award(const struct regime *regime, const char *code);

/* Is it given to such a recipient? */
bool law_award_for(const struct law_award *award, enum recipient kind);

/* The day whose law a paper cites: of its number and date, before that of its signature, before that today.
 * DATE_NONE: not yet. */
date_t law_paper_day(date_t issued_on, date_t signed_on, date_t today);

/* Lines "Căn cứ ..." of a paper of that day, in order; kind "decision" or "proposal". NULL after the last. Circulars change
 * inside a regime, so there is no answer without a day. */
const char *law_basis_on(const struct regime *regime, const char *kind, date_t day, unsigned i);

enum check_result { CHECK_PASS = 1, CHECK_FAIL, CHECK_MISSING };
const char *check_result_code(enum check_result result); /* "pass", "fail", "missing" */
enum check_severity { SEVERITY_BLOCK = 1, SEVERITY_WARN, SEVERITY_INFO };

struct law_check {
    const char *rule, *say, *found, *cite;
    enum check_result result;
    enum check_severity severity;
    bool verified;
    bool general; /* asked of every award, not this one's own */
};

/* Judges one nominee's document (see conf/schema/nominee.rng) for one award in one year, on one day. Every condition is answered, the
 * general ones first.  NOTFOUND (key "law.no-award") when the regime does not know the award for such a recipient. */
enum outcome law_check(struct pool *pool, const struct regime *regime, const char *code,
                       enum recipient kind, int year, date_t on, const struct doc *nominee,
                       const struct law_check **out, unsigned *count, struct err *e) TDKT_MUST_USE;

/* Base salary on the day, in dong; its certainty in *verified (may be NULL). */
int64_t law_base_salary(const struct laws *laws, date_t day, bool *verified);

/* Coefficient x base salary, rounded as the regime says.  *amount 0 with OK when the award carries no statutory money.
 * *cite (may be NULL): the article, "" without money.  NOTFOUND "law.no-regime" or "law.no-award". */
enum outcome law_bonus(const struct laws *laws, const char *code, enum recipient kind, date_t day,
                       int64_t *amount, const char **cite, struct err *e) TDKT_MUST_USE;

struct law_vote {
    int percent;          /* at least so many percent ... */
    bool all_members;     /* ... of all members; FALSE: more than half of those present */
    bool secret;
    const char *cite;
    bool verified;
};
struct law_vote law_vote(const struct regime *regime, const char *code);

/* "giam_doc_so" -> "Giám đốc Sở Y tế" etc.; the code itself when unknown. */
const char *authority_label(const char *code);
bool authority_ours(const char *code);

#endif
