<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands around every page: bar, navigation, path, title, state, what was refused or done.
     A page's file fills the modes title, path, state and main; site.xsl puts them together. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="words.xsl"/>
  <xsl:include href="fields.xsl"/>
  <xsl:include href="paging.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>
  <xsl:variable name="page" select="/page"/>
  <xsl:variable name="today" select="translate(/page/@today, '-', '')"/>
  <xsl:variable name="role" select="/page/actor/@role"/>
  <xsl:variable name="as" select="concat('|', /page/actor/@role, '|')"/>

  <!-- What the role may open (lib/core/role.c): nothing is a link that would be refused. -->
  <xsl:variable name="carries" select="contains('|clerk|head|appraiser|secretary|director|records|auditor|', $as)"/>
  <xsl:variable name="sees-units" select="$carries or $role = 'admin'"/>
  <xsl:variable name="sees-awards" select="$carries or $role = 'accountant'"/>
  <xsl:variable name="asset">
    <xsl:if test="/page/@asset">?v=<xsl:value-of select="/page/@asset"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="department" select="/page/@department"/>

  <xsl:template match="/page">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="title"/></xsl:variable>
    <html lang="vi">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="normalize-space($title)"/> · <xsl:value-of select="$department"/></title>
        <link rel="stylesheet" href="/asset/style.css{$asset}"/>
        <link rel="icon" href="/asset/icon.svg{$asset}" type="image/svg+xml"/>
        <script src="/asset/app.js{$asset}" defer="defer"></script>
      </head>
      <body class="page-{@id}">
        <a class="skip" href="#main">Đến nội dung chính</a>
        <xsl:apply-templates select="." mode="bar"/>
        <xsl:apply-templates select="." mode="navigation"/>
        <main id="main" tabindex="-1">
          <header class="head">
            <xsl:variable name="path"><xsl:apply-templates select="." mode="path"/></xsl:variable>
            <xsl:if test="string($path) != ''">
              <nav class="path" aria-label="Đường dẫn"><xsl:copy-of select="$path"/></nav>
            </xsl:if>
            <h1><xsl:copy-of select="$title"/></h1>
            <xsl:apply-templates select="." mode="state"/>
          </header>
          <xsl:apply-templates select="refusal"/>
          <xsl:call-template name="field-errors"/>
          <xsl:apply-templates select="flash"/>
          <xsl:apply-templates select="." mode="main"/>
        </main>
        <footer class="foot"><p><xsl:value-of select="$department"/> · Thi đua, khen thưởng</p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="page" mode="title"/>
  <xsl:template match="page" mode="path"/>
  <xsl:template match="page" mode="state"/>
  <xsl:template match="page" mode="main">
    <xsl:message terminate="yes">Chưa có trang <xsl:value-of select="@id"/></xsl:message>
  </xsl:template>

  <!-- The bar -->
  <xsl:template match="page" mode="bar">
    <header class="bar">
      <div class="in">
        <a class="org" href="/"><xsl:value-of select="$department"/><span>Thi đua, khen thưởng</span></a>
        <xsl:if test="actor">
          <xsl:if test="$sees-units">
            <form class="find" role="search" action="/people" method="get">
              <label class="unseen" for="find">Tìm người hoặc khen thưởng</label>
              <input id="find" type="search" name="q" placeholder="Tìm theo họ tên" autocomplete="off" accesskey="/"/>
              <button>Cá nhân</button>
              <xsl:if test="$role != 'admin'"><button formaction="/awards">Khen thưởng</button></xsl:if>
            </form>
          </xsl:if>
          <xsl:if test="todo/@count &gt; 0 or todo and $role != 'staff'">
            <a href="/">
              <xsl:attribute name="class">todo<xsl:if test="todo/@count = 0"> none</xsl:if></xsl:attribute>Chờ xử lý
              <b><xsl:value-of select="todo/@count"/></b>
            </a>
          </xsl:if>
          <details class="who">
            <summary><xsl:value-of select="actor/@name"/><span><xsl:value-of select="actor/@role-label"/></span></summary>
            <div>
              <p>Đang làm việc với vai trò <b><xsl:value-of select="actor/@role-label"/></b>,
                <xsl:value-of select="actor/@unit-name"/>.</p>
              <xsl:if test="actor/grant[@current = 'no']">
                <form method="post" action="/capacity">
                  <xsl:call-template name="tokens"/>
                  <xsl:for-each select="actor/grant[@current = 'no']">
                    <button name="grant_id" value="{@id}">Chuyển sang: <xsl:apply-templates select="@role" mode="word"/> –
                      <xsl:value-of select="@unit-name"/>
                    </button>
                  </xsl:for-each>
                </form>
              </xsl:if>
              <p><a href="/people/{actor/@id}">Khen thưởng của tôi</a> · <a href="/sessions">Phiên đăng nhập</a></p>
            </div>
          </details>
          <form class="out" method="post" action="/logout">
            <xsl:call-template name="tokens"/>
            <button>Đăng xuất</button>
          </form>
        </xsl:if>
      </div>
    </header>
  </xsl:template>

  <!-- The navigation: what each role may read (lib/core/role.c), at most seven. -->
  <xsl:template match="page" mode="navigation">
    <xsl:if test="actor">
      <nav class="nav" aria-label="Các phần">
        <ul>
          <xsl:call-template name="nav">
            <xsl:with-param name="href">/</xsl:with-param>
            <xsl:with-param name="ids">|home|</xsl:with-param>
            <xsl:with-param name="label">Việc của tôi</xsl:with-param>
          </xsl:call-template>
          <xsl:if test="$carries">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/nominations</xsl:with-param>
              <xsl:with-param name="ids">|nominations|nomination|nomination-new|nomination-import|nominee|act|rows|</xsl:with-param>
              <xsl:with-param name="label">Hồ sơ</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="nav">
            <xsl:with-param name="href">/campaigns</xsl:with-param>
            <xsl:with-param name="ids">|campaigns|campaign|</xsl:with-param>
            <xsl:with-param name="label">Phong trào</xsl:with-param>
          </xsl:call-template>
          <xsl:if test="$sees-awards">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/decisions</xsl:with-param>
              <xsl:with-param name="ids">|decisions|decision|numbers|</xsl:with-param>
              <xsl:with-param name="label">Quyết định</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/awards</xsl:with-param>
              <xsl:with-param name="ids">|awards|</xsl:with-param>
              <xsl:with-param name="label">Sổ khen thưởng</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="$carries">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/statistics</xsl:with-param>
              <xsl:with-param name="ids">|statistics|</xsl:with-param>
              <xsl:with-param name="label">Thống kê</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="contains('|clerk|head|appraiser|secretary|director|records|admin|', $as)">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/units</xsl:with-param>
              <xsl:with-param name="ids">|units|unit|people|person|</xsl:with-param>
              <xsl:with-param name="label">Đơn vị, cá nhân</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="$role = 'admin'">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/admin/roles</xsl:with-param>
              <xsl:with-param name="ids">|roles|</xsl:with-param>
              <xsl:with-param name="label">Vai trò</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:if test="$role = 'auditor' or $role = 'admin'">
            <xsl:call-template name="nav">
              <xsl:with-param name="href">/audit</xsl:with-param>
              <xsl:with-param name="ids">|audit|</xsl:with-param>
              <xsl:with-param name="label">Nhật ký</xsl:with-param>
            </xsl:call-template>
          </xsl:if>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="nav">
    <xsl:param name="href"/>
    <xsl:param name="ids"/>
    <xsl:param name="label"/>
    <li>
      <a href="{$href}">
        <xsl:if test="contains($ids, concat('|', @id, '|'))">
          <xsl:attribute name="aria-current">page</xsl:attribute>
        </xsl:if>
        <xsl:value-of select="$label"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template name="up">
    <xsl:param name="href"/>
    <xsl:param name="label"/>
    <a href="{$href}"><xsl:value-of select="$label"/></a>
    <span> › </span>
  </xsl:template>
</xsl:stylesheet>
