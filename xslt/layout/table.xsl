<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables of an official document. No record is lost on the way to paper: a table whose rows are not as many as its
     records, or whose cells do not fill its columns, stops the paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="table">
    <xsl:variable name="columns" select="count(columns/column)"/>
    <xsl:if test="count(body/row[@kind = 'record']) != @rows">
      <xsl:message terminate="yes">table: <xsl:value-of select="count(body/row[@kind = 'record'])"/> rows on paper for <xsl:value-of select="@rows"/> records</xsl:message>
    </xsl:if>
    <xsl:if test="body/row[count(cell) + sum(cell/@colspan) - count(cell/@colspan) != $columns]">
      <xsl:message terminate="yes">table: a row does not fill its <xsl:value-of select="$columns"/> columns</xsl:message>
    </xsl:if>
    <table class="{@size}">
      <colgroup>
        <xsl:for-each select="columns/column"><col width="{@width}%"/></xsl:for-each>
      </colgroup>
      <thead><xsl:apply-templates select="head/row"/></thead>
      <tbody>
        <xsl:apply-templates select="body/row">
          <xsl:with-param name="columns" select="columns/column"/>
        </xsl:apply-templates>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="head/row">
    <tr>
      <xsl:if test="@kind"><xsl:attribute name="class"><xsl:value-of select="@kind"/></xsl:attribute></xsl:if>
      <xsl:for-each select="cell">
        <th><xsl:copy-of select="@colspan|@rowspan"/><xsl:value-of select="."/></th>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="body/row">
    <xsl:param name="columns"/>
    <tr class="{@kind}">
      <xsl:for-each select="cell">
        <xsl:variable name="place" select="count(preceding-sibling::cell[not(@colspan)]) + sum(preceding-sibling::cell/@colspan | @colspan) + not(@colspan)"/>
        <td>
          <xsl:copy-of select="@colspan"/>
          <!-- A cell over several columns stands as the last of them, a heading over the whole row to the left. -->
          <xsl:variable name="align" select="$columns[$place]/@align"/>
          <xsl:if test="$align != 'left' and not(@colspan and position() = 1)">
            <xsl:attribute name="class"><xsl:value-of select="$align"/></xsl:attribute>
          </xsl:if>
          <xsl:value-of select="."/>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:template>
</xsl:stylesheet>
