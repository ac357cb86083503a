<?xml version="1.0" encoding="UTF-8"?>
<!-- A dossier on one page: the matter to the left; where it is, what can be done and what was done to the right. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'nomination']" mode="title">
    <xsl:value-of select="nomination/@title"/>
  </xsl:template>

  <xsl:template match="page[@id = 'nomination']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="page[@id = 'nomination']" mode="state">
    <xsl:for-each select="nomination"><xsl:call-template name="state-tag"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'nomination']" mode="main"><xsl:apply-templates select="nomination"/></xsl:template>

  <xsl:template match="page/nomination">
    <div class="case">
      <section class="now" aria-label="Tình trạng và việc cần làm">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Đang ở</xsl:with-param>
            <xsl:with-param name="text" select="@holder"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Từ</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@since" mode="moment"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Hạn</xsl:with-param>
            <xsl:with-param name="value"><xsl:call-template name="due"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Tiếp theo</xsl:with-param>
            <xsl:with-param name="text" select="@next"/>
          </xsl:call-template>
        </dl>
        <xsl:variable name="version" select="@version"/>
        <xsl:variable name="to-judge" select="tally/@eligible[../../@judging = 'yes' and . &gt; 0]"/>
        <xsl:if test="$to-judge">
          <form method="post" action="/nominations/{@id}/rows" class="buttons">
            <xsl:call-template name="tokens"/>
            <input type="hidden" name="version" value="{@version}"/>
            <input type="hidden" name="all" value="eligible"/>
            <input type="hidden" name="outcome" value="accepted"/>
            <xsl:variable name="rest" select="tally/@returned + tally/@pending - $to-judge &gt; 0"/>
            <xsl:if test="not($rest) and action[@id = 'forward']">
              <button class="button likely" name="then" value="forward">Đạt cả <xsl:apply-templates select="$to-judge" mode="number"/> dòng và chuyển Hội đồng</button>
            </xsl:if>
            <button>
              <xsl:attribute name="class">button<xsl:if test="$rest or not(action[@id = 'forward'])"> likely</xsl:if></xsl:attribute>Đạt
              cả <xsl:apply-templates select="$to-judge" mode="number"/> dòng đủ điều kiện</button>
          </form>
        </xsl:if>
        <xsl:if test="action[not(@irreversible = 'yes') or @likely = 'yes']">
          <div class="buttons">
            <xsl:for-each select="action[@likely = 'yes']">
              <xsl:call-template name="action-button">
                <xsl:with-param name="version" select="$version"/>
                <xsl:with-param name="likely" select="not($to-judge)"/>
              </xsl:call-template>
              <xsl:if test="@hint != ''"><p class="hint"><xsl:value-of select="@hint"/></p></xsl:if>
            </xsl:for-each>
            <xsl:for-each select="action[not(@likely = 'yes') and not(@irreversible = 'yes')]">
              <xsl:call-template name="action-button">
                <xsl:with-param name="version" select="$version"/>
              </xsl:call-template>
            </xsl:for-each>
          </div>
        </xsl:if>
        <xsl:if test="action[@irreversible = 'yes' and not(@likely = 'yes')]">
          <p class="apart">
            <xsl:for-each select="action[@irreversible = 'yes' and not(@likely = 'yes')]">
              <a href="{@href}"><xsl:value-of select="@label"/></a>
              <xsl:text> </xsl:text>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:if test="paper">
          <h2>In</h2>
          <ul class="papers">
            <xsl:for-each select="paper"><li><a href="{@href}"><xsl:value-of select="@label"/></a></li></xsl:for-each>
          </ul>
        </xsl:if>
      </section>
      <section class="matter">
        <xsl:for-each select="allotment">
          <div class="meters">
            <p>Chỉ tiêu phong trào <a href="/campaigns/{@campaign-id}"><xsl:value-of select="@name"/></a></p>
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
        <xsl:call-template name="changes"/>
        <xsl:choose>
          <xsl:when test="nominee"><xsl:call-template name="nominees"/></xsl:when>
          <xsl:otherwise>
            <div class="empty">
              <p><b>Danh sách còn trống.</b></p>
              <p>
                <xsl:choose>
                  <xsl:when test="@editable = 'yes'">Nhập cả danh sách từ tệp (<a href="/nominations/{@id}/import/mau.xlsx">tệp mẫu</a>), hoặc thêm
                    từng trường hợp ở dưới.</xsl:when>
                  <xsl:otherwise>Đơn vị chưa đưa trường hợp nào vào hồ sơ.</xsl:otherwise>
                </xsl:choose>
              </p>
              <xsl:if test="@editable = 'yes'">
                <form method="post" action="/nominations/{@id}/import" enctype="multipart/form-data" class="buttons">
                  <xsl:call-template name="tokens"/>
                  <label for="f-list">Tệp XLSX hoặc CSV</label>
                  <input id="f-list" type="file" name="file"/>
                  <button class="button likely">Đọc thử danh sách</button>
                </form>
              </xsl:if>
            </div>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@editable = 'yes'"><xsl:call-template name="add"/></xsl:if>
        <xsl:call-template name="evidence"/>
        <xsl:if test="note != ''"><h2>Ghi chú</h2><p class="text"><xsl:value-of select="note"/></p></xsl:if>
      </section>
      <aside class="course">
        <h2>Diễn biến</h2>
        <xsl:call-template name="timeline"/>
        <h2>Thông tin</h2>
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Đơn vị</xsl:with-param>
            <xsl:with-param name="value">
              <a href="/units/{@unit-id}"><xsl:value-of select="@unit-name"/></a>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Cấp quyết định</xsl:with-param>
            <xsl:with-param name="value"><xsl:apply-templates select="@authority" mode="word"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Loại hình, năm</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:apply-templates select="@method" mode="word"/>, <xsl:value-of select="@year"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:if test="@minutes-no != ''">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Biên bản</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="@minutes-no"/>, <xsl:apply-templates select="@minutes-date" mode="date"/>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="@unit-number != ''">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Tờ trình</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="@unit-number"/>, <xsl:apply-templates select="@unit-date" mode="date"/>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:for-each select="council-session">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Hội đồng</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="@minutes-no"/>, <xsl:apply-templates select="@held-on" mode="date"/>: có mặt
                <xsl:value-of select="@present"/>/<xsl:value-of select="@members"/>
                <xsl:if test="@written &gt; 0">, ý kiến bằng văn bản <xsl:value-of select="@written"/></xsl:if>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:for-each select="decision">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">
                <xsl:apply-templates select="@kind" mode="word">
                  <xsl:with-param name="of">decision</xsl:with-param>
                </xsl:apply-templates>
              </xsl:with-param>
              <xsl:with-param name="value">
                <a href="/decisions/{@id}">
                  <xsl:choose>
                    <xsl:when test="@number"><xsl:call-template name="document-number"/></xsl:when>
                    <xsl:otherwise>chưa cấp số</xsl:otherwise>
                  </xsl:choose>
                </a>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Người lập</xsl:with-param>
            <xsl:with-param name="text" select="@created-by-name"/>
          </xsl:call-template>
        </dl>
        <xsl:if test="@editable = 'yes'">
          <details>
            <xsl:if test="/page/form/field[@message] and /page/@url = concat('/nominations/', @id)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
            <summary>Sửa thông tin hồ sơ</summary>
            <form method="post" action="/nominations/{@id}" data-keep="yes">
              <xsl:call-template name="tokens"/>
              <input type="hidden" name="version" value="{@version}"/>
              <xsl:call-template name="field">
                <xsl:with-param name="name">title</xsl:with-param>
                <xsl:with-param name="label">Trích yếu</xsl:with-param>
                <xsl:with-param name="type">long</xsl:with-param>
                <xsl:with-param name="value" select="@title"/>
                <xsl:with-param name="required">yes</xsl:with-param>
              </xsl:call-template>
              <xsl:call-template name="field">
                <xsl:with-param name="name">minutes_no</xsl:with-param>
                <xsl:with-param name="label">Số biên bản</xsl:with-param>
                <xsl:with-param name="value" select="@minutes-no"/>
              </xsl:call-template>
              <xsl:call-template name="field">
                <xsl:with-param name="name">minutes_date</xsl:with-param>
                <xsl:with-param name="label">Ngày họp</xsl:with-param>
                <xsl:with-param name="type">date</xsl:with-param>
                <xsl:with-param name="value" select="@minutes-date"/>
              </xsl:call-template>
              <xsl:call-template name="field">
                <xsl:with-param name="name">unit_number</xsl:with-param>
                <xsl:with-param name="label">Số tờ trình của đơn vị</xsl:with-param>
                <xsl:with-param name="value" select="@unit-number"/>
              </xsl:call-template>
              <xsl:call-template name="field">
                <xsl:with-param name="name">unit_date</xsl:with-param>
                <xsl:with-param name="label">Ngày tờ trình</xsl:with-param>
                <xsl:with-param name="type">date</xsl:with-param>
                <xsl:with-param name="value" select="@unit-date"/>
              </xsl:call-template>
              <xsl:call-template name="field">
                <xsl:with-param name="name">note</xsl:with-param>
                <xsl:with-param name="label">Ghi chú</xsl:with-param>
                <xsl:with-param name="type">long</xsl:with-param>
                <xsl:with-param name="value" select="note"/>
              </xsl:call-template>
              <p class="buttons"><button class="button">Lưu thông tin</button></p>
            </form>
          </details>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>

  <xsl:template name="evidence">
    <h2>Giấy tờ trong hồ sơ</h2>
    <xsl:if test="requirement">
      <ul class="checks">
        <xsl:for-each select="requirement">
          <li>
            <xsl:choose>
              <xsl:when test="@met = 'yes'">
                <xsl:call-template name="tag">
                  <xsl:with-param name="label">Có</xsl:with-param>
                  <xsl:with-param name="tone">good</xsl:with-param>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="tag">
                  <xsl:with-param name="label">Thiếu</xsl:with-param>
                  <xsl:with-param name="tone">warn</xsl:with-param>
                </xsl:call-template>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="@kind" mode="word">
              <xsl:with-param name="of">evidence</xsl:with-param>
            </xsl:apply-templates>
            <xsl:text> </xsl:text>
            <xsl:if test="@lacking &gt; 1">(<xsl:value-of select="@lacking"/> trường hợp) </xsl:if>
            <small><xsl:value-of select="@cite"/></small>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="evidence">
        <table class="list">
          <caption class="unseen">Giấy tờ đã tải lên</caption>
          <thead>
            <tr>
              <th scope="col" class="w-kind2">Loại</th>
              <th scope="col">Tệp</th>
              <th scope="col" class="w-unit">Của</th>
              <th scope="col" class="w-who">Số</th>
              <th scope="col" class="w-date">Ngày</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="evidence">
              <tr>
                <td class="m k">
                  <xsl:apply-templates select="@kind" mode="word">
                    <xsl:with-param name="of">evidence</xsl:with-param>
                  </xsl:apply-templates>
                </td>
                <td class="m" title="{@name}">
                  <a href="/nominations/{../@id}/evidence/{@id}"><xsl:value-of select="@name"/></a>
                  <xsl:text> </xsl:text>
                  <small><xsl:value-of select="format-number(ceiling(@size div 1024), '#.##0', 'vi')"/> KB</small>
                </td>
                <td>
                  <xsl:choose>
                    <xsl:when test="@nominee-name"><xsl:value-of select="@nominee-name"/></xsl:when>
                    <xsl:otherwise>cả hồ sơ</xsl:otherwise>
                  </xsl:choose>
                </td>
                <td><xsl:value-of select="@number"/></td>
                <td><xsl:apply-templates select="@issued-on" mode="date"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:for-each select="part[@field = 'papers']"><xsl:call-template name="parts"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise><p class="note">Chưa có tệp nào.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@editable = 'yes'">
      <details class="box">
        <xsl:if test="contains(concat(/page/@url, '|'), '/evidence|')"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>Tải giấy tờ lên</summary>
        <form method="post" action="/nominations/{@id}/evidence" enctype="multipart/form-data">
          <xsl:call-template name="tokens"/>
          <div class="row">
            <xsl:call-template name="field">
              <xsl:with-param name="name">kind</xsl:with-param>
              <xsl:with-param name="label">Loại giấy tờ</xsl:with-param>
              <xsl:with-param name="type">select</xsl:with-param>
              <xsl:with-param name="id">e-kind</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">file</xsl:with-param>
              <xsl:with-param name="label">Tệp (PDF, DOCX, ảnh)</xsl:with-param>
              <xsl:with-param name="type">file</xsl:with-param>
              <xsl:with-param name="required">yes</xsl:with-param>
            </xsl:call-template>
          </div>
          <div class="row">
            <xsl:call-template name="field">
              <xsl:with-param name="name">number</xsl:with-param>
              <xsl:with-param name="label">Số</xsl:with-param>
              <xsl:with-param name="type">text</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">issued_on</xsl:with-param>
              <xsl:with-param name="label">Ngày</xsl:with-param>
              <xsl:with-param name="type">date</xsl:with-param>
            </xsl:call-template>
            <div class="field">
              <label for="e-nominee">Của</label>
              <select id="e-nominee" name="nominee_id">
                <option value="">Cả hồ sơ</option>
                <xsl:for-each select="nominee">
                  <option value="{@id}"><xsl:value-of select="@name"/></option>
                </xsl:for-each>
              </select>
              <xsl:for-each select="part[@field = 'from' and @of &gt; @to - @from + 1]">
                <p class="hint">Có các dòng đang hiện (<xsl:value-of select="@from"/>–<xsl:value-of select="@to"/>). Giấy tờ của dòng khác: mở
                  phần danh sách có dòng đó rồi tải lên.</p>
              </xsl:for-each>
            </div>
          </div>
          <p class="buttons"><button class="button">Tải lên</button></p>
        </form>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Where it goes, where it is, where it was: the newest above. What was done alike by one person on one day is one line. -->
  <xsl:template name="timeline">
    <ol class="timeline">
      <xsl:for-each select="step[@status = 'ahead']">
        <xsl:sort select="position()" data-type="number" order="descending"/>
        <li class="ahead">
          <xsl:apply-templates select="@state" mode="word"/>
          <xsl:if test="@holder"><small><xsl:value-of select="@holder"/></small></xsl:if>
        </li>
      </xsl:for-each>
      <li class="current" aria-current="step">
        <b><xsl:apply-templates select="@state" mode="word"/></b>
        <small><xsl:value-of select="@holder"/></small>
      </li>
      <xsl:for-each select="event">
        <li class="done">
          <b>
            <xsl:apply-templates select="@action" mode="word"/>
            <xsl:choose>
              <xsl:when test="@count &gt; 1">: <xsl:apply-templates select="@count" mode="number"/> lượt</xsl:when>
              <xsl:when test="@nominee-name">: <xsl:value-of select="@nominee-name"/></xsl:when>
            </xsl:choose>
          </b>
          <small>
            <xsl:if test="@capacity != ''"><xsl:apply-templates select="@capacity" mode="word"/><xsl:text> </xsl:text></xsl:if>
            <xsl:value-of select="@person-name"/>, <xsl:apply-templates select="@role" mode="word"/> ·
            <xsl:apply-templates select="@at" mode="moment"/>
          </small>
          <xsl:if test="@note != ''"><p><xsl:value-of select="@note"/></p></xsl:if>
        </li>
      </xsl:for-each>
    </ol>
    <xsl:if test="next[@field = 'events'] or /page/form/field[@name = 'events']/@value != ''">
      <p class="pager">
        <xsl:if test="/page/form/field[@name = 'events']/@value != ''"><a href="/nominations/{@id}">Việc mới nhất</a></xsl:if>
        <xsl:text> </xsl:text>
        <xsl:for-each select="next[@field = 'events']"><a href="/nominations/{../@id}?events={@value}">Các việc trước đó</a></xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
