<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:template match="/"><html><body><h1><xsl:value-of select="/document/title"/></h1></body></html></xsl:template>
</xsl:stylesheet>
