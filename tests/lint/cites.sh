#!/bin/sh
# How acts are cited: the article before the act, "Điều 54 Nghị định số 152/2025/NĐ-CP", and a law by its name and year or day,
# never by its number (Decree 30/2020, article 9 and appendix I).
. "${top_srcdir:-.}/tests/lint/tap.sh"

act='(NĐ-CP|TT-[A-ZĐ]+|QĐ-[A-ZĐ]+|QH[0-9]+)'

# Whatever is shown or printed, comments left out, with the name of the file.
shown() {
    find conf/law conf/messages.xml conf/flow lib fcgi xslt/page xslt/form tests/data/page tests/data/form -type f \
        \( -name '*.xml' -o -name '*.xsl' -o -name '*.c' \) ! -path 'lib/db/statements.*' 2> /dev/null | sort | while read -r file; do
        perl -0777 -CSD -pe 's/<!--.*?-->//gs; s{/\*.*?\*/}{}gs' "$file" | sed "s|^|$file: |"
    done
}

after() { shown | grep -E "$act[ ,]+(Điều|khoản|điểm|Phụ lục|Mẫu)" | cut -c1-200; }
numbered() { shown | grep -E 'Luật([^"<;]*) [0-9]+/[0-9]{4}/QH|Luật số' | cut -c1-200; }
bare() { shown | grep -E '(Nghị định|Thông tư|Quyết định) [0-9]+/' | cut -c1-200; }

echo '<vote cite="Nghị định số 152/2025/NĐ-CP Điều 54"/>' | seed conf/law/seed.xml
rule "the article stands before the act" after
echo '<cite>Điều 5 Luật Thi đua, khen thưởng 06/2022/QH15</cite>' | seed conf/messages.xml
rule "a law is cited without its number" numbered
echo 'cite("Điều 54 Nghị định 152/2025/NĐ-CP");' | seed fcgi/seed.c
rule "a decree, a circular, a decision has its số" bare

# A sentence is said on every day: it cites what is in force now. What was in force on another day stands in conf/law, by day.
repealed() { grep -nE '(91/2017|98/2023)/NĐ-CP|(08/2017|12/2019|01/2024)/TT-BNV' conf/messages.xml | cut -c1-200; }
echo '<cite>Điều 47 Nghị định số 98/2023/NĐ-CP</cite>' | seed conf/messages.xml
rule "no sentence cites a decree or circular that was replaced" repealed
plan
