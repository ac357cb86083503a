#!/bin/sh
# Papers through the browser to PDF, measured: A4, the margins of Decree 30/2020, page numbers, heads of tables on every page, no row lost.
set -u
top=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
ln -s "$top/xslt/asset" "$work/asset"

count=0
result() { # status name
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}
print() { # html name -> $work/name.pdf, $work/name.txt (by page), $work/name.words (page width height x y X Y word, in mm)
    sed 's|"/asset/|"asset/|g' "$1" >"$work/$2.html"
    timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/profile-$2" --no-pdf-header-footer \
        --print-to-pdf="$work/$2.pdf" "file://$work/$2.html" >"$work/log" 2>&1 && [ -s "$work/$2.pdf" ] || { sed 's/^/# /' "$work/log"; return 1; }
    pdftotext -bbox "$work/$2.pdf" "$work/$2.bbox" &&
        sed -n 's|.*<page width="\([0-9.]*\)" height="\([0-9.]*\)".*|page \1 \2|p; s|.*<word xMin="\([0-9.]*\)" yMin="\([0-9.]*\)" xMax="\([0-9.]*\)" yMax="\([0-9.]*\)">\(.*\)</word>|word \1 \2 \3 \4 \5|p' "$work/$2.bbox" |
        awk 'function mm(points) { return points * 25.4 / 72 }
             $1 == "page" { page++; width = mm($2); height = mm($3) }
             $1 == "word" { print page, width, height, mm($2), mm($3), mm($4), mm($5), $6 }' >"$work/$2.words"
}
pages() { pdfinfo "$work/$1.pdf" | awk '$1 == "Pages:" { print $2 }'; }
# Every page is A4 so turned, and no word of the text leaves 20/15/20/30 mm; above 18 mm stands the page's number alone, in the middle.
measured() { # name landscape-first-pages
    awk -v wide="$2" '
        function off(what) { print "# page " $1 ": " what " " $8 " at " $4 " " $5 " " $6 " " $7; bad = 1 }
        { w = wide == "all" ? 297 : 210; h = wide == "all" ? 210 : 297 }
        $2 < w - 0.6 || $2 > w + 0.6 || $3 < h - 0.6 || $3 > h + 0.6 { off("not A4") }
        $7 < 18 { centre = ($4 + $6) / 2; if ($8 !~ /^[0-9]+$/ || centre < (30 + w - 15) / 2 - 1.5 || centre > (30 + w - 15) / 2 + 1.5) off("not a page number"); next }
        $4 < 29.4 || $6 > w - 14.4 || $5 < 18 || $7 > h - 19.4 { off("outside the margins") }
        END { exit bad }' "$work/$1.words"
}
numbers() { # name -> "1: 2:2 ..." the number on top of each page
    awk '{ seen[$1] = seen[$1]; last = $1 } $7 < 18 { seen[$1] = $8 } END { for (i = 1; i <= last; i++) printf "%s%s", (i > 1 ? " " : ""), (seen[i] == "" ? "-" : seen[i]) }' "$work/$1.words"
}
heads() { awk '$8 == "TT" { print $1 }' "$work/$1.words" | uniq | wc -l; }

golden=$top/tests/golden/form
print "$golden/quyet-dinh--decision-14.html" decision && measured decision no; result $? "decision: A4, margins 20/15/20/30 mm"
[ "$(numbers decision)" = "- 2 - 2" ]; result $? "decision: numbered from page 2, its appendix anew ($(numbers decision))"
[ "$(heads decision)" -eq 2 ]; result $? "decision: the head of the list stands on each of its pages"
pdffonts "$work/decision.pdf" | awk 'NR > 2 && ($1 !~ /(LiberationSerif|Times|Tinos)/ || $0 !~ / yes +yes +(yes|no) /) { bad = 1; print "# " $0 } END { exit bad || NR < 3 }'
result $? "decision: Times metrics, every font embedded"

print "$golden/to-trinh--proposal-province-3.html" proposal && measured proposal no; result $? "proposal: A4, margins"
[ "$(numbers proposal)" = "- 2" ]; result $? "proposal: numbered from page 2"

print "$golden/giay-khen--decision-14.html" certificates; result $? "certificates: printed"
[ "$(pages certificates)" -eq 14 ] && awk '$2 < 296.4 || $2 > 297.6 || $3 < 209.4 || $3 > 210.6 || $4 < 17 || $6 > 280 || $5 < 17 || $7 > 193 { bad = 1; print "#", $0 } END { exit bad }' "$work/certificates.words"
result $? "certificates: one A4 landscape page each, all inside the border"

print "$golden/giay-khen--decision-mixed.html" titles; result $? "certificates of titles: printed"
[ "$(pages titles)" -eq 6 ]; result $? "certificates of titles: long names keep to one page"

print "$golden/bang-21-cot--table21-rachgia.html" table && measured table all; result $? "21-column table: A4 landscape, margins"
print "$golden/so-khen-thuong--register-4.html" register && measured register all; result $? "register: A4 landscape, margins"

# A decision for 523 people.
awk 'BEGIN {
    print "<record on=\"2026-01-05\"><office parent=\"UBND TỈNH CÀ MAU\" name=\"SỞ Y TẾ\" short=\"Sở Y tế\" place=\"Cà Mau\" province=\"tỉnh Cà Mau\" head=\"GIÁM ĐỐC\" deputy=\"PHÓ GIÁM ĐỐC\" symbol=\"SYT\" standing=\"\"/>"
    print "<regime id=\"R152\"><basis>Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022</basis></regime>"
    print "<nomination id=\"1\" title=\"Năm 2025\" method=\"cong_trang\" year=\"2025\" authority=\"giam_doc_so\" authority-label=\"Giám đốc Sở Y tế\" unit-name=\"Các đơn vị\"/>"
    print "<document kind=\"QĐ\" symbol=\"QĐ-SYT\" number=\"9\" issued-on=\"2026-01-05\"/><decision authority=\"giam_doc_so\" bonus-total=\"371330000\"/>"
    print "<counts collectives=\"0\" individuals=\"523\"/><award-type code=\"GKSYT\" name=\"Giấy khen của Giám đốc Sở Y tế\" family=\"commendation\"/>"
    for (i = 1; i <= 523; i++)
        printf "<nominee ordinal=\"%d\" gold-no=\"%d\" kind=\"person\" name=\"Người%d\" position=\"Điều dưỡng\" unit-name=\"Bệnh viện đa khoa Cà Mau\" award-code=\"GKSYT\" bonus=\"710000\"><achievement>%s</achievement></nominee>\n", i, i, i, i % 7 ? "Hoàn thành xuất sắc nhiệm vụ" : "Có nhiều sáng kiến cải tiến trong công tác khám bệnh, chữa bệnh, được áp dụng rộng rãi"
    print "</record>" }' >"$work/long.xml"
xsltproc --nonet "$top/xslt/form/quyet-dinh.xsl" "$work/long.xml" | xsltproc --nonet "$top/xslt/layout/html.xsl" - >"$work/long-paper.html" &&
    print "$work/long-paper.html" long && measured long no
result $? "523 people: A4, margins"
sort -k1,1n -k5,5n "$work/long.words" | awk '$8 ~ /^Người[0-9]+$/ { n++; if ($8 != "Người" n) bad = 1 } END { exit bad || n != 523 }'
result $? "523 people: each once, in order"
[ "$(heads long)" -eq "$(($(pages long) - 1))" ]; result $? "523 people: the head of the list stands on each of its $(($(pages long) - 1)) pages"

echo "1..$count"
