<?xml version="1.0" encoding="UTF-8"?>
<!-- A list from a file: read on trial first, every bad row named, all rows or none. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'nomination-import']" mode="title">Nhập danh sách từ tệp</xsl:template>

  <xsl:template match="page[@id = 'nomination-import']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
    <a href="/nominations/{import/@nomination-id}"><xsl:value-of select="import/@nomination-title"/></a>
    <span> › </span>
  </xsl:template>

  <xsl:template match="page[@id = 'nomination-import']" mode="main">
    <xsl:apply-templates select="import"/>
  </xsl:template>

  <xsl:template match="import">
    <xsl:for-each select="allotment">
      <div class="meters">
        <p>Chỉ tiêu phong trào <xsl:value-of select="@name"/>, tính cả danh sách này</p>
        <xsl:call-template name="meter">
          <xsl:with-param name="label">Tập thể</xsl:with-param>
          <xsl:with-param name="used" select="@used-collectives"/>
          <xsl:with-param name="limit" select="@quota-collectives"/>
        </xsl:call-template>
        <xsl:call-template name="meter">
          <xsl:with-param name="label">Cá nhân</xsl:with-param>
          <xsl:with-param name="used" select="@used-individuals"/>
          <xsl:with-param name="limit" select="@quota-individuals"/>
        </xsl:call-template>
      </div>
    </xsl:for-each>
    <xsl:if test="@rows and @problems = 0">
      <form method="post" action="/nominations/{@nomination-id}/import" class="summary">
        <xsl:call-template name="tokens"/>
        <input type="hidden" name="file_id" value="{@file-id}"/>
        <p>
          <b><xsl:value-of select="@file-name"/></b>: cả
          <xsl:call-template name="counted"><xsl:with-param name="n" select="@rows"/></xsl:call-template> dòng đều
          đúng, gồm <xsl:call-template name="recipients"/>. Chưa có gì được ghi.</p>
        <input type="hidden" name="confirm" value="yes"/>
        <p class="buttons">
          <button class="button likely">Nhập <xsl:call-template name="counted"><xsl:with-param name="n" select="@rows"/></xsl:call-template> dòng</button>
          <xsl:if test="not(allotment[@used-collectives &gt; @quota-collectives or @used-individuals &gt; @quota-individuals])">
            <button class="button" name="then" value="submit">Nhập và gửi thủ trưởng</button>
          </xsl:if>
          <a href="/nominations/{@nomination-id}">Thôi</a>
        </p>
      </form>
    </xsl:if>
    <xsl:if test="row">
      <table class="list wrap">
        <caption>
          <h2>
            <xsl:choose>
              <xsl:when test="@problems &gt; 0">Dòng cần
                sửa<xsl:if test="@rows &gt; @good"><span class="count"><xsl:value-of select="@rows - @good"/>/<xsl:value-of select="@rows"/></span></xsl:if>
              </xsl:when>
              <xsl:otherwise>Xem trước</xsl:otherwise>
            </xsl:choose>
          </h2>
        </caption>
        <xsl:choose>
          <xsl:when test="row/problem">
            <thead>
              <tr>
                <th scope="col" class="w-tt n">Dòng</th>
                <th scope="col" class="w-code">Cột</th>
                <th scope="col" class="w-award">Đã ghi</th>
                <th scope="col">Vì sao sai</th>
                <th scope="col">Cần làm</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="row/problem">
                <tr>
                  <td class="m k n"><xsl:value-of select="../@n"/></td>
                  <td class="m"><xsl:value-of select="@column"/></td>
                  <td><xsl:value-of select="@value"/></td>
                  <td class="m">
                    <xsl:if test="../@name"><b><xsl:value-of select="../@name"/></b>: </xsl:if>
                    <xsl:value-of select="@reason"/>
                  </td>
                  <td class="m"><xsl:value-of select="@next"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </xsl:when>
          <xsl:otherwise>
            <thead>
              <tr>
                <th scope="col" class="w-tt n">Dòng</th>
                <th scope="col">Họ tên, tập thể</th>
                <th scope="col" class="w-code">Mã</th>
                <th scope="col">Chức vụ, đơn vị</th>
                <th scope="col" class="w-award">Danh hiệu, hình thức</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="row">
                <tr>
                  <td class="n"><xsl:value-of select="@n"/></td>
                  <td class="m k"><xsl:value-of select="@name"/></td>
                  <td><xsl:value-of select="@staff-no"/></td>
                  <td class="m">
                    <xsl:if test="@position != ''"><xsl:value-of select="@position"/>, </xsl:if>
                    <xsl:value-of select="@unit-name"/>
                  </td>
                  <td class="m"><xsl:value-of select="@award-name"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </xsl:otherwise>
        </xsl:choose>
      </table>
    </xsl:if>
    <form class="box" method="post" action="/nominations/{@nomination-id}/import" enctype="multipart/form-data">
      <xsl:call-template name="tokens"/>
      <h2>
        <xsl:choose>
          <xsl:when test="@rows">Tải tệp khác</xsl:when>
          <xsl:otherwise>Tải tệp lên</xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:call-template name="field">
        <xsl:with-param name="name">file</xsl:with-param>
        <xsl:with-param name="label">Tệp XLSX hoặc CSV</xsl:with-param>
        <xsl:with-param name="type">file</xsl:with-param>
        <xsl:with-param name="required">yes</xsl:with-param>
        <xsl:with-param name="hint">Mỗi dòng một cá nhân hoặc tập thể; dòng đầu là tên cột như trong mẫu</xsl:with-param>
      </xsl:call-template>
      <p class="buttons">
        <button>
          <xsl:attribute name="class">button<xsl:if test="not(@rows) or @problems &gt; 0"> likely</xsl:if></xsl:attribute>Đọc
          thử</button>
        <a href="{@xlsx}">Mẫu XLSX</a>
        <xsl:if test="@csv"><a href="{@csv}">Mẫu CSV</a></xsl:if>
        <a href="/nominations/{@nomination-id}">Về hồ sơ</a>
      </p>
    </form>
  </xsl:template>
</xsl:stylesheet>
