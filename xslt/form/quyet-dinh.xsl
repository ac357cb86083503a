<?xml version="1.0" encoding="UTF-8"?>
<!-- Quyết định khen thưởng: Decree 30/2020, sample 1.2, with the list of recipients as its appendix. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/dossier.xsl"/>

  <xsl:template match="/record">
    <xsl:call-template name="check"><xsl:with-param name="kind" select="'QĐ'"/></xsl:call-template>
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'QĐ'"/>
        <xsl:with-param name="name" select="'Quyết định'"/>
      </xsl:call-template>
      <xsl:call-template name="issuer"/>
      <xsl:call-template name="number"/>
      <xsl:call-template name="place-date"/>
      <title>QUYẾT ĐỊNH</title>
      <subject>Về việc <xsl:call-template name="acts"/></subject>
      <authority><xsl:value-of select="concat($office/@head, ' ', $office/@name)"/></authority>
      <bases>
        <xsl:copy-of select="regime/basis"/>
        <xsl:apply-templates select="council-session"/>
        <xsl:if test="not(regime/basis[starts-with(., 'Theo đề nghị')])">
          <basis>
            <xsl:value-of select="concat('Theo đề nghị của ', nomination/@unit-name)"/>
            <xsl:if test="string(nomination/@unit-number)">
              <xsl:value-of select="concat(' tại Tờ trình số ', nomination/@unit-number)"/>
              <!-- a day that nobody wrote down is not left blank on a paper that is signed -->
              <xsl:if test="nomination/@unit-date">
                <xsl:text> </xsl:text>
                <xsl:call-template name="date-words"><xsl:with-param name="date" select="nomination/@unit-date"/></xsl:call-template>
              </xsl:if>
            </xsl:if>
            <xsl:call-template name="standing-head"/>
          </basis>
        </xsl:if>
      </bases>
      <enacting>QUYẾT ĐỊNH:</enacting>
      <body>
        <xsl:call-template name="awards"/>
        <xsl:if test="decision/@bonus-total &gt; 0"><xsl:call-template name="bonus"/></xsl:if>
        <article>
          <p>
            <xsl:text>Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Trưởng phòng Tổ chức cán bộ, Trưởng phòng Kế hoạch - Tài chính </xsl:text>
            <xsl:value-of select="concat($office/@short, ', Thủ trưởng các đơn vị có liên quan và các ')"/>
            <xsl:call-template name="who"/>
            <xsl:text> có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.</xsl:text>
          </p>
        </article>
      </body>
      <signatures><xsl:call-template name="signature"/></signatures>
      <recipients><xsl:copy-of select="$document/recipient"/></recipients>
      <xsl:if test="$listed"><xsl:call-template name="list"/></xsl:if>
    </document>
  </xsl:template>

  <xsl:template match="council-session">
    <basis>
      <xsl:value-of select="concat('Căn cứ Biên bản họp số ', @minutes-no, ' ')"/>
      <xsl:call-template name="date-words"><xsl:with-param name="date" select="@held-on"/></xsl:call-template>
      <xsl:value-of select="concat(' của ', @council-name)"/>
    </basis>
  </xsl:template>

  <!-- It is the head of the standing office who proposes. -->
  <xsl:template name="standing-head">
    <xsl:choose>
      <xsl:when test="starts-with($office/@standing, 'Phòng ')">
        <xsl:value-of select="concat(' và của Trưởng phòng ', substring-after($office/@standing, ' '))"/>
      </xsl:when>
      <xsl:when test="$office/@standing = 'Văn phòng'"> và của Chánh Văn phòng</xsl:when>
      <xsl:when test="string($office/@standing)"><xsl:value-of select="concat(' và của ', $office/@standing)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Article 1: one award in one sentence, several as clauses. -->
  <xsl:template name="awards">
    <article>
      <xsl:choose>
        <xsl:when test="count(award-type) = 1">
          <p>
            <xsl:variable name="act"><xsl:call-template name="acts"/></xsl:variable>
            <xsl:value-of select="concat(translate(substring($act, 1, 1), $lower-letters, $upper-letters), substring($act, 2), ' cho ')"/>
            <xsl:call-template name="for-whom"/>
            <xsl:if test="award-type/@family != 'title'">, <xsl:call-template name="reason"/></xsl:if>
            <xsl:choose>
              <xsl:when test="$listed"><xsl:text> </xsl:text><em>(có danh sách tại Phụ lục kèm theo)</em></xsl:when>
              <xsl:when test="award-type/@family != 'title' and string(normalize-space(nominee/achievement))">
                <xsl:text>: </xsl:text>
                <xsl:call-template name="without-end"><xsl:with-param name="text" select="nominee/achievement"/></xsl:call-template>
              </xsl:when>
            </xsl:choose>
            <xsl:text>.</xsl:text>
          </p>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:variable name="act"><xsl:call-template name="acts"/></xsl:variable>
            <xsl:value-of select="concat(translate(substring($act, 1, 1), $lower-letters, $upper-letters), substring($act, 2), ' cho các ')"/>
            <xsl:call-template name="who"/>
            <xsl:text> sau đây </xsl:text>
            <em>(có danh sách tại Phụ lục kèm theo)</em>
            <xsl:text>:</xsl:text>
          </p>
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
    </article>
  </xsl:template>

  <xsl:template name="bonus">
    <article>
      <p>
        <xsl:choose>
          <xsl:when test="$listed">Các </xsl:when>
          <xsl:when test="nominee/@kind = 'collective'">T</xsl:when>
          <xsl:otherwise>C</xsl:otherwise>
        </xsl:choose>
        <xsl:variable name="who"><xsl:call-template name="who"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="$listed"><xsl:value-of select="$who"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="substring($who, 2)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> có tên tại Điều 1 được thưởng tiền</xsl:text>
        <xsl:if test="decision/@bonus-cite"><xsl:value-of select="concat(' theo quy định tại ', decision/@bonus-cite)"/></xsl:if>
        <xsl:text>, tổng số tiền là </xsl:text>
        <xsl:call-template name="money"><xsl:with-param name="dong" select="decision/@bonus-total"/></xsl:call-template>
        <xsl:text> đồng</xsl:text>
        <xsl:if test="decision/@bonus-words"><xsl:value-of select="concat(' (bằng chữ: ', decision/@bonus-words, ')')"/></xsl:if>
        <xsl:if test="$listed">; mức thưởng của từng trường hợp ghi tại Phụ lục</xsl:if>
        <xsl:value-of select="concat('. Nguồn chi: Quỹ thi đua, khen thưởng của ', $office/@short, '.')"/>
      </p>
    </article>
  </xsl:template>
</xsl:stylesheet>
