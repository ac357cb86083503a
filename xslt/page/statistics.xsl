<?xml version="1.0" encoding="UTF-8"?>
<!-- Awards by year and by award: bars with their figures, and the way to the 21-column table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'statistics']" mode="title">Thống kê</xsl:template>

  <xsl:template match="page[@id = 'statistics']" mode="main"><xsl:apply-templates select="statistics"/></xsl:template>

  <xsl:template match="statistics">
    <form class="filters" method="get" action="/statistics">
      <xsl:call-template name="filter">
        <xsl:with-param name="name">unit</xsl:with-param>
        <xsl:with-param name="label">Đơn vị</xsl:with-param>
      </xsl:call-template>
      <label for="q-from">Từ năm</label>
      <input class="year" id="q-from" name="from_year" inputmode="numeric" value="{@from-year}"/>
      <label for="q-to">đến năm</label>
      <input class="year" id="q-to" name="to_year" inputmode="numeric" value="{@to-year}"/>
      <button>Xem</button>
      <span class="end">
        <button class="text" formaction="/statistics/paper/bang-21-cot">Bảng tổng hợp 21 cột</button>
      </span>
    </form>
    <xsl:choose>
      <xsl:when test="award-count or year">
        <div class="pair">
          <xsl:if test="year">
            <xsl:call-template name="bar-table">
              <xsl:with-param name="rows" select="year"/>
              <xsl:with-param name="caption">Theo năm</xsl:with-param>
              <xsl:with-param name="first">Năm</xsl:with-param>
              <xsl:with-param name="link">/awards?year=</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="award-count">
            <xsl:call-template name="bar-table">
              <xsl:with-param name="rows" select="award-count"/>
              <xsl:with-param name="caption">Theo danh hiệu, hình thức</xsl:with-param>
              <xsl:with-param name="first">Danh hiệu, hình thức</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
        </div>
        <p class="note">Đơn vị tính là lượt khen thưởng: một người được khen nhiều lần được tính nhiều lượt. Không tính khen thưởng
          đã hủy.</p>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty"><p><b>Chưa có số liệu trong khoảng này.</b></p><p>Chọn năm khác hoặc đơn vị khác.</p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
