/* A parser of outside bytes against a corpus: every file, every file cut at every length, every bit of every file turned.
 * An ordinary program: it passes when the parser neither crashes nor breaks what the check function asks. */
#ifndef TDKT_FUZZ_H
#define TDKT_FUZZ_H

#include <stddef.h>

/* One input; answers 0 when something that must always hold does not. */
typedef int (*fuzz_one)(const char *bytes, size_t len);

/* Folder below tests/fuzz/corpus; with arguments, those files instead. Prints TAP. */
int fuzz_main(int argc, char **argv, const char *folder, fuzz_one one);

#endif
