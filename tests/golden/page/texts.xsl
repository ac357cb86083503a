<?xml version="1.0" encoding="UTF-8"?>
<!-- What a sheet says to people: its texts, labels and hints, a line each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:apply-templates select="//text()[normalize-space() != ''] | //@placeholder | //@aria-label | //@title"/>
  </xsl:template>
  <!-- codes and addresses are not read by people; nor are the keys of the list of words -->
  <xsl:template match="text()|@*">
    <xsl:choose>
      <xsl:when test="ancestor::xsl:with-param[contains('|name|of|type|tone|href|ids|class|id|link|link-end|required|', concat('|', @name, '|'))]"/>
      <xsl:when test="ancestor::xsl:param or ancestor::xsl:attribute or ancestor::xsl:variable[@name != 'words']"/>
      <xsl:when test="ancestor::xsl:when/parent::xsl:choose/parent::xsl:with-param[@name = 'tone'] or ancestor::xsl:with-param/@name = 'tone'"/>
      <xsl:otherwise>
        <xsl:value-of select="translate(normalize-space(), '=', ' ')"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
