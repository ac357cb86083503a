<?xml version="1.0" encoding="UTF-8"?>
<!-- Decisions and proposals, newest first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'decisions']" mode="title">Quyết định, tờ trình</xsl:template>

  <xsl:template match="page[@id = 'decisions']" mode="main">
    <form class="filters" method="get" action="/decisions">
      <xsl:call-template name="filter">
        <xsl:with-param name="name">year</xsl:with-param>
        <xsl:with-param name="label">Năm</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">authority</xsl:with-param>
        <xsl:with-param name="label">Cấp quyết định</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
      <a class="button" href="/numbers">Sổ văn bản đi</a>
    </form>
    <xsl:choose>
      <xsl:when test="decisions/decision">
        <table class="list">
          <caption class="unseen">Danh sách quyết định, tờ trình</caption>
          <thead>
            <tr>
              <th scope="col" class="w-no">Số</th>
              <th scope="col" class="w-date">Ngày ký</th>
              <th scope="col">Hồ sơ</th>
              <th scope="col" class="w-unit">Đơn vị</th>
              <th scope="col" class="w-few n">Tập thể</th>
              <th scope="col" class="w-few n">Cá nhân</th>
              <th scope="col" class="w-auth">Cấp quyết định</th>
              <th scope="col" class="w-signer">Người ký</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="decisions/decision">
              <tr>
                <td class="m k">
                  <a href="/decisions/{@id}">
                    <xsl:choose>
                      <xsl:when test="@number"><xsl:call-template name="document-number"/></xsl:when>
                      <xsl:otherwise>Chưa cấp số</xsl:otherwise>
                    </xsl:choose>
                  </a>
                </td>
                <td class="m"><xsl:apply-templates select="@signed-on" mode="date"/></td>
                <td class="m" title="{@nomination-title}"><xsl:value-of select="@nomination-title"/></td>
                <td title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                <td class="n"><xsl:apply-templates select="@collectives" mode="number"/></td>
                <td class="n"><xsl:apply-templates select="@individuals" mode="number"/></td>
                <td><xsl:apply-templates select="@authority" mode="word"/></td>
                <td>
                  <xsl:if test="@capacity != ''">
                    <xsl:apply-templates select="@capacity" mode="word"/>
                    <xsl:text> </xsl:text>
                  </xsl:if>
                  <xsl:value-of select="@signer-name"/>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="decisions"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Chưa có quyết định nào khớp.</b></p>
          <p>Quyết định hiện ở đây sau khi Giám đốc ký. <a href="/decisions">Bỏ lọc</a></p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
