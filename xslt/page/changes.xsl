<?xml version="1.0" encoding="UTF-8"?>
<!-- What was changed in a list after its unit's head signed it: each field before and after, newest first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="changed" match="nomination/changed" use="@nominee-id"/>

  <xsl:template name="changes">
    <xsl:param name="named" select="true()"/>
    <xsl:if test="change">
      <section id="changes">
        <table class="list wrap">
          <caption>
            <h2>Thay đổi sau khi thủ trưởng ký<xsl:if test="changed"><span class="count"><xsl:value-of select="count(changed)"/> dòng</span></xsl:if></h2>
          </caption>
          <thead>
            <tr>
              <th scope="col" class="w-who">Lúc, người sửa</th>
              <xsl:if test="$named"><th scope="col" class="w-name">Dòng</th></xsl:if>
              <th scope="col" class="w-kind2">Mục</th>
              <th scope="col">Trước</th>
              <th scope="col">Sau</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="change"><xsl:call-template name="change"><xsl:with-param name="named" select="$named"/></xsl:call-template></xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="next[@field = 'before_change']">
          <p class="pager"><a href="/nominations/{../@id}?before_change={@value}#changes">Thay đổi trước đó</a></p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="change">
    <xsl:param name="named"/>
    <tr>
      <td class="m"><xsl:apply-templates select="@at" mode="moment"/><br/><small><xsl:value-of select="@person-name"/></small></td>
      <xsl:if test="$named">
        <td class="m k">
          <xsl:choose>
            <xsl:when test="@nominee-id"><a href="/nominations/{../@id}/nominees/{@nominee-id}"><xsl:value-of select="@name"/></a></xsl:when>
            <xsl:when test="@name != ''"><xsl:value-of select="@name"/></xsl:when>
            <xsl:otherwise>cả danh sách</xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:if>
      <td class="m"><xsl:call-template name="change-of"/></td>
      <td class="m"><xsl:value-of select="before"/></td>
      <td class="m"><xsl:if test="before != '' and after != ''">→ </xsl:if><xsl:value-of select="after"/></td>
    </tr>
  </xsl:template>

  <!-- The field, or what became of the row as a whole -->
  <xsl:template name="change-of">
    <xsl:choose>
      <xsl:when test="@field = 'row' and @action = 'import'">Nhập từ tệp</xsl:when>
      <xsl:when test="@field = 'row' and after != ''">Thêm vào danh sách</xsl:when>
      <xsl:when test="@field = 'row'">Bỏ khỏi danh sách</xsl:when>
      <xsl:when test="@field = 'unchanged'">Gửi lại như cũ, không sửa</xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="@field" mode="word"><xsl:with-param name="of">field</xsl:with-param></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Below a row of the list, as what is to be corrected is -->
  <xsl:template name="changed-mark">
    <xsl:param name="cells"/>
    <xsl:param name="tick"/>
    <xsl:if test="key('changed', @id)">
      <tr class="note">
        <xsl:if test="$tick"><td></td></xsl:if>
        <td></td>
        <td class="m k" colspan="{$cells}"><b>Đã sửa sau khi ký.</b><xsl:text> </xsl:text><a href="/nominations/{../@id}/nominees/{@id}#changes">Xem trước và sau</a></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- Beside a dossier of a list that is on its way -->
  <xsl:template name="changed-count">
    <xsl:if test="@changed &gt; 0 and not(@state = 'issued' or @state = 'granted' or @state = 'refused' or @state = 'dropped')">
      <xsl:text> </xsl:text>
      <b class="late"><xsl:value-of select="@changed"/> sửa sau khi ký</b>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
