<?xml version="1.0" encoding="UTF-8"?>
<!-- Certificates of commendation: one A4 landscape page each, line by line as Decree 98/2023 article 104 says. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="certificates">
    <xsl:if test="count(certificate) != @rows">
      <xsl:message terminate="yes">certificates: <xsl:value-of select="count(certificate)"/> on paper for <xsl:value-of select="@rows"/> records</xsl:message>
    </xsl:if>
    <xsl:apply-templates select="certificate"/>
  </xsl:template>

  <xsl:template match="certificate">
    <article class="sheet certificate">
      <img class="frame" src="/asset/khung-giay-khen.svg" alt=""/>
      <div class="certificate-text">
        <p class="emblem">
          <xsl:if test="@flags = 'yes'"><img class="flags" src="/asset/co-do.svg" alt=""/></xsl:if>
          <img class="quoc-huy" src="/asset/quoc-huy.svg" alt="Quốc huy"/>
          <xsl:if test="@flags = 'yes'"><img class="flags" src="/asset/co-do.svg" alt=""/></xsl:if>
        </p>
        <xsl:call-template name="national"/>
        <p class="red authority"><xsl:value-of select="authority"/></p>
        <p class="gives"><xsl:value-of select="gives"/></p>
        <p class="red award"><xsl:value-of select="award"/></p>
        <p class="recipient"><xsl:value-of select="recipient"/></p>
        <xsl:if test="described"><p class="described"><xsl:value-of select="described"/></p></xsl:if>
        <xsl:if test="achievement"><p class="achievement"><xsl:value-of select="achievement"/></p></xsl:if>
      </div>
      <div class="certificate-close">
        <div class="registered">
          <p>
            <xsl:text>Số quyết định: </xsl:text>
            <xsl:call-template name="number-symbol">
              <xsl:with-param name="number" select="decision/@no"/>
              <xsl:with-param name="symbol" select="decision/@symbol"/>
            </xsl:call-template>
            <xsl:text>, </xsl:text>
            <xsl:call-template name="date-words">
              <xsl:with-param name="date" select="decision/@date"/>
              <xsl:with-param name="year" select="decision/@year"/>
            </xsl:call-template>
          </p>
          <p>
            <xsl:text>Số sổ vàng: </xsl:text>
            <xsl:call-template name="two-digits"><xsl:with-param name="number" select="decision/@gold-no"/></xsl:call-template>
          </p>
        </div>
        <xsl:apply-templates select="signatures/signature"/>
      </div>
    </article>
  </xsl:template>
</xsl:stylesheet>
