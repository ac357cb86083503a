<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:template match="/page"><html><body><xsl:copy-of select="."/></body></html></xsl:template>
  <xsl:template match="/page[@id = 'broken']"><html><p>half of a page</p><xsl:message terminate="yes">no</xsl:message></html></xsl:template>
</xsl:stylesheet>
