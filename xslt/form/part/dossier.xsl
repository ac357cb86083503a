<?xml version="1.0" encoding="UTF-8"?>
<!-- What the forms of a dossier share: counts, awards and reasons in words, and the list of those rewarded. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="record.xsl"/>

  <xsl:key name="nominees-of-award" match="nominee" use="@award-code"/>
  <xsl:key name="award-type" match="award-type" use="@code"/>

  <xsl:variable name="nomination" select="/record/nomination"/>
  <xsl:variable name="nominees" select="/record/nominee"/>
  <xsl:variable name="award-types" select="/record/award-type"/>
  <xsl:variable name="rows" select="/record/counts/@collectives + /record/counts/@individuals"/>
  <!-- A decision with one recipient names him in article 1 and has no list. -->
  <xsl:variable name="listed" select="$rows != 1"/>
  <xsl:variable name="decided" select="$document/@kind = 'QĐ'"/>

  <!-- No paper that says two things: counts, money and the numbers of the golden book must agree with the rows. -->
  <xsl:template name="check">
    <xsl:param name="kind" select="$document/@kind"/>
    <xsl:if test="$document/@kind != $kind">
      <xsl:message terminate="yes">record: a paper of a <xsl:value-of select="$kind"/> asked of a <xsl:value-of select="$document/@kind"/></xsl:message>
    </xsl:if>
    <xsl:if test="count($nominees) != $rows or count($nominees[@kind = 'collective']) != /record/counts/@collectives">
      <xsl:message terminate="yes">record: <xsl:value-of select="count($nominees)"/> nominees where <xsl:value-of select="$rows"/> were counted</xsl:message>
    </xsl:if>
    <xsl:for-each select="$nominees">
      <xsl:if test="@gold-no != position()">
        <xsl:message terminate="yes">record: number <xsl:value-of select="@gold-no"/> of the golden book stands on line <xsl:value-of select="position()"/></xsl:message>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="/record/decision and sum($nominees/@bonus) != /record/decision/@bonus-total">
      <xsl:message terminate="yes">record: bonuses add up to <xsl:value-of select="sum($nominees/@bonus)"/>, not <xsl:value-of select="/record/decision/@bonus-total"/></xsl:message>
    </xsl:if>
  </xsl:template>

  <!-- 02 tập thể và 12 cá nhân -->
  <xsl:template name="counts">
    <xsl:param name="of" select="$nominees"/>
    <xsl:variable name="collectives" select="count($of[@kind = 'collective'])"/>
    <xsl:variable name="individuals" select="count($of[@kind = 'person'])"/>
    <xsl:if test="$collectives"><xsl:value-of select="concat(format-number($collectives, '00'), ' tập thể')"/></xsl:if>
    <xsl:if test="$collectives and $individuals"> và </xsl:if>
    <xsl:if test="$individuals"><xsl:value-of select="concat(format-number($individuals, '00'), ' cá nhân')"/></xsl:if>
  </xsl:template>

  <!-- tập thể, cá nhân: who there is, without numbers -->
  <xsl:template name="who">
    <xsl:if test="$nominees[@kind = 'collective']">tập thể</xsl:if>
    <xsl:if test="$nominees[@kind = 'collective'] and $nominees[@kind = 'person']">, </xsl:if>
    <xsl:if test="$nominees[@kind = 'person']">cá nhân</xsl:if>
  </xsl:template>

  <!-- "tặng Giấy khen của Giám đốc Sở Y tế", "công nhận danh hiệu “Lao động tiên tiến” năm 2025". Context: an award-type. -->
  <xsl:template name="act">
    <xsl:choose>
      <xsl:when test="@family = 'title' and not(starts-with(@name, 'Cờ '))">
        <xsl:value-of select="concat('công nhận danh hiệu “', @name, '” năm ', $nomination/@year)"/>
      </xsl:when>
      <xsl:when test="starts-with(@name, 'Huân chương ') or starts-with(@name, 'Huy chương')">
        <xsl:value-of select="concat('tặng thưởng ', @name)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('tặng ', @name)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The act of the whole dossier. -->
  <xsl:template name="acts">
    <xsl:variable name="types" select="/record/award-type"/>
    <xsl:choose>
      <xsl:when test="count($types) = 1">
        <xsl:for-each select="$types"><xsl:call-template name="act"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$types[@family = 'title']">công nhận danh hiệu thi đua</xsl:if>
        <xsl:if test="$types[@family = 'title'] and $types[@family != 'title']"> và </xsl:if>
        <xsl:if test="$types[@family != 'title']">khen thưởng</xsl:if>
        <xsl:value-of select="concat(' năm ', $nomination/@year)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What for, by kind of commendation (Law on Emulation and Commendation, article 8). A title says its year itself. -->
  <xsl:template name="reason">
    <xsl:variable name="method" select="$nomination/@method"/>
    <xsl:choose>
      <xsl:when test="$nomination/@campaign-name">
        <xsl:text>đã có thành tích xuất sắc trong </xsl:text>
        <xsl:choose>
          <xsl:when test="starts-with($nomination/@campaign-name, 'Phong trào ')"/>
          <xsl:when test="starts-with($nomination/@campaign-name, 'Thi đua ')">phong trào </xsl:when>
          <xsl:otherwise>phong trào thi đua </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <!-- a name that quotes is not quoted again -->
          <xsl:when test="contains($nomination/@campaign-name, '“')"><xsl:value-of select="$nomination/@campaign-name"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('“', $nomination/@campaign-name, '”')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="not(contains($nomination/@campaign-name, $nomination/@year))">
          <xsl:value-of select="concat(' năm ', $nomination/@year)"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$method = 'dot_xuat'">đã lập được thành tích xuất sắc đột xuất</xsl:when>
      <xsl:when test="$method = 'cong_hien'">đã có quá trình cống hiến lâu dài, thành tích xuất sắc</xsl:when>
      <xsl:when test="$method = 'doi_ngoai'">đã có đóng góp trong công tác đối ngoại</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('đã có thành tích xuất sắc trong công tác năm ', $nomination/@year)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "ông Trần Quốc Bảo, Điều dưỡng, Khoa Cấp cứu": one recipient in running text. Context: a nominee. -->
  <xsl:template name="one-in-text">
    <xsl:choose>
      <xsl:when test="@sex = 'nam'">ông </xsl:when>
      <xsl:when test="@sex = 'nu'">bà </xsl:when>
    </xsl:choose>
    <xsl:value-of select="@name"/>
    <xsl:if test="string(@position)"><xsl:value-of select="concat(', ', @position)"/></xsl:if>
    <xsl:if test="string(@unit-name)"><xsl:value-of select="concat(', ', @unit-name)"/></xsl:if>
  </xsl:template>

  <!-- Who is meant: the only one by name, more by number. Context: the record. -->
  <xsl:template name="for-whom">
    <xsl:choose>
      <xsl:when test="$listed"><xsl:call-template name="counts"/></xsl:when>
      <xsl:otherwise><xsl:for-each select="$nominees"><xsl:call-template name="one-in-text"/></xsl:for-each></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="list">
    <appendix>
      <label>Phụ lục</label>
      <title>
        <xsl:variable name="title">
          <xsl:text>Danh sách </xsl:text>
          <xsl:call-template name="who"/>
          <xsl:choose>
            <xsl:when test="$decided"> được </xsl:when>
            <xsl:otherwise> đề nghị </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="acts"/>
        </xsl:variable>
        <xsl:call-template name="upper"><xsl:with-param name="text" select="$title"/></xsl:call-template>
      </title>
      <xsl:call-template name="reference"/>
      <xsl:call-template name="list-table"/>
    </appendix>
  </xsl:template>

  <!-- Columns of law: TT, name, position, unit, achievement; with money in the list of a decision. The order is the record's: it is the
       number in the golden book. -->
  <xsl:template name="list-table">
    <xsl:variable name="money" select="/record/decision/@bonus-total &gt; 0"/>
    <table rows="{$rows}" size="normal">
      <columns>
        <column width="6" align="center"/>
        <xsl:choose>
          <xsl:when test="$money">
            <column width="20" align="left"/>
            <column width="14" align="left"/>
            <column width="19" align="left"/>
            <column width="27" align="left"/>
            <column width="14" align="right"/>
          </xsl:when>
          <xsl:otherwise>
            <column width="22" align="left"/>
            <column width="16" align="left"/>
            <column width="22" align="left"/>
            <column width="34" align="left"/>
          </xsl:otherwise>
        </xsl:choose>
      </columns>
      <head>
        <row>
          <cell>TT</cell>
          <cell>Họ và tên/Tên tập thể</cell>
          <cell>Chức vụ</cell>
          <cell>Đơn vị</cell>
          <cell>Thành tích</cell>
          <xsl:if test="$money"><cell>Mức thưởng (đồng)</cell></xsl:if>
        </row>
      </head>
      <body>
        <xsl:apply-templates select="$nominees" mode="row"><xsl:with-param name="money" select="$money"/></xsl:apply-templates>
        <xsl:if test="$money">
          <row kind="total">
            <cell colspan="4">Tổng cộng</cell>
            <cell colspan="2">
              <xsl:call-template name="money"><xsl:with-param name="dong" select="/record/decision/@bonus-total"/></xsl:call-template>
            </cell>
          </row>
        </xsl:if>
      </body>
    </table>
  </xsl:template>

  <xsl:template match="nominee" mode="row">
    <xsl:param name="money"/>
    <xsl:variable name="before" select="preceding-sibling::nominee[1]"/>
    <xsl:if test="not($before) or $before/@kind != @kind">
      <row kind="group">
        <cell colspan="{5 + $money}">
          <xsl:choose>
            <xsl:when test="@kind = 'collective'">I. TẬP THỂ</xsl:when>
            <xsl:when test="$nominees[@kind = 'collective']">II. CÁ NHÂN</xsl:when>
            <xsl:otherwise>I. CÁ NHÂN</xsl:otherwise>
          </xsl:choose>
        </cell>
      </row>
    </xsl:if>
    <xsl:if test="count($award-types) &gt; 1 and (not($before) or $before/@award-code != @award-code or $before/@kind != @kind)">
      <row kind="subgroup">
        <cell colspan="{5 + $money}"><xsl:value-of select="key('award-type', @award-code)/@name"/></cell>
      </row>
    </xsl:if>
    <row kind="record">
      <cell><xsl:value-of select="position()"/></cell>
      <cell><xsl:value-of select="@name"/></cell>
      <cell><xsl:value-of select="@position"/></cell>
      <cell><xsl:value-of select="@unit-name"/></cell>
      <cell><xsl:value-of select="normalize-space(achievement)"/></cell>
      <xsl:if test="$money">
        <cell>
          <xsl:if test="@bonus &gt; 0">
            <xsl:call-template name="money"><xsl:with-param name="dong" select="@bonus"/></xsl:call-template>
          </xsl:if>
        </cell>
      </xsl:if>
    </row>
  </xsl:template>
</xsl:stylesheet>
