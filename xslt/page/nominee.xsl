<?xml version="1.0" encoding="UTF-8"?>
<!-- One row of a dossier: what it says, and what the rules found. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'nominee']" mode="title"><xsl:value-of select="nominee/@name"/></xsl:template>

  <xsl:template match="page[@id = 'nominee']" mode="path">
    <xsl:call-template name="up">
      <xsl:with-param name="href">/nominations</xsl:with-param>
      <xsl:with-param name="label">Hồ sơ</xsl:with-param>
    </xsl:call-template>
    <a href="/nominations/{nominee/@nomination-id}"><xsl:value-of select="nominee/@nomination-title"/></a>
    <span> › </span>
  </xsl:template>

  <xsl:template match="page[@id = 'nominee']" mode="state">
    <xsl:for-each select="nominee"><xsl:call-template name="outcome-tag"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@id = 'nominee']" mode="main"><xsl:apply-templates select="nominee"/></xsl:template>

  <xsl:template match="page/nominee">
    <div class="case">
      <section class="matter">
        <xsl:if test="@outcome = 'returned'">
          <section class="refusal">
            <h2>Cần sửa<xsl:if test="@return-fields != ''">: <xsl:call-template name="return-fields"/></xsl:if></h2>
            <p><xsl:value-of select="@reason"/></p>
          </section>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@editable = 'yes'"><xsl:call-template name="row-form"/></xsl:when>
          <xsl:otherwise><h2>Thành tích</h2><p class="text"><xsl:value-of select="achievement"/></p></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="changes"><xsl:with-param name="named" select="false()"/></xsl:call-template>
        <h2>Điều kiện<xsl:if test="@award-name"> – <xsl:value-of select="@award-name"/></xsl:if></h2>
        <xsl:choose>
          <xsl:when test="check">
            <table class="list wrap">
              <caption class="unseen">Từng điều kiện và kết quả kiểm tra</caption>
              <thead>
                <tr>
                  <th scope="col" class="w-elig">Kết quả</th>
                  <th scope="col">Điều kiện</th>
                  <th scope="col">Tìm thấy</th>
                  <th scope="col" class="w-unit">Căn cứ</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="check">
                  <xsl:sort select="number(@result = 'pass')" data-type="number"/>
                  <tr>
                    <td class="m k">
                      <xsl:call-template name="tag">
                        <xsl:with-param name="label">
                          <xsl:apply-templates select="@result" mode="word"/>
                        </xsl:with-param>
                        <xsl:with-param name="tone">
                          <xsl:choose>
                            <xsl:when test="@result = 'pass'">good</xsl:when>
                            <xsl:when test="@result = 'fail' and @severity = 'block'">bad</xsl:when>
                            <xsl:otherwise>warn</xsl:otherwise>
                          </xsl:choose>
                        </xsl:with-param>
                      </xsl:call-template>
                    </td>
                    <td class="m">
                      <xsl:value-of select="@say"/>
                      <xsl:if test="@severity != 'block'">
                        <xsl:text> </xsl:text>
                        <small>(không bắt buộc)</small>
                      </xsl:if>
                    </td>
                    <td class="m">
                      <xsl:call-template name="in-words">
                        <xsl:with-param name="text" select="@found"/>
                      </xsl:call-template>
                    </td>
                    <td>
                      <xsl:value-of select="@cite"/>
                      <xsl:if test="@verified = 'no'">
                        <xsl:text> </xsl:text>
                        <small class="late">chưa đối chiếu văn bản gốc</small>
                      </xsl:if>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
            <p class="note">Kiểm tra lúc <xsl:apply-templates select="check[1]/@checked-at" mode="moment"/> theo quy định
              <xsl:value-of select="check[1]/@regime"/>.</p>
          </xsl:when>
          <xsl:otherwise><p class="note">Chưa kiểm tra. Lưu dòng này để kiểm tra.</p></xsl:otherwise>
        </xsl:choose>
      </section>
      <aside class="course">
        <dl class="facts">
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Đối tượng</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:apply-templates select="@kind" mode="word">
                <xsl:with-param name="of">nominee</xsl:with-param>
              </xsl:apply-templates>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Chức vụ</xsl:with-param>
            <xsl:with-param name="text" select="@position"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Đơn vị</xsl:with-param>
            <xsl:with-param name="text" select="@unit-name"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Danh hiệu, hình thức</xsl:with-param>
            <xsl:with-param name="text" select="@award-name"/>
          </xsl:call-template>
          <xsl:call-template name="fact">
            <xsl:with-param name="label">Thời gian lập thành tích</xsl:with-param>
            <xsl:with-param name="value">
              <xsl:call-template name="span-of-dates">
                <xsl:with-param name="from" select="@period-from"/>
                <xsl:with-param name="to" select="@period-to"/>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:if test="@yes">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Phiếu Hội đồng</xsl:with-param>
              <xsl:with-param name="value">
                <xsl:value-of select="@yes"/> thuận, <xsl:value-of select="@no"/> không thuận</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="@outcome != 'returned'">
            <xsl:call-template name="fact">
              <xsl:with-param name="label">Lý do</xsl:with-param>
              <xsl:with-param name="text" select="@reason"/>
            </xsl:call-template>
          </xsl:if>
        </dl>
        <xsl:if test="@person-id"><p><a href="/people/{@person-id}">Hồ sơ cá nhân</a></p></xsl:if>
        <xsl:if test="@collective-id"><p><a href="/units/{@collective-id}">Trang đơn vị</a></p></xsl:if>
        <xsl:if test="award">
          <h2>Đã được khen</h2>
          <xsl:call-template name="award-timeline"><xsl:with-param name="awards" select="award"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="evidence">
          <h2>Giấy tờ</h2>
          <ul class="plain">
            <xsl:for-each select="evidence">
              <li>
                <a href="/nominations/{../@nomination-id}/evidence/{@id}"><xsl:value-of select="@name"/></a>
                <xsl:text> </xsl:text>
                <small>
                  <xsl:apply-templates select="@kind" mode="word">
                    <xsl:with-param name="of">evidence</xsl:with-param>
                  </xsl:apply-templates>
                </small>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </aside>
    </div>
  </xsl:template>
</xsl:stylesheet>
