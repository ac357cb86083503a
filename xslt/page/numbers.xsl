<?xml version="1.0" encoding="UTF-8"?>
<!-- The number book: every number of a series and year, highest first, and what it went to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'numbers']" mode="title">Sổ văn bản đi năm <xsl:value-of select="numbers/@year"/></xsl:template>

  <xsl:template match="page[@id = 'numbers']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/decisions</xsl:with-param>
      <xsl:with-param name="label">Quyết định</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="page[@id = 'numbers']" mode="main"><xsl:apply-templates select="numbers"/></xsl:template>

  <xsl:template match="numbers">
    <form class="filters" method="get" action="/numbers">
      <xsl:call-template name="number-filter">
        <xsl:with-param name="name">kind</xsl:with-param>
        <xsl:with-param name="label">Loại văn bản</xsl:with-param>
        <xsl:with-param name="is" select="@kind"/>
      </xsl:call-template>
      <xsl:call-template name="number-filter">
        <xsl:with-param name="name">year</xsl:with-param>
        <xsl:with-param name="label">Năm</xsl:with-param>
        <xsl:with-param name="is" select="@year"/>
      </xsl:call-template>
      <button>Xem sổ</button>
    </form>
    <xsl:choose>
      <xsl:when test="number">
        <table class="list wrap">
          <caption class="unseen">Các số của năm, số lớn nhất ở trên</caption>
          <thead>
            <tr>
              <th scope="col" class="w-no">Số</th>
              <th scope="col" class="w-date">Ngày</th>
              <th scope="col">Trích yếu, hoặc lý do bỏ qua</th>
              <th scope="col" class="w-signer">Người ký</th>
              <th scope="col" class="w-name">Nơi nhận</th>
              <th scope="col" class="w-who">Ghi sổ</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="number"/></tbody>
        </table>
        <xsl:call-template name="pager"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Sổ năm <xsl:value-of select="@year"/> chưa có số nào.</b></p>
          <p>Số hiện ở đây khi văn thư vào sổ, ban hành văn bản.</p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="number">
    <tr>
      <td class="m k">
        <xsl:choose>
          <xsl:when test="@decision-id"><a href="/decisions/{@decision-id}"><xsl:call-template name="book-number"/></a></xsl:when>
          <xsl:otherwise><xsl:call-template name="book-number"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td class="m"><xsl:apply-templates select="@issued-on" mode="date"/></td>
      <td class="m" title="{@subject}{@note}">
        <xsl:choose>
          <xsl:when test="@used = 'issued'">
            <xsl:value-of select="@subject"/>
            <xsl:if test="@note != ''"> (số giữ trước: <xsl:value-of select="@note"/>)</xsl:if>
          </xsl:when>
          <xsl:otherwise>
            <b><xsl:apply-templates select="@used" mode="word"><xsl:with-param name="of">used</xsl:with-param></xsl:apply-templates></b>
            <xsl:value-of select="concat(': ', @note)"/>
            <xsl:if test="@was">
              <br/>
              <small>
                <xsl:text>Đã sửa; trước đó sổ ghi: </xsl:text>
                <xsl:apply-templates select="@was" mode="word"><xsl:with-param name="of">used</xsl:with-param></xsl:apply-templates>
                <xsl:value-of select="concat(', ', @was-note)"/>
              </small>
            </xsl:if>
            <xsl:if test="../@may-correct = 'yes'">
              <br/><a href="/numbers/{@id}">Sửa<span class="unseen"> số <xsl:call-template name="book-number"/></span></a>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </td>
      <td><xsl:value-of select="@signer"/></td>
      <td title="{@recipients}"><xsl:value-of select="@recipients"/></td>
      <td title="{@by-name}">
        <xsl:value-of select="@by-name"/>
        <xsl:if test="@at"><br/><small><xsl:apply-templates select="@at" mode="moment"/></small></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- 05/QĐ-SYT of a document; 06, or 06 đến 09, of what is none. -->
  <xsl:template name="book-number">
    <xsl:value-of select="format-number(@first-no, '#00')"/>
    <xsl:choose>
      <xsl:when test="@symbol"><xsl:value-of select="concat('/', @symbol)"/></xsl:when>
      <xsl:when test="@last-no != @first-no"> đến <xsl:value-of select="format-number(@last-no, '#00')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- One of these always, so there is no "all". -->
  <xsl:template name="number-filter">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="is"/>
    <label class="unseen" for="q-{$name}"><xsl:value-of select="$label"/></label>
    <select id="q-{$name}" name="{$name}">
      <xsl:for-each select="$page/choices[@for = $name]/choice">
        <option value="{@value}">
          <xsl:if test="@value = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
          <xsl:value-of select="@label"/>
        </option>
      </xsl:for-each>
    </select>
  </xsl:template>
</xsl:stylesheet>
