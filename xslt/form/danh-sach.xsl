<?xml version="1.0" encoding="UTF-8"?>
<!-- Danh sách kèm theo: the list by itself, attached to a tờ trình or a decision (Decree 30/2020, sample 2.1). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/dossier.xsl"/>

  <xsl:template match="/record">
    <xsl:call-template name="check"/>
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'PL'"/>
        <xsl:with-param name="name" select="concat('Danh sách kèm theo ', $kind-in-text)"/>
      </xsl:call-template>
      <xsl:call-template name="list"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
