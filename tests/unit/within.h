/* For tests of work that may never end: the program ends, and has failed, instead of hanging. */
#ifndef TDKT_TEST_WITHIN_H
#define TDKT_TEST_WITHIN_H

#include <sys/resource.h>

/* Of processor time, as machines may be busy; called first in main(). */
static inline void ends_within(unsigned seconds)
{
    struct rlimit limit = {seconds, seconds};

    setrlimit(RLIMIT_CPU, &limit);
}

#endif
