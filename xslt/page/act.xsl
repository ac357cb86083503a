<?xml version="1.0" encoding="UTF-8"?>
<!-- One step of the flow, before it is taken: what will happen, to whom, and what it asks for. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="typed" match="form/field" use="@name"/>
  <xsl:key name="excepted" match="form/field[@name = 'except']" use="@value"/>
  <xsl:key name="chosen" match="form/field[@name = 'row']" use="@value"/>
  <xsl:key name="balloted" match="act/row[@result = 'pass']" use="@award-code"/>

  <xsl:template match="page[@id = 'act']" mode="title"><xsl:value-of select="act/@label"/></xsl:template>

  <xsl:template match="page[@id = 'act']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
    <a href="/nominations/{act/@nomination-id}"><xsl:value-of select="act/@nomination-title"/></a>
    <span> › </span>
  </xsl:template>

  <xsl:template match="page[@id = 'act']" mode="state">
    <xsl:for-each select="act"><xsl:call-template name="state-tag"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'act']" mode="main"><xsl:apply-templates select="act"/></xsl:template>

  <xsl:template match="act">
    <xsl:variable name="needs" select="concat(' ', @needs, ' ')"/>
    <!-- What asks for a reason gives back or ends the dossier as it is, whatever its rows have come to. -->
    <xsl:variable name="whole" select="contains($needs, ' reason ')"/>
    <xsl:if test="contains($needs, ' number ')"><xsl:call-template name="choose-book"/></xsl:if>
    <form class="box wide" method="post" action="/nominations/{@nomination-id}/act/{@action}" data-keep="yes">
      <xsl:if test="part/@of &gt; part/@page or contains($needs, ' counts ')">
        <xsl:call-template name="first-button"><xsl:with-param name="label" select="@label"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="version" value="{@version}"/>
      <div class="summary">
        <xsl:for-each select="effect[$whole and @individuals + @collectives + @refused &gt; 0]">
          <p class="big">Cả <xsl:call-template name="counted"><xsl:with-param name="n" select="@individuals + @collectives + @refused"/></xsl:call-template> trường hợp</p>
        </xsl:for-each>
        <xsl:for-each select="effect[not($whole) and @individuals + @collectives + @refused &gt; 0]">
          <p class="big">
            <xsl:call-template name="recipients"/>
            <xsl:if test="@refused &gt; 0">
              ·
              <b class="late"><xsl:call-template name="counted"><xsl:with-param name="n" select="@refused"/></xsl:call-template> trường hợp không qua</b>
            </xsl:if>
            <xsl:if test="@bonus-total &gt; 0">
              · tiền thưởng <xsl:apply-templates select="@bonus-total" mode="number"/> đồng</xsl:if>
          </p>
        </xsl:for-each>
        <p><xsl:value-of select="@hint"/></p>
        <xsl:if test="@to-state">
          <p class="note">Sau bước này:
            <b><xsl:apply-templates select="@to-state" mode="word"><xsl:with-param name="of">state</xsl:with-param></xsl:apply-templates></b>.</p>
        </xsl:if>
      </div>
      <xsl:if test="not($whole) and row[@result = 'refused']">
        <h2>Không qua bước này</h2>
        <ul class="plain">
          <xsl:for-each select="row[@result = 'refused']">
            <li><b><xsl:value-of select="@name"/></b> – <xsl:value-of select="@why"/></li>
          </xsl:for-each>
          <xsl:if test="effect/@refused &gt; count(row[@result = 'refused'])">
            <li>và <xsl:value-of select="format-number(effect/@refused - count(row[@result = 'refused']), '#.##0', 'vi')"/> trường hợp nữa: xem
              <a href="/nominations/{@nomination-id}">danh sách của hồ sơ</a></li>
          </xsl:if>
        </ul>
      </xsl:if>
      <xsl:if test="contains($needs, ' counts ')">
        <h2>Phiên họp Hội đồng</h2>
        <xsl:call-template name="session"/>
        <div class="row">
          <xsl:call-template name="field">
            <xsl:with-param name="name">held_on</xsl:with-param>
            <xsl:with-param name="label">Ngày họp</xsl:with-param>
            <xsl:with-param name="type">date</xsl:with-param>
            <xsl:with-param name="value" select="@held-on"/>
            <xsl:with-param name="required">yes</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">minutes_no</xsl:with-param>
            <xsl:with-param name="label">Số biên bản</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">present</xsl:with-param>
            <xsl:with-param name="label">Có mặt</xsl:with-param>
            <xsl:with-param name="type">number</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">written</xsl:with-param>
            <xsl:with-param name="label">Ý kiến bằng văn bản</xsl:with-param>
            <xsl:with-param name="type">number</xsl:with-param>
            <xsl:with-param name="value">0</xsl:with-param>
          </xsl:call-template>
        </div>
        <xsl:call-template name="choose-day"/>
        <xsl:choose>
          <xsl:when test="part/@of &gt; part/@page"><xsl:call-template name="long-ballots"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="ballots"/></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:if test="contains($needs, ' capacity ')">
        <div class="row">
          <xsl:call-template name="field">
            <xsl:with-param name="name">capacity</xsl:with-param>
            <xsl:with-param name="label">Ký với tư cách</xsl:with-param>
            <xsl:with-param name="type">select</xsl:with-param>
            <xsl:with-param name="value" select="@capacity"/>
          </xsl:call-template>
          <xsl:if test="@signed-on">
            <xsl:call-template name="field">
              <xsl:with-param name="name">signed_on</xsl:with-param>
              <xsl:with-param name="label">Ngày ký</xsl:with-param>
              <xsl:with-param name="type">date</xsl:with-param>
              <xsl:with-param name="value" select="@signed-on"/>
            </xsl:call-template>
          </xsl:if>
        </div>
      </xsl:if>
      <xsl:if test="contains($needs, ' number ')"><xsl:call-template name="numbering"/></xsl:if>
      <xsl:if test="contains($needs, ' result ')">
        <div class="row">
          <xsl:call-template name="field">
            <xsl:with-param name="name">result_no</xsl:with-param>
            <xsl:with-param name="label">Số quyết định của cấp trên</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
            <xsl:with-param name="hint">Ví dụ: 1310/QĐ-UBND</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">result_date</xsl:with-param>
            <xsl:with-param name="label">Ngày quyết định</xsl:with-param>
            <xsl:with-param name="type">date</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
          </xsl:call-template>
        </div>
        <xsl:choose>
          <xsl:when test="part/@of &gt; part/@page"><xsl:call-template name="long-result"/></xsl:when>
          <xsl:otherwise>
            <fieldset id="f-row" tabindex="-1">
              <legend>Được khen thưởng (bỏ dấu những trường hợp không được khen)</legend>
              <xsl:for-each select="row[@result = 'pass']">
                <label class="choice">
                  <input type="checkbox" name="row" value="{@nominee-id}">
                    <!-- what was sent comes back as it was, also a row without its tick -->
                    <xsl:if test="not(key('typed', 'version')) or key('chosen', @nominee-id)"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
                  </input>
                  <b><xsl:value-of select="@name"/></b>, <xsl:value-of select="@award-name"/>
                </label>
              </xsl:for-each>
              <xsl:for-each select="/page/form/field[@name = 'row']/@message"><p class="error"><xsl:value-of select="."/></p></xsl:for-each>
            </fieldset>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:if test="$whole">
        <xsl:call-template name="field">
          <xsl:with-param name="name">reason</xsl:with-param>
          <xsl:with-param name="label">Lý do</xsl:with-param>
          <xsl:with-param name="type">long</xsl:with-param>
          <xsl:with-param name="required">yes</xsl:with-param>
          <xsl:with-param name="hint">Đơn vị đọc được lý do này; nêu rõ cần sửa gì</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="@irreversible = 'yes'"><p class="note">Bước này không rút lại được.</p></xsl:if>
      <p class="buttons">
        <button class="button likely"><xsl:value-of select="@label"/></button>
        <a href="/nominations/{@nomination-id}">Thôi, về hồ sơ</a>
      </p>
    </form>
  </xsl:template>

  <!-- Looks at another day of the session; what has been typed stays. -->
  <xsl:template name="choose-day">
    <p class="buttons">
      <button class="text" name="from" value="{part/@from}" formnovalidate="formnovalidate">Xem ngày này</button>
      <xsl:text> </xsl:text>
      <span class="note">Hội đồng và số phiếu cần đạt theo ngày họp; nội dung đã nhập được giữ nguyên.</span>
    </p>
  </xsl:template>

  <!-- Who votes is a fact of the day of the session, not a question. -->
  <xsl:template name="session">
    <xsl:choose>
      <xsl:when test="council">
        <p class="note">Ngày <xsl:apply-templates select="@held-on" mode="date"/>:
          <b><xsl:value-of select="council/@members"/> thành viên</b>, <xsl:value-of select="council/@name"/>, theo
          <xsl:value-of select="council/@decision-no"/>. Số phiếu cần đạt tính theo quy định của ngày đó.</p>
      </xsl:when>
      <xsl:otherwise>
        <p class="note late">Không có Hội đồng nào đang trong nhiệm kỳ vào ngày <xsl:apply-templates select="@held-on" mode="date"/>:
          ghi đúng ngày họp.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ballots">
    <table class="list">
      <caption><h2>Số phiếu</h2></caption>
      <thead>
        <tr>
          <th scope="col">Họ tên, tập thể</th>
          <th scope="col" class="w-award">Danh hiệu, hình thức</th>
          <th scope="col" class="w-who">Cần đạt</th>
          <th scope="col" class="w-vote">Thuận</th>
          <th scope="col" class="w-vote">Không thuận</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="row[@result = 'pass']">
          <xsl:variable name="yes" select="concat('yes-', @nominee-id)"/>
          <xsl:variable name="no" select="concat('no-', @nominee-id)"/>
          <tr>
            <td class="m k" title="{@name}"><xsl:value-of select="@name"/></td>
            <td><xsl:value-of select="@award-name"/></td>
            <td title="{@cite}"><xsl:if test="@need">từ <xsl:value-of select="@need"/> phiếu</xsl:if></td>
            <td class="m" data-label="Thuận">
              <xsl:call-template name="ballot">
                <xsl:with-param name="name" select="$yes"/>
                <xsl:with-param name="value" select="@yes"/>
                <xsl:with-param name="label" select="concat('Phiếu thuận cho ', @name)"/>
              </xsl:call-template>
            </td>
            <td class="m" data-label="Không thuận">
              <xsl:call-template name="ballot">
                <xsl:with-param name="name" select="$no"/>
                <xsl:with-param name="value" select="@no"/>
                <xsl:with-param name="label" select="concat('Phiếu không thuận cho ', @name)"/>
              </xsl:call-template>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Hundreds of rows: one ballot for all of them, and the counts of those that are different. -->
  <xsl:template name="long-ballots">
    <h2>Số phiếu chung</h2>
    <p class="note">Ghi cho cả <xsl:apply-templates select="part/@of" mode="number"/> trường hợp, trừ những dòng có số phiếu riêng ở dưới.</p>
    <div class="row">
      <xsl:call-template name="field">
        <xsl:with-param name="name">yes_all</xsl:with-param>
        <xsl:with-param name="label">Phiếu thuận</xsl:with-param>
        <xsl:with-param name="type">number</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="field">
        <xsl:with-param name="name">no_all</xsl:with-param>
        <xsl:with-param name="label">Phiếu không thuận</xsl:with-param>
        <xsl:with-param name="type">number</xsl:with-param>
      </xsl:call-template>
    </div>
    <table class="list votes" id="rows">
      <caption><h2>Số phiếu riêng</h2></caption>
      <thead>
        <tr>
          <th scope="col">Họ tên, tập thể</th>
          <th scope="col" class="w-vote">Thuận</th>
          <th scope="col" class="w-vote">Không thuận</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="row[@result = 'pass']">
          <xsl:if test="generate-id() = generate-id(key('balloted', @award-code)[1])">
            <tr>
              <th colspan="3" scope="rowgroup">
                <xsl:value-of select="@award-name"/>
                <xsl:if test="@need">: từ <xsl:value-of select="@need"/> phiếu (<xsl:value-of select="@cite"/>)</xsl:if>
              </th>
            </tr>
          </xsl:if>
          <tr>
            <td title="{@unit-name}"><xsl:value-of select="concat(@place, '. ', @name)"/></td>
            <td>
              <xsl:call-template name="ballot">
                <xsl:with-param name="name" select="concat('yes-', @nominee-id)"/>
                <xsl:with-param name="label" select="concat('Phiếu thuận cho ', @name)"/>
              </xsl:call-template>
            </td>
            <td>
              <xsl:call-template name="ballot">
                <xsl:with-param name="name" select="concat('no-', @nominee-id)"/>
                <xsl:with-param name="label" select="concat('Phiếu không thuận cho ', @name)"/>
              </xsl:call-template>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <p class="note">Dòng để trống dùng số phiếu chung. Dòng đã nhập số riêng luôn hiện, ở phần nào của danh sách cũng vậy.</p>
    <xsl:for-each select="part"><xsl:call-template name="part-buttons"/></xsl:for-each>
  </xsl:template>

  <!-- All of hundreds are granted but those that are ticked. -->
  <xsl:template name="long-result">
    <input type="hidden" name="all" value="yes"/>
    <fieldset id="f-row" tabindex="-1">
      <legend>Cấp trên khen thưởng cả <xsl:apply-templates select="part/@of" mode="number"/> trường hợp, trừ những dòng đánh dấu
        <b>không được khen</b></legend>
      <xsl:for-each select="row[@result = 'pass']">
        <label class="choice">
          <input type="checkbox" name="except" value="{@nominee-id}">
            <xsl:if test="key('excepted', @nominee-id)"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <xsl:value-of select="@place"/>. <b><xsl:value-of select="@name"/></b>, <xsl:value-of select="@award-name"/>
        </label>
      </xsl:for-each>
      <xsl:for-each select="/page/form/field[@name = 'row']/@message"><p class="error"><xsl:value-of select="."/></p></xsl:for-each>
    </fieldset>
    <p class="note">Dòng đã đánh dấu luôn hiện, ở phần nào của danh sách cũng vậy.</p>
    <xsl:for-each select="part"><xsl:call-template name="part-buttons"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="ballot">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:param name="label"/>
    <xsl:variable name="typed" select="key('typed', $name)"/>
    <input class="count" type="number" min="0" max="99" id="f-{$name}" name="{$name}" aria-label="{$label}">
      <xsl:attribute name="value">
        <xsl:choose>
          <xsl:when test="$typed"><xsl:value-of select="$typed/@value"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="$typed/@message">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby">f-<xsl:value-of select="$name"/>-e</xsl:attribute>
      </xsl:if>
    </input>
    <xsl:if test="$typed/@message"><p class="error" id="f-{$name}-e"><xsl:value-of select="$typed/@message"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
