<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways through a list: the next page, its parts, also within a form that has not been sent, and what it is narrowed by. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- The way on in a list: by key, with the filters that are set. -->
  <xsl:template name="pager">
    <xsl:param name="next" select="next"/>
    <xsl:variable name="keys" select="$page/form/field[(starts-with(@name, 'before') or starts-with(@name, 'after')) and @value != '']"/>
    <xsl:if test="$next or $keys">
      <div class="pager">
        <xsl:if test="$keys">
          <form method="get"><xsl:call-template name="filters-kept"/><button>Về trang đầu</button></form>
        </xsl:if>
        <xsl:if test="$next">
          <form method="get">
            <xsl:call-template name="filters-kept"/>
            <xsl:for-each select="$next"><input type="hidden" name="{@field}" value="{@value}"/></xsl:for-each>
            <button>Trang sau</button>
          </form>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The parts of a list that is shown by the hundred: the first, the last and those around the one that is open. -->
  <xsl:template name="parts">
    <xsl:param name="anchor"/>
    <xsl:if test="@of &gt; @page">
      <p class="pager parts">
        <span>Dòng <xsl:apply-templates select="@from" mode="number"/>–<xsl:apply-templates select="@to" mode="number"/> trong
          <xsl:apply-templates select="@of" mode="number"/>.</span>
        <xsl:call-template name="part-link"><xsl:with-param name="anchor" select="$anchor"/></xsl:call-template>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part-link">
    <xsl:param name="anchor"/>
    <xsl:param name="n" select="1"/>
    <!-- The filters of a list stay. -->
    <xsl:variable name="kept">
      <xsl:for-each select="$page/form/field[(@name = 'year' or @name = 'state') and @value != '' and $page/@id = 'campaigns']">
        <xsl:value-of select="concat('&amp;', @name, '=', @value)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="last" select="floor((@of - 1) div @page) * @page + 1"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$n = @from"><b aria-current="page"><xsl:value-of select="$n"/></b></xsl:when>
      <xsl:otherwise><a href="{substring-before(concat($page/@url, '?'), '?')}?{@field}={$n}{$kept}{$anchor}"><xsl:value-of select="$n"/></a></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="following">
      <xsl:choose>
        <xsl:when test="$n = 1 and @from &gt; 6 * @page + 1"><xsl:value-of select="@from - 5 * @page"/></xsl:when>
        <xsl:when test="$n &gt;= @from + 5 * @page and $n &lt; $last"><xsl:value-of select="$last"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$n + @page"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$following &gt; $n + @page"><xsl:text> …</xsl:text></xsl:if>
    <xsl:if test="$following &lt;= $last">
      <xsl:call-template name="part-link">
        <xsl:with-param name="anchor" select="$anchor"/>
        <xsl:with-param name="n" select="number($following)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The same within a form that has not been sent: its buttons show another part, and what was typed stays. Enter in a field
       presses the first button of a form: such a form begins with first-button. -->
  <xsl:template name="part-buttons">
    <xsl:if test="@of &gt; @page">
      <p class="pager parts">
        <span>Đang hiện dòng <xsl:apply-templates select="@from" mode="number"/>–<xsl:apply-templates select="@to" mode="number"/> trong
          <xsl:apply-templates select="@of" mode="number"/>.</span>
        <xsl:text> </xsl:text>
        <xsl:if test="@from &gt; 1">
          <button class="text" name="{@field}" value="{@from - @page}" formnovalidate="formnovalidate">Các dòng trước</button>
        </xsl:if>
        <xsl:text> </xsl:text>
        <xsl:if test="@to &lt; @of">
          <button class="text" name="{@field}" value="{@to + 1}" formnovalidate="formnovalidate">Các dòng sau</button>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What Enter does in a form that also has buttons to look at something else: its own button once more, before all others, for
       nobody's eyes, ears or tab key. -->
  <xsl:template name="first-button">
    <xsl:param name="label"/>
    <xsl:param name="name"/>
    <button class="unseen" tabindex="-1" aria-hidden="true">
      <xsl:if test="$name != ''">
        <xsl:attribute name="name"><xsl:value-of select="$name"/></xsl:attribute>
        <xsl:attribute name="value">yes</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$label"/>
    </button>
  </xsl:template>

  <xsl:template name="filters-kept">
    <xsl:for-each select="$page/form/field[@value != '' and not(starts-with(@name, 'before') or starts-with(@name, 'after'))]">
      <input type="hidden" name="{@name}" value="{@value}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A filter of a list: its first choice is "all". -->
  <xsl:template name="filter">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="choices" select="$page/choices[@for = $name]/choice"/>
    <xsl:if test="$choices">
      <label class="unseen" for="q-{$name}"><xsl:value-of select="$label"/></label>
      <select id="q-{$name}" name="{$name}">
        <xsl:variable name="is" select="$page/form/field[@name = $name]/@value"/>
        <xsl:if test="$is != ''"><xsl:attribute name="class">set</xsl:attribute></xsl:if>
        <option value=""><xsl:value-of select="$label"/></option>
        <xsl:for-each select="$choices">
          <option value="{@value}">
            <xsl:if test="@value = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:value-of select="@label"/>
          </option>
        </xsl:for-each>
      </select>
    </xsl:if>
  </xsl:template>

  <xsl:template name="filter-text">
    <xsl:param name="label"/>
    <xsl:param name="name">q</xsl:param>
    <label class="unseen" for="q-{$name}"><xsl:value-of select="$label"/></label>
    <input id="q-{$name}" type="search" name="{$name}" value="{$page/form/field[@name = $name]/@value}" placeholder="{$label}"/>
  </xsl:template>
</xsl:stylesheet>
