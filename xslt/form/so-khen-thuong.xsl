<?xml version="1.0" encoding="UTF-8"?>
<!-- Sổ khen thưởng: an extract of the awards register. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/record.xsl"/>

  <xsl:template match="/record">
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'SKT'"/>
        <xsl:with-param name="name" select="'Sổ khen thưởng'"/>
        <xsl:with-param name="orientation" select="'landscape'"/>
      </xsl:call-template>
      <xsl:call-template name="issuer"/>
      <title>SỔ KHEN THƯỞNG</title>
      <body><xsl:apply-templates select="register"/></body>
      <signatures>
        <signature><office>NGƯỜI LẬP SỔ</office><hint>(Ký, ghi rõ họ tên)</hint></signature>
        <xsl:call-template name="signature"><xsl:with-param name="dated" select="true()"/></xsl:call-template>
      </signatures>
    </document>
  </xsl:template>

  <xsl:template match="register">
    <table rows="{@rows}" size="medium">
      <columns>
        <column width="4" align="center"/>
        <column width="13" align="left"/>
        <column width="9" align="left"/>
        <column width="13" align="left"/>
        <column width="15" align="left"/>
        <column width="5" align="center"/>
        <column width="17" align="left"/>
        <column width="11" align="left"/>
        <column width="5" align="center"/>
        <column width="8" align="right"/>
      </columns>
      <head>
        <row>
          <cell>TT</cell>
          <cell>Họ và tên/Tên tập thể</cell>
          <cell>Chức vụ</cell>
          <cell>Đơn vị</cell>
          <cell>Danh hiệu, hình thức khen thưởng</cell>
          <cell>Năm</cell>
          <cell>Thành tích</cell>
          <cell>Số, ngày quyết định</cell>
          <cell>Số sổ vàng</cell>
          <cell>Tiền thưởng (đồng)</cell>
        </row>
      </head>
      <body>
        <xsl:apply-templates select="award"/>
        <row kind="total"><cell colspan="10">Cộng: <xsl:value-of select="format-number(@rows, '#.##0', 'vi')"/> lượt khen thưởng</cell></row>
      </body>
    </table>
  </xsl:template>

  <xsl:template match="award">
    <row kind="record">
      <cell><xsl:value-of select="position()"/></cell>
      <cell><xsl:value-of select="@name"/></cell>
      <cell><xsl:value-of select="@position"/></cell>
      <cell><xsl:value-of select="@unit-name"/></cell>
      <cell><xsl:value-of select="@award-name"/></cell>
      <cell><xsl:value-of select="@year"/></cell>
      <cell><xsl:value-of select="normalize-space(achievement)"/></cell>
      <cell>
        <xsl:value-of select="concat(@decision-no, ' ')"/>
        <xsl:call-template name="date-digits"><xsl:with-param name="date" select="@decision-date"/></xsl:call-template>
        <xsl:if test="@cancelled-on">
          <xsl:text> (đã hủy bỏ ngày </xsl:text>
          <xsl:call-template name="date-digits"><xsl:with-param name="date" select="@cancelled-on"/></xsl:call-template>
          <xsl:text>)</xsl:text>
        </xsl:if>
      </cell>
      <cell><xsl:if test="@gold-no"><xsl:value-of select="format-number(@gold-no, '00')"/></xsl:if></cell>
      <cell>
        <xsl:if test="@bonus &gt; 0"><xsl:call-template name="money"><xsl:with-param name="dong" select="@bonus"/></xsl:call-template></xsl:if>
      </cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
