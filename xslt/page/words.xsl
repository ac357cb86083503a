<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of closed vocabularies: one line per code, |list.code=words.
     What an office may edit - states and actions of a flow, awards - is named by the page itself (choices). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="words">
    |role.staff=Nhân viên
    |role.clerk=Cán bộ thi đua, khen thưởng
    |role.head=Thủ trưởng đơn vị
    |role.appraiser=Thường trực Hội đồng
    |role.secretary=Thư ký Hội đồng
    |role.director=Lãnh đạo Sở
    |role.records=Văn thư
    |role.accountant=Kế toán
    |role.auditor=Thanh tra
    |role.admin=Quản trị
    |method.cong_trang=Công trạng
    |method.chuyen_de=Chuyên đề
    |method.dot_xuat=Đột xuất
    |method.cong_hien=Cống hiến
    |method.nien_han=Niên hạn
    |method.doi_ngoai=Đối ngoại
    |method.khang_chien=Kháng chiến
    |authority.giam_doc_so=Giám đốc Sở Y tế
    |authority.chu_tich_tinh=Chủ tịch UBND tỉnh
    |authority.bo_truong=Bộ trưởng Bộ Y tế
    |authority.thu_tuong=Thủ tướng Chính phủ
    |authority.chinh_phu=Chính phủ
    |authority.chu_tich_nuoc=Chủ tịch nước
    |outcome.pending=Chưa xét
    |outcome.accepted=Đạt thẩm định
    |outcome.returned=Trả lại
    |outcome.refused=Không đạt thẩm định
    |outcome.passed=Hội đồng thông qua
    |outcome.failed=Không đủ phiếu
    |outcome.granted=Được khen thưởng
    |nominee.person=Cá nhân
    |nominee.collective=Tập thể
    |nominee.household=Hộ gia đình
    |evidence.to_trinh=Tờ trình
    |evidence.bao_cao=Báo cáo thành tích
    |evidence.bien_ban=Biên bản bình xét
    |evidence.ket_qua_phieu=Kết quả bỏ phiếu
    |evidence.sang_kien=Công nhận sáng kiến, đề tài
    |evidence.sang_kien_co_so=Sáng kiến cấp cơ sở
    |evidence.sang_kien_tinh=Sáng kiến cấp tỉnh
    |evidence.sang_kien_toan_quoc=Sáng kiến toàn quốc
    |evidence.de_tai_co_so=Đề tài cấp cơ sở
    |evidence.de_tai_tinh=Đề tài cấp tỉnh
    |evidence.xep_loai=Kết quả xếp loại
    |evidence.khac=Giấy tờ khác
    |unit.so=Sở
    |unit.phong=Phòng
    |unit.chi_cuc=Chi cục
    |unit.benh_vien=Bệnh viện
    |unit.trung_tam=Trung tâm
    |unit.trung_tam_y_te=Trung tâm y tế
    |unit.tram=Trạm y tế
    |unit.khoa=Khoa, phòng
    |unit.khoi_ngoai=Ngoài ngành
    |status.working=Đang làm việc
    |status.retired=Đã nghỉ hưu
    |status.resigned=Đã thôi việc
    |status.deceased=Đã mất
    |status.external=Ngoài ngành
    |sex.nam=Nam
    |sex.nu=Nữ
    |rating.HTXSNV=Hoàn thành xuất sắc nhiệm vụ
    |rating.HTTNV=Hoàn thành tốt nhiệm vụ
    |rating.HTNV=Hoàn thành nhiệm vụ
    |rating.KHTNV=Không hoàn thành nhiệm vụ
    |hold.discipline=Kỷ luật
    |hold.under_review=Đang xem xét
    |level.khien_trach=Khiển trách
    |level.canh_cao=Cảnh cáo
    |level.ha_bac_luong=Hạ bậc lương
    |level.giang_chuc=Giáng chức
    |level.cach_chuc=Cách chức
    |level.buoc_thoi_viec=Buộc thôi việc
    |block.chair=Khối trưởng
    |block.vice_chair=Khối phó
    |block.member=Thành viên
    |reorganisation.merge=Sáp nhập
    |reorganisation.split=Chia, tách
    |reorganisation.rename=Đổi tên
    |reorganisation.dissolve=Giải thể
    |reorganisation.move=Chuyển cấp quản lý
    |campaign.draft=Đang soạn
    |campaign.launched=Đã phát động
    |campaign.running=Đang thực hiện
    |campaign.reviewed=Đã sơ kết
    |campaign.concluded=Đã tổng kết
    |campaign.rewarded=Đã khen thưởng
    |campaign.closed=Kết thúc
    |capacity.KT=KT.
    |capacity.Q=Q.
    |capacity.TL=TL.
    |capacity.TM=TM.
    |capacity.TUQ=TUQ.
    |used.void=Hủy số
    |used.reserved=Giữ trước cho văn bản sau
    |used.elsewhere=Dùng cho văn bản khác của cơ quan
    |decision.award=Quyết định
    |decision.proposal=Tờ trình
    |field.name=Họ tên, tên tập thể
    |field.position=Chức vụ
    |field.award_code=Danh hiệu, hình thức
    |field.achievement=Thành tích
    |field.period=Thời gian lập thành tích
    |field.period_from=Từ ngày
    |field.period_to=Đến ngày
    |field.evidence=Giấy tờ kèm theo
    |typed.reason=Lý do
    |typed.minutes_no=Số biên bản
    |typed.recipients=Nơi nhận
    |typed.skipped_note=Lý do bỏ qua
    |typed.result_no=Số quyết định của cấp trên
    |result.pass=Đạt
    |result.fail=Không đạt
    |result.missing=Thiếu dữ liệu
    |action.create=Lập hồ sơ
    |action.change=Sửa thông tin hồ sơ
    |action.add=Thêm vào danh sách
    |action.edit=Sửa một dòng
    |action.correct=Bổ sung một dòng
    |action.remove=Bỏ khỏi danh sách
    |action.import=Nhập danh sách từ tệp
    |action.attach=Thêm giấy tờ
    |action.detach=Bỏ giấy tờ
    |action.accepted=Đạt thẩm định
    |action.returned=Trả lại để sửa
    |action.refused=Không đạt thẩm định
    |action.number.correct=Sửa sổ văn bản đi
    |action.role.grant=Giao vai trò
    |action.role.revoke=Thu hồi vai trò
    |action.login=Đăng nhập
    |action.logout=Đăng xuất
    |refusal.login.unknown=Danh bạ không có tên đăng nhập này
    |refusal.login.wrong=Mật khẩu không đúng
    |refusal.login.expired=Mật khẩu hoặc tài khoản đã hết hạn
    |refusal.login.locked=Tài khoản đang bị khóa
    |refusal.login.must-change=Phải đổi mật khẩu trước
    |refusal.login.empty=Tên đăng nhập hoặc mật khẩu không dùng được
    |refusal.login.left=Đã thôi việc theo danh bạ
    |refusal.login.conflict=Mã nhân viên thuộc tài khoản khác
    |refusal.login.too-long=Thông tin trong danh bạ quá dài
    |refusal.login.busy=Đang có quá nhiều lượt đăng nhập
    |refusal.login.portal=Cổng thông tin không báo tên
    |refusal.login.portal-unknown=Ở đây không có tài khoản của cổng thông tin
    |refusal.dir.down=Danh bạ không trả lời
    |refusal.dir.timeout=Danh bạ trả lời quá chậm
    |refusal.dir.child=Chưa hỏi được danh bạ
    |refusal.dir.silent=Danh bạ không trả lời
    |refusal.dir.tls=Kết nối tới danh bạ chưa an toàn
    |how.portal=Qua cổng thông tin
    |refusal.dir.config=Cấu hình danh bạ chưa đúng
    |object.nomination=Hồ sơ
    |object.nominee=Trường hợp
    |object.decision=Quyết định
    |object.document=Văn bản
    |object.award=Khen thưởng
    |object.award-type=Danh mục khen thưởng
    |object.number_book=Sổ văn bản đi
    |object.role_grant=Vai trò
    |object.session=Phiên đăng nhập
    |object.person=Cá nhân
    |object.unit=Đơn vị
    |object.campaign=Phong trào
    |object.evidence=Giấy tờ
    |object.units=Đơn vị
    |object.people=Cá nhân
    |object.campaigns=Phong trào
    |object.awards=Khen thưởng
    |object.directory=Danh bạ
    |object.council_session=Phiên họp Hội đồng
    |</xsl:variable>

  <!-- The words for a code: the page's own choices first, then the list above, then the code itself.
       The list is the attribute's name unless said otherwise. -->
  <xsl:template match="@*" mode="word">
    <xsl:param name="of" select="name()"/>
    <xsl:variable name="code">
      <xsl:choose>
        <xsl:when test="starts-with(., 'nomination.')"><xsl:value-of select="substring-after(., '.')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="own" select="/page/choices[@for = $of]/choice[@value = $code or @value = string(current())]/@label"/>
    <xsl:variable name="key" select="concat('|', $of, '.', $code, '=')"/>
    <xsl:choose>
      <xsl:when test="$code = ''"/>
      <xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
      <xsl:when test="contains($words, $key)">
        <xsl:value-of select="normalize-space(substring-before(substring-after($words, $key), '|'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a rule found, or what stood before and after an act: codes among other text, "HTXSNV, HTTNV", "GKSYT; Điều dưỡng; ...". -->
  <xsl:template name="in-words">
    <xsl:param name="text"/>
    <xsl:variable name="mark">
      <xsl:choose>
        <xsl:when test="contains($text, '; ') and not(contains(substring-before($text, '; '), ', '))">; </xsl:when>
        <xsl:when test="contains($text, ', ') and string-length($text) &lt; 100">, </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$mark != ''">
        <xsl:call-template name="in-words"><xsl:with-param name="text" select="substring-before($text, $mark)"/></xsl:call-template>
        <xsl:value-of select="$mark"/>
        <xsl:call-template name="in-words"><xsl:with-param name="text" select="substring-after($text, $mark)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="own" select="/page/choices[@for = 'state' or @for = 'award_code']/choice[@value = $text]/@label"/>
        <xsl:variable name="key" select="concat('.', $text, '=')"/>
        <xsl:choose>
          <xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
          <xsl:when test="$text != '' and not(contains($text, ' ')) and contains($words, $key)">
            <xsl:value-of select="normalize-space(substring-before(substring-after($words, $key), '|'))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 1234567.5 as 1.234.567,5 -->
  <xsl:decimal-format name="vi" decimal-separator="," grouping-separator="." NaN=""/>

  <xsl:template match="@*" mode="number"><xsl:value-of select="format-number(., '#.##0', 'vi')"/></xsl:template>

  <!-- A count in a sentence: under ten with its zero (05 tập thể). -->
  <xsl:template name="counted">
    <xsl:param name="n"/>
    <xsl:value-of select="format-number($n, '#.#00', 'vi')"/>
  </xsl:template>

  <!-- 07 tập thể, 12 cá nhân -->
  <xsl:template name="recipients">
    <xsl:param name="collectives" select="@collectives"/>
    <xsl:param name="individuals" select="@individuals"/>
    <xsl:if test="$collectives &gt; 0">
      <xsl:call-template name="counted"><xsl:with-param name="n" select="$collectives"/></xsl:call-template> tập thể</xsl:if>
    <xsl:if test="$collectives &gt; 0 and $individuals &gt; 0">, </xsl:if>
    <xsl:if test="$individuals &gt; 0 or not($collectives &gt; 0)">
      <xsl:call-template name="counted"><xsl:with-param name="n" select="number($individuals)"/></xsl:call-template>
      cá nhân</xsl:if>
  </xsl:template>

  <!-- 2026-02-05 as 05/02/2026 -->
  <xsl:template match="@*" mode="date">
    <xsl:if test=". != ''">
      <time datetime="{substring(., 1, 10)}">
        <xsl:value-of select="concat(substring(., 9, 2), '/', substring(., 6, 2), '/', substring(., 1, 4))"/>
      </time>
    </xsl:if>
  </xsl:template>

  <!-- 2026-02-05 14:05 as 14:05 05/02/2026 -->
  <xsl:template match="@*" mode="moment">
    <xsl:if test=". != ''">
      <time datetime="{translate(substring(., 1, 16), ' ', 'T')}">
        <xsl:value-of select="concat(substring(., 12, 5), ' ', substring(., 9, 2), '/', substring(., 6, 2), '/', substring(., 1, 4))"/>
      </time>
    </xsl:if>
  </xsl:template>

  <xsl:template name="span-of-dates">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="$from != '' and $to != ''">
        <xsl:apply-templates select="$from" mode="date"/> – <xsl:apply-templates select="$to" mode="date"/>
      </xsl:when>
      <xsl:when test="$from != ''">từ <xsl:apply-templates select="$from" mode="date"/></xsl:when>
      <xsl:when test="$to != ''">đến <xsl:apply-templates select="$to" mode="date"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- 05/QĐ-SYT -->
  <xsl:template name="document-number">
    <xsl:value-of select="concat(format-number(@number, '#00'), '/', @symbol)"/>
  </xsl:template>
</xsl:stylesheet>
