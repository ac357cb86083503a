<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of a dossier: who is nominated, what the rules say of each, how each stands, and adding one more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- The list: judged by ticking rows, corrected row by row. -->
  <xsl:template name="nominees">
    <xsl:choose>
      <xsl:when test="@judging = 'yes' or @editable = 'yes'">
        <form method="post" action="/nominations/{@id}/rows" class="rows">
          <xsl:call-template name="tokens"/>
          <input type="hidden" name="version" value="{@version}"/>
          <xsl:call-template name="list"/>
        </form>
      </xsl:when>
      <xsl:otherwise><div class="rows"><xsl:call-template name="list"/></div></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="part[@field = 'from']">
      <xsl:call-template name="parts"><xsl:with-param name="anchor" select="'#list'"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="list">
      <xsl:variable name="voted" select="nominee[@yes]"/>
      <xsl:variable name="judged" select="self::*[@judging = 'yes' or tally/@pending &lt; tally/@total]"/>
      <xsl:variable name="dossier" select="."/>
      <table class="list" id="list">
        <caption>
          <h2>Danh sách đề
            nghị<span class="count"><xsl:for-each select="tally"><xsl:call-template name="recipients"/></xsl:for-each></span>
          </h2>
          <xsl:for-each select="tally">
            <p class="note joined">
              <xsl:if test="@blocked &gt; 0">
                <b class="late"><xsl:value-of select="@blocked"/> không đủ điều kiện</b>
              </xsl:if>
              <xsl:if test="@returned &gt; 0"><b class="late"><xsl:value-of select="@returned"/> trả lại</b></xsl:if>
              <xsl:if test="@pending &gt; 0"><span><xsl:value-of select="@pending"/> chưa xét</span></xsl:if>
              <xsl:if test="@accepted &gt; 0"><span><xsl:value-of select="@accepted"/> đạt thẩm định</span></xsl:if>
              <xsl:if test="@refused &gt; 0"><span><xsl:value-of select="@refused"/> không đạt</span></xsl:if>
              <xsl:if test="@passed &gt; 0">
                <span><xsl:value-of select="@passed"/> được Hội đồng thông qua</span>
              </xsl:if>
              <xsl:if test="@failed &gt; 0"><span><xsl:value-of select="@failed"/> không đủ phiếu</span></xsl:if>
              <xsl:if test="@granted &gt; 0"><span><xsl:value-of select="@granted"/> được khen thưởng</span></xsl:if>
            </p>
          </xsl:for-each>
        </caption>
        <thead>
          <tr>
            <xsl:if test="@judging = 'yes'">
              <th scope="col" class="w-tick"><span class="unseen">Chọn</span></th>
            </xsl:if>
            <th scope="col" class="w-tt n">TT</th>
            <th scope="col" class="w-name">Họ tên, tập thể</th>
            <th scope="col">Chức vụ, đơn vị</th>
            <th scope="col">Danh hiệu, hình thức</th>
            <xsl:if test="not($voted)"><th scope="col" class="w-elig">Điều kiện</th></xsl:if>
            <xsl:if test="$voted"><th scope="col" class="w-vote n">Phiếu</th></xsl:if>
            <xsl:if test="$judged"><th scope="col" class="w-outcome">Kết quả</th></xsl:if>
            <xsl:if test="@editable = 'yes'">
              <th scope="col" class="w-drop"><span class="unseen">Bỏ dòng</span></th>
            </xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="nominee">
            <tr>
              <xsl:if test="@outcome = 'returned'"><xsl:attribute name="class">noted</xsl:attribute></xsl:if>
              <xsl:if test="$dossier/@judging = 'yes'">
                <td class="tick"><input type="checkbox" name="row" value="{@id}" aria-label="Chọn {@name}"/></td>
              </xsl:if>
              <td class="n"><xsl:value-of select="@ordinal"/></td>
              <td class="m k" title="{@name}">
                <a href="/nominations/{../@id}/nominees/{@id}"><xsl:value-of select="@name"/></a>
              </td>
              <td title="{@position} {@unit-name}">
                <xsl:if test="@position != ''"><xsl:value-of select="@position"/>, </xsl:if>
                <xsl:value-of select="@unit-name"/>
              </td>
              <td title="{@award-name}"><xsl:value-of select="@award-name"/></td>
              <xsl:if test="not($voted)"><td class="m"><xsl:call-template name="eligible"/></td></xsl:if>
              <xsl:if test="$voted">
                <td class="n"><xsl:if test="@yes"><xsl:value-of select="concat(@yes, '–', @no)"/></xsl:if></td>
              </xsl:if>
              <xsl:if test="$judged">
                <td class="m" title="{@reason}"><xsl:call-template name="outcome-tag"/></td>
              </xsl:if>
              <xsl:if test="$dossier/@editable = 'yes'">
                <td class="act">
                  <button class="text" formaction="/nominations/{../@id}/nominees/{@id}/remove" aria-label="Bỏ {@name} khỏi danh sách">Bỏ</button>
                </td>
              </xsl:if>
            </tr>
            <xsl:call-template name="changed-mark">
              <xsl:with-param name="cells" select="5 + ($dossier/@editable = 'yes')"/>
              <xsl:with-param name="tick" select="$dossier/@judging = 'yes'"/>
            </xsl:call-template>
            <xsl:if test="@outcome = 'returned'">
              <tr class="note">
                <xsl:if test="$dossier/@judging = 'yes'"><td></td></xsl:if>
                <td></td>
                <td class="m k" colspan="{5 + ($dossier/@editable = 'yes')}">
                  <b>Cần sửa<xsl:if test="@return-fields != ''">: <xsl:call-template name="return-fields"/></xsl:if>.</b>
                  <xsl:text> </xsl:text>
                  <xsl:value-of select="@reason"/>
                  <xsl:if test="$role = 'clerk'">
                    <xsl:text> </xsl:text>
                    <a class="button likely" href="/nominations/{../@id}/nominees/{@id}">Bổ sung</a>
                  </xsl:if>
                </td>
              </tr>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:if test="@judging = 'yes'">
        <div class="selection">
          <p><span data-count="row">Dòng đã chọn:</span></p>
          <xsl:for-each select="part[@field = 'from' and @of &gt; @to - @from + 1]">
            <label class="choice"><input type="checkbox" name="all" value="yes"/>cả <xsl:apply-templates select="@of" mode="number"/> dòng của hồ
              sơ, không chỉ các dòng đang hiện</label>
          </xsl:for-each>
          <button class="button" name="outcome" value="accepted">Đạt thẩm định</button>
          <button class="button" name="outcome" value="returned">Trả lại để sửa</button>
          <button class="button" name="outcome" value="refused">Không đạt</button>
        </div>
      </xsl:if>
  </xsl:template>

  <xsl:template name="eligible">
    <xsl:choose>
      <xsl:when test="@blocking &gt; 0">
        <xsl:call-template name="tag">
          <xsl:with-param name="label">Chưa đủ</xsl:with-param>
          <xsl:with-param name="tone">bad</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@missing &gt; 0">
        <xsl:call-template name="tag">
          <xsl:with-param name="label">Thiếu dữ liệu</xsl:with-param>
          <xsl:with-param name="tone">warn</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@warnings &gt; 0">
        <xsl:call-template name="tag">
          <xsl:with-param name="label">Lưu ý</xsl:with-param>
          <xsl:with-param name="tone">warn</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tag">
          <xsl:with-param name="label">Đủ</xsl:with-param>
          <xsl:with-param name="tone">good</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One by one, or the whole list from a file -->
  <xsl:template name="add">
    <xsl:if test="nominee">
      <div class="bar-of-buttons"><a class="button" href="/nominations/{@id}/import">Nhập danh sách từ tệp</a></div>
    </xsl:if>
    <details class="box" id="add">
      <xsl:if test="/page/form/field[@message] and contains(/page/@url, '/nominees')"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>Thêm một trường hợp</summary>
      <form method="post" action="/nominations/{@id}/nominees" data-paste="name award_code achievement" data-keep="yes">
        <xsl:call-template name="tokens"/>
        <div class="row">
          <fieldset class="field">
            <legend>Đối tượng</legend>
            <label class="choice">
              <input type="radio" name="kind" value="person"><xsl:if test="not(/page/form/field[@name = 'kind']/@value = 'collective')"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input>Cá
              nhân</label>
            <label class="choice">
              <input type="radio" name="kind" value="collective"><xsl:if test="/page/form/field[@name = 'kind']/@value = 'collective'"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input>Tập
              thể</label>
          </fieldset>
          <xsl:call-template name="field">
            <xsl:with-param name="name">name</xsl:with-param>
            <xsl:with-param name="label">Họ tên, mã nhân viên hoặc tên tập thể</xsl:with-param>
            <xsl:with-param name="required">yes</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="field">
            <xsl:with-param name="name">award_code</xsl:with-param>
            <xsl:with-param name="label">Danh hiệu, hình thức</xsl:with-param>
            <xsl:with-param name="type">select</xsl:with-param>
          </xsl:call-template>
        </div>
        <div class="row">
          <xsl:call-template name="field">
            <xsl:with-param name="name">achievement</xsl:with-param>
            <xsl:with-param name="label">Tóm tắt thành tích</xsl:with-param>
            <xsl:with-param name="type">long</xsl:with-param>
          </xsl:call-template>
          <div>
            <xsl:call-template name="field">
              <xsl:with-param name="name">period_from</xsl:with-param>
              <xsl:with-param name="label">Lập thành tích từ ngày</xsl:with-param>
              <xsl:with-param name="type">date</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="field">
              <xsl:with-param name="name">period_to</xsl:with-param>
              <xsl:with-param name="label">Đến ngày</xsl:with-param>
              <xsl:with-param name="type">date</xsl:with-param>
            </xsl:call-template>
          </div>
        </div>
        <p class="buttons"><button class="button">Thêm vào danh sách</button></p>
      </form>
    </details>
  </xsl:template>
</xsl:stylesheet>
