#include <string.h>

#include "lib/store/import_list.h"

/* Years the register may hold: from the Emulation Decree of 11 June 1948. */
#define YEAR_MIN 1948
#define YEAR_MAX 2100
#define MONEY_MAX 4000000000

static const struct import_choice unit_kinds[] = {
    {"so", "so"},
    {"phong", "phong|van phong|thanh tra"},
    {"chi_cuc", "chi cuc"},
    {"benh_vien", "benh vien"},
    {"trung_tam", "trung tam"},
    {"trung_tam_y_te", "trung tam y te|trung tam y te khu vuc|ttyt"},
    {"tram", "tram|tram y te"},
    {"khoa", "khoa|to|doi"},
    {"khoi_ngoai", "khoi ngoai|ngoai nganh"},
    {NULL, NULL},
};

static const struct import_choice sexes[] = {
    {"nam", "nam|m|male"}, {"nu", "nu|f|female"}, {NULL, NULL}};

static const struct import_choice methods[] = {
    {"cong_trang", "cong trang|thuong xuyen|cong trang thanh tich"},
    {"chuyen_de", "chuyen de|phong trao"},
    {"dot_xuat", "dot xuat"},
    {"cong_hien", "cong hien|qua trinh cong hien"},
    {"nien_han", "nien han"},
    {"doi_ngoai", "doi ngoai"},
    {"khang_chien", "khang chien"},
    {NULL, NULL},
};

/* Campaigns know the first three only. */
static const struct import_choice campaign_methods[] = {
    {"chuyen_de", "chuyen de"}, {"cong_trang", "thuong xuyen|cong trang"}, {"dot_xuat", "dot xuat"},
    {NULL, NULL}};

static const struct import_choice campaign_states[] = {
    {"draft", "du thao|draft"},
    {"launched", "da phat dong|launched"},
    {"running", "dang thuc hien|running"},
    {"reviewed", "da so ket|reviewed"},
    {"concluded", "da tong ket|concluded"},
    {"rewarded", "da khen thuong|rewarded"},
    {"closed", "ket thuc|closed"},
    {NULL, NULL},
};

static const struct import_choice recipients[] = {
    {"person", "ca nhan|cn|person"},
    {"collective", "tap the|tt|collective"},
    {"household", "ho gia dinh|household"},
    {NULL, NULL},
};

static const struct import_choice nominee_recipients[] = {
    {"person", "ca nhan|cn|person"}, {"collective", "tap the|tt|collective"}, {NULL, NULL}};

#define TEXT(name, title, accepted, required, max, hint, width) \
    {name, title, accepted, IMPORT_TEXT, required, 0, max, NULL, hint, width}
#define INT(name, title, accepted, required, min, max, hint) \
    {name, title, accepted, IMPORT_INT, required, min, max, NULL, hint, 10}
#define DATE(name, title, accepted, required, hint) \
    {name, title, accepted, IMPORT_DATE, required, 0, 0, NULL, hint, 12}
#define YES_NO(name, title, accepted, hint) \
    {name, title, accepted, IMPORT_YES_NO, false, 0, 0, NULL, hint, 10}
#define CHOICE(name, title, accepted, required, choices, hint) \
    {name, title, accepted, IMPORT_CHOICE, required, 0, 0, choices, hint, 14}

static const struct import_column unit_columns[] = {
    TEXT("code", "Mã đơn vị", "ma|ma don vi", true, 32, "Ngắn, không trùng; ví dụ BV-DKCM.", 14),
    TEXT("name", "Tên đơn vị", "ten|ten don vi", true, 200, "Tên đầy đủ theo quyết định thành lập.", 44),
    CHOICE("kind", "Loại đơn vị", "loai|loai hinh", true, unit_kinds,
           "Sở, phòng, chi cục, bệnh viện, trung tâm, trung tâm y tế, trạm, khoa."),
    TEXT("parent", "Đơn vị cấp trên", "cap tren|truc thuoc|don vi chu quan", false, 200,
         "Mã hoặc tên của đơn vị cấp trên; để trống với Sở.", 30),
    TEXT("short", "Tên ngắn", "ten viet tat|ten goi tat", false, 80, "Để trống thì lấy tên đầy đủ.", 24),
    TEXT("signing", "Tên trên văn bản", "ten ky", false, 200,
         "Viết hoa như trên đầu văn bản; để trống thì tên đầy đủ viết hoa.", 44),
    TEXT("head_title", "Chức danh người đứng đầu", "chuc danh nguoi ky|thu truong", false, 80,
         "Ví dụ GIÁM ĐỐC; để trống thì theo loại đơn vị.", 24),
    TEXT("symbol", "Ký hiệu văn bản", "ky hieu", false, 32, "Ví dụ BVCM trong 12/TTr-BVCM.", 14),
    YES_NO("beds", "Có giường bệnh", "giuong benh|giuong|has beds", "Ghi x nếu có."),
    DATE("valid_from", "Thành lập từ ngày", "tu ngay|ngay thanh lap", false, "Ví dụ 01/07/2025."),
};

static const struct import_column person_columns[] = {
    TEXT("staff_no", "Mã nhân viên", "ma nv|ma so|ma can bo|so hieu|ma cbccvc", false, 32,
         "Số của người trong hệ thống nhân sự. Không có thì phải có ngày sinh.", 14),
    TEXT("full_name", "Họ và tên", "ho ten|ten|name", true, 120, "Có dấu, đủ họ, đệm, tên.", 30),
    DATE("birth_date", "Ngày sinh", "ngay thang nam sinh|sinh ngay", false, "Ví dụ 05/02/1985."),
    CHOICE("sex", "Giới tính", "gioi|nam nu", false, sexes, "Nam hoặc Nữ."),
    TEXT("unit", "Đơn vị", "ma don vi|ten don vi|don vi cong tac|unit code", true, 200,
         "Mã hoặc tên đơn vị đang công tác.", 34),
    TEXT("title", "Chức vụ, chức danh", "chuc vu|chuc danh|position", true, 160, "Ví dụ Bác sĩ điều trị.", 26),
    YES_NO("leader", "Lãnh đạo, quản lý", "lanh dao|lanh dao quan ly|quan ly",
           "Ghi x nếu là phó phòng, phó khoa trở lên."),
    DATE("valid_from", "Giữ chức vụ từ ngày", "tu ngay|ngay bo nhiem", false,
         "Để trống thì tính từ ngày nhập."),
    TEXT("mail", "Thư điện tử", "email|e mail", false, 190, "", 26),
    TEXT("citizen_id", "Số định danh cá nhân", "cccd|so cccd|can cuoc cong dan|so dinh danh", false, 12,
         "12 chữ số.", 16),
};

static const struct import_column campaign_columns[] = {
    TEXT("code", "Mã phong trào", "ma|muc|section", true, 32, "Ngắn, không trùng; ví dụ 2021-2.1.", 14),
    TEXT("name", "Nội dung thi đua", "ten|ten phong trao|phong trao|noi dung phong trao", true, 400,
         "Tên phong trào.", 50),
    TEXT("parent", "Thuộc phong trào", "phong trao cap tren|phong trao me", false, 32,
         "Mã của phong trào lớn hơn.", 14),
    TEXT("unit", "Đơn vị phát động", "don vi|phat dong", false, 200, "Để trống thì là Sở.", 30),
    CHOICE("method", "Loại hình", "hinh thuc|hinh thuc thi dua", false, campaign_methods,
           "Chuyên đề, thường xuyên hoặc đột xuất; để trống là chuyên đề."),
    TEXT("lead_agency", "Cơ quan chủ trì", "chu tri", false, 200, "", 30),
    TEXT("responsible", "Đơn vị phụ trách", "phu trach|responsible unit", false, 400, "", 36),
    TEXT("content", "Nội dung chi tiết", "noi dung|chi tiet", false, 4000, "", 40),
    TEXT("review_time", "Thời gian xét", "thoi gian xet khen thuong|thoi gian", false, 200, "", 30),
    DATE("date_from", "Từ ngày", "bat dau|ngay bat dau", false, "Ví dụ 01/01/2026."),
    DATE("date_to", "Đến ngày", "ket thuc|ngay ket thuc", false, "Ví dụ 31/12/2026."),
    INT("quota_collectives", "Số tập thể được khen", "so tap the|tap the|chi tieu tap the", false, 0, 100000,
        "Để trống nếu không giới hạn; 0 là không khen."),
    INT("quota_individuals", "Số cá nhân được khen", "so ca nhan|ca nhan|chi tieu ca nhan", false, 0, 100000,
        "Để trống nếu không giới hạn; 0 là không khen."),
    TEXT("quota_note", "Ghi chú về số lượng", "ghi chu|ghi chu chi tieu", false, 300, "", 30),
    CHOICE("state", "Tình trạng", "trang thai", false, campaign_states,
           "Để trống là đang thực hiện."),
};

#define RECIPIENT_HINT "Cá nhân hoặc tập thể; để trống là cá nhân."
#define STAFF_NO_HINT "Nên ghi. Không có thì tìm theo họ tên, ngày sinh, đơn vị."

static const struct import_column award_columns[] = {
    CHOICE("kind", "Đối tượng", "loai doi tuong|ca nhan tap the|recipient kind", false, recipients,
           "Cá nhân, tập thể hoặc hộ gia đình; để trống là cá nhân."),
    TEXT("staff_no", "Mã nhân viên", "ma nv|ma so|ma can bo|so hieu|ma cbccvc", false, 32, STAFF_NO_HINT, 14),
    TEXT("name", "Họ và tên hoặc tên tập thể", "ho ten|ho va ten|ten|ten tap the|ca nhan|ho ten ten tap the", true,
         200, "Của tập thể: mã hoặc tên đơn vị.", 34),
    DATE("birth_date", "Ngày sinh", "ngay thang nam sinh|sinh ngay", false, "Ví dụ 05/02/1985."),
    TEXT("unit", "Đơn vị", "ma don vi|ten don vi|don vi cong tac|unit code", false, 200,
         "Mã hoặc tên đơn vị; bắt buộc với cá nhân không có mã nhân viên.", 34),
    TEXT("position", "Chức vụ, chức danh", "chuc vu|chuc danh", false, 160,
         "Khi được khen; để trống thì lấy chức vụ hiện nay.", 26),
    TEXT("award", "Danh hiệu, hình thức khen thưởng",
         "danh hieu|hinh thuc|hinh thuc khen thuong|danh hieu thi dua|award code|danh hieu hinh thuc", true, 200,
         "Mã (ví dụ GKSYT) hoặc tên đầy đủ.", 34),
    CHOICE("method", "Loại hình khen thưởng", "loai hinh|loai khen thuong", true, methods,
           "Công trạng, chuyên đề, đột xuất, cống hiến, niên hạn, đối ngoại, kháng chiến."),
    INT("year", "Năm", "nam khen thuong|nam thanh tich", true, YEAR_MIN, YEAR_MAX, "Năm của thành tích."),
    TEXT("decision_no", "Số quyết định", "quyet dinh|so qd|so quyet dinh", true, 60, "Ví dụ 540/QĐ-SYT.", 18),
    DATE("decision_date", "Ngày quyết định", "ngay qd|ngay ky|ngay", true, "Ví dụ 19/05/2025."),
    TEXT("achievement", "Thành tích", "noi dung khen thuong|noi dung", false, 1000, "Tóm tắt.", 40),
    INT("gold_no", "Số vào sổ vàng", "so vang|so so vang|so vao so", false, 1, 1000000, ""),
    INT("bonus", "Tiền thưởng", "tien thuong dong|so tien", false, 0, MONEY_MAX, "Đồng, không dấu chấm."),
    TEXT("campaign", "Mã phong trào", "phong trao", false, 32, "Khi khen theo phong trào.", 14),
    YES_NO("leader", "Lãnh đạo, quản lý", "lanh dao|lanh dao quan ly|quan ly",
           "Khi được khen; để trống thì theo chức vụ hiện nay."),
};

static const struct import_column nominee_columns[] = {
    CHOICE("kind", "Đối tượng", "loai doi tuong|ca nhan tap the", false, nominee_recipients, RECIPIENT_HINT),
    TEXT("staff_no", "Mã nhân viên", "ma nv|ma so|ma can bo|so hieu|ma cbccvc", false, 32, STAFF_NO_HINT, 14),
    TEXT("name", "Họ và tên hoặc tên tập thể", "ho ten|ho va ten|ten|ten tap the|ho ten ten tap the", true, 200,
         "Của tập thể: mã hoặc tên đơn vị, khoa, phòng.", 34),
    DATE("birth_date", "Ngày sinh", "ngay thang nam sinh|sinh ngay", false, "Ví dụ 05/02/1985."),
    TEXT("unit", "Đơn vị", "ma don vi|ten don vi|don vi cong tac|khoa phong", false, 200,
         "Mã hoặc tên; cần khi có người trùng tên.", 34),
    TEXT("position", "Chức vụ, chức danh", "chuc vu|chuc danh", false, 160,
         "Để trống thì lấy chức vụ hiện nay.", 26),
    TEXT("award_code", "Danh hiệu, hình thức đề nghị",
         "danh hieu|hinh thuc|hinh thuc khen thuong|danh hieu thi dua|award|de nghi|danh hieu hinh thuc khen thuong",
         true, 200, "Mã (ví dụ GKSYT) hoặc tên đầy đủ.", 34),
    TEXT("achievement", "Thành tích", "tom tat thanh tich|noi dung thanh tich", false, 4000,
         "Tóm tắt thành tích đề nghị khen.", 60),
    DATE("period_from", "Thành tích từ ngày", "tu ngay", false, "Ví dụ 01/01/2026."),
    DATE("period_to", "Thành tích đến ngày", "den ngay", false, "Ví dụ 31/10/2026."),
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const struct {
    const char *word;
    const struct import_column *column;
    unsigned count;
} kinds[] = {
    [IMPORT_UNITS] = {"units", unit_columns, COUNT(unit_columns)},
    [IMPORT_PEOPLE] = {"people", person_columns, COUNT(person_columns)},
    [IMPORT_CAMPAIGNS] = {"campaigns", campaign_columns, COUNT(campaign_columns)},
    [IMPORT_AWARDS] = {"awards", award_columns, COUNT(award_columns)},
    [IMPORT_NOMINEES] = {"nominees", nominee_columns, COUNT(nominee_columns)},
};

enum import_kind import_kind_of(const char *word)
{
    for (unsigned i = 1; i < COUNT(kinds); i++)
        if (strcmp(kinds[i].word, word) == 0)
            return (enum import_kind)i;
    return IMPORT_UNSET;
}

const char *import_kind_word(enum import_kind kind)
{
    return kinds[kind].word;
}

const struct import_column *import_columns(enum import_kind kind, unsigned *count)
{
    *count = kinds[kind].count;
    return kinds[kind].column;
}
