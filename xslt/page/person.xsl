<?xml version="1.0" encoding="UTF-8"?>
<!-- One person: positions, ratings, awards over the years and what they may lead to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'person']" mode="title"><xsl:value-of select="person/@full-name"/></xsl:template>

  <xsl:template match="page[@id = 'person']" mode="path">
    <xsl:if test="$sees-units">
      <xsl:call-template name="up">
        <xsl:with-param name="href">/units</xsl:with-param>
        <xsl:with-param name="label">Đơn vị</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="up">
        <xsl:with-param name="href">/people</xsl:with-param>
        <xsl:with-param name="label">Cá nhân</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page[@id = 'person']" mode="state">
    <xsl:if test="person/@status != 'working'">
      <xsl:call-template name="tag">
        <xsl:with-param name="label"><xsl:apply-templates select="person/@status" mode="word"/></xsl:with-param>
        <xsl:with-param name="tone">off</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page[@id = 'person']" mode="main"><xsl:apply-templates select="person"/></xsl:template>

  <xsl:template match="page/person">
    <div class="case">
      <section class="matter">
        <h2>Khen thưởng</h2>
        <xsl:choose>
          <xsl:when test="award">
            <xsl:call-template name="award-timeline">
              <xsl:with-param name="awards" select="award"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><p class="note">Chưa có khen thưởng trong sổ.</p></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="dossier">
          <h2>Đang được đề nghị</h2>
          <xsl:call-template name="dossiers"><xsl:with-param name="dossiers" select="dossier"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="chance">
          <h2>Có thể đạt tiếp theo</h2>
          <xsl:call-template name="chances"><xsl:with-param name="chances" select="chance"/></xsl:call-template>
        </xsl:if>
      </section>
      <aside class="course">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Mã nhân viên</xsl:with-param>
            <xsl:with-param name="text" select="@staff-no"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Ngày sinh</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@birth-date" mode="date"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Giới tính</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@sex" mode="word"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Thư điện tử</xsl:with-param>
            <xsl:with-param name="text" select="@mail"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Tên đăng nhập</xsl:with-param>
            <xsl:with-param name="text" select="@login"/>
          </xsl:call-template>
        </dl>
        <h2>Chức vụ</h2>
        <ul class="plain">
          <xsl:for-each select="position">
            <li>
              <b><xsl:value-of select="@title"/></b>
              <xsl:if test="@leader = 'yes'"> (lãnh đạo)</xsl:if>
              <br/>
              <xsl:call-template name="link">
                <xsl:with-param name="href" select="concat('/units/', @unit-id)"/>
                <xsl:with-param name="text" select="@unit-name"/>
                <xsl:with-param name="open" select="$sees-units"/>
              </xsl:call-template>
              <xsl:text> </xsl:text>
              <small>
                <xsl:call-template name="span-of-dates">
                  <xsl:with-param name="from" select="@valid-from"/>
                  <xsl:with-param name="to" select="@valid-to"/>
                </xsl:call-template>
              </small>
            </li>
          </xsl:for-each>
        </ul>
        <h2>Xếp loại hằng năm</h2>
        <xsl:choose>
          <xsl:when test="rating">
            <ul class="plain">
              <xsl:for-each select="rating">
                <li>
                  <b><xsl:value-of select="@year"/></b>
                  <xsl:text> </xsl:text>
                  <xsl:apply-templates select="@value" mode="word">
                    <xsl:with-param name="of">rating</xsl:with-param>
                  </xsl:apply-templates>
                </li>
                <xsl:variable name="before" select="following-sibling::rating[1]/@year"/>
                <xsl:if test="$before and @year - $before &gt; 1">
                  <li class="late">
                    <b><xsl:value-of select="$before + 1"/><xsl:if test="@year - $before &gt; 2">–<xsl:value-of select="@year - 1"/></xsl:if></b>
                    thiếu dữ liệu</li>
                </xsl:if>
              </xsl:for-each>
            </ul>
          </xsl:when>
          <xsl:otherwise><p class="late">Thiếu dữ liệu: nhập kết quả xếp loại trước khi đề nghị.</p></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="hold">
          <h2>Kỷ luật, đang xem xét</h2>
          <ul class="plain">
            <xsl:for-each select="hold">
              <li>
                <b>
                  <xsl:apply-templates select="@kind" mode="word">
                    <xsl:with-param name="of">hold</xsl:with-param>
                  </xsl:apply-templates>
                </b>
                <xsl:if test="@level != ''">: <xsl:apply-templates select="@level" mode="word"/></xsl:if>
                <br/>
                <xsl:call-template name="span-of-dates">
                  <xsl:with-param name="from" select="@from-date"/>
                  <xsl:with-param name="to" select="@to-date"/>
                </xsl:call-template>
                <xsl:text> </xsl:text>
                <small><xsl:value-of select="@note"/></small>
              </li>
            </xsl:for-each>
          </ul>
          <p class="note">Chỉ người có thẩm quyền thấy mục này.</p>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
