<?xml version="1.0" encoding="UTF-8"?>
<!-- One campaign: content, rounds, targets, criteria, allotment and the dossiers that use it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'campaign']" mode="title"><xsl:value-of select="campaign/@name"/></xsl:template>

  <xsl:template match="page[@id = 'campaign']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/campaigns</xsl:with-param>
      <xsl:with-param name="label">Phong trào thi đua</xsl:with-param>
    </xsl:call-template>
    <xsl:if test="campaign/@parent-name">
      <a href="/campaigns/{campaign/@parent-id}"><xsl:value-of select="campaign/@parent-name"/></a>
      <span> › </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page[@id = 'campaign']" mode="state">
    <xsl:for-each select="campaign"><xsl:call-template name="campaign-tag"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'campaign']" mode="main"><xsl:apply-templates select="campaign"/></xsl:template>

  <xsl:template match="page/campaign">
    <div class="case">
      <section class="now">
        <h2>Chỉ tiêu khen thưởng</h2>
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
        <xsl:if test="@quota-note != ''"><p class="note"><xsl:value-of select="@quota-note"/></p></xsl:if>
        <xsl:if test="$role = 'clerk' and @state != 'draft' and @state != 'closed'">
          <p class="buttons">
            <a class="button likely" href="/nominations/new?campaign_id={@id}">Lập hồ sơ đề nghị</a>
          </p>
        </xsl:if>
      </section>
      <section class="matter">
        <xsl:if test="content != ''"><h2>Nội dung</h2><p class="text"><xsl:value-of select="content"/></p></xsl:if>
        <xsl:if test="target">
          <h2>Chỉ tiêu thi đua</h2>
          <table class="list wrap">
            <caption class="unseen">Chỉ tiêu thi đua</caption>
            <thead>
              <tr>
                <th scope="col">Chỉ tiêu</th>
                <th scope="col" class="w-who">Phải đạt</th>
                <th scope="col" class="w-num n">Đã đạt</th>
                <th scope="col" class="w-tag">Kết quả</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="target">
                <xsl:variable name="actual" select="number(translate(@actual, ',', '.'))"/>
                <xsl:variable name="value" select="number(translate(@value, ',', '.'))"/>
                <tr>
                  <td class="m k"><xsl:value-of select="@name"/></td>
                  <td>
                    <xsl:choose>
                      <xsl:when test="@comparison = '&gt;='">từ </xsl:when>
                      <xsl:when test="@comparison = '&gt;'">trên </xsl:when>
                      <xsl:when test="@comparison = '&lt;='">không quá </xsl:when>
                      <xsl:when test="@comparison = '&lt;'">dưới </xsl:when>
                    </xsl:choose>
                    <xsl:value-of select="concat(@value, ' ', @measure)"/>
                  </td>
                  <td class="m n"><xsl:value-of select="@actual"/></td>
                  <td class="m">
                    <xsl:call-template name="tag">
                      <xsl:with-param name="label">
                        <xsl:choose>
                          <xsl:when test="not(@actual)">Chưa có số liệu</xsl:when>
                          <xsl:when test="(@comparison = '&gt;=' and $actual &gt;= $value) or (@comparison = '&gt;' and $actual &gt; $value) or (@comparison = '=' and $actual = $value) or (@comparison = '&lt;=' and $actual &lt;= $value) or (@comparison = '&lt;' and $actual &lt; $value)">Đạt</xsl:when>
                          <xsl:otherwise>Chưa đạt</xsl:otherwise>
                        </xsl:choose>
                      </xsl:with-param>
                      <xsl:with-param name="tone">
                        <xsl:choose>
                          <xsl:when test="not(@actual)">draft</xsl:when>
                          <xsl:when test="(@comparison = '&gt;=' and $actual &gt;= $value) or (@comparison = '&gt;' and $actual &gt; $value) or (@comparison = '=' and $actual = $value) or (@comparison = '&lt;=' and $actual &lt;= $value) or (@comparison = '&lt;' and $actual &lt; $value)">good</xsl:when>
                          <xsl:otherwise>warn</xsl:otherwise>
                        </xsl:choose>
                      </xsl:with-param>
                    </xsl:call-template>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <xsl:if test="criterion">
          <h2>Tiêu chí bình xét</h2>
          <table class="list wrap">
            <caption class="unseen">Tiêu chí bình xét</caption>
            <thead><tr><th scope="col">Tiêu chí</th><th scope="col" class="w-num n">Điểm</th></tr></thead>
            <tbody>
              <xsl:for-each select="criterion">
                <tr>
                  <td class="m k">
                    <xsl:value-of select="@text"/>
                    <xsl:if test="@cite != ''">
                      <xsl:text> </xsl:text>
                      <small>(<xsl:value-of select="@cite"/>)</small>
                    </xsl:if>
                  </td>
                  <td class="m n"><xsl:value-of select="@points"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <h2>Hồ sơ đề nghị</h2>
        <xsl:choose>
          <xsl:when test="nomination">
            <table class="list">
              <caption class="unseen">Hồ sơ đề nghị</caption>
              <thead>
                <tr>
                  <th scope="col">Hồ sơ</th>
                  <th scope="col" class="w-unit">Đơn vị</th>
                  <th scope="col" class="w-who">Đề nghị</th>
                  <th scope="col" class="w-tag">Tình trạng</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="nomination">
                  <tr>
                    <td class="m k" title="{@title}">
                      <xsl:call-template name="link">
                        <xsl:with-param name="href" select="concat('/nominations/', @id)"/>
                        <xsl:with-param name="text" select="@title"/>
                      </xsl:call-template>
                    </td>
                    <td title="{@unit-name}"><xsl:value-of select="@unit-name"/></td>
                    <td class="m"><xsl:call-template name="recipients"/></td>
                    <td class="m"><xsl:call-template name="state-tag"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
            <xsl:for-each select="part"><xsl:call-template name="parts"/></xsl:for-each>
          </xsl:when>
          <xsl:otherwise><p class="note">Chưa có hồ sơ nào trong phạm vi của vai trò đang dùng.</p></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="child">
          <h2>Phong trào nhánh</h2>
          <ul class="plain">
            <xsl:for-each select="child">
              <li>
                <a href="/campaigns/{@id}"><xsl:value-of select="@name"/></a>
                <xsl:text> </xsl:text>
                <xsl:call-template name="campaign-tag"/>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <aside class="course">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Chủ đề</xsl:with-param>
            <xsl:with-param name="text" select="@theme"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Căn cứ</xsl:with-param>
            <xsl:with-param name="text" select="@basis"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Cơ quan chủ trì</xsl:with-param>
            <xsl:with-param name="text" select="@lead-agency"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Phụ trách</xsl:with-param>
            <xsl:with-param name="text" select="@responsible"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Thời gian xét</xsl:with-param>
            <xsl:with-param name="text" select="@review-time"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Thời gian</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:call-template name="span-of-dates">
                <xsl:with-param name="from" select="@date-from"/>
                <xsl:with-param name="to" select="@date-to"/>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Loại hình</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@method" mode="word"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Mã</xsl:with-param>
            <xsl:with-param name="text" select="@code"/>
          </xsl:call-template>
        </dl>
        <xsl:if test="round">
          <h2>Các đợt</h2>
          <ul class="plain">
            <xsl:for-each select="round">
              <li>
                <b><xsl:value-of select="@name"/></b>:
                <xsl:call-template name="span-of-dates"><xsl:with-param name="from" select="@date-from"/><xsl:with-param name="to" select="@date-to"/></xsl:call-template>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
