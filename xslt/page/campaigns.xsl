<?xml version="1.0" encoding="UTF-8"?>
<!-- Campaigns with what is left of each allotment. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'campaigns']" mode="title">Phong trào thi đua</xsl:template>

  <xsl:template match="page[@id = 'campaigns']" mode="main">
    <form class="filters" method="get" action="/campaigns">
      <xsl:call-template name="filter">
        <xsl:with-param name="name">year</xsl:with-param>
        <xsl:with-param name="label">Năm</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">state</xsl:with-param>
        <xsl:with-param name="label">Tình trạng</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
    </form>
    <xsl:choose>
      <xsl:when test="campaigns/campaign">
        <table class="list">
          <caption class="unseen">Danh sách phong trào</caption>
          <thead>
            <tr>
              <th scope="col">Phong trào</th>
              <th scope="col" class="w-unit">Phụ trách</th>
              <th scope="col" class="w-unit">Thời gian xét</th>
              <th scope="col" class="w-num n">Tập thể</th>
              <th scope="col" class="w-num n">Cá nhân</th>
              <th scope="col" class="w-tag">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="campaigns/campaign">
              <tr>
                <td class="m k" title="{@name}"><a href="/campaigns/{@id}"><xsl:value-of select="@name"/></a></td>
                <td title="{@responsible}"><xsl:value-of select="@responsible"/></td>
                <td title="{@review-time}"><xsl:value-of select="@review-time"/></td>
                <td class="m n">
                  <xsl:call-template name="used-of">
                    <xsl:with-param name="used" select="@used-collectives"/>
                    <xsl:with-param name="limit" select="@quota-collectives"/>
                  </xsl:call-template>
                </td>
                <td class="m n">
                  <xsl:call-template name="used-of">
                    <xsl:with-param name="used" select="@used-individuals"/>
                    <xsl:with-param name="limit" select="@quota-individuals"/>
                  </xsl:call-template>
                </td>
                <td><xsl:call-template name="campaign-tag"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="campaigns/part"><xsl:call-template name="parts"/></xsl:for-each>
        <p class="note">Cột Tập thể, Cá nhân: số đã đề nghị trên số được phân bổ.</p>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Không có phong trào nào khớp.</b></p>
          <p>Chọn năm hoặc tình trạng khác. <a href="/campaigns">Bỏ lọc</a></p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
