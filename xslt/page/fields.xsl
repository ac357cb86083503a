<?xml version="1.0" encoding="UTF-8"?>
<!-- Fields of a form: what is wrong with them, a labelled field with its error beside it, and why an award is not among the choices. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">
  <xsl:key name="shown" match="*[@id]" use="@id"/>
  <xsl:key name="labelled" match="label[@for]" use="@for"/>

  <!-- What is wrong with the fields, each by the name it has on the page below. -->
  <xsl:template name="field-errors">
    <xsl:if test="form/field[@message]">
      <xsl:variable name="below"><xsl:apply-templates select="." mode="main"/></xsl:variable>
      <xsl:variable name="shown" select="exsl:node-set($below)"/>
      <section class="refusal" role="alert">
        <h2><xsl:choose><xsl:when test="@id = 'login'">Chưa đăng nhập</xsl:when><xsl:otherwise>Chưa lưu</xsl:otherwise></xsl:choose>:
          <xsl:call-template name="counted"><xsl:with-param name="n" select="count(form/field[@message])"/></xsl:call-template>
          mục cần sửa</h2>
        <ul>
          <xsl:for-each select="form/field[@message]">
            <xsl:variable name="id" select="concat('f-', @name)"/>
            <xsl:variable name="label"><xsl:for-each select="$shown"><xsl:value-of select="(key('shown', $id)/@aria-label | key('labelled', $id)/text()[1] | key('shown', $id)/legend/text()[1])[1]"/></xsl:for-each></xsl:variable>
            <li>
              <a href="#f-{@name}">
                <xsl:if test="normalize-space($label) != ''"><xsl:value-of select="concat(normalize-space($label), ': ')"/></xsl:if>
                <xsl:value-of select="@message"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="@id != 'login'"><p class="note">Nội dung đã nhập được giữ nguyên.</p></xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A labelled field with its error beside it. type: text number date long select password file check -->
  <xsl:template name="field">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="type">text</xsl:param>
    <xsl:param name="value"/>
    <xsl:param name="hint"/>
    <xsl:param name="required"/>
    <xsl:param name="choices" select="$page/choices[@for = $name]/choice"/>
    <xsl:param name="none"/>
    <xsl:param name="class"/>
    <xsl:param name="id" select="concat('f-', $name)"/>
    <xsl:variable name="typed" select="$page/form/field[@name = $name]"/>
    <xsl:variable name="error" select="$typed/@message"/>
    <xsl:variable name="is">
      <xsl:choose>
        <xsl:when test="$typed/@value"><xsl:value-of select="$typed/@value"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <div class="field {$class}">
      <label for="{$id}">
        <xsl:value-of select="$label"/>
        <xsl:if test="$required"><span class="must"> (bắt buộc)</span></xsl:if>
      </label>
      <xsl:choose>
        <xsl:when test="$type = 'select'">
          <select id="{$id}" name="{$name}">
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
            <xsl:if test="$none"><option value=""><xsl:value-of select="$none"/></option></xsl:if>
            <!-- what stands there and is not to be chosen any more is not replaced in silence by the first choice -->
            <xsl:if test="not($none) and $value != '' and not($choices/@value = $is)">
              <option value="" selected="selected">– chọn lại –</option>
            </xsl:if>
            <xsl:for-each select="$choices">
              <option value="{@value}">
                <xsl:if test="@value = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:value-of select="@label"/>
              </option>
            </xsl:for-each>
          </select>
        </xsl:when>
        <xsl:when test="$type = 'long'">
          <textarea id="{$id}" name="{$name}" rows="4">
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
            <xsl:value-of select="$is"/>
          </textarea>
        </xsl:when>
        <xsl:otherwise>
          <input id="{$id}" name="{$name}">
            <!-- a date is written as on paper, whatever the language of the browser -->
            <xsl:attribute name="type">
              <xsl:choose>
                <xsl:when test="$type = 'date'">text</xsl:when>
                <xsl:otherwise><xsl:value-of select="$type"/></xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
            <xsl:if test="$type = 'date'">
              <xsl:attribute name="class">date</xsl:attribute>
              <xsl:attribute name="placeholder">ngày/tháng/năm</xsl:attribute>
              <xsl:attribute name="autocomplete">off</xsl:attribute>
            </xsl:if>
            <xsl:if test="$type != 'password' and $type != 'file'">
              <xsl:attribute name="value">
                <xsl:choose>
                  <xsl:when test="$type = 'date' and translate($is, '0123456789', '##########') = '####-##-##'">
                    <xsl:value-of select="concat(substring($is, 9), '/', substring($is, 6, 2), '/', substring($is, 1, 4))"/>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="$is"/></xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </xsl:if>
            <xsl:if test="$type = 'number'"><xsl:attribute name="min">0</xsl:attribute></xsl:if>
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
          </input>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$hint != ''"><p class="hint" id="{$id}-h"><xsl:value-of select="$hint"/></p></xsl:if>
      <xsl:if test="$error"><p class="error" id="{$id}-e"><xsl:value-of select="$error"/></p></xsl:if>
      <xsl:if test="$type = 'select'"><xsl:apply-templates select="$page/choices[@for = $name]/withheld"/></xsl:if>
    </div>
  </xsl:template>

  <!-- Left out of the choices, and why -->
  <xsl:template match="withheld">
    <p class="hint">Chưa đề nghị được <b><xsl:value-of select="@label"/></b>: tiêu chuẩn từ
      <xsl:apply-templates select="@since" mode="date"/> (<xsl:value-of select="@cite"/>) chưa được xác nhận. Cần dùng thì liên hệ quản trị
      hệ thống.</p>
  </xsl:template>

  <xsl:template name="field-state">
    <xsl:param name="id"/>
    <xsl:param name="error"/>
    <xsl:param name="hint"/>
    <xsl:param name="required"/>
    <xsl:if test="$required"><xsl:attribute name="aria-required">true</xsl:attribute></xsl:if>
    <xsl:if test="$error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:if test="$error or $hint != ''">
      <xsl:attribute name="aria-describedby">
        <xsl:if test="$error"><xsl:value-of select="concat($id, '-e')"/></xsl:if>
        <xsl:if test="$error and $hint != ''"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$hint != ''"><xsl:value-of select="concat($id, '-h')"/></xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
