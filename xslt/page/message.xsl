<?xml version="1.0" encoding="UTF-8"?>
<!-- Nothing to show but what happened and what to do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'message']" mode="title">
    <xsl:choose>
      <xsl:when test="refusal/@status = 404">Không tìm thấy</xsl:when>
      <xsl:when test="refusal/@status = 403">Không được phép</xsl:when>
      <xsl:when test="refusal/@status = 409">Đã có thay đổi</xsl:when>
      <xsl:when test="refusal/@status = 503">Tạm thời gián đoạn</xsl:when>
      <xsl:otherwise>Chưa thực hiện được</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page[@id = 'message']" mode="main">
    <!-- a step that is not to be taken any more is not tried again: the dossier says how it stands, if there is one that may be read -->
    <xsl:variable name="id" select="substring-before(substring-after(@url, '/nominations/'), '/')"/>
    <xsl:variable name="dossier" select="starts-with(@url, '/nominations/') and number($id) = number($id) and refusal/@status != 404 and ($carries or not(actor))"/>
    <xsl:variable name="again" select="not(repost[not(file)]) and retry and (refusal/@status = 503 or refusal/@status = 409 and not($dossier))"/>
    <xsl:apply-templates select="repost"/>
    <xsl:if test="typed">
      <section class="box">
        <h2>Nội dung đã nhập, chưa lưu</h2>
        <xsl:for-each select="typed">
          <p><b><xsl:apply-templates select="@field" mode="word"><xsl:with-param name="of">typed</xsl:with-param></xsl:apply-templates>:</b></p>
          <p class="text"><xsl:value-of select="@value"/></p>
        </xsl:for-each>
        <p class="note">Sao chép lại nếu còn cần.</p>
      </section>
    </xsl:if>
    <p class="buttons">
      <xsl:if test="$again"><a class="button likely" href="{retry/@href}"><xsl:choose><xsl:when test="repost">Chọn lại tệp</xsl:when><xsl:otherwise>Thử lại</xsl:otherwise></xsl:choose></a></xsl:if>
      <xsl:if test="$dossier">
        <a class="button" href="/nominations/{$id}">
          <xsl:if test="not($again) and not(repost[not(file)])"><xsl:attribute name="class">button likely</xsl:attribute></xsl:if>Mở hồ sơ</a>
      </xsl:if>
      <a class="button" href="/">Về trang Việc của tôi</a>
    </p>
  </xsl:template>

  <!-- A file is not kept: it is chosen again where it was. -->
  <xsl:template match="repost[file]"><p class="note">Tệp đính kèm không giữ lại được: cần chọn lại tệp.</p></xsl:template>

  <!-- What was sent, to be sent again as it was: with its one-time token it acts at most once. -->
  <xsl:template match="repost">
    <form method="post" action="{@action}">
      <xsl:for-each select="field"><input type="hidden" name="{@name}" value="{@value}"/></xsl:for-each>
      <p class="buttons"><button class="likely">Thử lại</button></p>
    </form>
  </xsl:template>
</xsl:stylesheet>
