#!/bin/sh
# Every header compiles alone: who includes it need not know what else it wants.
. "${top_srcdir:-.}/tests/lint/tap.sh"
build=${top_builddir:-$source}

lonely() {
    sources lib fcgi | grep '\.h$' | while read -r header; do
        ${CC:-cc} -std=gnu11 -D_GNU_SOURCE -Wall -Werror -fsyntax-only -I. -I"$build" $LINT_CFLAGS -x c \
            -include stddef.h "$header" > /dev/null 2>&1 || echo "$header"
    done
}
seed lib/base/seed.h << 'END'
/* Wants what it does not include. */
bool seed(uint32_t n);
END
rule "every header compiles alone" lonely
plan
