<?xml version="1.0" encoding="UTF-8"?>
<!-- Giấy khen, and certificates of titles: one page for each recipient (Decree 98/2023 article 104). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/dossier.xsl"/>

  <xsl:template match="/record">
    <xsl:call-template name="check"><xsl:with-param name="kind" select="'QĐ'"/></xsl:call-template>
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'GK'"/>
        <xsl:with-param name="name" select="'Giấy khen theo Quyết định'"/>
        <xsl:with-param name="orientation" select="'landscape'"/>
      </xsl:call-template>
      <certificates rows="{$rows}"><xsl:apply-templates select="nominee"/></certificates>
    </document>
  </xsl:template>

  <xsl:template match="nominee">
    <xsl:variable name="type" select="key('award-type', @award-code)"/>
    <certificate>
      <xsl:attribute name="flags">
        <xsl:choose><xsl:when test="@award-code = 'CSTDCS'">yes</xsl:when><xsl:otherwise>no</xsl:otherwise></xsl:choose>
      </xsl:attribute>
      <!-- GIÁM ĐỐC SỞ Y TẾ TỈNH CÀ MAU -->
      <authority>
        <xsl:value-of select="concat($office/@head, ' ', $office/@name, ' ')"/>
        <xsl:call-template name="upper"><xsl:with-param name="text" select="$office/@province"/></xsl:call-template>
      </authority>
      <gives>
        <xsl:choose>
          <xsl:when test="$type/@family = 'title'">TẶNG DANH HIỆU</xsl:when>
          <xsl:otherwise>TẶNG</xsl:otherwise>
        </xsl:choose>
      </gives>
      <award>
        <xsl:choose>
          <xsl:when test="starts-with($type/@name, 'Giấy khen')">GIẤY KHEN</xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="upper"><xsl:with-param name="text" select="$type/@name"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </award>
      <recipient>
        <xsl:choose>
          <xsl:when test="@sex = 'nam'">Ông </xsl:when>
          <xsl:when test="@sex = 'nu'">Bà </xsl:when>
        </xsl:choose>
        <xsl:value-of select="@name"/>
      </recipient>
      <xsl:if test="string(@position) or string(@unit-name)">
        <described>
          <xsl:value-of select="@position"/>
          <xsl:if test="string(@position) and string(@unit-name)">, </xsl:if>
          <xsl:value-of select="@unit-name"/>
        </described>
      </xsl:if>
      <achievement><xsl:call-template name="achievement"><xsl:with-param name="type" select="$type"/></xsl:call-template></achievement>
      <decision>
        <xsl:if test="$document/@number"><xsl:attribute name="no"><xsl:value-of select="$document/@number"/></xsl:attribute></xsl:if>
        <xsl:copy-of select="$document/@symbol"/>
        <xsl:call-template name="date-or-year"/>
        <xsl:attribute name="gold-no"><xsl:value-of select="position()"/></xsl:attribute>
      </decision>
      <signatures><xsl:call-template name="signature"><xsl:with-param name="dated" select="true()"/></xsl:call-template></signatures>
    </certificate>
  </xsl:template>

  <!-- A title has its year; a commendation its reason, and a single deed the deed itself. -->
  <xsl:template name="achievement">
    <xsl:param name="type"/>
    <xsl:choose>
      <xsl:when test="$type/@family = 'title'">Năm <xsl:value-of select="$nomination/@year"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="reason"><xsl:call-template name="reason"/></xsl:variable>
        <xsl:value-of select="concat('Đ', substring($reason, 2))"/>
        <xsl:if test="$nomination/@method = 'dot_xuat' and string(normalize-space(achievement))">
          <xsl:text>: </xsl:text>
          <xsl:call-template name="without-end"><xsl:with-param name="text" select="achievement"/></xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
