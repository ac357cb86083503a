<?xml version="1.0" encoding="UTF-8"?>
<!-- A new dossier: for whom, for what, who decides; the list may come with it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'nomination-new']" mode="title">Lập hồ sơ đề nghị</xsl:template>

  <xsl:template match="page[@id = 'nomination-new']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="page[@id = 'nomination-new']" mode="main">
    <div class="case">
      <div class="matter">
        <form class="box" method="post" action="/nominations/new" data-keep="yes">
          <xsl:call-template name="tokens"/>
          <xsl:call-template name="field">
            <xsl:with-param name="name">title</xsl:with-param>
            <xsl:with-param name="label">Trích yếu</xsl:with-param>
            <xsl:with-param name="hint">Để trống: lấy theo tên phong trào và năm xét</xsl:with-param>
          </xsl:call-template>
          <div class="row">
            <xsl:call-template name="field">
              <xsl:with-param name="name">unit_id</xsl:with-param>
              <xsl:with-param name="value" select="actor/@unit-id"/>
              <xsl:with-param name="label">Đơn vị đề nghị</xsl:with-param>
              <xsl:with-param name="type">select</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">year</xsl:with-param>
              <xsl:with-param name="label">Năm xét</xsl:with-param>
              <xsl:with-param name="type">select</xsl:with-param>
            </xsl:call-template>
          </div>
          <div class="row">
            <xsl:call-template name="field">
              <xsl:with-param name="name">method</xsl:with-param>
              <xsl:with-param name="none">Theo phong trào đã chọn</xsl:with-param>
              <xsl:with-param name="label">Loại hình</xsl:with-param>
              <xsl:with-param name="type">select</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">authority</xsl:with-param>
              <xsl:with-param name="label">Cấp quyết định</xsl:with-param>
              <xsl:with-param name="type">select</xsl:with-param>
            </xsl:call-template>
          </div>
          <xsl:call-template name="field">
            <xsl:with-param name="name">campaign_id</xsl:with-param>
            <xsl:with-param name="label">Phong trào</xsl:with-param>
            <xsl:with-param name="type">select</xsl:with-param>
            <xsl:with-param name="none">Không theo phong trào</xsl:with-param>
          </xsl:call-template>
          <div class="row">
            <xsl:call-template name="field">
              <xsl:with-param name="name">minutes_no</xsl:with-param>
              <xsl:with-param name="label">Số biên bản bình xét</xsl:with-param>
              <xsl:with-param name="hint">Ví dụ: 12/BB-BVCM</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">minutes_date</xsl:with-param>
              <xsl:with-param name="label">Ngày họp bình xét</xsl:with-param>
              <xsl:with-param name="type">date</xsl:with-param>
            </xsl:call-template>
          </div>
          <xsl:call-template name="field">
            <xsl:with-param name="name">note</xsl:with-param>
            <xsl:with-param name="label">Ghi chú</xsl:with-param>
            <xsl:with-param name="type">long</xsl:with-param>
            <xsl:with-param name="hint">Việc công khai, ý kiến trong đơn vị</xsl:with-param>
          </xsl:call-template>
          <p class="buttons"><button class="button likely">Lập hồ sơ</button><a href="/nominations">Thôi</a></p>
        </form>
      </div>
      <aside class="course">
        <xsl:if test="nomination-new/campaign">
          <table class="plain">
            <caption>Chỉ tiêu còn lại của các phong trào</caption>
            <thead>
              <tr>
                <th scope="col">Phong trào</th>
                <th scope="col" class="n">Tập thể</th>
                <th scope="col" class="n">Cá nhân</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="nomination-new/campaign">
                <tr>
                  <td><xsl:value-of select="@name"/></td>
                  <td class="n">
                    <xsl:call-template name="used-of">
                      <xsl:with-param name="used" select="@used-collectives"/>
                      <xsl:with-param name="limit" select="@quota-collectives"/>
                    </xsl:call-template>
                  </td>
                  <td class="n">
                    <xsl:call-template name="used-of">
                      <xsl:with-param name="used" select="@used-individuals"/>
                      <xsl:with-param name="limit" select="@quota-individuals"/>
                    </xsl:call-template>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
