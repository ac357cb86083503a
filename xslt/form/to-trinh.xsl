<?xml version="1.0" encoding="UTF-8"?>
<!-- Tờ trình đề nghị khen thưởng (Decree 98/2023, sample 01; Decree 30/2020, sample 1.4): from a unit to the department, or from the
     department to a higher authority. A dossier has one deciding authority, so each authority gets its own tờ trình. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/dossier.xsl"/>

  <xsl:variable name="addressee">
    <xsl:call-template name="with-province"><xsl:with-param name="name" select="/record/addressee[1]/@name"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="authority">
    <xsl:call-template name="with-province"><xsl:with-param name="name" select="$nomination/@authority-label"/></xsl:call-template>
  </xsl:variable>

  <xsl:template match="/record">
    <xsl:call-template name="check"><xsl:with-param name="kind" select="'TTr'"/></xsl:call-template>
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'TTr'"/>
        <xsl:with-param name="name" select="'Tờ trình'"/>
      </xsl:call-template>
      <xsl:call-template name="issuer"/>
      <xsl:call-template name="number"/>
      <xsl:call-template name="place-date"/>
      <title>TỜ TRÌNH</title>
      <subject>Về việc đề nghị <xsl:call-template name="acts"/></subject>
      <addressees>
        <xsl:for-each select="addressee">
          <addressee>
            <xsl:call-template name="with-province"><xsl:with-param name="name" select="@name"/></xsl:call-template>
          </addressee>
        </xsl:for-each>
      </addressees>
      <bases>
        <xsl:copy-of select="regime/basis"/>
        <xsl:call-template name="minutes"/>
      </bases>
      <body>
        <xsl:call-template name="request"/>
        <p>
          <xsl:text>Việc bình xét, đề nghị khen thưởng được thực hiện đúng trình tự, công khai; không có đơn thư khiếu nại, tố cáo; </xsl:text>
          <xsl:call-template name="who"/>
          <xsl:text> được đề nghị đủ điều kiện, tiêu chuẩn theo quy định và không trong thời gian xem xét, thi hành kỷ luật.</xsl:text>
        </p>
        <p>Hồ sơ gửi kèm Tờ trình gồm:</p>
        <xsl:if test="$listed"><point>Danh sách đề nghị khen thưởng (Phụ lục);</point></xsl:if>
        <point>Báo cáo thành tích của <xsl:call-template name="who"/> được đề nghị;</point>
        <point>Biên bản họp xét khen thưởng và kết quả bỏ phiếu.</point>
        <p>
          <xsl:value-of select="concat($office/@short, ' kính trình ', $addressee, ' xem xét, ')"/>
          <xsl:choose>
            <xsl:when test="addressee[1]/@decides = 'yes'">quyết định.</xsl:when>
            <xsl:otherwise><xsl:value-of select="concat('trình ', $authority, ' quyết định.')"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </body>
      <signatures><xsl:call-template name="signature"/></signatures>
      <recipients><xsl:copy-of select="$document/recipient"/></recipients>
    </document>
  </xsl:template>

  <!-- The council's minutes when it has sat, else those of the unit's own review. -->
  <xsl:template name="minutes">
    <xsl:choose>
      <xsl:when test="council-session">
        <basis>
          <xsl:value-of select="concat('Căn cứ Biên bản họp số ', council-session/@minutes-no, ' ')"/>
          <xsl:call-template name="date-words"><xsl:with-param name="date" select="council-session/@held-on"/></xsl:call-template>
          <xsl:value-of select="concat(' của ', council-session/@council-name)"/>
        </basis>
      </xsl:when>
      <xsl:when test="string(nomination/@minutes-no)">
        <basis>
          <xsl:value-of select="concat('Căn cứ Biên bản họp xét khen thưởng số ', nomination/@minutes-no, ' ')"/>
          <xsl:call-template name="date-words"><xsl:with-param name="date" select="nomination/@minutes-date"/></xsl:call-template>
          <xsl:value-of select="concat(' của ', nomination/@unit-name)"/>
        </basis>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="request">
    <xsl:variable name="asks">
      <xsl:value-of select="concat($office/@short, ' kính đề nghị ', $addressee, ' xem xét, ')"/>
      <xsl:if test="addressee[1]/@decides = 'no'"><xsl:value-of select="concat('trình ', $authority, ' ')"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count(award-type) = 1">
        <p>
          <xsl:value-of select="$asks"/>
          <xsl:call-template name="acts"/>
          <xsl:text> cho </xsl:text>
          <xsl:call-template name="for-whom"/>
          <xsl:if test="award-type/@family != 'title'">, <xsl:call-template name="reason"/></xsl:if>
          <xsl:choose>
            <xsl:when test="$listed"><xsl:text> </xsl:text><em>(có danh sách tại Phụ lục kèm theo)</em>.</xsl:when>
            <xsl:when test="string(normalize-space(nominee/achievement))">
              <xsl:text>: </xsl:text>
              <xsl:call-template name="without-end"><xsl:with-param name="text" select="nominee/achievement"/></xsl:call-template>
              <xsl:text>.</xsl:text>
            </xsl:when>
            <xsl:otherwise>.</xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:value-of select="$asks"/>
          <xsl:call-template name="acts"/>
          <xsl:text> cho các </xsl:text>
          <xsl:call-template name="who"/>
          <xsl:text> sau đây </xsl:text>
          <em>(có danh sách tại Phụ lục kèm theo)</em>:</p>
        <xsl:for-each select="award-type">
          <clause>
            <xsl:variable name="act"><xsl:call-template name="act"/></xsl:variable>
            <xsl:value-of select="concat(translate(substring($act, 1, 1), $lower-letters, $upper-letters), substring($act, 2), ' cho ')"/>
            <xsl:call-template name="counts"><xsl:with-param name="of" select="key('nominees-of-award', @code)"/></xsl:call-template>
            <xsl:if test="@family != 'title'">, <xsl:call-template name="reason"/></xsl:if>
            <xsl:text>.</xsl:text>
          </clause>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
