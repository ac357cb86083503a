# The fictitious staff of the demonstration province: the same people every time.
#
#   awk -f fields.awk -f people.awk -v out=FOLDER -v hash={SSHA}... -v this_year=2026 \
#       units.csv sizes.csv accounts.csv
#
# writes people.csv, people.ldif, ratings.sql and headcount.sql. Any awk will do: text is only compared and
# joined, never measured, so it does not matter whether a letter is one byte or three.

function random(n) {                    # 0 ... n-1; Park and Miller
    seed = (seed * 16807) % 2147483647
    return int(seed / 2147483647 * n)
}

function pick(list, words, n) {
    n = split(list, words, "|")
    return words[random(n) + 1]
}

function two(n) { return n < 10 ? "0" n : n }

function title_of(kind, unit, place) {
    if (place == "staff") {
        if (kind == "Khoa")
            return unit ~ /Dược/ ? pick("Dược sĩ|Dược sĩ|Dược sĩ trung học|Nhân viên") : \
                   unit ~ /Xét nghiệm|hình ảnh/ ? pick("Kỹ thuật viên|Kỹ thuật viên|Bác sĩ|Cử nhân xét nghiệm") : \
                   unit ~ /Sanh|sản|Sản/ ? pick("Hộ sinh|Hộ sinh|Hộ sinh|Bác sĩ|Điều dưỡng") : \
                   pick("Điều dưỡng|Điều dưỡng|Điều dưỡng|Điều dưỡng|Bác sĩ|Bác sĩ|Bác sĩ chính|Kỹ thuật viên|Hộ lý")
        if (kind == "Trạm y tế")
            return pick("Y sĩ|Y sĩ|Điều dưỡng|Hộ sinh|Dược sĩ trung học|Viên chức dân số|Bác sĩ")
        if (kind == "Phòng" || kind == "Chi cục")
            return pick("Chuyên viên|Chuyên viên|Chuyên viên|Chuyên viên chính|Kế toán viên|Văn thư viên|Nhân viên")
        return pick("Chuyên viên|Bác sĩ|Dược sĩ|Kỹ thuật viên|Kế toán viên|Nhân viên|Kiểm nghiệm viên")
    }
    if (kind == "Sở") return place == "head" ? "Giám đốc Sở" : "Phó Giám đốc Sở"
    if (unit == "Văn phòng") return place == "head" ? "Chánh Văn phòng" : "Phó Chánh Văn phòng"
    if (kind == "Phòng") return place == "head" ? "Trưởng phòng" : "Phó Trưởng phòng"
    if (kind == "Khoa") return place == "head" ? "Trưởng khoa" : "Phó Trưởng khoa"
    if (kind == "Trạm y tế") return place == "head" ? "Trưởng trạm" : "Phó Trưởng trạm"
    if (kind == "Chi cục") return place == "head" ? "Chi cục trưởng" : "Phó Chi cục trưởng"
    return place == "head" ? "Giám đốc" : "Phó Giám đốc"
}

function rating_of(leader, dice) {
    dice = random(1000)
    if (dice < (leader ? 350 : 170)) return "HTXSNV"
    if (dice < 960) return "HTTNV"
    if (dice < 996) return "HTNV"
    return "KHTNV"
}

function row(file, text) {              # statements of 500 rows each
    if (rows[file] % 500 == 0)
        printf "%s%s\n", rows[file] ? ";\n" : "", heads[file] > file
    else
        printf ",\n" > file
    rows[file]++
    printf "%s", text > file
}

function entry(uid, no, name, family, title, unit) {
    printf "dn: uid=%s,ou=people,%s\nobjectClass: inetOrgPerson\nentryUUID: 5e7a0000-0000-4000-8000-%012d\n", \
        uid, base, no > ldif
    printf "uid: %s\ncn: %s\nsn: %s\nemployeeNumber: CM%05d\ndepartmentNumber: %s\ntitle: %s\nmail: %s@syt.example\nuserPassword: %s\n\n", \
        uid, name, family, no, unit, title, uid, hash > ldif
}

function person(unit, place, given, account, no, sex, name, family, title, leader, born, uid, year, part, up) {
    no = ++people
    leader = place != "staff"
    if (account) {
        fields(account, given)
        uid = given[1]; name = given[2]; sex = given[3]; born = given[4]; title = given[5]
        family = name
        sub(/ .*/, "", family)
    } else {
        sex = random(100) < 62 ? "Nữ" : "Nam"
        family = pick(families)
        name = family " " (sex == "Nữ" ? pick(women_middle) " " pick(women) : pick(men_middle) " " pick(men))
        title = title_of(kind[unit], unit_name[unit], place)
        year = leader ? 1966 + random(20) : 1970 + random(32)
        born = two(1 + random(28)) "/" two(1 + random(12)) "/" year
        uid = sprintf("cm%05d", no)
    }
    printf "CM%05d,%s,%s,%s,%s,%s,%s,01/01/2020,%s@syt.example\n", no, name, sex, born, title, \
        leader ? "Có" : "Không", unit, uid > csv
    entry(uid, no, name, family, title, unit)
    for (year = 2021; year <= 2025; year++)
        row(ratings, sprintf("('CM%05d',%d,'%s')", no, year, rating_of(leader)))
    part = random(100) < (leader ? 85 : 30)
    for (up = unit; up != ""; up = parent[up]) {
        total[up]++
        if (sex == "Nữ") women_in[up]++
        if (part) party[up]++
        if (leader) leaders_in[up]++
    }
}

BEGIN {
    seed = 20250701
    base = "dc=syt,dc=example"
    csv = out "/people.csv"; ldif = out "/people.ldif"
    ratings = out "/ratings.sql"; headcounts = out "/headcount.sql"
    heads[ratings] = "INSERT INTO sample_rating (staff_no, year, value) VALUES"
    heads[headcounts] = "INSERT INTO sample_headcount (code, year, total, women, party, leaders) VALUES"
    families = "Nguyễn|Nguyễn|Nguyễn|Nguyễn|Nguyễn|Nguyễn|Nguyễn|Trần|Trần|Trần|Lê|Lê|Lê|Phạm|Phạm|Huỳnh|Huỳnh|Võ|Võ|Phan|Trương|Bùi|Đặng|Đỗ|Ngô|Hồ|Dương|Lý|Lâm|Mai|Đoàn|Trịnh|Tạ|Châu|Quách|Thạch|Danh|Cao|Tô|La"
    women_middle = "Thị|Thị|Thị|Thị|Ngọc|Kim|Mỹ|Hồng|Thu|Thùy|Bích|Thanh|Thị Ngọc|Thị Kim|Thị Mỹ|Thị Hồng|Thị Thanh|Diễm|Tuyết|Cẩm"
    men_middle = "Văn|Văn|Văn|Hữu|Minh|Quốc|Thanh|Hoàng|Công|Đức|Trung|Chí|Trọng|Nhật|Phước|Thành|Tấn|Hải|Việt|Xuân"
    women = "Anh|Chi|Dung|Duyên|Đào|Giang|Hà|Hạnh|Hân|Hiền|Hoa|Hòa|Huệ|Hương|Kiều|Lan|Liên|Linh|Loan|Ly|Mai|My|Nga|Ngân|Nguyệt|Nhi|Như|Oanh|Phương|Quyên|Sương|Tâm|Thảo|Thắm|Thơ|Thúy|Thư|Tiên|Trang|Trinh|Trúc|Tuyền|Uyên|Vân|Xuyến|Yến"
    men = "An|Bảo|Bình|Cường|Dũng|Duy|Đạt|Điền|Đông|Giang|Hải|Hào|Hiếu|Hòa|Hùng|Huy|Hưng|Khải|Khánh|Khoa|Kiên|Lâm|Lộc|Long|Lợi|Luân|Mẫn|Nam|Nghĩa|Nhân|Phát|Phong|Phú|Phúc|Quang|Quân|Sang|Sơn|Tài|Tân|Thắng|Thiện|Thịnh|Tiến|Toàn|Trí|Tú|Tuấn|Vinh|Vũ"
    print "Mã nhân viên,Họ và tên,Giới tính,Ngày sinh,\"Chức vụ, chức danh\",\"Lãnh đạo, quản lý\",Đơn vị,Giữ chức vụ từ ngày,Thư điện tử" > csv
}

FNR == 1 { file++; next }
file == 1 { fields($0, f); units[++unit_count] = f[1]; kind[f[1]] = f[2]; parent[f[1]] = f[3]; unit_name[f[1]] = f[4] }
file == 2 { fields($0, f); size[f[1]] = f[2] }
file == 3 { fields($0, f); accounts[f[7], ++account_count[f[7]]] = $0; place_of[f[7], account_count[f[7]]] = f[6] }

END {
    for (i = 1; i <= unit_count; i++) {
        u = units[i]
        leaders = size[u] >= 40 ? 3 : size[u] >= 8 ? 2 : 1
        if (kind[u] != "Khoa" && kind[u] != "Phòng" && kind[u] != "Trạm y tế")
            leaders = size[u] < 20 ? 3 : 4
        for (n = 1; n <= size[u]; n++) {
            place = n == 1 ? "head" : n <= leaders ? "deputy" : "staff"
            account = ""
            for (a = 1; a <= account_count[u]; a++)
                if ((u, a) in accounts && (place != "staff") == (place_of[u, a] == "Có") && !(place == "head" && u == "SYT-TCCB")) {
                    account = accounts[u, a]
                    delete accounts[u, a]
                    break
                }
            person(u, place, given, account)
        }
    }
    print ";" > ratings
    for (i = 1; i <= unit_count; i++)
        for (year = 2021; year <= this_year; year++) {
            u = units[i]
            row(headcounts, sprintf("('%s',%d,%d,%d,%d,%d)", u, year, total[u], women_in[u], party[u], leaders_in[u]))
        }
    print ";" > headcounts
    for (key in accounts) {
        print "people.awk: no place for " accounts[key] > "/dev/stderr"
        exit 1
    }
    if (people != 8845) {
        print "people.awk: " people " people" > "/dev/stderr"
        exit 1
    }
}
