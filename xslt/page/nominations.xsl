<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossiers of the scope, filtered by the address. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'nominations']" mode="title">Hồ sơ đề nghị khen thưởng</xsl:template>

  <xsl:template match="page[@id = 'nominations']" mode="main">
    <form class="filters" method="get" action="/nominations">
      <xsl:call-template name="filter-text">
        <xsl:with-param name="label">Trích yếu</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">state</xsl:with-param>
        <xsl:with-param name="label">Tình trạng</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">year</xsl:with-param>
        <xsl:with-param name="label">Năm</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">unit</xsl:with-param>
        <xsl:with-param name="label">Đơn vị</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">campaign</xsl:with-param>
        <xsl:with-param name="label">Phong trào</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="filter">
        <xsl:with-param name="name">authority</xsl:with-param>
        <xsl:with-param name="label">Cấp quyết định</xsl:with-param>
      </xsl:call-template>
      <button>Lọc</button>
      <xsl:if test="$role = 'clerk'"><a class="button likely end" href="/nominations/new">Lập hồ sơ</a></xsl:if>
    </form>
    <xsl:choose>
      <xsl:when test="nominations/nomination">
        <table class="list">
          <caption class="unseen">Danh sách hồ sơ</caption>
          <thead>
            <tr>
              <th scope="col" class="w-id n">Số</th>
              <th scope="col">Trích yếu</th>
              <th scope="col" class="w-unit">Đơn vị</th>
              <th scope="col" class="w-few n">Tập thể</th>
              <th scope="col" class="w-few n">Cá nhân</th>
              <th scope="col" class="w-auth">Cấp quyết định</th>
              <th scope="col" class="w-tag">Tình trạng</th>
              <th scope="col" class="w-date">Từ ngày</th>
              <th scope="col" class="w-due">Hạn</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="nominations/nomination">
              <tr>
                <td class="n"><xsl:value-of select="@id"/></td>
                <td class="m k"><a href="/nominations/{@id}" title="{@title}"><xsl:value-of select="@title"/></a></td>
                <td class="m" title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                <td class="n"><xsl:apply-templates select="@collectives" mode="number"/></td>
                <td class="n"><xsl:apply-templates select="@individuals" mode="number"/></td>
                <td><xsl:apply-templates select="@authority" mode="word"/></td>
                <td class="m">
                  <xsl:call-template name="state-tag"/>
                  <xsl:if test="@returned &gt; 0">
                    <xsl:text> </xsl:text>
                    <b class="late"><xsl:value-of select="@returned"/> trả lại</b>
                  </xsl:if>
                  <xsl:call-template name="changed-count"/>
                </td>
                <td><xsl:apply-templates select="@since" mode="date"/></td>
                <td><xsl:call-template name="due"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="nominations"><xsl:call-template name="pager"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <xsl:choose>
            <xsl:when test="form/field[@value != '']">
              <p><b>Không có hồ sơ nào khớp.</b></p>
              <p>Bớt điều kiện lọc, hoặc <a href="/nominations">xem tất cả hồ sơ</a>.</p>
            </xsl:when>
            <xsl:when test="$role = 'clerk'">
              <p><b>Chưa có hồ sơ nào.</b></p>
              <p>Bắt đầu bằng <a href="/nominations/new">lập hồ sơ đề nghị</a>.</p>
            </xsl:when>
            <xsl:otherwise>
              <p><b>Chưa có hồ sơ nào.</b></p>
              <p>Hồ sơ do cán bộ thi đua, khen thưởng của đơn vị lập.</p>
            </xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
