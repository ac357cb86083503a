<?xml version="1.0" encoding="UTF-8"?>
<!-- One unit: what it is called since when, who leads it, what it was given. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'unit']" mode="title"><xsl:value-of select="unit/@official"/></xsl:template>

  <xsl:template match="page[@id = 'unit']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/units</xsl:with-param>
      <xsl:with-param name="label">Đơn vị</xsl:with-param>
    </xsl:call-template>
    <xsl:if test="unit/@parent-name">
      <a href="/units/{unit/@parent-id}"><xsl:value-of select="unit/@parent-name"/></a>
      <span> › </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page[@id = 'unit']" mode="state">
    <xsl:if test="unit/@valid-to">
      <xsl:call-template name="tag">
        <xsl:with-param name="label">Hết hiệu lực</xsl:with-param>
        <xsl:with-param name="tone">off</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page[@id = 'unit']" mode="main"><xsl:apply-templates select="unit"/></xsl:template>

  <xsl:template match="page/unit">
    <div class="case">
      <section class="matter">
        <h2>Khen thưởng của tập thể</h2>
        <xsl:choose>
          <xsl:when test="award">
            <xsl:call-template name="award-timeline">
              <xsl:with-param name="awards" select="award"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><p class="note">Chưa có khen thưởng tập thể trong sổ.</p></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="award-count">
          <h2>Trong đơn vị, ba năm gần đây</h2>
          <table class="list">
            <caption class="unseen">Số lượt khen thưởng theo danh hiệu, hình thức và năm</caption>
            <thead>
              <tr>
                <th scope="col">Danh hiệu, hình thức</th>
                <th scope="col" class="w-num n">Năm</th>
                <th scope="col" class="w-num n">Cá nhân</th>
                <th scope="col" class="w-num n">Tập thể</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="award-count">
                <xsl:sort select="@year" order="descending" data-type="number"/>
                <tr>
                  <td class="m k">
                    <xsl:call-template name="link">
                      <xsl:with-param name="href" select="concat('/awards?unit=', ../@id, '&amp;award=', @award-code, '&amp;year=', @year)"/>
                      <xsl:with-param name="text" select="@award-name"/>
                      <xsl:with-param name="open" select="$sees-awards"/>
                    </xsl:call-template>
                  </td>
                  <td class="m n"><xsl:value-of select="@year"/></td>
                  <td class="m n"><xsl:apply-templates select="@individuals" mode="number"/></td>
                  <td class="m n"><xsl:apply-templates select="@collectives" mode="number"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <xsl:if test="child">
          <h2>Đơn vị trực thuộc</h2>
          <ul class="columns">
            <xsl:for-each select="child">
              <li><a href="/units/{@id}"><xsl:value-of select="@official"/></a></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="chance">
          <h2>Có thể đạt tiếp theo</h2>
          <xsl:call-template name="chances"><xsl:with-param name="chances" select="chance"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="campaign">
          <h2>Phong trào</h2>
          <ul class="plain">
            <xsl:for-each select="campaign">
              <li>
                <a href="/campaigns/{@id}"><xsl:value-of select="@name"/></a>
                <xsl:text> </xsl:text>
                <xsl:call-template name="campaign-tag"/>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="reorganisation">
          <h2>Sắp xếp tổ chức</h2>
          <ul class="plain">
            <xsl:for-each select="reorganisation">
              <li>
                <b><xsl:apply-templates select="@kind" mode="word"><xsl:with-param name="of">reorganisation</xsl:with-param></xsl:apply-templates></b>
                từ <xsl:apply-templates select="@effective-on" mode="date"/>
                <xsl:choose><xsl:when test="@side = 'successor'">, tiếp nhận từ </xsl:when><xsl:otherwise>, chuyển thành </xsl:otherwise></xsl:choose>
                <xsl:value-of select="@others"/><xsl:text> </xsl:text>
                <small>(<xsl:value-of select="@decision-no"/>, <xsl:apply-templates select="@decision-date" mode="date"/>)</small>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <aside class="course">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Mã</xsl:with-param>
            <xsl:with-param name="text" select="@code"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Loại</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:apply-templates select="@kind" mode="word">
                <xsl:with-param name="of">unit</xsl:with-param>
              </xsl:apply-templates>
              <xsl:if test="@has-beds = 'yes'">, có giường bệnh</xsl:if>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Tên ngắn</xsl:with-param>
            <xsl:with-param name="text" select="@short"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Ký hiệu văn bản</xsl:with-param>
            <xsl:with-param name="text" select="@symbol"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Tên khi ký</xsl:with-param>
            <xsl:with-param name="text" select="@signing"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Người đứng đầu</xsl:with-param>
            <xsl:with-param name="text" select="@head-title"/>
          </xsl:call-template>
        </dl>
        <p class="buttons">
          <a class="button" href="/people?unit={@id}">Danh sách cá nhân</a>
          <xsl:if test="$sees-awards"><a class="button" href="/awards?unit={@id}">Sổ khen thưởng</a></xsl:if>
        </p>
        <xsl:if test="leader">
          <h2>Lãnh đạo</h2>
          <ul class="plain">
            <xsl:for-each select="leader">
              <li>
                <a href="/people/{@person-id}"><xsl:value-of select="@full-name"/></a>,
                <xsl:value-of select="@title"/><xsl:text> </xsl:text>
                <small>từ <xsl:apply-templates select="@valid-from" mode="date"/></small>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="headcount">
          <h2>Số người</h2>
          <table class="plain">
            <caption class="unseen">Số người theo năm</caption>
            <thead>
              <tr>
                <th scope="col">Năm</th>
                <th scope="col" class="n">Tổng</th>
                <th scope="col" class="n">Nữ</th>
                <th scope="col" class="n">Đảng viên</th>
                <th scope="col" class="n">Lãnh đạo</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="headcount">
                <tr title="{@source}">
                  <th scope="row"><xsl:value-of select="@year"/></th>
                  <td class="n"><xsl:apply-templates select="@total" mode="number"/></td>
                  <td class="n"><xsl:apply-templates select="@women" mode="number"/></td>
                  <td class="n"><xsl:apply-templates select="@party" mode="number"/></td>
                  <td class="n"><xsl:apply-templates select="@leaders" mode="number"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
        <xsl:if test="rating">
          <h2>Xếp loại</h2>
          <ul class="plain">
            <xsl:for-each select="rating">
              <li>
                <b><xsl:value-of select="@year"/></b>
                <xsl:text> </xsl:text>
                <xsl:apply-templates select="@value" mode="word">
                  <xsl:with-param name="of">rating</xsl:with-param>
                </xsl:apply-templates>
                <xsl:text> </xsl:text>
                <small><xsl:value-of select="@source"/></small>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="block">
          <h2>Khối thi đua</h2>
          <ul class="plain">
            <xsl:for-each select="block">
              <li>
                <b><xsl:value-of select="@year"/></b><xsl:text> </xsl:text><xsl:value-of select="@name"/>,
                <xsl:apply-templates select="@role" mode="word"><xsl:with-param name="of">block</xsl:with-param></xsl:apply-templates>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:if test="name">
          <h2>Tên gọi</h2>
          <ul class="plain">
            <xsl:for-each select="name">
              <li>
                <xsl:value-of select="@official"/>
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
        </xsl:if>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
