#include "fcgi/words.h"

#include <string.h>

#include "lib/core/correction.h"

static const struct {
    const char *code, *word;
} words[] = {
    {"person", "Cá nhân"},
    {"collective", "Tập thể"},
    {"household", "Hộ gia đình"},
    {"cong_trang", "Công trạng"},
    {"chuyen_de", "Chuyên đề"},
    {"dot_xuat", "Đột xuất"},
    {"cong_hien", "Quá trình cống hiến"},
    {"nien_han", "Niên hạn"},
    {"doi_ngoai", "Đối ngoại"},
    {"khang_chien", "Thành tích kháng chiến"},
    {"bao_cao", "Báo cáo thành tích"},
    {"bien_ban", "Biên bản bình xét"},
    {"ket_qua_phieu", "Kết quả bỏ phiếu"},
    {"sang_kien_co_so", "Sáng kiến cấp cơ sở"},
    {"sang_kien_tinh", "Sáng kiến cấp tỉnh"},
    {"sang_kien_toan_quoc", "Sáng kiến toàn quốc"},
    {"de_tai_co_so", "Đề tài cấp cơ sở"},
    {"de_tai_tinh", "Đề tài cấp tỉnh"},
    {"xep_loai", "Kết quả xếp loại"},
    {"to_trinh", "Tờ trình đã ký"},
    {"khac", "Giấy tờ khác"},
    {"draft", "Dự thảo"},
    {"launched", "Đã phát động"},
    {"running", "Đang thực hiện"},
    {"reviewed", "Đã sơ kết"},
    {"concluded", "Đã tổng kết"},
    {"rewarded", "Đã khen thưởng"},
    {"closed", "Đã kết thúc"},
    {"accepted", "Đạt thẩm định"},
    {"returned", "Trả lại để sửa"},
    {"refused", "Không đạt"},
    {"HTXSNV", "Hoàn thành xuất sắc nhiệm vụ"},
    {"HTTNV", "Hoàn thành tốt nhiệm vụ"},
    {"HTNV", "Hoàn thành nhiệm vụ"},
    {"KHTNV", "Không hoàn thành nhiệm vụ"},
    {"void", "Hủy số"},
    {"reserved", "Giữ trước cho văn bản sau"},
    {"elsewhere", "Dùng cho văn bản khác của cơ quan"},
    {"award", "Quyết định"},
    {"proposal", "Tờ trình"},
    {"nomination.create", "Lập hồ sơ"},
    {"nomination.change", "Sửa thông tin hồ sơ"},
    {"nomination.import", "Nhập danh sách từ tệp"},
    {"nomination.add", "Thêm vào danh sách"},
    {"nomination.edit", "Sửa một dòng"},
    {"nomination.correct", "Bổ sung một dòng"},
    {"nomination.remove", "Bỏ khỏi danh sách"},
    {"nomination.attach", "Thêm giấy tờ"},
    {"nomination.detach", "Bỏ giấy tờ"},
    {"nomination.accepted", "Dòng đạt thẩm định"},
    {"nomination.returned", "Dòng trả lại để sửa"},
    {"nomination.refused", "Dòng không đạt thẩm định"},
    {"number.correct", "Sửa sổ văn bản đi"},
    {"role.grant", "Giao vai trò"},
    {"role.revoke", "Thu hồi vai trò"},
    {"login", "Đăng nhập"},
    {"login.refused", "Đăng nhập không được"},
    {"capacity", "Đổi vai trò làm việc"},
    {"logout", "Đăng xuất"},
    {"session.close", "Đóng phiên đăng nhập"},
    {"import.units", "Nhập đơn vị từ tệp"},
    {"import.people", "Nhập người từ tệp"},
    {"import.campaigns", "Nhập phong trào từ tệp"},
    {"import.awards", "Nhập khen thưởng từ tệp"},
    {"import.nominees", "Nhập danh sách đề nghị từ tệp"},
    {"person.read", "Xem hồ sơ của một người"},
    {"nomination.read", "Mở giấy tờ của hồ sơ"},
    {"award.export", "Xuất sổ khen thưởng"},
    {"ldap-sync", "Đồng bộ danh bạ"},
    {"law-load", "Nạp danh mục khen thưởng"},
};

const char *word_of(const char *code)
{
    const char *label = row_code_label(code);

    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i].code, code) == 0)
            return words[i].word;
    return label ? label : code;
}
