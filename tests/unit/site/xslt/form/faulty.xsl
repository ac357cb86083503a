<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/decision"><document><titel><xsl:value-of select="@title"/></titel></document></xsl:template>
</xsl:stylesheet>
