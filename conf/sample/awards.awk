# The 523 awards behind the five-year table of a medical centre, given to people and collectives of unit
# TTYT-CM: the same every time.
#
#   awk -f awards.awk people.csv units.csv > awards.csv
#
# plan() rows: award, method, kind, leaders, how many in 2021 ... 2025. leaders: yes, no, or unknown: the printed table
# left those columns empty, so the register does not know either (province.sql).

function plan(award, method, kind, leaders, counts) {
    plans[++plan_count] = award "|" method "|" kind "|" leaders "|" counts
}

# Number and day of the decision of an award, method and year.
function decision(award, method, year, office) {
    office = award == "BKTTG" ? "QĐ-TTg" : award == "BKT" || award == "TTLDXS" ? "QĐ-UBND" : "QĐ-SYT"
    if (award == "BKT" && year == 2024)
        return "3402/" office ",24/12/2024"
    return 100 * (year - 2019) + base[award] + (method == "Đột xuất" ? 57 : 0) "/" office "," \
        (method == "Đột xuất" ? day_sudden[award] : day_merit[award]) "/" year
}

function two(n) { return n < 10 ? "0" n : n }

function person(leaders, n) {           # the next one of the list, round and round
    if (leaders == "yes") return leader[at_leader++ % leader_count]
    if (leaders == "no") return direct[at_direct++ % direct_count]
    n = at_all++ % all_count
    return all[n]
}

function give(award, method, kind, leaders, year, n, i, who, f, place, gold) {
    for (i = 1; i <= n; i++) {
        gold = ++gold_no[decision(award, method, year)]
        if (kind == "Tập thể") {
            place = collective[at_collective++ % collective_count]
            printf "%s,,%s,,,%s", kind, place, place
        } else {
            who = person(leaders)
            split(who, f, ",")
            printf "%s,%s,%s,%s,%s,%s", kind, f[1], f[2], f[5], \
                leaders == "unknown" ? "" : leaders == "yes" ? "Có" : "Không", f[7]
        }
        printf ",%s,%s,%d,%s,%s,%d\n", award, method, year, why[award, method], decision(award, method, year), gold
    }
}

BEGIN {
    base["BKTTG"] = 15; base["BKT"] = 210; base["GKSYT"] = 320; base["CSTDCS"] = 330; base["TTLDXS"] = 240; base["TTLDTT"] = 331
    day_merit["BKTTG"] = "05/12"; day_merit["BKT"] = "22/12"; day_merit["GKSYT"] = "18/12"
    day_merit["CSTDCS"] = "18/12"; day_merit["TTLDXS"] = "22/12"; day_merit["TTLDTT"] = "18/12"
    day_sudden["BKTTG"] = "20/10"; day_sudden["BKT"] = "15/10"; day_sudden["GKSYT"] = "30/09"
    why["BKTTG", "Công trạng"] = why["BKT", "Công trạng"] = "Hoàn thành xuất sắc nhiệm vụ nhiều năm liền"
    why["GKSYT", "Công trạng"] = "Hoàn thành tốt nhiệm vụ công tác trong năm"
    why["CSTDCS", "Công trạng"] = "Có sáng kiến được công nhận và hoàn thành xuất sắc nhiệm vụ"
    why["TTLDXS", "Công trạng"] = "Tập thể hoàn thành xuất sắc nhiệm vụ"
    why["TTLDTT", "Công trạng"] = "Tập thể hoàn thành tốt nhiệm vụ"
    why["BKTTG", "Đột xuất"] = why["BKT", "Đột xuất"] = why["GKSYT", "Đột xuất"] = "Có thành tích đột xuất trong phòng chống dịch bệnh"
    plan("BKTTG", "Công trạng", "Cá nhân", "unknown", "0 0 0 1 0")
    plan("BKTTG", "Đột xuất", "Cá nhân", "yes", "1 0 0 0 0")
    plan("BKT", "Công trạng", "Tập thể", "", "2 2 2 2 3")
    plan("BKT", "Công trạng", "Cá nhân", "unknown", "5 5 5 5 6")
    plan("BKT", "Đột xuất", "Tập thể", "", "2 0 0 0 0")
    plan("BKT", "Đột xuất", "Cá nhân", "yes", "1 0 0 0 0")
    plan("BKT", "Đột xuất", "Cá nhân", "no", "1 0 0 0 0")
    plan("GKSYT", "Công trạng", "Cá nhân", "unknown", "31 31 31 31 31")
    plan("GKSYT", "Đột xuất", "Tập thể", "", "7 0 1 0 1")
    plan("GKSYT", "Đột xuất", "Cá nhân", "yes", "16 2 2 2 2")
    plan("GKSYT", "Đột xuất", "Cá nhân", "no", "34 6 5 5 5")
    plan("CSTDCS", "Công trạng", "Cá nhân", "unknown", "23 24 23 24 24")
    plan("TTLDXS", "Công trạng", "Tập thể", "", "7 7 7 7 8")
    plan("TTLDTT", "Công trạng", "Tập thể", "", "16 17 16 17 17")
}

FNR == 1 { file++; next }
{ split($0, f, ",") }
file == 1 && f[7] ~ /^TTYT-CM/ {
    people[all_count++] = $0
    if (f[6] == "Có") leader[leader_count++] = $0
    else direct[direct_count++] = $0
}
file == 2 && f[1] ~ /^TTYT-CM-/ { collective[collective_count++] = f[1] }

END {
    # 97 has no divisor in common with the number of people, so that this walks through all of them in no visible order
    for (i = 0; i < all_count; i++)
        all[i] = people[i * 97 % all_count]
    print "Đối tượng,Mã nhân viên,Họ và tên hoặc tên tập thể,\"Chức vụ, chức danh\",\"Lãnh đạo, quản lý\",Đơn vị," \
        "\"Danh hiệu, hình thức khen thưởng\",Loại hình khen thưởng,Năm,Thành tích,Số quyết định,Ngày quyết định,Số vào sổ vàng"
    for (p = 1; p <= plan_count; p++) {
        split(plans[p], f, "|")
        split(f[5], counts, " ")
        for (y = 1; y <= 5; y++)
            give(f[1], f[2], f[3], f[4], 2020 + y, counts[y])
    }
}
