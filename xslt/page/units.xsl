<?xml version="1.0" encoding="UTF-8"?>
<!-- The tree of units, each below the one it belongs to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'units']" mode="title">Đơn vị</xsl:template>

  <xsl:template match="page[@id = 'units']" mode="main">
    <form class="filters" method="get" action="/units">
      <xsl:call-template name="filter-text">
        <xsl:with-param name="label">Tên đơn vị, mã</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
      <a href="/people">Danh sách cá nhân</a>
    </form>
    <xsl:variable name="q" select="form/field[@name = 'q']/@value"/>
    <xsl:choose>
      <xsl:when test="units/unit">
        <table class="list tree">
          <caption class="unseen">Cây đơn vị</caption>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col" class="w-kind">Loại</th>
              <th scope="col" class="w-code">Mã</th>
              <th scope="col" class="w-num n">Cá nhân</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="units/unit[not(@parent-id = ../unit/@id)]"/></tbody>
          <tfoot>
            <tr>
              <th scope="row"><xsl:value-of select="count(units/unit)"/> đơn vị</th>
              <td></td>
              <td></td>
              <td class="n"><xsl:value-of select="format-number(sum(units/unit/@people), '#.##0', 'vi')"/></td>
            </tr>
          </tfoot>
        </table>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Không có đơn vị nào khớp.</b></p>
          <p>Thử tên ngắn hơn, không dấu cũng được. <a href="/units">Xem tất cả</a></p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:key name="below" match="unit" use="@parent-id"/>

  <xsl:template match="units/unit">
    <xsl:param name="level" select="0"/>
    <tr>
      <td class="m k in-{$level}"><a href="/units/{@id}"><xsl:value-of select="@official"/></a></td>
      <td>
        <xsl:apply-templates select="@kind" mode="word">
          <xsl:with-param name="of">unit</xsl:with-param>
        </xsl:apply-templates>
        <xsl:if test="@has-beds = 'yes'">, có giường</xsl:if>
      </td>
      <td><xsl:value-of select="@code"/></td>
      <td class="m n"><a href="/people?unit={@id}"><xsl:apply-templates select="@people" mode="number"/></a></td>
    </tr>
    <xsl:apply-templates select="key('below', @id)">
      <xsl:with-param name="level" select="$level + 1"/>
    </xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>
