<?xml version="1.0" encoding="UTF-8"?>
<!-- An official document (conf/schema/document.rng) as HTML that prints on A4 by Decree 30/2020, Appendix I.
     What stands where is here; sizes, margins and page numbers are in asset/paper.css. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="text.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="certificate.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="document issuer addressees bases body article signatures signature recipients appendix notes
                             table columns head row certificates certificate"/>

  <!-- The block that carries "./.": the last one of the text, unless a table or notes close it. -->
  <xsl:variable name="last" select="generate-id(/document/body/*[last()]/descendant-or-self::*[self::p or self::clause or self::point][last()])"/>

  <xsl:template match="/document">
    <html lang="vi">
      <head>
        <title><xsl:value-of select="@name"/></title>
        <!-- A telephone shows the whole width of the sheet. -->
        <meta name="viewport">
          <xsl:attribute name="content">
            <xsl:choose><xsl:when test="@orientation = 'landscape'">width=1160</xsl:when><xsl:otherwise>width=830</xsl:otherwise></xsl:choose>
          </xsl:attribute>
        </meta>
        <link rel="stylesheet" href="/asset/paper.css"/>
        <script src="/asset/app.js" defer="defer"></script>
      </head>
      <body class="paper">
        <header class="paper-bar">
          <xsl:if test="@back"><a href="{@back}">Quay lại</a></xsl:if>
          <h1><xsl:value-of select="@name"/></h1>
          <button type="button" data-print="" hidden="hidden">In</button>
          <span class="paper-hint">Ctrl + P để in: A4, lề mặc định, tỷ lệ 100 %, bỏ đầu trang và chân trang của trình duyệt</span>
        </header>
        <main>
          <xsl:if test="title">
            <article class="sheet {@orientation}"><xsl:call-template name="main"/></article>
          </xsl:if>
          <xsl:apply-templates select="appendix|certificates"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="main">
    <header class="masthead">
      <div class="issuer">
        <xsl:if test="issuer/parent"><p class="parent"><xsl:value-of select="issuer/parent"/></p></xsl:if>
        <p class="issuer-name"><span class="ruled"><xsl:value-of select="issuer/name"/></span></p>
      </div>
      <xsl:call-template name="national"/>
      <div class="number"><xsl:apply-templates select="number"/></div>
      <div class="place-date"><xsl:apply-templates select="place-date"/></div>
    </header>
    <h2 class="title"><xsl:value-of select="title"/></h2>
    <xsl:if test="subject"><p class="subject"><span class="ruled"><xsl:value-of select="subject"/></span></p></xsl:if>
    <xsl:if test="reference"><p class="reference"><xsl:value-of select="reference"/></p></xsl:if>
    <xsl:apply-templates select="addressees"/>
    <xsl:if test="authority"><p class="authority"><xsl:value-of select="authority"/></p></xsl:if>
    <xsl:apply-templates select="bases"/>
    <xsl:if test="enacting"><p class="enacting"><xsl:value-of select="enacting"/></p></xsl:if>
    <xsl:apply-templates select="body/*"/>
    <div class="close">
      <xsl:apply-templates select="recipients"/>
      <xsl:apply-templates select="signatures/signature"/>
    </div>
  </xsl:template>

  <xsl:template name="national">
    <div class="national">
      <p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
      <p class="motto"><span class="underlined">Độc lập - Tự do - Hạnh phúc</span></p>
    </div>
  </xsl:template>

  <xsl:template match="number">
    <xsl:text>Số: </xsl:text>
    <xsl:call-template name="number-symbol">
      <xsl:with-param name="number" select="@no"/>
      <xsl:with-param name="symbol" select="@symbol"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="place-date">
    <xsl:value-of select="concat(@place, ', ')"/>
    <xsl:call-template name="date-words">
      <xsl:with-param name="date" select="@date"/>
      <xsl:with-param name="year" select="@year"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One addressee on the line of "Kính gửi:", several below it (Appendix I, part II.9a). -->
  <xsl:template match="addressees">
    <div class="addressees">
      <p>Kính gửi:<xsl:if test="count(addressee) = 1"><xsl:value-of select="concat(' ', addressee)"/></xsl:if></p>
      <xsl:if test="count(addressee) &gt; 1">
        <ul>
          <xsl:for-each select="addressee">
            <li><xsl:call-template name="list-line"/></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="bases">
    <xsl:for-each select="basis">
      <p class="basis"><xsl:call-template name="closed-line"/></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="recipients">
    <div class="recipients">
      <p>Nơi nhận:</p>
      <ul>
        <xsl:for-each select="recipient">
          <li><xsl:call-template name="list-line"/></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- A line of a list: "- text;", the last one "- text." -->
  <xsl:template name="list-line">
    <xsl:text>- </xsl:text>
    <xsl:call-template name="closed-line"/>
  </xsl:template>
  <xsl:template name="closed-line">
    <xsl:call-template name="without-end"><xsl:with-param name="text" select="."/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="position() = last()">.</xsl:when>
      <xsl:otherwise>;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="body/p">
    <p class="text"><xsl:call-template name="inline"/></p>
  </xsl:template>

  <xsl:template match="article">
    <p class="text">
      <strong>Điều <xsl:value-of select="count(preceding-sibling::article) + 1"/>.</strong>
      <xsl:text> </xsl:text>
      <xsl:for-each select="p"><xsl:call-template name="inline"/></xsl:for-each>
    </p>
    <xsl:apply-templates select="clause"/>
  </xsl:template>

  <xsl:template match="clause">
    <p class="text">
      <xsl:value-of select="concat(count(preceding-sibling::clause) + 1, '. ')"/>
      <xsl:call-template name="inline"/>
    </p>
  </xsl:template>

  <!-- Letters start again after any other block. -->
  <xsl:template match="point">
    <xsl:variable name="before" select="count(preceding-sibling::*[not(self::point)][1]/preceding-sibling::*) + boolean(preceding-sibling::*[not(self::point)])"/>
    <p class="text">
      <xsl:value-of select="concat(substring($point-letters, count(preceding-sibling::*) - $before + 1, 1), ') ')"/>
      <xsl:call-template name="inline"/>
    </p>
  </xsl:template>

  <xsl:template match="notes">
    <div class="notes">
      <p><xsl:value-of select="@title"/></p>
      <ul>
        <xsl:for-each select="note"><li>- <xsl:value-of select="."/></li></xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template name="inline">
    <xsl:apply-templates select="node()" mode="inline"/>
    <xsl:if test="generate-id() = $last">./.</xsl:if>
  </xsl:template>
  <xsl:template match="em|strong" mode="inline">
    <xsl:copy><xsl:apply-templates mode="inline"/></xsl:copy>
  </xsl:template>
  <xsl:template match="text()" mode="inline">
    <xsl:choose>
      <xsl:when test="generate-id(..) = $last and not(following-sibling::node())">
        <xsl:if test="starts-with(., ' ')"><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="without-end"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="signature">
    <div class="signature">
      <xsl:if test="place-date"><p class="place-date"><xsl:apply-templates select="place-date"/></p></xsl:if>
      <xsl:if test="capacity"><p class="office"><xsl:value-of select="capacity"/></p></xsl:if>
      <p class="office"><xsl:value-of select="office"/></p>
      <xsl:if test="hint"><p class="hint"><xsl:value-of select="hint"/></p></xsl:if>
      <p class="signer"><xsl:value-of select="name"/></p>
    </div>
  </xsl:template>

  <!-- Each appendix is a sheet of its own with its own page numbers (Appendix I, part I, I.7); paper.css knows four. -->
  <xsl:template match="appendix">
    <article class="sheet portrait annex-{count(preceding-sibling::appendix) + 1}">
      <p class="label"><xsl:value-of select="label"/></p>
      <h2 class="title"><xsl:value-of select="title"/></h2>
      <p class="reference"><xsl:value-of select="reference"/></p>
      <xsl:apply-templates select="table"/>
    </article>
  </xsl:template>
</xsl:stylesheet>
