/* What may become of one row of a dossier: pure rules over the row's outcome. */
#ifndef TDKT_CORE_ROW_H
#define TDKT_CORE_ROW_H

#include <stdbool.h>

/* Does a row with this outcome go on with a step that starts from this state?  A unit sends everything; the council sees what was
 * accepted; the director signs what passed; the register takes what was granted. */
bool row_goes_on(const char *from, const char *outcome);

enum row_bar {
    ROW_FREE,    /* may get the outcome */
    ROW_SAME,    /* has it already */
    ROW_WAITING, /* was returned: the unit corrects it before it is accepted */
};

/* May the appraiser give this outcome to a row that stands so? */
enum row_bar row_bar(const char *outcome, const char *wanted);

#endif
