<?xml version="1.0" encoding="UTF-8"?>
<!-- A decision, or the tờ trình to a higher authority: who signed as what, whom it rewards, what to print. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'decision']" mode="title">
    <xsl:for-each select="decision">
      <xsl:apply-templates select="@kind" mode="word">
        <xsl:with-param name="of">decision</xsl:with-param>
      </xsl:apply-templates>
      <xsl:choose>
        <xsl:when test="@number"> số <xsl:call-template name="document-number"/></xsl:when>
        <xsl:otherwise> chưa cấp số</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'decision']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/decisions</xsl:with-param>
      <xsl:with-param name="label">Quyết định</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="page[@id = 'decision']" mode="state">
    <xsl:for-each select="decision"><xsl:call-template name="state-tag"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'decision']" mode="main"><xsl:apply-templates select="decision"/></xsl:template>

  <xsl:template match="page/decision">
    <div class="case">
      <section class="now" aria-label="In và việc cần làm">
        <xsl:if test="paper">
          <h2>In</h2>
          <ul class="papers">
            <xsl:for-each select="paper">
              <li>
                <a href="{@href}">
                  <xsl:if test="position() = 1"><xsl:attribute name="class">button likely</xsl:attribute></xsl:if>
                  <xsl:value-of select="@label"/>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <section class="matter">
        <xsl:choose>
          <xsl:when test="award">
            <table class="list">
              <caption>
                <h2>Được khen
                  thưởng<span class="count"><xsl:for-each select="entered"><xsl:call-template name="recipients"/></xsl:for-each></span>
                </h2>
              </caption>
              <thead>
                <tr>
                  <th scope="col" class="w-gold n">Sổ vàng</th>
                  <th scope="col">Họ tên, tập thể</th>
                  <th scope="col">Chức vụ, đơn vị</th>
                  <th scope="col" class="w-award">Danh hiệu, hình thức</th>
                  <th scope="col" class="w-money n">Tiền thưởng</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="award">
                  <tr>
                    <td class="n"><xsl:value-of select="@gold-no"/></td>
                    <td class="m k" title="{@name}"><xsl:call-template name="recipient"/></td>
                    <td title="{@position} {@unit-name}">
                      <xsl:if test="@position != ''"><xsl:value-of select="@position"/>, </xsl:if>
                      <xsl:value-of select="@unit-name"/>
                    </td>
                    <td class="m award" title="{@award-name}"><xsl:value-of select="@award-name"/></td>
                    <td class="m n"><xsl:apply-templates select="@bonus" mode="number"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
              <xsl:if test="entered/@bonus &gt; 0">
                <tfoot>
                  <tr>
                    <td></td>
                    <th scope="row" class="m">Tổng cộng</th>
                    <td></td>
                    <td></td>
                    <td class="m k n">
                      <b><xsl:apply-templates select="entered/@bonus" mode="number"/></b>
                    </td>
                  </tr>
                </tfoot>
              </xsl:if>
            </table>
            <xsl:for-each select="part"><xsl:call-template name="parts"/></xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <div class="empty">
              <p><b>Chưa ghi vào sổ khen thưởng.</b></p>
              <p>Các trường hợp được ghi khi văn bản được cấp số, ban hành (hoặc khi nhập kết quả của cấp trên).</p>
            </div>
          </xsl:otherwise>
        </xsl:choose>
      </section>
      <aside class="course">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Hồ sơ</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:call-template name="link">
                <xsl:with-param name="href" select="concat('/nominations/', @nomination-id)"/>
                <xsl:with-param name="text" select="@nomination-title"/>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Đơn vị đề nghị</xsl:with-param>
            <xsl:with-param name="text" select="@unit-name"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Cấp quyết định</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@authority" mode="word"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Người ký</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:if test="@capacity != ''">
                <xsl:apply-templates select="@capacity" mode="word"/> GIÁM ĐỐC<br/>
              </xsl:if>
              <xsl:value-of select="@office"/>
              <br/>
              <xsl:value-of select="@signer-name"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Ngày ký</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@signed-on" mode="date"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Ban hành</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@issued-on" mode="date"/></xsl:with-param>
          </xsl:call-template>
          <xsl:if test="@result-no != ''">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Kết quả của cấp trên</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="@result-no"/>, <xsl:apply-templates select="@result-date" mode="date"/>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Nơi nhận</xsl:with-param>
            <xsl:with-param name="text" select="@recipients"/>
          </xsl:call-template>
          <xsl:if test="@bonus-total &gt; 0">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Tiền thưởng</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:apply-templates select="@bonus-total" mode="number"/> đồng (lương cơ sở
                <xsl:apply-templates select="@base-salary" mode="number"/> đồng)</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Quy định áp dụng</xsl:with-param>
            <xsl:with-param name="text" select="@regime"/>
          </xsl:call-template>
        </dl>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
