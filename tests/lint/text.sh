#!/bin/sh
# What no file of ours may hold.
. "${top_srcdir:-.}/tests/lint/tap.sh"

texts() {
    find lib fcgi sql xslt conf tests -type f \( -name '*.c' -o -name '*.h' -o -name '*.sh' -o -name '*.awk' \
        -o -name '*.sql' -o -name '*.xml' -o -name '*.xsl' -o -name '*.rng' -o -name '*.css' -o -name '*.js' \
        -o -name '*.py' -o -name '*.md' -o -name '*.conf' \) ! -path 'tests/fuzz/*' ! -path '*/node_modules/*' \
        ! -path 'lib/db/statements.*' | sort
}

tab=$(printf '\t')
texts | grep -v '^tests/golden/' | xargs grep -nE "$tab" | cut -c1-100 | rule "no tabs"
texts | grep -v '^tests/golden/' | xargs grep -nE "[ $tab]+\$" | cut -c1-100 | rule "no blanks at the end of a line"
texts | xargs grep -lE "$(printf '\r')\$" | rule "no carriage returns"
# The words are put together so that this file does not hold them.
word="TO""DO|FIX""ME|X""XX"
texts | xargs grep -nE "\\b($word)\\b" | cut -c1-120 | rule "nothing is left for later"
texts | grep -E '\.[ch]$' | xargs grep -niE "\\b(st""ub|for n""ow|temp""orary hack)\\b" | cut -c1-120 |
    rule "nothing is for the time being"
find xslt -name '*.xsl' -exec grep -n 'disable-output-''escaping' {} + | rule "sheets escape what they write"
find xslt -name '*.xsl' -exec grep -nE 'document\(|xsl:import-schema|exsl:document|msxsl:' {} + |
    rule "sheets read and write no files"
find lib fcgi sql xslt conf tests -type f ! -path '*/node_modules/*' -exec grep -lE '/wo''rk/|\.\./sha''red' {} + 2> /dev/null |
    rule "nothing outside the project is named"
for file in sql/migrate/*.sql; do
    grep -qF "$file" sql/build.mk || echo "$file"
done | rule "every migration is installed"
grep -nE '^[[:space:]]*(CREATE (TABLE|VIEW)|ALTER TABLE .* ADD (COLUMN|INDEX|KEY) )' sql/migrate/*.sql |
    grep -vE 'IF NOT EXISTS|OR REPLACE' | rule "migrations can be run again"
plan
