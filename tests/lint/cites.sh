#!/bin/sh
# How acts are cited: the article before the act, "Điều 54 Nghị định số 152/2025/NĐ-CP", and a law by its name and year or day,
# never by its number (Decree 30/2020, article 9 and appendix I).
. "${top_srcdir:-.}/tests/lint/tap.sh"

act='(NĐ-CP|TT-[A-ZĐ]+|QĐ-[A-ZĐ]+|QH[0-9]+)'

# Whatever is shown or printed, comments left out: name of the file, then the line.
shown() {
    for file in "$@"; do
        perl -0777 -CSD -pe 's/<!--.*?-->/my $c = $&; $c =~ s{[^\n]}{}g; $c/gse; s{/\*.*?\*/}{}gs' "$file" | sed "s|^|$file: |"
    done
}

after() { grep -E "$act[ ,]+(Điều|khoản|điểm|Phụ lục|Mẫu)"; }
numbered() { grep -E 'Luật([^"<;]*)[ ][0-9]+/[0-9]{4}/QH|Luật số'; }
bare() { grep -E '(Nghị định|Thông tư|Quyết định) [0-9]+/'; }

# Each of them sees what it is for.
for seed in 'after Nghị định số 152/2025/NĐ-CP Điều 54' 'numbered Luật Thi đua, khen thưởng 06/2022/QH15' 'numbered bởi Luật số 06/2026/QH16' \
    'bare Điều 54 Nghị định 152/2025/NĐ-CP'; do
    echo "${seed#* }" | "${seed%% *}" > "$work/seen"
    [ -s "$work/seen" ] || echo "$seed"
done | rule "the rules see what they are for"

shown conf/law/*.xml conf/messages.xml conf/flow/*.xml lib/*/*.c fcgi/*.c xslt/page/*.xsl xslt/form/*.xsl xslt/form/part/*.xsl \
    tests/data/page/*.xml tests/data/form/*.xml | grep -v '^lib/db/statements' | cut -c1-2000 > "$work/shown"
after < "$work/shown" | cut -c1-200 | rule "the article stands before the act"
numbered < "$work/shown" | cut -c1-200 | rule "a law is cited without its number"
bare < "$work/shown" | cut -c1-200 | rule "a decree, a circular, a decision has its số"
plan
