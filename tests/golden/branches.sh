#!/bin/sh
# Every branch of every sheet (xsl:if, xsl:when, xsl:otherwise) is taken by some sample, so that the goldens hold what it writes.
# Left out is what only refuses (paper.sh breaks records for that), and what tests/golden/branches-apart names, with the reason.
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
golden=$top/tests/golden
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1

find xslt -name '*.xsl' | sort > "$work/sheets"
while read -r sheet; do
    mkdir -p "$work/$(dirname "$sheet")"
    awk -v sheet="$sheet" -f "$golden/branches.awk" "$sheet" > "$work/$sheet"
    awk -v sheet="$sheet" -v list=1 -f "$golden/branches.awk" "$sheet"
done < "$work/sheets" > "$work/all"

taken() { sed -n 's/^BRANCH //p' | sort -u >> "$work/taken.all"; }
for sample in tests/data/page/*.xml; do
    xsltproc --nonet "$work/xslt/page/site.xsl" "$sample" 2>&1 > "$work/out" | taken
done
grep -v '^#' "$golden/form/cases" | while read -r form record; do
    xsltproc --nonet "$work/xslt/form/$form.xsl" "tests/data/form/$record.xml" 2> "$work/said" > "$work/doc.xml"
    taken < "$work/said"
    xsltproc --nonet "$work/xslt/layout/html.xsl" "$work/doc.xml" 2>&1 > "$work/out" | taken
done
sort -u "$work/taken.all" > "$work/taken"

# What is named apart stands without its line, which moves: "xslt/page/act.xsl xsl:if test=...".
nameless() { sed 's/:[0-9]* / /'; }
grep -v '^#' "$golden/branches-apart" | grep -v '^ ' > "$work/apart"
sort "$work/all" | comm -23 - "$work/taken" > "$work/never"
nameless < "$work/never" > "$work/never.nameless"
n=0
while read -r sheet; do
    n=$((n + 1))
    grep "^$sheet:" "$work/never" | while IFS= read -r branch; do
        grep -qxF "$(printf '%s\n' "$branch" | nameless)" "$work/apart" || echo "#   $branch"
    done > "$work/missing"
    [ ! -s "$work/missing" ] || printf 'not '
    echo "ok $n - $sheet: each of its $(grep -c "^$sheet:" "$work/all") branches is taken by a sample"
    cat "$work/missing"
done < "$work/sheets"
n=$((n + 1))
grep -vxFf "$work/never.nameless" "$work/apart" > "$work/stale"
[ ! -s "$work/stale" ] || printf 'not '
echo "ok $n - whatever is named apart is a branch that no sample takes"
sed 's/^/#   /' "$work/stale"
echo "1..$n"
