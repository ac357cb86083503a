<?xml version="1.0" encoding="UTF-8"?>
<!-- Who holds which role, where and until when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'roles']" mode="title">Vai trò</xsl:template>

  <xsl:template match="page[@id = 'roles']" mode="main">
    <div class="case">
      <section class="matter">
        <table class="list">
          <caption class="unseen">Vai trò đã giao, chưa thu hồi</caption>
          <thead>
            <tr>
              <th scope="col" class="w-award">Vai trò</th>
              <th scope="col">Người giữ</th>
              <th scope="col">Phạm vi</th>
              <th scope="col" class="w-span">Thời hạn</th>
              <th scope="col" class="w-signer">Người giao</th>
              <th scope="col" class="w-drop"><span class="unseen">Thu hồi</span></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="roles/grant">
              <tr>
                <td class="m k"><xsl:apply-templates select="@role" mode="word"/></td>
                <td class="m" title="{@person-name} {@staff-no} {@ldap-group}">
                  <xsl:choose>
                    <xsl:when test="@person-id">
                      <a href="/people/{@person-id}"><xsl:value-of select="@person-name"/></a>
                    </xsl:when>
                    <xsl:otherwise>Nhóm <xsl:value-of select="@ldap-group"/></xsl:otherwise>
                  </xsl:choose>
                </td>
                <td class="m" title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                <td>
                  <xsl:call-template name="span-of-dates">
                    <xsl:with-param name="from" select="@valid-from"/>
                    <xsl:with-param name="to" select="@valid-to"/>
                  </xsl:call-template>
                  <xsl:variable name="day" select="translate($page/@today, '-', '')"/>
                  <xsl:choose>
                    <xsl:when test="translate(@valid-from, '-', '') &gt; $day"><span class="late"> (chưa bắt đầu)</span></xsl:when>
                    <xsl:when test="translate(@valid-to, '-', '') &lt; $day"><span class="late"> (đã hết hạn)</span></xsl:when>
                  </xsl:choose>
                </td>
                <td><xsl:value-of select="@granted-by-name"/></td>
                <td class="act">
                  <form method="post" action="/admin/roles/{@id}/revoke">
                    <xsl:call-template name="tokens"/>
                    <button class="text" aria-label="Thu hồi vai trò của {@person-name}{@ldap-group}">Thu hồi</button>
                  </form>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="roles/part"><xsl:call-template name="parts"/></xsl:for-each>
        <p class="note">Vai trò bị thu hồi vẫn còn trong nhật ký. Người giữ vai trò quản trị không quyết định khen thưởng.</p>
      </section>
      <aside class="course">
        <form class="box" method="post" action="/admin/roles">
          <xsl:call-template name="tokens"/>
          <h2>Giao vai trò</h2>
          <xsl:call-template name="field">
            <xsl:with-param name="name">role</xsl:with-param>
            <xsl:with-param name="label">Vai trò</xsl:with-param>
            <xsl:with-param name="type">select</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">login</xsl:with-param>
            <xsl:with-param name="label">Tên đăng nhập của một người</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">ldap_group</xsl:with-param>
            <xsl:with-param name="label">hoặc nhóm trong thư mục</xsl:with-param>
            <xsl:with-param name="hint">Chỉ ghi một trong hai</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">unit_id</xsl:with-param>
            <xsl:with-param name="label">Phạm vi (đơn vị và trực thuộc)</xsl:with-param>
            <xsl:with-param name="type">select</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">valid_from</xsl:with-param>
            <xsl:with-param name="label">Từ ngày</xsl:with-param>
            <xsl:with-param name="type">date</xsl:with-param>
            <xsl:with-param name="value" select="@today"/>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">valid_to</xsl:with-param>
            <xsl:with-param name="label">Đến hết ngày</xsl:with-param>
            <xsl:with-param name="type">date</xsl:with-param>
            <xsl:with-param name="hint">Để trống: không thời hạn</xsl:with-param>
          </xsl:call-template>
          <p class="buttons"><button class="button likely">Giao vai trò</button></p>
        </form>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
