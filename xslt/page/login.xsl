<?xml version="1.0" encoding="UTF-8"?>
<!-- Who are you: asked of the directory. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page[@id = 'login']" mode="title">Đăng nhập</xsl:template>

  <xsl:template match="page[@id = 'login']" mode="main">
    <xsl:if test="login/@portal">
      <form class="box narrow" method="post" action="/login/portal">
        <xsl:call-template name="tokens"/>
        <input type="hidden" name="next" value="{login/@next}"/>
        <xsl:if test="login/@kept">
          <input type="hidden" name="kept" value="{login/@kept}"/>
        </xsl:if>
        <p>Cổng thông tin đã nhận ra tài khoản <b><xsl:value-of select="login/@portal"/></b>.</p>
        <p class="buttons"><button class="button likely">Vào bằng tài khoản cổng</button></p>
      </form>
    </xsl:if>
    <form class="box narrow" method="post" action="/login">
      <xsl:call-template name="tokens"/>
      <input type="hidden" name="next" value="{login/@next}"/>
      <xsl:if test="login/@kept">
        <input type="hidden" name="kept" value="{login/@kept}"/>
      </xsl:if>
      <xsl:call-template name="field">
        <xsl:with-param name="name">login</xsl:with-param>
        <xsl:with-param name="label">Tên đăng nhập</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="field">
        <xsl:with-param name="name">password</xsl:with-param>
        <xsl:with-param name="label">Mật khẩu</xsl:with-param>
        <xsl:with-param name="type">password</xsl:with-param>
      </xsl:call-template>
      <p class="buttons"><button class="button likely">Đăng nhập</button></p>
      <p class="hint">Dùng tài khoản của cổng thông tin nội bộ. Mật khẩu không được lưu trong hệ thống này.</p>
    </form>
  </xsl:template>
</xsl:stylesheet>
