<?xml version="1.0" encoding="UTF-8"?>
<!-- How Vietnamese papers write dates, numbers and money (Decree 30/2020 Appendix I). Shared by forms and layouts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:decimal-format name="vi" decimal-separator="," grouping-separator="."/>

  <xsl:variable name="lower-letters">aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz</xsl:variable>
  <xsl:variable name="upper-letters">AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ</xsl:variable>
  <!-- The letters of points (điểm): the Vietnamese alphabet without ă â ê ô ơ ư, as laws do. -->
  <xsl:variable name="point-letters">abcdđeghiklmnopqrstuvxy</xsl:variable>

  <xsl:template name="upper">
    <xsl:param name="text"/>
    <xsl:value-of select="translate($text, $lower-letters, $upper-letters)"/>
  </xsl:template>

  <!-- 5 -> 05: numbers of documents, and counts in running text. -->
  <xsl:template name="two-digits">
    <xsl:param name="number"/>
    <xsl:value-of select="format-number($number, '00')"/>
  </xsl:template>

  <!-- 11340000 -> 11.340.000 -->
  <xsl:template name="money">
    <xsl:param name="dong"/>
    <xsl:value-of select="format-number($dong, '#.##0', 'vi')"/>
  </xsl:template>

  <!-- ngày 05 tháng 02 năm 2025: days under 10 and months 1 and 2 are padded, no other (Appendix I, part II.4). Without a date the
       places stay empty before the year. -->
  <xsl:template name="date-words">
    <xsl:param name="date"/>
    <xsl:param name="year"/>
    <xsl:choose>
      <xsl:when test="string($date)">
        <xsl:variable name="month" select="number(substring($date, 6, 2))"/>
        <xsl:text>ngày </xsl:text>
        <xsl:value-of select="substring($date, 9, 2)"/>
        <xsl:text> tháng </xsl:text>
        <xsl:if test="$month &lt; 3">0</xsl:if>
        <xsl:value-of select="$month"/>
        <xsl:text> năm </xsl:text>
        <xsl:value-of select="substring($date, 1, 4)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>ngày &#160;&#160;&#160;&#160; tháng &#160;&#160;&#160;&#160; năm </xsl:text>
        <xsl:value-of select="$year"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 05/02/2025, for table cells. -->
  <xsl:template name="date-digits">
    <xsl:param name="date"/>
    <xsl:value-of select="concat(substring($date, 9, 2), '/', substring($date, 6, 2), '/', substring($date, 1, 4))"/>
  </xsl:template>

  <!-- 05/QĐ-SYT; a draft keeps the place of the number empty, and "5A" stays as its office wrote it. -->
  <xsl:template name="number-symbol">
    <xsl:param name="number"/>
    <xsl:param name="symbol"/>
    <xsl:choose>
      <xsl:when test="string(number($number)) = 'NaN' and string($number)"><xsl:value-of select="$number"/></xsl:when>
      <xsl:when test="string($number)">
        <xsl:call-template name="two-digits"><xsl:with-param name="number" select="$number"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>&#160;&#160;&#160;&#160;&#160;&#160;&#160;</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('/', $symbol)"/>
  </xsl:template>

  <!-- The text without the ";", "." or spaces it ends with, so that the layout can set its own. -->
  <xsl:template name="without-end">
    <xsl:param name="text"/>
    <xsl:variable name="line" select="normalize-space($text)"/>
    <xsl:variable name="end" select="substring($line, string-length($line))"/>
    <xsl:choose>
      <xsl:when test="$end = ';' or $end = '.' or $end = ','">
        <xsl:call-template name="without-end">
          <xsl:with-param name="text" select="substring($line, 1, string-length($line) - 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$line"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
