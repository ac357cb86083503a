<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/"><html><p>half of a page</p><xsl:message terminate="yes">no</xsl:message></html></xsl:template>
</xsl:stylesheet>
