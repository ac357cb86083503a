<?xml version="1.0" encoding="UTF-8"?>
<!-- Correcting a row: everything of a draft; of a row that was returned after the signature only what the return names, the rest as text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="row-form">
    <form class="box" method="post" action="/nominations/{@nomination-id}/nominees/{@id}" data-keep="yes">
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="version" value="{@version}"/>
      <xsl:call-template name="row-name"/>
      <div class="row">
        <xsl:if test="@kind = 'person'">
          <xsl:call-template name="row-field">
            <xsl:with-param name="name">position</xsl:with-param>
            <xsl:with-param name="label">Chức vụ</xsl:with-param>
            <xsl:with-param name="value" select="@position"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="row-field">
          <xsl:with-param name="name">award_code</xsl:with-param>
          <xsl:with-param name="label">Danh hiệu, hình thức</xsl:with-param>
          <xsl:with-param name="type">select</xsl:with-param>
          <xsl:with-param name="value" select="@award-code"/>
          <xsl:with-param name="words" select="@award-name"/>
        </xsl:call-template>
      </div>
      <div class="row">
        <xsl:call-template name="row-field">
          <xsl:with-param name="name">period_from</xsl:with-param>
          <xsl:with-param name="code">period</xsl:with-param>
          <xsl:with-param name="label">Lập thành tích từ ngày</xsl:with-param>
          <xsl:with-param name="type">date</xsl:with-param>
          <xsl:with-param name="value" select="@period-from"/>
          <xsl:with-param name="words"><xsl:apply-templates select="@period-from" mode="date"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="row-field">
          <xsl:with-param name="name">period_to</xsl:with-param>
          <xsl:with-param name="code">period</xsl:with-param>
          <xsl:with-param name="label">Đến ngày</xsl:with-param>
          <xsl:with-param name="type">date</xsl:with-param>
          <xsl:with-param name="value" select="@period-to"/>
          <xsl:with-param name="words"><xsl:apply-templates select="@period-to" mode="date"/></xsl:with-param>
        </xsl:call-template>
      </div>
      <xsl:call-template name="row-field">
        <xsl:with-param name="name">achievement</xsl:with-param>
        <xsl:with-param name="label">Tóm tắt thành tích</xsl:with-param>
        <xsl:with-param name="type">long</xsl:with-param>
        <xsl:with-param name="value" select="achievement"/>
        <xsl:with-param name="hint">Nêu kết quả cụ thể, có số liệu; dùng cho danh sách, tờ trình và quyết định</xsl:with-param>
      </xsl:call-template>
      <xsl:if test="@removable = 'no'">
        <p class="hint">Thủ trưởng đơn vị đã ký: chỉ sửa được nội dung được yêu cầu. Thủ trưởng và thường trực thấy nội dung trước và sau khi
          sửa.</p>
      </xsl:if>
      <p class="buttons">
        <button class="button likely">
          <xsl:choose><xsl:when test="@removable = 'no'">Gửi lại</xsl:when><xsl:otherwise>Lưu</xsl:otherwise></xsl:choose>
        </button>
        <a href="/nominations/{@nomination-id}">Về hồ sơ</a>
      </p>
    </form>
    <xsl:choose>
      <xsl:when test="@removable = 'yes'">
        <form method="post" action="/nominations/{@nomination-id}/nominees/{@id}/remove" class="apart">
          <xsl:call-template name="tokens"/>
          <button class="text">Bỏ khỏi danh sách</button>
        </form>
      </xsl:when>
      <xsl:when test="contains(concat(' ', @opened, ' '), ' evidence ')"><xsl:call-template name="row-papers"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An input when the field is open, its words when it is not -->
  <xsl:template name="row-field">
    <xsl:param name="name"/>
    <xsl:param name="code" select="$name"/>
    <xsl:param name="label"/>
    <xsl:param name="type">text</xsl:param>
    <xsl:param name="value"/>
    <xsl:param name="words" select="$value"/>
    <xsl:param name="hint"/>
    <xsl:choose>
      <xsl:when test="contains(concat(' ', @opened, ' '), concat(' ', $code, ' '))">
        <xsl:call-template name="field">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="label" select="$label"/>
          <xsl:with-param name="type" select="$type"/>
          <xsl:with-param name="value" select="$value"/>
          <xsl:with-param name="hint" select="$hint"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <div class="field" id="f-{$name}" tabindex="-1">
          <p><xsl:value-of select="$label"/>: <b><xsl:choose><xsl:when test="string($words) != ''"><xsl:value-of select="$words"/></xsl:when><xsl:otherwise>chưa ghi</xsl:otherwise></xsl:choose></b></p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name is never typed: it is that of the records. -->
  <xsl:template name="row-name">
    <xsl:if test="@record-name">
      <p>
        <xsl:choose>
          <xsl:when test="@record-name != @name">Gửi lại sẽ ghi tên <b><xsl:value-of select="@record-name"/></b> theo hồ sơ gốc, thay cho
            <b><xsl:value-of select="@name"/></b>.</xsl:when>
          <xsl:otherwise>Hồ sơ gốc đang ghi <b><xsl:value-of select="@record-name"/></b>. Nếu tên này sai, đề nghị quản trị hệ thống sửa hồ sơ
            gốc trước, rồi gửi lại dòng này.</xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Papers of a row that was returned for them -->
  <xsl:template name="row-papers">
    <h2>Giấy tờ của dòng này</h2>
    <xsl:for-each select="evidence">
      <form method="post" action="/nominations/{../@nomination-id}/evidence/{@id}/remove" class="buttons">
        <xsl:call-template name="tokens"/>
        <a href="/nominations/{../@nomination-id}/evidence/{@id}"><xsl:value-of select="@name"/></a>
        <button class="text" aria-label="Bỏ {@name}">Bỏ</button>
      </form>
    </xsl:for-each>
    <form class="box" method="post" action="/nominations/{@nomination-id}/evidence" enctype="multipart/form-data">
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="nominee_id" value="{@id}"/>
      <div class="row">
        <xsl:call-template name="field">
          <xsl:with-param name="name">kind</xsl:with-param>
          <xsl:with-param name="label">Loại giấy tờ</xsl:with-param>
          <xsl:with-param name="type">select</xsl:with-param>
          <xsl:with-param name="id">e-kind</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="field">
          <xsl:with-param name="name">file</xsl:with-param>
          <xsl:with-param name="label">Tệp (PDF, DOCX, ảnh)</xsl:with-param>
          <xsl:with-param name="type">file</xsl:with-param>
          <xsl:with-param name="required">yes</xsl:with-param>
        </xsl:call-template>
      </div>
      <p class="buttons"><button class="button">Tải lên</button></p>
    </form>
  </xsl:template>
</xsl:stylesheet>
