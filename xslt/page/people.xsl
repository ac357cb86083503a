<?xml version="1.0" encoding="UTF-8"?>
<!-- People by name or staff number, in the order of given names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'people']" mode="title">Cá nhân</xsl:template>

  <xsl:template match="page[@id = 'people']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/units</xsl:with-param>
      <xsl:with-param name="label">Đơn vị</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="page[@id = 'people']" mode="main">
    <form class="filters" method="get" action="/people">
      <xsl:call-template name="filter-text">
        <xsl:with-param name="label">Họ tên hoặc mã nhân viên</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">unit</xsl:with-param>
        <xsl:with-param name="label">Đơn vị</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
    </form>
    <xsl:choose>
      <xsl:when test="people/person">
        <table class="list">
          <caption class="unseen">Danh sách cá nhân</caption>
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col" class="w-code">Mã</th>
              <th scope="col" class="w-date">Ngày sinh</th>
              <th scope="col" class="w-sex">Giới</th>
              <th scope="col">Chức vụ</th>
              <th scope="col">Đơn vị</th>
              <th scope="col" class="w-kind">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="people/person">
              <tr>
                <td class="m k"><a href="/people/{@id}"><xsl:value-of select="@full-name"/></a></td>
                <td><xsl:value-of select="@staff-no"/></td>
                <td><xsl:apply-templates select="@birth-date" mode="date"/></td>
                <td><xsl:apply-templates select="@sex" mode="word"/></td>
                <td class="m" title="{@title}">
                  <xsl:value-of select="@title"/>
                  <xsl:if test="@leader = 'yes'"><xsl:text> </xsl:text><small>(lãnh đạo)</small></xsl:if>
                </td>
                <td class="m" title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                <td><xsl:apply-templates select="@status" mode="word"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="people"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Không tìm thấy ai.</b></p>
          <p>Gõ không dấu để tìm rộng hơn; gõ có dấu thì phải đúng dấu. Chỉ thấy người trong phạm vi của vai trò đang
            dùng. <a href="/people">Bỏ lọc</a>
          </p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
