#!/bin/sh
# Every refusal a user can meet has its sentence in conf/messages.xml.
. "${top_srcdir:-.}/tests/lint/tap.sh"

grep -o '<message key="[^"]*"' conf/messages.xml | cut -d'"' -f2 | sort > "$work/has"
sed 's/[[:space:]]*#.*//; /^$/d' tests/lint/internal-keys | sort > "$work/internal"

# Outcome and key of every err_set, wherever its arguments are broken over lines, and of the rows of tables like the
# classifier's.
sources lib fcgi | while read -r file; do
    tr '\n' ' ' < "$file" |
        grep -oE 'err_set\([^,]*,[[:space:]]*(OUT_[A-Z]+)[^,]*,[[:space:]]*"[^"]+"|OUT_[A-Z]+, "[a-z][a-z0-9.-]+"' |
        sed -E 's/.*(OUT_[A-Z]+)[^,]*,[[:space:]]*"([^"]+)"/\1 \2/' | sed "s|\$| $file|"
done | sort -u > "$work/set"

# What is nobody's to correct (a server is down, we are wrong) has the sentence of its outcome.
awk '$1 !~ /^OUT_(INTERNAL|UNAVAIL|UNCERTAIN|RETRY)$/ { print $2 }' "$work/set" | sort -u > "$work/needed"
comm -23 "$work/needed" "$work/has" | comm -23 - "$work/internal" > "$work/missing"
while read -r key; do
    awk -v key="$key" '$2 == key { print key " (" $3 ")" }' "$work/set"
done < "$work/missing" | rule "every key of a refusal has a message"

sources fcgi | xargs cat | tr '\n' ' ' | grep -oE 'form_error\([^;]*\)' | grep -oE '"[a-z][a-z0-9.-]+"\)$' |
    tr -d '")' | sort -u | comm -23 - "$work/has" | rule "every key of a field's error has a message"
sources fcgi | xargs cat | grep -oE 'flash = "[^"]+"' | cut -d'"' -f2 | sort -u | comm -23 - "$work/has" |
    rule "every flash has a message"
uniq -d "$work/has" | rule "no message twice"
comm -12 "$work/internal" "$work/has" | rule "what has a message is not listed as internal"
awk '{ print $2 }' "$work/set" | sort -u | comm -13 - "$work/internal" | rule "the list of internal keys has no leftovers"
tr '\n' ' ' < conf/messages.xml | sed 's/<message /\n&/g' | grep '^<message' | grep -vE '<what>[^<]+</what>' |
    cut -c1-80 | rule "every message says what did not happen"
plan
