<?xml version="1.0" encoding="UTF-8"?>
<!-- What every form needs of a record (conf/schema/record.rng): frame, number, date, signature.

     How an office changes a form.  A paper is made in two steps: a sheet of this folder turns the record into an official
     document (conf/schema/document.rng), and xslt/layout/html.xsl lays that out by Decree 30/2020.  So wording, articles and columns
     are changed in the form's own sheet (to-trinh.xsl, quyet-dinh.xsl ...), the recipients are typed at issue; what several forms share is in
     part/; sizes and margins are in xslt/asset/paper.css.  The emblem, the red flags and the border of certificates are SVG
     files in xslt/asset that may be replaced by others of the same name.  To try a change:

       xsltproc - -nonet xslt/form/quyet-dinh.xsl tests/data/form/decision-14.xml > document.xml
       xmllint - -noout - -relaxng conf/schema/document.rng document.xml
       xsltproc - -nonet xslt/layout/html.xsl document.xml > paper.html

     (write the two dashes together).  `make check` compares every paper with tests/golden/form; `tests/golden/form/paper.sh - -accept`
     takes the new ones after they were looked at. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../../layout/text.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="office" select="/record/office"/>
  <xsl:variable name="document" select="/record/document"/>
  <!-- Looked up once: a path from /record walks past every row there is. -->
  <xsl:variable name="signer" select="/record/signer"/>

  <!-- "Giám đốc" of "GIÁM ĐỐC". -->
  <xsl:variable name="head-in-text">
    <xsl:value-of select="substring($office/@head, 1, 1)"/>
    <xsl:value-of select="translate(substring($office/@head, 2), $upper-letters, $lower-letters)"/>
  </xsl:variable>

  <xsl:variable name="kind-in-text">
    <xsl:choose>
      <xsl:when test="$document/@kind = 'QĐ'">Quyết định</xsl:when>
      <xsl:when test="$document/@kind = 'TTr'">Tờ trình</xsl:when>
      <xsl:otherwise>Báo cáo</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="frame">
    <xsl:param name="kind"/>
    <xsl:param name="name"/>
    <xsl:param name="orientation" select="'portrait'"/>
    <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
    <xsl:attribute name="name">
      <xsl:value-of select="$name"/>
      <xsl:choose>
        <xsl:when test="$document/@number">
          <xsl:text> </xsl:text>
          <xsl:call-template name="number-symbol">
            <xsl:with-param name="number" select="$document/@number"/>
            <xsl:with-param name="symbol" select="$document/@symbol"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$document"> (dự thảo)</xsl:when>
      </xsl:choose>
    </xsl:attribute>
    <xsl:copy-of select="/record/@back"/>
    <xsl:attribute name="orientation"><xsl:value-of select="$orientation"/></xsl:attribute>
  </xsl:template>

  <xsl:template name="issuer">
    <issuer>
      <xsl:if test="string($office/@parent)"><parent><xsl:value-of select="$office/@parent"/></parent></xsl:if>
      <name><xsl:value-of select="$office/@name"/></name>
    </issuer>
  </xsl:template>

  <xsl:template name="number">
    <number>
      <xsl:if test="$document/@number">
        <xsl:attribute name="no"><xsl:value-of select="$document/@number"/></xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="$document/@symbol"/>
    </number>
  </xsl:template>

  <xsl:template name="place-date">
    <place-date>
      <xsl:copy-of select="$office/@place"/>
      <xsl:call-template name="date-or-year"/>
    </place-date>
  </xsl:template>

  <xsl:template name="date-or-year">
    <xsl:choose>
      <xsl:when test="$document/@issued-on">
        <xsl:attribute name="date"><xsl:value-of select="$document/@issued-on"/></xsl:attribute>
      </xsl:when>
      <xsl:when test="$signer/@signed-on">
        <xsl:attribute name="year"><xsl:value-of select="substring($signer/@signed-on, 1, 4)"/></xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="year"><xsl:value-of select="substring(/record/@on, 1, 4)"/></xsl:attribute>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Decree 30/2020 article 13: the head, KT. for the head, Q. acting head. Nobody named yet: the head's place stays free. -->
  <xsl:template name="signature">
    <xsl:param name="dated" select="false()"/>
    <signature>
      <xsl:if test="$dated"><xsl:call-template name="place-date"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$signer/@capacity = 'KT'">
          <capacity>KT. <xsl:value-of select="$office/@head"/></capacity>
          <office><xsl:value-of select="$signer/@office"/></office>
        </xsl:when>
        <xsl:when test="$signer/@capacity = 'Q'">
          <office>Q. <xsl:value-of select="$signer/@office"/></office>
        </xsl:when>
        <xsl:when test="$signer"><office><xsl:value-of select="$signer/@office"/></office></xsl:when>
        <xsl:otherwise><office><xsl:value-of select="$office/@head"/></office></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="string($signer/@name)"><name><xsl:value-of select="$signer/@name"/></name></xsl:if>
    </signature>
  </xsl:template>

  <!-- "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau": an authority of the province is named with it. -->
  <xsl:template name="with-province">
    <xsl:param name="name"/>
    <xsl:variable name="before" select="substring($name, 1, string-length($name) - string-length(' tỉnh'))"/>
    <xsl:choose>
      <xsl:when test="concat($before, ' tỉnh') = $name"><xsl:value-of select="concat($before, ' ', $office/@province)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "(Kèm theo Quyết định số 05/QĐ-SYT ngày 03 tháng 02 năm 2026 của Giám đốc Sở Y tế)" -->
  <xsl:template name="reference">
    <reference>
      <xsl:value-of select="concat('(Kèm theo ', $kind-in-text, ' số ')"/>
      <xsl:call-template name="number-symbol">
        <xsl:with-param name="number" select="$document/@number"/>
        <xsl:with-param name="symbol" select="$document/@symbol"/>
      </xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="date-words">
        <xsl:with-param name="date" select="$document/@issued-on"/>
        <xsl:with-param name="year" select="substring(/record/@on, 1, 4)"/>
      </xsl:call-template>
      <xsl:text> của </xsl:text>
      <xsl:if test="$document/@kind = 'QĐ'"><xsl:value-of select="concat($head-in-text, ' ')"/></xsl:if>
      <xsl:value-of select="concat($office/@short, ')')"/>
    </reference>
  </xsl:template>
</xsl:stylesheet>
