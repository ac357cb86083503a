<?xml version="1.0" encoding="UTF-8"?>
<!-- Where I am logged in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'sessions']" mode="title">Phiên đăng nhập</xsl:template>

  <xsl:template match="page[@id = 'sessions']" mode="main">
    <table class="list">
      <caption class="unseen">Phiên đăng nhập của tôi</caption>
      <thead>
        <tr>
          <th scope="col">Máy</th>
          <th scope="col" class="w-addr">Địa chỉ</th>
          <th scope="col" class="w-moment">Đăng nhập</th>
          <th scope="col" class="w-moment">Dùng lần cuối</th>
          <th scope="col" class="w-moment">Hết hạn</th>
          <th scope="col" class="w-act"><span class="unseen">Kết thúc</span></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="sessions/session">
          <tr>
            <td class="m k" title="{@agent}"><xsl:value-of select="@agent"/></td>
            <td><xsl:value-of select="@address"/></td>
            <td><xsl:apply-templates select="@created-at" mode="moment"/></td>
            <td class="m"><xsl:apply-templates select="@seen-at" mode="moment"/></td>
            <td><xsl:apply-templates select="@expires-at" mode="moment"/></td>
            <td class="m act">
              <xsl:choose>
                <xsl:when test="@current = 'yes'">Phiên này</xsl:when>
                <xsl:otherwise>
                  <form method="post" action="/sessions/{@public-id}/close">
                    <xsl:call-template name="tokens"/>
                    <button class="text" aria-label="Kết thúc phiên từ {@address}">Kết thúc</button>
                  </form>
                </xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <p class="note">Thấy phiên không phải của mình: kết thúc phiên đó, đổi mật khẩu trên cổng thông tin và báo quản trị.</p>
  </xsl:template>
</xsl:stylesheet>
