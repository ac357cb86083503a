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
        <table class="list">
          <caption class="unseen">Nhật ký, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col" class="w-moment">Lúc</th>
              <th scope="col" class="w-name">Người</th>
              <th scope="col" class="w-award">Vai trò</th>
              <th scope="col" class="w-award">Việc</th>
              <th scope="col" class="w-kind2">Đối tượng</th>
              <th scope="col">Trước → sau</th>
              <th scope="col" class="w-addr">Địa chỉ</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="audit/entry">
              <tr>
                <td class="m k"><xsl:apply-templates select="@at" mode="moment"/></td>
                <td class="m"><xsl:value-of select="@person-name"/></td>
                <td>
                  <xsl:if test="@capacity != ''">
                    <xsl:apply-templates select="@capacity" mode="word"/>
                    <xsl:text> </xsl:text>
                  </xsl:if>
                  <xsl:apply-templates select="@role" mode="word"/>
                </td>
                <td class="m"><xsl:apply-templates select="@action" mode="word"/></td>
                <td>
                  <xsl:choose>
                    <xsl:when test="@object = 'nomination' and $carries">
                      <a href="/nominations/{@object-id}">
                        <xsl:apply-templates select="@object" mode="word"/>
                        <xsl:text> </xsl:text>
                        <xsl:value-of select="@object-id"/>
                      </a>
                    </xsl:when>
                    <xsl:when test="@object = 'decision' and $carries">
                      <a href="/decisions/{@object-id}">
                        <xsl:apply-templates select="@object" mode="word"/>
                        <xsl:text> </xsl:text>
                        <xsl:value-of select="@object-id"/>
                      </a>
                    </xsl:when>
                    <xsl:otherwise>
                      <xsl:apply-templates select="@object" mode="word"/>
                      <xsl:text> </xsl:text>
                      <xsl:value-of select="@object-id"/>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
                <xsl:variable name="before">
                  <xsl:call-template name="in-words"><xsl:with-param name="text" select="before"/></xsl:call-template>
                </xsl:variable>
                <xsl:variable name="after">
                  <xsl:call-template name="in-words"><xsl:with-param name="text" select="after"/></xsl:call-template>
                </xsl:variable>
                <td title="{$before} → {$after}">
                  <xsl:if test="before != '' or after != ''">
                    <xsl:value-of select="concat($before, ' → ', $after)"/>
                  </xsl:if>
                </td>
                <td><xsl:value-of select="@address"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="audit"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty"><p><b>Không có dòng nào khớp.</b></p><p><a href="/audit">Bỏ lọc</a></p></div>
      </xsl:otherwise>
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
