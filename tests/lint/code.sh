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

bare lib fcgi | grep -E '[^a-z_.>](strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|system|popen|alloca|mktemp|tmpnam)[[:space:]]*\(' |
    rule "no banned calls"

bare lib fcgi | grep -E '(: |[^a-z_])(malloc|calloc|realloc|strdup|strndup|asprintf)[[:space:]]*\(' |
    grep -vE '^lib/(base/(pool|buf)\.c|dir/(filter|link)\.c|table/(package|strings)\.c|xml/)' | rule "memory comes from pools, but where a library or a growing table wants its own"

sources lib fcgi | grep -v '^lib/db/' |
    xargs grep -nE '(printf|buf_puts|pool_strdup)[^;]*"[^"]*(SELECT |INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM)' |
    rule "no SQL is put together outside lib/db"

sources lib fcgi | xargs wc -l | awk '$2 ~ /\.c$/ && $1 > 600 { print $2 ": " $1 " lines" }' |
    rule "no file over 600 lines"
sources lib fcgi | xargs wc -l | awk '$2 ~ /\.h$/ && $1 > 150 { print $2 ": " $1 " lines" }' |
    rule "no header over 150 lines"
sources lib fcgi tests | xargs awk '
    /^\{/ { from = FNR }
    /^\}/ { if (from && FNR - from > 100) print FILENAME ":" from ": a function of " FNR - from " lines"; from = 0 }' |
    rule "no function over 100 lines"
sources lib fcgi | xargs grep -nE '^.{141,}$' | cut -d: -f1,2 | rule "no line over 140 characters"
sources lib fcgi tests | grep '\.h$' | xargs awk '
    FNR == 1 { if (!/^\/\*/) print FILENAME ": does not say first what it is for" }' |
    rule "a header opens with what it is for"
sources lib fcgi | grep '\.h$' | xargs grep -L '^#ifndef TDKT_' | rule "a header has its guard"
plan
