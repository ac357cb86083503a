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
# The words are put together so that this file does not hold them.
word="TO""DO|FIX""ME|X""XX"

tabs() {
    texts | grep -v '^tests/golden/' | xargs grep -nHE "$tab" | cut -c1-100
}
echo "int${tab}a;" | seed lib/seed.c
rule "no tabs" tabs

blanks() {
    texts | grep -v '^tests/golden/' | xargs grep -nHE "[ $tab]+\$" | cut -c1-100
}
echo 'int a; ' | seed lib/seed.c
rule "no blanks at the end of a line" blanks

returns() {
    texts | xargs grep -lE "$(printf '\r')\$"
}
printf 'a: 1\r\n' | seed conf/seed.md
rule "no carriage returns" returns

later() {
    texts | xargs grep -nHE "\\b($word)\\b" | cut -c1-120
}
echo "/* ${word%%|*}: the rest */" | seed lib/seed.c
rule "nothing is left for later" later

meanwhile() {
    texts | grep -E '\.[ch]$' | xargs grep -niHE "\\b(st""ub|for n""ow|temp""orary hack)\\b" | cut -c1-120
}
echo "/* For n""ow nothing. */" | seed lib/seed.c
rule "nothing is for the time being" meanwhile

unescaped() {
    find xslt -name '*.xsl' -exec grep -nH 'disable-output-''escaping' {} +
}
echo '<xsl:value-of select="@name" disable-output-''escaping="yes"/>' | seed xslt/page/seed.xsl
rule "sheets escape what they write" unescaped

reaching() {
    find xslt -name '*.xsl' -exec grep -nHE 'document\(|xsl:import-schema|exsl:document|msxsl:' {} +
}
echo '<xsl:value-of select="document(@href)"/>' | seed xslt/page/seed.xsl
rule "sheets read and write no files" reaching

outside() {
    find lib fcgi sql xslt conf tests -type f ! -path '*/node_modules/*' -exec grep -lE '/wo''rk/|\.\./sha''red' {} +
}
echo 'see /wo''rk/notes' | seed conf/seed
rule "nothing outside the project is named" outside

uninstalled() {
    for file in sql/migrate/*.sql; do
        grep -qF "$file" sql/build.mk || echo "$file"
    done
}
seed sql/build.mk < /dev/null
seed sql/migrate/0001_seed.sql < /dev/null
rule "every migration is installed" uninstalled

once_only() {
    grep -nHE '^[[:space:]]*(CREATE (TABLE|VIEW)|ALTER TABLE .* ADD (COLUMN|INDEX|KEY) )' sql/migrate/*.sql |
        grep -vE 'IF NOT EXISTS|OR REPLACE'
}
echo 'CREATE TABLE seed (id BIGINT);' | seed sql/migrate/0001_seed.sql
rule "migrations can be run again" once_only
plan
