#!/bin/sh
# Every sample page: valid by the schema, rendered as accepted, within its weight, without anything the content policy forbids.
#   page.sh            compare (TAP)
#   page.sh --accept   write the goldens anew; look at the pages first
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../../.." && pwd)}
sheets=$top/xslt/page data=$top/tests/data/page golden=$top/tests/golden/page schema=$top/conf/schema/page.rng
asset=$top/xslt/asset
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

page_max=100000 css_max=20000 script_max=8000

count=0
result() { # status name
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}
valid() { xmllint --nonet --noout --relaxng "$schema" "$1" 2>"$work/err" || { sed 's/^/# /' "$work/err"; return 1; }; }
lines() { sed 's/></>\n</g' "$1"; }

accept=${1:-}
for sample in "$data"/*.xml; do
    name=$(basename "$sample" .xml) html=$work/$(basename "$sample" .xml).html
    valid "$sample"; result $? "$name: the document is valid"
    xsltproc --nonet "$sheets/site.xsl" "$sample" >"$html" 2>"$work/err" && [ ! -s "$work/err" ]
    result $? "$name: rendered without a word of complaint"
    if [ "$accept" = --accept ] && [ -s "$html" ]; then cp "$html" "$golden/"; fi
    cmp "$golden/$name.html" "$html" >"$work/err" 2>&1; ok=$?
    [ $ok -eq 0 ] || { lines "$golden/$name.html" >"$work/old"; lines "$html" | diff "$work/old" - | head -n 40 | sed 's/^/# /'; }
    result $ok "$name: byte for byte as accepted"
    [ "$(wc -c <"$html")" -lt $page_max ]; result $? "$name: under 100 kB"
    ! grep -qE ' style=|<style|<script>| on[a-z]+="|javascript:' "$html"; result $? "$name: nothing that the content policy forbids"
    [ "$(grep -o '<h1[ >]' "$html" | wc -l)" -eq 1 ] && grep -q '<main ' "$html" && grep -q '<html lang="vi">' "$html"
    result $? "$name: one heading, a main landmark, Vietnamese"
    # Every form that changes something proves that it is ours and acts once.
    posts=$(grep -o '<form[^>]*method="post"' "$html" | wc -l)
    grep -q '<token ' "$sample" || posts=0 # nobody is logged in
    [ "$posts" -eq "$(grep -o 'name="csrf"' "$html" | wc -l)" ]; result $? "$name: each of its $posts posts carries the token"
    # No two things of one name, and every label names something.
    ids=$(grep -o ' id="[^"]*"' "$html" | sort | uniq -d); [ -z "$ids" ]; result $? "$name: no id stands twice $ids"
    lost=$(grep -o '<label[^>]* for="[^"]*"' "$html" | sed 's/.*for="//; s/"$//' | while read -r id; do
        grep -q " id=\"$id\"" "$html" || echo "$id"; done)
    [ -z "$lost" ]; result $? "$name: every label has its field $lost"
done

for golden_page in "$golden"/*.html; do
    [ -f "$data/$(basename "$golden_page" .html).xml" ] || { result 1 "golden without a sample: $golden_page"; }
done
for sheet in "$sheets"/*.xsl; do
    name=$(basename "$sheet" .xsl)
    case $name in act-number|changes|fields|frame|nomination-list|nominee-form|paging|parts|site|words) continue ;; esac
    grep -q "<page id=\"$name\"" "$data"/*.xml; result $? "$name.xsl: has a sample"
done

# The schema refuses what it should.
refused() { # expression sample what
    sed "$1" "$data/$2.xml" >"$work/bad.xml" && ! cmp -s "$work/bad.xml" "$data/$2.xml" &&
        ! xmllint --nonet --noout --relaxng "$schema" "$work/bad.xml" 2>/dev/null
    result $? "refused: $3"
}
refused 's/outcome="accepted"/outcome="chấp nhận"/' nomination 'a word where a code belongs'
refused 's/due-on="2026-12-10"/due-on="10\/12\/2026"/' nomination 'a date as it is said'
refused 's/<tally /<tallies /' nomination 'an element nobody knows'
refused 's/<award id=/<award colour="gold" id=/' awards 'an attribute nobody knows'
refused 's/page id="awards"/page id="units"/' awards 'the resource of another page'
refused 's/ award-name="[^"]*"//' awards 'a row without what it is about'

[ "$(wc -c <"$asset/style.css")" -lt $css_max ]; result $? "style.css: under 20 kB"
[ "$(wc -c <"$asset/app.js")" -lt $script_max ]; result $? "app.js: under 8 kB"
! grep -qE 'url\(|@import|https?:' "$asset/style.css" "$asset/app.js"; result $? "nothing is asked of another place"

# What people read is Vietnamese: no English word in any text of a sheet.
for sheet in "$sheets"/*.xsl; do
    english=$(xsltproc --nonet "$golden/texts.xsl" "$sheet" | sed 's/{[^}]*}//g; s/|[A-Za-z_.-]* */\n/g' |
        grep -iE -f "$golden/english-words")
    [ -z "$english" ] || echo "$english" | sed 's/^/# /'
    [ -z "$english" ]; result $? "$(basename "$sheet"): no English in what people read"
done
# Every word is composed (NFC): no combining mark stands alone.
! grep -lP '[\x{0300}-\x{036F}]' "$sheets"/*.xsl "$data"/*.xml; result $? "Vietnamese is composed (NFC)"

echo "1..$count"
