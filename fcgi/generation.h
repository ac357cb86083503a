/* What one reading of the files made: configuration, messages, sheets, flow and law, in memory of its own.
 *
 * The master holds one and forks every worker with it, so a file that is broken, half saved or gone reaches nobody before
 * the next reload that is taken; the memory of the one before goes back whole.
 */
#ifndef TDKT_FCGI_GENERATION_H
#define TDKT_FCGI_GENERATION_H

#include "fcgi/app.h"

struct generation {
    struct pool *pool;
    const struct app *app;
};

/* On any other outcome nothing is held. */
enum outcome generation_load(const char *conf_path, struct generation *out, struct err *e) TDKT_MUST_USE;
void generation_free(struct generation *generation);

/* Loads one as the master would, in a child process of its own, and lets it go: EX_OK, or EX_CONFIG with the reason
 * logged; a folder of attached files that this account cannot use is only logged.  A file that hangs, or fills the memory,
 * ends this process. */
int generation_check(const char *conf_path);

#endif
