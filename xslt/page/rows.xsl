<?xml version="1.0" encoding="UTF-8"?>
<!-- Several rows judged at once: which will change, which will not and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'rows']" mode="title">
    <xsl:choose>
      <xsl:when test="rows/@outcome = 'returned'">Trả lại để sửa</xsl:when>
      <xsl:when test="rows/@outcome = 'refused'">Không đạt thẩm định</xsl:when>
      <xsl:otherwise>Đạt thẩm định</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page[@id = 'rows']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
    <a href="/nominations/{rows/@nomination-id}"><xsl:value-of select="rows/@nomination-title"/></a>
    <span> › </span>
  </xsl:template>

  <xsl:template match="page[@id = 'rows']" mode="main"><xsl:apply-templates select="rows"/></xsl:template>

  <xsl:template match="rows">
    <form class="box wide" method="post" action="/nominations/{@nomination-id}/rows" data-keep="yes">
      <xsl:if test="@pass &gt; 0 and part/@of &gt; part/@page">
        <xsl:call-template name="first-button">
          <xsl:with-param name="name">confirm</xsl:with-param>
          <xsl:with-param name="label">Ghi kết quả</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="version" value="{@version}"/>
      <input type="hidden" name="outcome" value="{@outcome}"/>
      <xsl:if test="@all"><input type="hidden" name="all" value="{@all}"/></xsl:if>
      <xsl:for-each select="picked"><input type="hidden" name="row" value="{@nominee-id}"/></xsl:for-each>
      <div class="summary">
        <p class="big">
          <xsl:call-template name="counted"><xsl:with-param name="n" select="@pass"/></xsl:call-template> dòng sẽ
          đổi<xsl:if test="@refused &gt; 0"> · <b class="late"><xsl:call-template name="counted"><xsl:with-param name="n" select="@refused"/></xsl:call-template> dòng không đổi</b></xsl:if>
        </p>
      </div>
      <xsl:if test="row[@result = 'pass']">
        <ul class="columns">
          <xsl:for-each select="row[@result = 'pass']">
            <li>
              <b><xsl:value-of select="@name"/></b>
              <xsl:if test="@award-name">, <xsl:value-of select="@award-name"/></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="row[@result = 'refused']">
        <h2>Không đổi</h2>
        <ul class="plain">
          <xsl:for-each select="row[@result = 'refused']">
            <li><b><xsl:value-of select="@name"/></b> – <xsl:value-of select="@why"/></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:for-each select="part"><xsl:call-template name="part-buttons"/></xsl:for-each>
      <xsl:if test="@pass &gt; 0">
        <xsl:if test="@outcome = 'returned'">
          <fieldset id="f-return_fields" tabindex="-1">
            <legend>Mục cần sửa</legend>
            <xsl:variable name="typed" select="concat(' ', /page/form/field[@name = 'return_fields']/@value, ' ')"/>
            <xsl:for-each select="/page/choices[@for = 'return_fields']/choice">
              <label class="choice">
                <input type="checkbox" name="return_fields" value="{@value}">
                  <xsl:if test="contains($typed, concat(' ', @value, ' '))">
                    <xsl:attribute name="checked">checked</xsl:attribute>
                  </xsl:if>
                </input>
                <xsl:value-of select="@label"/>
              </label>
            </xsl:for-each>
            <xsl:for-each select="/page/form/field[@name = 'return_fields']/@message">
              <p class="error"><xsl:value-of select="."/></p>
            </xsl:for-each>
          </fieldset>
        </xsl:if>
        <xsl:if test="@outcome != 'accepted'">
          <xsl:call-template name="field">
            <xsl:with-param name="name">reason</xsl:with-param>
            <xsl:with-param name="label">Lý do</xsl:with-param>
            <xsl:with-param name="type">long</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
            <xsl:with-param name="hint">Đơn vị đọc được lý do này; nêu rõ cần sửa gì</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <p class="buttons">
          <button class="button likely" name="confirm" value="yes">
            <xsl:choose><xsl:when test="@outcome = 'returned'">Trả lại </xsl:when><xsl:when test="@outcome = 'refused'">Không đạt </xsl:when><xsl:otherwise>Đạt </xsl:otherwise></xsl:choose>
            <xsl:value-of select="@pass"/> dòng</button>
          <a href="/nominations/{@nomination-id}">Thôi, về hồ sơ</a>
        </p>
      </xsl:if>
      <xsl:if test="not(@pass &gt; 0)">
        <p class="buttons"><a class="button" href="/nominations/{@nomination-id}">Về hồ sơ</a></p>
      </xsl:if>
    </form>
  </xsl:template>
</xsl:stylesheet>
