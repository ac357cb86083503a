#!/bin/sh
# Calls that are not made, and how long things may be.
. "${top_srcdir:-.}/tests/lint/tap.sh"

# Code without comments and without what stands in quotes.
bare() {
    sources "$@" | xargs awk '
        FNR == 1 { comment = 0 }
        {
            line = $0; out = ""
            while (line != "") {
                if (comment) {
                    at = index(line, "*/")
                    if (!at) { line = ""; break }
                    line = substr(line, at + 2); comment = 0
                } else if (match(line, /"([^"\\]|\\.)*"|\/\*|\/\//)) {
                    out = out substr(line, 1, RSTART - 1)
                    token = substr(line, RSTART, RLENGTH)
                    line = substr(line, RSTART + RLENGTH)
                    if (token == "/*") comment = 1
                    else if (token == "//") line = ""
                    else out = out "\"\""
                } else { out = out line; line = "" }
            }
            print FILENAME ":" FNR ": " out
        }'
}

banned() {
    bare lib fcgi | grep -E '[^a-z_.>](strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|system|popen|alloca|mktemp|tmpnam)[[:space:]]*\('
}
seed fcgi/seed.c << 'END'
    /* strcpy(a, b) is no call, this is one: */ strcpy(a, "strcat(a, b)");
END
rule "no banned calls" banned

memory() {
    bare lib fcgi | grep -E '(: |[^a-z_])(malloc|calloc|realloc|strdup|strndup|asprintf)[[:space:]]*\(' |
        grep -vE '^lib/(base/(pool|buf)\.c|dir/(filter|link)\.c|table/(package|strings)\.c|xml/)'
}
seed lib/store/seed.c << 'END'
    rows = realloc(rows, n * sizeof *rows);
END
rule "memory comes from pools, but where a library or a growing table wants its own" memory

loose_sql() {
    sources lib fcgi | grep -v '^lib/db/' |
        xargs grep -nE '(printf|buf_puts|pool_strdup)[^;]*"[^"]*(SELECT |INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM)'
}
seed lib/store/seed.c << 'END'
    buf_puts(sql, "DELETE FROM award WHERE id = ");
END
rule "no SQL is put together outside lib/db" loose_sql

# longer SUFFIX LINES
longer() {
    sources lib fcgi | xargs wc -l | awk -v suffix="$1" -v most="$2" '
        $2 != "total" && substr($2, length($2) - 1) == suffix && $1 > most { print $2 ": " $1 " lines" }'
}
long_files() {
    longer .c 600
}
seq 601 | seed fcgi/seed.c
rule "no file over 600 lines" long_files

long_headers() {
    longer .h 150
}
seq 151 | seed fcgi/seed.h
rule "no header over 150 lines" long_headers

long_functions() {
    sources lib fcgi tests | xargs awk '
        FNR == 1 { from = 0 }
        /^\{/ { from = FNR }
        /^\}/ { if (from && FNR - from > 100) print FILENAME ":" from ": a function of " FNR - from " lines"; from = 0 }'
}
{ printf 'void seed(void)\n{\n'; seq 100; echo '}'; } | seed tests/unit/seed.c
rule "no function over 100 lines" long_functions

long_lines() {
    sources lib fcgi | xargs grep -nHE '^.{141,}$' | cut -d: -f1,2
}
printf '%0141d\n' 0 | seed fcgi/seed.c
rule "no line over 140 characters" long_lines

speechless() {
    sources lib fcgi tests | grep '\.h$' | xargs awk '
        FNR == 1 { if (!/^\/\*/) print FILENAME ": does not say first what it is for" }'
}
echo '#include <stddef.h>' | seed lib/base/seed.h
rule "a header opens with what it is for" speechless

unguarded() {
    sources lib fcgi | grep '\.h$' | xargs grep -L '^#ifndef TDKT_'
}
echo '#pragma once' | seed lib/base/seed.h
rule "a header has its guard" unguarded

# A statement of rows_page answers one row more than a page: without a "first:" line that row would be a refusal.
pages_refused() {
    sources lib fcgi | xargs cat | tr '\n' ' ' | grep -oE 'rows_page\([^;]*;' | grep -oE '\bQ_[A-Z0-9_]+' | sort -u |
        sed 's/^Q_//' | tr 'A-Z' 'a-z' | while read -r name; do
            awk -v name="$name" '
                /^-- name: / { its = $3 == name; stands = stands || its }
                its && /^-- first: / { said = 1 }
                END { if (!stands || !said) print name ": a page, and no \"-- first:\"" }' sql/query/*.sql
        done
}
echo 'rc = rows_page(tx, doc, "seed", Q_SEED_LIST, args, 50, &next, e);' | seed lib/store/seed.c
printf -- '-- name: seed_list\n-- in: none\n-- out: id int\nSELECT id FROM seed LIMIT 51;\n-- name: other\n-- first: a page.\n' | seed sql/query/seed.sql
rule "what is shown page by page is not refused at the second page" pages_refused
plan
