<?xml version="1.0" encoding="UTF-8"?>
<!-- Who did what, when, as what, before and after. Only read. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'audit']" mode="title">Nhật ký</xsl:template>

  <xsl:template match="page[@id = 'audit']" mode="main">
    <form class="filters" method="get" action="/audit">
      <xsl:variable name="is" select="form/field[@name = 'object']/@value"/>
      <label class="unseen" for="q-object">Đối tượng</label>
      <select id="q-object" name="object">
        <option value="">Đối tượng</option>
        <xsl:call-template name="objects"><xsl:with-param name="is" select="$is"/></xsl:call-template>
      </select>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">action</xsl:with-param>
        <xsl:with-param name="label">Việc</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
    </form>
    <xsl:choose>
      <xsl:when test="audit/entry">
        <table class="list wrap">
          <caption class="unseen">Nhật ký, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col" class="w-moment">Lúc, địa chỉ</th>
              <th scope="col" class="w-who">Người, vai trò</th>
              <th scope="col" class="w-unit">Việc, đối tượng</th>
              <th scope="col">Trước → sau</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="audit/entry"/></tbody>
        </table>
        <xsl:for-each select="audit"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty"><p><b>Không có dòng nào khớp.</b></p><p><a href="/audit">Bỏ lọc</a></p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Four columns, so that all of an entry can be read where there are 700 px for it; on a phone all of it is the card. -->
  <xsl:template match="audit/entry">
    <tr>
      <td class="m k"><xsl:apply-templates select="@at" mode="moment"/><br/><small><xsl:value-of select="@address"/></small></td>
      <td class="m">
        <xsl:value-of select="@person-name"/><br/>
        <small>
          <xsl:if test="@capacity != ''"><xsl:apply-templates select="@capacity" mode="word"/><xsl:text> </xsl:text></xsl:if>
          <xsl:apply-templates select="@role" mode="word"/>
        </small>
      </td>
      <td class="m"><xsl:apply-templates select="@action" mode="word"/><br/><small><xsl:call-template name="audit-object"/></small></td>
      <td class="m">
        <xsl:if test="before != '' or after != ''">
          <xsl:call-template name="in-words"><xsl:with-param name="text" select="before"/></xsl:call-template>
          <xsl:text> → </xsl:text>
          <xsl:call-template name="in-words"><xsl:with-param name="text" select="after"/></xsl:call-template>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- What it was done to; where that has a page, as a link -->
  <xsl:template name="audit-object">
    <xsl:variable name="name">
      <xsl:apply-templates select="@object" mode="word"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@object-id"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="(@object = 'nomination' or @object = 'decision') and $carries">
        <a href="/{@object}s/{@object-id}"><xsl:value-of select="$name"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What may be asked for -->
  <xsl:template name="objects">
    <xsl:param name="is"/>
    <xsl:param name="rest">nomination nominee decision award evidence number_book role_grant person session </xsl:param>
    <xsl:variable name="code" select="substring-before($rest, ' ')"/>
    <xsl:if test="$code != ''">
      <option value="{$code}">
        <xsl:if test="$code = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="normalize-space(substring-before(substring-after($words, concat('|object.', $code, '=')), '|'))"/>
      </option>
      <xsl:call-template name="objects">
        <xsl:with-param name="is" select="$is"/>
        <xsl:with-param name="rest" select="substring-after($rest, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
