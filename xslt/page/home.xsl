<?xml version="1.0" encoding="UTF-8"?>
<!-- What waits for me, derived from where the dossiers stand; my own awards for a member of staff. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'home']" mode="title">
    <xsl:choose>
      <xsl:when test="$role = 'staff'">Trang của tôi</xsl:when>
      <xsl:otherwise>Việc của tôi</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page[@id = 'home']" mode="main"><xsl:apply-templates select="home"/></xsl:template>

  <xsl:template match="home">
    <div class="case">
      <section class="matter">
        <xsl:choose>
          <xsl:when test="$role = 'staff'"><xsl:call-template name="own"/></xsl:when>
          <xsl:when test="nomination">
            <xsl:call-template name="waiting"/>
            <xsl:for-each select="part"><xsl:call-template name="parts"/></xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <div class="empty">
              <p><b>Không có hồ sơ nào chờ xử lý.</b></p>
              <p>Hồ sơ đến lượt sẽ hiện ở đây.
                <xsl:if test="$carries"><a href="/nominations">Xem tất cả hồ sơ</a></xsl:if>
              </p>
            </div>
          </xsl:otherwise>
        </xsl:choose>
      </section>
      <aside class="course">
        <xsl:if test="$role = 'clerk'">
          <p class="buttons"><a class="button" href="/nominations/new">Lập hồ sơ đề nghị</a></p>
        </xsl:if>
        <xsl:if test="state">
          <h2>Hồ sơ trong năm</h2>
          <table class="plain">
            <caption class="unseen">Số hồ sơ theo tình trạng</caption>
            <tbody>
              <xsl:for-each select="state">
                <tr>
                  <th scope="row">
                    <xsl:choose>
                      <xsl:when test="$carries">
                        <a href="/nominations?state={@state}"><xsl:apply-templates select="@state" mode="word"/></a>
                      </xsl:when>
                      <xsl:otherwise><xsl:apply-templates select="@state" mode="word"/></xsl:otherwise>
                    </xsl:choose>
                  </th>
                  <td class="n"><xsl:apply-templates select="@count" mode="number"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <xsl:if test="year">
          <xsl:call-template name="bar-table">
            <xsl:with-param name="rows" select="year"/>
            <xsl:with-param name="caption">Khen thưởng theo năm</xsl:with-param>
            <xsl:with-param name="first">Năm</xsl:with-param>
            <xsl:with-param name="link"><xsl:if test="$sees-awards">/awards?year=</xsl:if></xsl:with-param>
            <xsl:with-param name="class">small</xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$role = 'staff' and chance">
          <h2>Có thể đạt tiếp theo</h2>
          <xsl:call-template name="chances"><xsl:with-param name="chances" select="chance"/></xsl:call-template>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>

  <xsl:template name="waiting">
    <xsl:variable name="returned" select="nomination[$role = 'clerk' and @state = 'appraisal' and @returned &gt; 0]"/>
    <xsl:if test="$returned">
      <xsl:call-template name="group">
        <xsl:with-param name="rows" select="$returned"/>
        <xsl:with-param name="label">Bị trả lại, cần bổ sung</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="nomination[not($role = 'clerk' and @state = 'appraisal' and @returned &gt; 0)]">
      <xsl:variable name="state" select="@state"/>
      <xsl:if test="not(preceding-sibling::nomination[@state = $state and not($role = 'clerk' and @state = 'appraisal' and @returned &gt; 0)])">
        <xsl:call-template name="group">
          <xsl:with-param name="rows" select="../nomination[@state = $state and not($role = 'clerk' and @state = 'appraisal' and @returned &gt; 0)]"/>
          <xsl:with-param name="label">
            <xsl:apply-templates select="$state" mode="word">
              <xsl:with-param name="of">state</xsl:with-param>
            </xsl:apply-templates>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- across: the role sees more than one unit -->
  <xsl:template name="group">
    <xsl:param name="rows"/>
    <xsl:param name="label"/>
    <xsl:variable name="across" select="$role != 'clerk' and $role != 'head'"/>
    <table class="list">
      <caption>
        <h2><xsl:value-of select="$label"/><xsl:if test="not(part[@of &gt; @page])"><span class="count"><xsl:value-of select="count($rows)"/></span></xsl:if></h2>
      </caption>
      <thead>
        <tr>
          <th scope="col">Hồ sơ</th>
          <xsl:if test="$across"><th scope="col" class="w-unit">Đơn vị</th></xsl:if>
          <th scope="col" class="w-who">Đề nghị</th>
          <th scope="col" class="w-due">Hạn</th>
          <th scope="col" class="w-act"><span class="unseen">Việc cần làm</span></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <tr>
            <td class="m k"><a href="/nominations/{@id}" title="{@title}"><xsl:value-of select="@title"/></a></td>
            <xsl:if test="$across"><td title="{@unit-name}"><xsl:value-of select="@unit-name"/></td></xsl:if>
            <td class="m">
              <xsl:call-template name="recipients"/>
              <xsl:if test="@returned &gt; 0">, <b class="late"><xsl:value-of select="@returned"/> trả lại</b>
              </xsl:if>
              <xsl:call-template name="changed-count"/>
            </td>
            <td class="m"><xsl:call-template name="due"/></td>
            <td class="m act">
              <xsl:variable name="row" select="."/>
              <xsl:variable name="step" select="../step[@state = $row/@state and (not(@authority) or (@authority = 'ours') = ($row/@authority = 'giam_doc_so'))]"/>
              <xsl:choose>
                <xsl:when test="$step[@needs or @irreversible = 'yes']">
                  <a class="button likely" href="/nominations/{@id}/act/{$step/@action}">
                    <xsl:value-of select="$step/@label"/>
                  </a>
                </xsl:when>
                <xsl:otherwise><a class="button" href="/nominations/{@id}">Mở</a></xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="own">
    <h2>Khen thưởng của tôi</h2>
    <xsl:choose>
      <xsl:when test="award">
        <xsl:call-template name="award-timeline"><xsl:with-param name="awards" select="award"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <div class="empty">
          <p><b>Chưa có khen thưởng nào trong sổ.</b></p>
          <p>Nếu có quyết định chưa được ghi, báo cán bộ thi đua, khen thưởng của đơn vị.</p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="dossier">
      <h2>Đang được đề nghị</h2>
      <xsl:call-template name="dossiers"><xsl:with-param name="dossiers" select="dossier"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
