#include "lib/base/fatal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* Takes no memory: there is none. */
_Noreturn void fatal_memory(const char *what)
{
    static const char head[] = "level=fatal event=out-of-memory pool=";

    if (write(STDERR_FILENO, head, sizeof head - 1) < 0 ||
        write(STDERR_FILENO, what, strlen(what)) < 0 || write(STDERR_FILENO, "\n", 1) < 0)
        _exit(EX_IOERR);
    _exit(EX_OSERR);
}

_Noreturn void panic(const char *fmt, ...)
{
    va_list ap;

    fputs("level=panic event=", stderr);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    abort();
}
