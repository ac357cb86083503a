<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers of the book that no document has, entered wrong: what they went to is put right, a whole run or a part of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'number']" mode="title">Sửa sổ văn bản đi: số <xsl:for-each select="run"><xsl:call-template name="book-number"/></xsl:for-each></xsl:template>

  <xsl:template match="page[@id = 'number']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/decisions</xsl:with-param>
      <xsl:with-param name="label">Quyết định</xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="run">
      <a><xsl:call-template name="book-href"/>Sổ văn bản đi năm <xsl:value-of select="@year"/></a>
      <span> › </span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'number']" mode="main"><xsl:apply-templates select="run"/></xsl:template>

  <!-- Since the form was opened a document may have taken the number. -->
  <xsl:template match="run[@used = 'issued']">
    <div class="empty">
      <p><b>Số này đã cấp cho một văn bản nên không sửa được.</b></p>
      <p><a><xsl:call-template name="book-href"/>Về sổ văn bản đi</a></p>
    </div>
  </xsl:template>

  <xsl:template match="run">
    <form class="box wide" method="post" action="/numbers/{@id}">
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="version" value="{@version}"/>
      <div class="summary">
        <p class="big">
          <xsl:text>Số </xsl:text><xsl:call-template name="book-number"/>
          <xsl:text>: </xsl:text>
          <b><xsl:apply-templates select="@used" mode="word"><xsl:with-param name="of">used</xsl:with-param></xsl:apply-templates></b>
        </p>
        <p><xsl:value-of select="@note"/></p>
        <xsl:if test="@by-name">
          <p class="note"><xsl:value-of select="@by-name"/> ghi sổ <xsl:apply-templates select="@at" mode="moment"/>.</p>
        </xsl:if>
      </div>
      <div class="row">
        <xsl:call-template name="field">
          <xsl:with-param name="name">first_no</xsl:with-param>
          <xsl:with-param name="label">Từ số</xsl:with-param>
          <xsl:with-param name="type">number</xsl:with-param>
          <xsl:with-param name="value" select="@first-no"/>
          <xsl:with-param name="required">yes</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="field">
          <xsl:with-param name="name">last_no</xsl:with-param>
          <xsl:with-param name="label">Đến số</xsl:with-param>
          <xsl:with-param name="type">number</xsl:with-param>
          <xsl:with-param name="value" select="@last-no"/>
          <xsl:with-param name="required">yes</xsl:with-param>
        </xsl:call-template>
      </div>
      <div class="row">
        <xsl:call-template name="field">
          <xsl:with-param name="name">used</xsl:with-param>
          <xsl:with-param name="label">Sửa thành</xsl:with-param>
          <xsl:with-param name="type">select</xsl:with-param>
          <xsl:with-param name="value" select="@used"/>
          <xsl:with-param name="required">yes</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="field">
          <xsl:with-param name="name">note</xsl:with-param>
          <xsl:with-param name="label">Lý do</xsl:with-param>
          <xsl:with-param name="class">grow</xsl:with-param>
          <xsl:with-param name="required">yes</xsl:with-param>
          <xsl:with-param name="hint">Ví dụ: gõ nhầm 5410 thay cho 541; các số này chưa dùng</xsl:with-param>
        </xsl:call-template>
      </div>
      <p class="note">Số giữ trước thì văn bản sau lấy được; số hủy, số dùng cho văn bản khác thì không. Điều sổ đã ghi vẫn hiện ở dòng ấy và
        trong nhật ký.</p>
      <p class="buttons">
        <button class="button likely">Sửa sổ</button>
        <a><xsl:call-template name="book-href"/>Thôi, về sổ</a>
      </p>
    </form>
  </xsl:template>

  <xsl:template name="book-href">
    <xsl:attribute name="href">
      <xsl:text>/numbers?kind=</xsl:text>
      <xsl:choose><xsl:when test="@code = 'TTr'">proposal</xsl:when><xsl:otherwise>award</xsl:otherwise></xsl:choose>
      <xsl:value-of select="concat('&amp;year=', @year)"/>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
