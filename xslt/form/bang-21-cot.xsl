<?xml version="1.0" encoding="UTF-8"?>
<!-- Tổng hợp các hình thức và danh hiệu khen thưởng: the official table of 21 columns, with the tests it passed or failed under it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="part/record.xsl"/>

  <xsl:variable name="leaders">Số lượng cá nhân là lãnh đạo quản lý (lãnh đạo từ cấp phòng trở lên)</xsl:variable>
  <xsl:variable name="direct">Số lượng khen thưởng cho người lao động trực tiếp, công chức, viên chức không làm công tác quản lý</xsl:variable>

  <xsl:template match="/record">
    <document>
      <xsl:call-template name="frame">
        <xsl:with-param name="kind" select="'BTH'"/>
        <xsl:with-param name="name" select="'Bảng tổng hợp khen thưởng'"/>
        <xsl:with-param name="orientation" select="'landscape'"/>
      </xsl:call-template>
      <xsl:call-template name="issuer"/>
      <title>
        <xsl:value-of select="concat('TỔNG HỢP CÁC HÌNH THỨC VÀ DANH HIỆU KHEN THƯỞNG TỪ NĂM ', table21/@from, ' ĐẾN NĂM ', table21/@to)"/>
      </title>
      <xsl:if test="document"><xsl:call-template name="reference"/></xsl:if>
      <body>
        <xsl:apply-templates select="table21"/>
        <xsl:if test="table21/check">
          <notes title="Kiểm tra số liệu:">
            <xsl:for-each select="table21/check">
              <note>
                <xsl:choose>
                  <xsl:when test="@result = 'pass'">Khớp: </xsl:when>
                  <xsl:when test="@result = 'fail'">Không khớp: </xsl:when>
                  <xsl:otherwise>Chưa đủ số liệu: </xsl:otherwise>
                </xsl:choose>
                <xsl:value-of select="normalize-space()"/>
              </note>
            </xsl:for-each>
          </notes>
        </xsl:if>
      </body>
      <signatures>
        <signature><office>NGƯỜI LẬP BẢNG</office><hint>(Ký, ghi rõ họ tên)</hint></signature>
        <signature>
          <xsl:call-template name="place-date"/>
          <office>THỦ TRƯỞNG ĐƠN VỊ</office>
          <hint>(Ký tên, đóng dấu)</hint>
        </signature>
      </signatures>
    </document>
  </xsl:template>

  <xsl:template match="table21">
    <table rows="{count(row)}" size="small">
      <columns>
        <column width="3" align="center"/>
        <column width="11.2" align="left"/>
        <column width="4.5" align="right"/>
        <column width="4.5" align="right"/>
        <column width="4.8" align="right"/>
        <column width="4.5" align="right"/>
        <column width="4.8" align="right"/>
        <column width="5" align="right"/>
        <column width="6.9" align="right"/>
        <column width="4.5" align="right"/>
        <column width="4.8" align="right"/>
        <column width="5" align="right"/>
        <column width="6.9" align="right"/>
        <column width="3.5" align="right"/>
        <column width="3.6" align="right"/>
        <column width="3.5" align="right"/>
        <column width="3.6" align="right"/>
        <column width="3.9" align="right"/>
        <column width="3.8" align="right"/>
        <column width="3.9" align="right"/>
        <column width="3.8" align="right"/>
      </columns>
      <head>
        <row>
          <cell rowspan="3">Số TT</cell>
          <cell rowspan="3">Hình thức khen thưởng</cell>
          <cell colspan="3">Số lượng khen thưởng trong năm</cell>
          <cell colspan="4">Khen thưởng theo công trạng, thành tích đạt được</cell>
          <cell colspan="4">Khen thưởng chuyên đề, đột xuất</cell>
          <cell colspan="2">Khen thưởng niên hạn</cell>
          <cell colspan="2">Khen thưởng quá trình cống hiến</cell>
          <cell colspan="2">Khen thưởng đối ngoại</cell>
          <cell colspan="2">Khen thưởng thành tích kháng chiến</cell>
        </row>
        <row>
          <cell rowspan="2">Tổng số</cell>
          <cell colspan="2">Trong đó khen thưởng cho cá nhân</cell>
          <cell rowspan="2">Tổng số</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
          <cell rowspan="2"><xsl:value-of select="$leaders"/></cell>
          <cell rowspan="2"><xsl:value-of select="$direct"/></cell>
          <cell rowspan="2">Tổng số</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
          <cell rowspan="2"><xsl:value-of select="$leaders"/></cell>
          <cell rowspan="2"><xsl:value-of select="$direct"/></cell>
          <cell rowspan="2">Tổng số</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
          <cell rowspan="2">Tổng số</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
          <cell rowspan="2">Số lượng</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
          <cell rowspan="2">Số lượng</cell>
          <cell rowspan="2">Tỷ lệ (%)</cell>
        </row>
        <row><cell>Số lượng</cell><cell>Tỷ lệ (%)</cell></row>
        <!-- (a.b): column a divided by column b, times 100. -->
        <row kind="numbers">
          <cell>1</cell><cell>2</cell><cell>3</cell><cell>4</cell><cell>5</cell>
          <cell>6</cell><cell>7 (6.3)</cell><cell>8</cell><cell>9</cell>
          <cell>10</cell><cell>11 (10.3)</cell><cell>12</cell><cell>13</cell>
          <cell>14</cell><cell>15 (14.3)</cell><cell>16</cell><cell>17 (16.3)</cell>
          <cell>18</cell><cell>19 (18.3)</cell><cell>20</cell><cell>21 (20.3)</cell>
        </row>
      </head>
      <body>
        <xsl:for-each select="row">
          <row kind="record">
            <cell><xsl:value-of select="position()"/></cell>
            <cell><xsl:value-of select="@name"/></cell>
            <xsl:call-template name="figures"/>
          </row>
        </xsl:for-each>
        <xsl:for-each select="total">
          <row kind="total">
            <cell/>
            <cell>Tổng cộng</cell>
            <xsl:call-template name="figures"/>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>

  <!-- What is not known stays empty; it is never a zero. -->
  <xsl:template name="figures">
    <xsl:call-template name="count"><xsl:with-param name="n" select="@total"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@individuals"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@individuals-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@merit"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@merit-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@merit-leaders"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@merit-direct"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@campaign"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@campaign-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@campaign-leaders"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@campaign-direct"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@seniority"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@seniority-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@service"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@service-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@foreign"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@foreign-percent"/></xsl:call-template>
    <xsl:call-template name="count"><xsl:with-param name="n" select="@resistance"/></xsl:call-template>
    <xsl:call-template name="percent"><xsl:with-param name="n" select="@resistance-percent"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="n"/>
    <cell><xsl:if test="string($n)"><xsl:value-of select="format-number($n, '#.##0', 'vi')"/></xsl:if></cell>
  </xsl:template>
  <xsl:template name="percent">
    <xsl:param name="n"/>
    <cell><xsl:value-of select="translate($n, '.', ',')"/></cell>
  </xsl:template>
</xsl:stylesheet>
