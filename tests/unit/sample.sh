#!/bin/sh
# The demonstration province adds up, and is the same every time.
sample=$top_srcdir/conf/sample
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
failed=0

# is NAME EXPECTED FOUND
is() {
    n=$((n + 1))
    if [ "$2" = "$3" ]; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1: expected $2, found $3"
        failed=1
    fi
}

awards() {
    grep -c "$1" "$work/awards.csv"
}

echo 1..21
SAMPLE_YEAR=2026 "$sample/make.sh" "$work" '{SSHA}x'
mkdir "$work/again"
SAMPLE_YEAR=2026 "$sample/make.sh" "$work/again" '{SSHA}x'
is "the same files every time" "" "$(for f in "$work"/again/*; do cmp "$f" "$work/${f##*/}" 2>&1; done)"

is "44 units" 44 "$(awk -F, '$1 == "SYT" || $3 == "SYT"' "$work/units.csv" | wc -l)"
is "64 trạm y tế" 64 "$(grep -c ',Trạm y tế,TTYT-' "$work/units.csv")"
is "8,845 people" 8845 "$(tail -n +2 "$work/people.csv" | wc -l)"
is "every number once" 8845 "$(tail -n +2 "$work/people.csv" | cut -d, -f1 | sort -u | wc -l)"
is "everybody works in a unit of the list" "" "$(tail -n +2 "$work/people.csv" | cut -d, -f7 | sort -u > "$work/used"
    cut -d, -f1 "$work/units.csv" | sort -u | comm -13 - "$work/used")"
is "everybody is in the directory" 8845 "$(grep -c '^employeeNumber: CM' "$work/directory.ldif")"
is "fourteen accounts" 14 "$(tail -n +2 "$work/people.csv" | grep -vc ',cm[0-9]*@syt.example$')"
is "the account's name is the person's" "CM00001,Trần Quốc Thái" "$(sed -n '2s/,Nam.*//p' "$work/people.csv")"
is "five ratings each" 44225 "$(grep -c "^('CM[0-9]*',202[1-5],'" "$work/province.sql")"

is "523 awards" 523 "$(tail -n +2 "$work/awards.csv" | wc -l)"
is "382 of them to people" 382 "$(awards '^Cá nhân')"
is "2 of the Prime Minister" 2 "$(awards ',BKTTG,')"
is "41 of the province" 41 "$(awards ',BKT,')"
is "243 of the department" 243 "$(awards ',GKSYT,')"
is "118, 36 and 83 titles" "118 36 83" "$(awards ',CSTDCS,') $(awards ',TTLDXS,') $(awards ',TTLDTT,')"
is "93 sudden" 93 "$(awards ',Đột xuất,')"
is "26 leaders and 56 direct workers among them" "26 56" \
    "$(awards '^Cá nhân.*,Có,.*,Đột xuất,') $(awards '^Cá nhân.*,Không,.*,Đột xuất,')"
is "nobody twice in one decision" "" "$(cut -d, -f2,3,7,11,12 "$work/awards.csv" | sort | uniq -d)"

# Places of the allotment: after the last quotation mark no field holds a comma.
allotment() {
    sed -e '1d' -e 's/"[^"]*"/q/g' "$work/campaigns.csv" | awk -F, -v n="$1" '$1 !~ /-2.1$/ { sum += $n } END { print sum }'
}
is "allotments of 45 collectives and 100 people" "45 100" "$(allotment 11) $(allotment 12)"
is "twenty targets" 20 "$(grep -cE "^ *\([0-9]+, '2\.[0-9]\. " "$work/province.sql")"
exit $failed
