<?xml version="1.0" encoding="UTF-8"?>
<!-- The register: every award, found by name, award, year, unit, and taken away as a table or on paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'awards']" mode="title">Sổ khen thưởng</xsl:template>

  <xsl:template match="page[@id = 'awards']" mode="main">
    <form class="filters" method="get" action="/awards">
      <xsl:call-template name="filter-text">
        <xsl:with-param name="label">Tên cá nhân, tập thể</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">award</xsl:with-param>
        <xsl:with-param name="label">Danh hiệu, hình thức</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">year</xsl:with-param>
        <xsl:with-param name="label">Năm</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">unit</xsl:with-param>
        <xsl:with-param name="label">Đơn vị</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">method</xsl:with-param>
        <xsl:with-param name="label">Loại hình</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">kind</xsl:with-param>
        <xsl:with-param name="label">Đối tượng</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
      <xsl:if test="awards/award">
        <span class="end">
          <button class="text" formaction="/awards.xlsx">Tải XLSX</button>
          <button class="text" formaction="/awards/paper/so-khen-thuong">In sổ</button>
        </span>
      </xsl:if>
    </form>
    <xsl:choose>
      <xsl:when test="awards/award">
        <table class="list">
          <caption class="unseen">Sổ khen thưởng, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col" class="w-name">Họ tên, tập thể</th>
              <th scope="col" class="w-pos">Chức vụ</th>
              <th scope="col">Đơn vị</th>
              <th scope="col" class="w-award2">Danh hiệu, hình thức</th>
              <th scope="col" class="w-meth">Loại hình</th>
              <th scope="col" class="w-tt n">Năm</th>
              <th scope="col" class="w-no">Quyết định</th>
              <th scope="col" class="w-date">Ngày</th>
              <th scope="col" class="w-tt n">Số</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="awards/award">
              <tr>
                <xsl:if test="@cancelled-on"><xsl:attribute name="class">gone</xsl:attribute></xsl:if>
                <td class="m k" title="{@name}"><xsl:call-template name="recipient"/></td>
                <td title="{@position}"><xsl:value-of select="@position"/></td>
                <td title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                <td class="m award" title="{@award-name}">
                  <xsl:value-of select="@award-name"/>
                  <xsl:if test="@cancelled-on"> (đã hủy)</xsl:if>
                </td>
                <td><xsl:apply-templates select="@method" mode="word"/></td>
                <td class="m n"><xsl:value-of select="@year"/></td>
                <td>
                  <xsl:choose>
                    <xsl:when test="@decision-id">
                      <a href="/decisions/{@decision-id}"><xsl:value-of select="@decision-no"/></a>
                    </xsl:when>
                    <xsl:otherwise><xsl:value-of select="@decision-no"/></xsl:otherwise>
                  </xsl:choose>
                </td>
                <td><xsl:apply-templates select="@decision-date" mode="date"/></td>
                <td class="n"><xsl:value-of select="@gold-no"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="awards"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Không có khen thưởng nào khớp.</b></p>
          <p>Gõ không dấu để tìm rộng hơn; gõ có dấu thì phải đúng dấu. <a href="/awards">Bỏ lọc</a></p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
