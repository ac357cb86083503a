<?xml version="1.0" encoding="UTF-8"?>
<!-- Of the step that numbers a paper: its number and day, what is passed over, to whom it goes, and how the year's book stands. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="numbering">
    <xsl:apply-templates select="series"/>
    <xsl:if test="@signed-on">
      <p class="note">Ký ngày <b><xsl:apply-templates select="@signed-on" mode="date"/></b>. Ngày ban hành là ngày của số: văn bản ban hành
        trong năm nào thì lấy số trong sổ năm ấy.</p>
    </xsl:if>
    <div class="row">
      <xsl:call-template name="field">
        <xsl:with-param name="name">number</xsl:with-param>
        <xsl:with-param name="label">Số</xsl:with-param>
        <xsl:with-param name="type">number</xsl:with-param>
        <xsl:with-param name="value" select="series/@suggested-no"/>
        <xsl:with-param name="required">yes</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="field">
        <xsl:with-param name="name">issued_on</xsl:with-param>
        <xsl:with-param name="label">Ngày ban hành</xsl:with-param>
        <xsl:with-param name="type">date</xsl:with-param>
        <xsl:with-param name="value" select="@issued-on"/>
        <xsl:with-param name="required">yes</xsl:with-param>
      </xsl:call-template>
    </div>
    <div class="row">
      <xsl:call-template name="field">
        <xsl:with-param name="name">skipped</xsl:with-param>
        <xsl:with-param name="label">Các số bị bỏ qua</xsl:with-param>
        <xsl:with-param name="type">select</xsl:with-param>
        <xsl:with-param name="none">Không bỏ qua số nào</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="field">
        <xsl:with-param name="name">skipped_note</xsl:with-param>
        <xsl:with-param name="label">Lý do bỏ qua</xsl:with-param>
        <xsl:with-param name="class">grow</xsl:with-param>
        <xsl:with-param name="hint">Chỉ ghi khi số ở trên lớn hơn số kế tiếp, ví dụ: dùng cho các quyết định nhân sự</xsl:with-param>
      </xsl:call-template>
    </div>
    <xsl:call-template name="many-skipped"/>
    <xsl:call-template name="field">
      <xsl:with-param name="name">recipients</xsl:with-param>
      <xsl:with-param name="label">Nơi nhận</xsl:with-param>
      <xsl:with-param name="type">long</xsl:with-param>
      <xsl:with-param name="value" select="@recipients"/>
      <xsl:with-param name="required">yes</xsl:with-param>
      <xsl:with-param name="hint">Mỗi nơi một dòng; in đúng như vậy trên văn bản</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The page of another day: its number book. -->
  <xsl:template name="choose-book">
    <form class="filters" method="get" action="/nominations/{@nomination-id}/act/{@action}">
      <xsl:call-template name="field">
        <xsl:with-param name="name">on</xsl:with-param>
        <xsl:with-param name="label">Số kế tiếp trong sổ của ngày ban hành</xsl:with-param>
        <xsl:with-param name="type">date</xsl:with-param>
        <xsl:with-param name="value" select="@issued-on"/>
      </xsl:call-template>
      <button>Xem ngày này</button>
    </form>
  </xsl:template>

  <!-- Only when so many numbers would be passed over that it must be said twice. -->
  <xsl:template name="many-skipped">
    <xsl:variable name="sure" select="$page/form/field[@name = 'skipped_sure'][@message or @value != '']"/>
    <xsl:variable name="number" select="$page/form/field[@name = 'number']/@value"/>
    <xsl:if test="$sure">
      <div class="field">
        <label class="choice" for="f-skipped_sure">
          <input type="checkbox" id="f-skipped_sure" name="skipped_sure" value="{$number}">
            <xsl:if test="$sure/@message">
              <xsl:attribute name="aria-invalid">true</xsl:attribute>
              <xsl:attribute name="aria-describedby">f-skipped_sure-e</xsl:attribute>
            </xsl:if>
            <xsl:if test="$sure/@value = $number and not($sure/@message)"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          Số <xsl:value-of select="$number"/> là đúng; bỏ qua các số ấy
        </label>
        <xsl:for-each select="$sure/@message"><p class="error" id="f-skipped_sure-e"><xsl:value-of select="."/></p></xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- How the year's book stands. -->
  <xsl:template match="series">
    <p class="note">
      <xsl:choose>
        <xsl:when test="@last-no &gt; 0">Số cuối của năm <xsl:value-of select="@year"/>:
          <b><xsl:value-of select="concat(format-number(@last-no, '#00'), '/', @symbol)"/></b>
          <xsl:if test="@last-on">, <xsl:apply-templates select="@last-on" mode="date"/></xsl:if>.
        </xsl:when>
        <xsl:otherwise>Năm <xsl:value-of select="@year"/> chưa có số nào. </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="@suggested-no">
          <xsl:text>Số kế tiếp: </xsl:text><b><xsl:value-of select="format-number(@suggested-no, '#00')"/></b>. Số sau không được ghi ngày sớm hơn số trước.
        </xsl:when>
        <xsl:otherwise>
          <b class="late">Sổ đã đến số lớn nhất</b>: chỉ còn cấp được số đang giữ trước. Nếu sổ đến số ấy do ghi nhầm thì sửa dòng đã bỏ qua ở
        </xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="kind"><xsl:choose><xsl:when test="@code = 'TTr'">proposal</xsl:when><xsl:otherwise>award</xsl:otherwise></xsl:choose></xsl:variable>
      <a href="/numbers?kind={$kind}&amp;year={@year}">Sổ văn bản đi</a></p>
    <xsl:if test="reserved">
      <p class="note">Số đang giữ trước, dùng được:
        <xsl:for-each select="reserved">
          <b><xsl:value-of select="format-number(@first-no, '#00')"/>
            <xsl:if test="@last-no != @first-no"> đến <xsl:value-of select="format-number(@last-no, '#00')"/></xsl:if></b>
          <xsl:value-of select="concat(' (', @note, ')')"/>
          <xsl:if test="position() != last()">; </xsl:if>
        </xsl:for-each>.</p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
