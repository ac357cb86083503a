#!/bin/sh
# Every paper, from record to HTML: schemas, goldens, what must be refused, and the facts of Decree 30/2020 that a program can see.
#   paper.sh            compare (TAP)
#   paper.sh --accept   write the goldens anew; look at the papers first
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../../.." && pwd)}
form=$top/xslt/form data=$top/tests/data/form golden=$top/tests/golden/form
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

count=0
result() { # status name
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}
valid() { xmllint --nonet --noout --relaxng "$top/conf/schema/$1.rng" "$2" 2>"$work/err" || { sed 's/^/# /' "$work/err"; return 1; }; }
lines() { sed 's/></>\n</g' "$1"; }
refused() { # sheet document message
    if xsltproc --nonet "$1" "$2" >/dev/null 2>"$work/err"; then return 1; fi
    grep -q "$3" "$work/err"
}

accept=${1:-}
grep -v '^#' "$golden/cases" >"$work/cases"
while read -r name record; do
    doc=$work/$name--$record.xml html=$work/$name--$record.html
    valid record "$data/$record.xml"; result $? "$record: the record is valid"
    xsltproc --nonet "$form/$name.xsl" "$data/$record.xml" >"$doc" && valid document "$doc"
    result $? "$name of $record: the official document is valid"
    xsltproc --nonet "$top/xslt/layout/html.xsl" "$doc" >"$html"; result $? "$name of $record: laid out"
    if [ "$accept" = --accept ]; then cp "$html" "$golden/"; fi
    cmp "$golden/$name--$record.html" "$html" >"$work/err" 2>&1; ok=$?
    [ $ok -eq 0 ] || { lines "$golden/$name--$record.html" >"$work/old"; lines "$html" | diff "$work/old" - | sed 's/^/# /'; }
    result $ok "$name of $record: byte for byte as accepted"
    ! grep -qE ' style=|<style|<script>| on[a-z]+=' "$html"; result $? "$name of $record: nothing that the content policy forbids"
    case $name in
    to-trinh|quyet-dinh)
        [ "$(grep -o '\./\.</p>' "$html" | wc -l)" -eq 1 ]; result $? "$name of $record: ends with ./. once"
        grep -o '<p class="basis">[^<]*' "$html" >"$work/bases"
        ! sed '$d' "$work/bases" | grep -qv ';$' && tail -n 1 "$work/bases" | grep -q '\.$'
        result $? "$name of $record: bases end with ; and the last with ."
        grep -o '<li>[^<]*' "$html" | tail -n 1 | grep -q '^<li>- Lưu: VT.*\.$'; result $? "$name of $record: recipients end with Lưu"
        ;;
    esac
    # Nobody is lost on the way: every name of the record is on the paper.
    missing=$(xmllint --xpath '//nominee/@name | //award/@name' "$data/$record.xml" 2>/dev/null | sed 's/^ *name="//; s/"$//' | while IFS= read -r person; do
        grep -qF "$person" "$html" || echo "$person"; done)
    case $name in to-trinh) ;; *) [ -z "$missing" ]; result $? "$name of $record: every recipient is on it" ;; esac
done <"$work/cases"

# What does not agree with itself is not printed.
mutate() { sed "$1" "$data/$2.xml" >"$work/bad.xml" && ! cmp -s "$work/bad.xml" "$data/$2.xml"; }
mutate 's/individuals="12"/individuals="13"/' decision-14 && refused "$form/quyet-dinh.xsl" "$work/bad.xml" '14 nominees where 15'
result $? "refused: a nominee short of the count"
mutate 's/collectives="2" individuals="12"/collectives="3" individuals="11"/' decision-14 && refused "$form/danh-sach.xsl" "$work/bad.xml" 'were counted'
result $? "refused: a person counted as a collective"
mutate 's/bonus-total="11340000"/bonus-total="11340001"/' decision-14 && refused "$form/quyet-dinh.xsl" "$work/bad.xml" 'bonuses add up to 11340000'
result $? "refused: bonuses that do not add up"
mutate 's/gold-no="3"/gold-no="4"/' decision-14 && refused "$form/giay-khen.xsl" "$work/bad.xml" 'golden book'
result $? "refused: a list out of the order of the golden book"
refused "$form/giay-khen.xsl" "$data/proposal-province-3.xml" 'a paper of a QĐ asked of a TTr' && refused "$form/to-trinh.xsl" "$data/decision-14.xml" 'asked of a QĐ'
result $? "refused: a certificate of a proposal, a proposal of a decision"
layout=$top/xslt/layout/html.xsl
sed 's/rows="14"/rows="15"/' "$work/danh-sach--decision-14.xml" >"$work/bad.xml" && refused "$layout" "$work/bad.xml" '14 rows on paper for 15 records'
result $? "refused: a row lost before the layout"
sed '0,/<cell>Trưởng khoa<\/cell>/s///' "$work/danh-sach--decision-14.xml" >"$work/bad.xml" && refused "$layout" "$work/bad.xml" 'does not fill its 6 columns'
result $? "refused: a row with a cell too few"
sed 's/certificates rows="14"/certificates rows="13"/' "$work/giay-khen--decision-14.xml" >"$work/bad.xml" && refused "$layout" "$work/bad.xml" '14 on paper for 13 records'
result $? "refused: a certificate too many"
mutate 's/rows="4"/rows="5"/' register-4 && xsltproc --nonet "$form/so-khen-thuong.xsl" "$work/bad.xml" >"$work/bad-document.xml" && refused "$layout" "$work/bad-document.xml" '4 rows on paper for 5 records'
result $? "refused: an award lost from the register"

# Every month, and the days where the padding changes.
wrong=0
grep -v '^#' "$data/dates" >"$work/dates"
while read -r date words; do
    sed "s/place=\"Cà Mau\" date=\"[0-9-]*\"/place=\"Cà Mau\" date=\"$date\"/" "$work/quyet-dinh--decision-14.xml" >"$work/dated.xml"
    xsltproc --nonet "$layout" "$work/dated.xml" | grep -qF "<div class=\"place-date\">Cà Mau, $words</div>" || { echo "# $date is not: $words"; wrong=1; }
done <"$work/dates"
[ $wrong -eq 0 ] && [ "$(wc -l <"$work/dates")" -eq 48 ]; result $? "dates: 12 months, 4 days each, as Decree 30/2020 pads them"

# 523 rows, as many as Rạch Giá's awards of five years.
awk 'BEGIN {
    print "<record on=\"2026-01-05\"><office parent=\"UBND TỈNH CÀ MAU\" name=\"SỞ Y TẾ\" short=\"Sở Y tế\" place=\"Cà Mau\" province=\"tỉnh Cà Mau\" head=\"GIÁM ĐỐC\" deputy=\"PHÓ GIÁM ĐỐC\" symbol=\"SYT\" standing=\"\"/><register rows=\"523\">"
    for (i = 1; i <= 523; i++) printf "<award kind=\"person\" name=\"Nguyễn Văn %d\" position=\"Điều dưỡng\" unit-name=\"Bệnh viện đa khoa Cà Mau\" award-name=\"Giấy khen của Giám đốc Sở Y tế\" year=\"2025\" decision-no=\"5/QĐ-SYT\" decision-date=\"2026-01-05\" gold-no=\"%d\"><achievement/></award>", i, i
    print "</register></record>" }' >"$work/long.xml"
valid record "$work/long.xml" && xsltproc --nonet "$form/so-khen-thuong.xsl" "$work/long.xml" >"$work/long-document.xml" &&
    valid document "$work/long-document.xml" && xsltproc --nonet "$layout" "$work/long-document.xml" >"$work/long.html" &&
    [ "$(grep -o '<tr class="record">' "$work/long.html" | wc -l)" -eq 523 ] && grep -qF '>Nguyễn Văn 523<' "$work/long.html"
result $? "a register of 523 rows keeps them all"

# The page: margins of Decree 30/2020 and what the sheets in HTML name is there.
css=$top/xslt/asset/paper.css
grep -q 'margin: 20mm 15mm 20mm 30mm;' "$css" && grep -q '"Times New Roman"' "$css" && grep -q 'size: A4;' "$css"; result $? "paper.css: A4, 20/15/20/30 mm, Times"
missing=$(cat "$work"/*.html | grep -oE '/asset/[a-z0-9.-]+' | sort -u | grep -v app.js | while read -r file; do [ -f "$top/xslt$file" ] || echo "$file"; done)
[ -z "$missing" ]; result $? "every picture and sheet that papers name exists $missing"

echo "1..$count"
