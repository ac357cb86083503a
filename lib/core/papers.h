/* What papers a dossier must have before it leaves its unit (law 06/2022 art. 84): one list, for the page and for the guard. */
#ifndef TDKT_CORE_PAPERS_H
#define TDKT_CORE_PAPERS_H

#include <stdbool.h>

#include "lib/base/err.h"

/* What the dossier has and lacks. */
struct papers {
    int rows;
    bool minutes;       /* of the unit's review: number and date */
    int unreported;     /* rows without an achievement text */
    int balloted;       /* rows for awards that are voted on in secret */
    bool ballots;       /* their result is among the papers */
    int recognised;     /* rows for a Chien si thi dua that rest on an initiative or topic */
    int unrecognised;   /* of those, without its recognition */
};

struct requirement {
    const char *kind;  /* code of the paper */
    const char *label; /* in words, for a refusal */
    const char *cite;
    int lacking;       /* rows that lack it; a paper of the whole dossier: 1 */
};

#define REQUIREMENTS_MAX 5

/* What is asked of this dossier, met or not; answers how many. */
unsigned papers_required(const struct papers *papers, struct requirement out[REQUIREMENTS_MAX]);

/* INVALID "flow.papers-complete" with {lacking} when something is. */
enum outcome papers_check(const struct papers *papers, struct err *e) TDKT_MUST_USE;

#endif
