<?xml version="1.0" encoding="UTF-8"?>
<!-- The few components every page is made of: refusal, field, tag, used/left, table pieces, pager, timeline, bars. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">
  <!-- Proof that a form is ours, and that it acts once. -->
  <xsl:template name="tokens">
    <xsl:if test="$page/token"><input type="hidden" name="csrf" value="{$page/token/@csrf}"/></xsl:if>
    <xsl:if test="$page/token/@once"><input type="hidden" name="once" value="{$page/token/@once}"/></xsl:if>
  </xsl:template>

  <!-- What did not happen, why, what to do next, by which rule. -->
  <xsl:template match="refusal">
    <section class="refusal" role="alert">
      <h2><xsl:value-of select="what"/></h2>
      <xsl:if test="why != ''"><p><b>Vì sao: </b><xsl:value-of select="why"/></p></xsl:if>
      <xsl:if test="next != ''"><p><b>Cần làm: </b><xsl:value-of select="next"/></p></xsl:if>
      <p class="note">
        <xsl:if test="cite != ''">Căn cứ: <xsl:value-of select="cite"/>. </xsl:if>
        <xsl:if test="@code != ''">Mã: <b><xsl:value-of select="@code"/></b></xsl:if>
      </p>
    </section>
  </xsl:template>

  <xsl:template match="flash">
    <section class="flash" role="status">
      <p><b><xsl:value-of select="what"/></b><xsl:text> </xsl:text><xsl:value-of select="next"/></p>
    </section>
  </xsl:template>

  <!-- What is wrong with the fields, each by the name it has on the page below. -->
  <xsl:template name="field-errors">
    <xsl:if test="form/field[@message]">
      <xsl:variable name="below"><xsl:apply-templates select="." mode="main"/></xsl:variable>
      <xsl:variable name="shown" select="exsl:node-set($below)"/>
      <section class="refusal" role="alert">
        <h2>Chưa lưu:
          <xsl:call-template name="counted"><xsl:with-param name="n" select="count(form/field[@message])"/></xsl:call-template>
          mục cần sửa</h2>
        <ul>
          <xsl:for-each select="form/field[@message]">
            <xsl:variable name="id" select="concat('f-', @name)"/>
            <xsl:variable name="own" select="$shown//*[@id = $id]"/>
            <xsl:variable name="label" select="($own/@aria-label | $shown//label[@for = $id]/text()[1] | $own/legend/text()[1])[1]"/>
            <li>
              <a href="#f-{@name}">
                <xsl:if test="normalize-space($label) != ''"><xsl:value-of select="concat(normalize-space($label), ': ')"/></xsl:if>
                <xsl:value-of select="@message"/>
              </a>
            </li>
          </xsl:for-each>
        </ul>
        <p class="note">Nội dung đã nhập được giữ nguyên.</p>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A labelled field with its error beside it. type: text number date long select password file check -->
  <xsl:template name="field">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="type">text</xsl:param>
    <xsl:param name="value"/>
    <xsl:param name="hint"/>
    <xsl:param name="required"/>
    <xsl:param name="choices" select="$page/choices[@for = $name]/choice"/>
    <xsl:param name="none"/>
    <xsl:param name="class"/>
    <xsl:param name="id" select="concat('f-', $name)"/>
    <xsl:variable name="typed" select="$page/form/field[@name = $name]"/>
    <xsl:variable name="error" select="$typed/@message"/>
    <xsl:variable name="is">
      <xsl:choose>
        <xsl:when test="$typed/@value"><xsl:value-of select="$typed/@value"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <div class="field {$class}">
      <label for="{$id}">
        <xsl:value-of select="$label"/>
        <xsl:if test="$required"><span class="must"> (bắt buộc)</span></xsl:if>
      </label>
      <xsl:choose>
        <xsl:when test="$type = 'select'">
          <select id="{$id}" name="{$name}">
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
            <xsl:if test="$none"><option value=""><xsl:value-of select="$none"/></option></xsl:if>
            <!-- what stands there and is not to be chosen any more is not replaced in silence by the first choice -->
            <xsl:if test="not($none) and $value != '' and not($choices/@value = $is)">
              <option value="" selected="selected">– chọn lại –</option>
            </xsl:if>
            <xsl:for-each select="$choices">
              <option value="{@value}">
                <xsl:if test="@value = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:value-of select="@label"/>
              </option>
            </xsl:for-each>
          </select>
        </xsl:when>
        <xsl:when test="$type = 'long'">
          <textarea id="{$id}" name="{$name}" rows="4">
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
            <xsl:value-of select="$is"/>
          </textarea>
        </xsl:when>
        <xsl:otherwise>
          <input id="{$id}" name="{$name}">
            <!-- a date is written as on paper, whatever the language of the browser -->
            <xsl:attribute name="type">
              <xsl:choose>
                <xsl:when test="$type = 'date'">text</xsl:when>
                <xsl:otherwise><xsl:value-of select="$type"/></xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
            <xsl:if test="$type = 'date'">
              <xsl:attribute name="class">date</xsl:attribute>
              <xsl:attribute name="placeholder">ngày/tháng/năm</xsl:attribute>
              <xsl:attribute name="autocomplete">off</xsl:attribute>
            </xsl:if>
            <xsl:if test="$type != 'password' and $type != 'file'">
              <xsl:attribute name="value">
                <xsl:choose>
                  <xsl:when test="$type = 'date' and translate($is, '0123456789', '##########') = '####-##-##'">
                    <xsl:value-of select="concat(substring($is, 9), '/', substring($is, 6, 2), '/', substring($is, 1, 4))"/>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="$is"/></xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </xsl:if>
            <xsl:if test="$type = 'number'"><xsl:attribute name="min">0</xsl:attribute></xsl:if>
            <xsl:call-template name="field-state">
              <xsl:with-param name="id" select="$id"/>
              <xsl:with-param name="error" select="$error"/>
              <xsl:with-param name="hint" select="$hint"/>
              <xsl:with-param name="required" select="$required"/>
            </xsl:call-template>
          </input>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$hint != ''"><p class="hint" id="{$id}-h"><xsl:value-of select="$hint"/></p></xsl:if>
      <xsl:if test="$error"><p class="error" id="{$id}-e"><xsl:value-of select="$error"/></p></xsl:if>
      <xsl:if test="$type = 'select'"><xsl:apply-templates select="$page/choices[@for = $name]/withheld"/></xsl:if>
    </div>
  </xsl:template>

  <!-- Left out of the choices, and why -->
  <xsl:template match="withheld">
    <p class="hint">Chưa đề nghị được <b><xsl:value-of select="@label"/></b>: tiêu chuẩn từ
      <xsl:apply-templates select="@since" mode="date"/> (<xsl:value-of select="@cite"/>) chưa được xác nhận. Cần dùng thì liên hệ quản trị
      hệ thống.</p>
  </xsl:template>

  <xsl:template name="field-state">
    <xsl:param name="id"/>
    <xsl:param name="error"/>
    <xsl:param name="hint"/>
    <xsl:param name="required"/>
    <xsl:if test="$required"><xsl:attribute name="aria-required">true</xsl:attribute></xsl:if>
    <xsl:if test="$error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:if test="$error or $hint != ''">
      <xsl:attribute name="aria-describedby">
        <xsl:if test="$error"><xsl:value-of select="concat($id, '-e')"/></xsl:if>
        <xsl:if test="$error and $hint != ''"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$hint != ''"><xsl:value-of select="concat($id, '-h')"/></xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The state of something: a word and a shape. tone: good bad warn wait off -->
  <xsl:template name="tag">
    <xsl:param name="label"/>
    <xsl:param name="tone">wait</xsl:param>
    <span class="tag {$tone}"><xsl:copy-of select="$label"/></span>
  </xsl:template>

  <!-- The state of a dossier -->
  <xsl:template name="state-tag">
    <xsl:param name="state" select="@state"/>
    <xsl:call-template name="tag">
      <xsl:with-param name="label">
        <xsl:choose>
          <xsl:when test="@state-label"><xsl:value-of select="@state-label"/></xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="$state" mode="word">
              <xsl:with-param name="of">state</xsl:with-param>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="tone">
        <xsl:choose>
          <xsl:when test="$state = 'issued' or $state = 'granted'">good</xsl:when>
          <xsl:when test="$state = 'refused' or $state = 'dropped'">off</xsl:when>
          <xsl:when test="$state = 'draft'">draft</xsl:when>
          <xsl:otherwise>wait</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="campaign-tag">
    <xsl:call-template name="tag">
      <xsl:with-param name="label">
        <xsl:apply-templates select="@state" mode="word">
          <xsl:with-param name="of">campaign</xsl:with-param>
        </xsl:apply-templates>
      </xsl:with-param>
      <xsl:with-param name="tone">
        <xsl:choose>
          <xsl:when test="@state = 'launched' or @state = 'running'">good</xsl:when>
          <xsl:when test="@state = 'closed'">off</xsl:when>
          <xsl:when test="@state = 'draft'">draft</xsl:when>
          <xsl:otherwise>wait</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What became of a row of a dossier -->
  <xsl:template name="outcome-tag">
    <xsl:call-template name="tag">
      <xsl:with-param name="label"><xsl:apply-templates select="@outcome" mode="word"/></xsl:with-param>
      <xsl:with-param name="tone">
        <xsl:choose>
          <xsl:when test="@outcome = 'accepted' or @outcome = 'passed' or @outcome = 'granted'">good</xsl:when>
          <xsl:when test="@outcome = 'returned'">warn</xsl:when>
          <xsl:when test="@outcome = 'refused' or @outcome = 'failed'">bad</xsl:when>
          <xsl:otherwise>draft</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Due date, said louder once it is past. -->
  <xsl:template name="due">
    <xsl:if test="@due-on">
      <xsl:choose>
        <xsl:when test="translate(@due-on, '-', '') &lt; $today">
          <b class="late">quá hạn <xsl:value-of select="concat(substring(@due-on, 9, 2), '/', substring(@due-on, 6, 2))"/>
          </b>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="@due-on" mode="date"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Used and left of an allotment: words, with a bar beside them. -->
  <xsl:template name="meter">
    <xsl:param name="label"/>
    <xsl:param name="used"/>
    <xsl:param name="limit"/>
    <xsl:variable name="tone">
      <xsl:choose>
        <xsl:when test="$used &gt; $limit">over</xsl:when>
        <xsl:when test="$used = $limit">full</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <div class="meter {$tone}">
      <xsl:choose>
        <xsl:when test="string($limit) = ''">
          <p><xsl:value-of select="$label"/>: đã đề nghị <b><xsl:value-of select="$used"/></b>, không giới hạn</p>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:value-of select="$label"/>: <b><xsl:value-of select="$used"/></b>/<xsl:value-of select="$limit"/>,
            <xsl:choose><xsl:when test="$used &gt; $limit"><b>vượt <xsl:value-of select="$used - $limit"/></b></xsl:when><xsl:otherwise>còn <b><xsl:value-of select="$limit - $used"/></b></xsl:otherwise></xsl:choose>
          </p>
          <svg viewBox="0 0 100 4" width="100%" height="4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="ground" width="100" height="4"/>
            <rect class="fill" height="4">
              <xsl:attribute name="width">
                <xsl:choose>
                  <xsl:when test="$used &gt;= $limit">100</xsl:when>
                  <xsl:otherwise><xsl:value-of select="round(100 * $used div $limit)"/></xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </rect>
          </svg>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- used/limit in a cell of a table -->
  <xsl:template name="used-of">
    <xsl:param name="used"/>
    <xsl:param name="limit"/>
    <xsl:choose>
      <xsl:when test="string($limit) = ''"><xsl:value-of select="$used"/></xsl:when>
      <xsl:when test="$used &gt; $limit">
        <b class="late"><xsl:value-of select="concat($used, '/', $limit)"/></b>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($used, '/', $limit)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="empty">
    <xsl:param name="what"/>
    <xsl:param name="next"/>
    <div class="empty"><p><b><xsl:value-of select="$what"/></b></p><p><xsl:copy-of select="$next"/></p></div>
  </xsl:template>

  <!-- The way on in a list: by key, with the filters that are set. -->
  <xsl:template name="pager">
    <xsl:param name="next" select="next"/>
    <xsl:param name="shown"/>
    <xsl:variable name="keys" select="$page/form/field[(starts-with(@name, 'before') or starts-with(@name, 'after')) and @value != '']"/>
    <xsl:if test="$next or $keys or $shown">
      <div class="pager">
        <xsl:if test="$shown"><p><xsl:value-of select="$shown"/></p></xsl:if>
        <xsl:if test="$keys">
          <form method="get"><xsl:call-template name="filters-kept"/><button>Về trang đầu</button></form>
        </xsl:if>
        <xsl:if test="$next">
          <form method="get">
            <xsl:call-template name="filters-kept"/>
            <xsl:for-each select="$next"><input type="hidden" name="{@field}" value="{@value}"/></xsl:for-each>
            <button>Trang sau</button>
          </form>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The parts of a list that is shown by the hundred: the first, the last and those around the one that is open. -->
  <xsl:template name="parts">
    <xsl:param name="anchor"/>
    <xsl:if test="@of &gt; @page">
      <p class="pager parts">
        <span>Dòng <xsl:apply-templates select="@from" mode="number"/>–<xsl:apply-templates select="@to" mode="number"/> trong
          <xsl:apply-templates select="@of" mode="number"/>.</span>
        <xsl:call-template name="part-link"><xsl:with-param name="anchor" select="$anchor"/></xsl:call-template>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part-link">
    <xsl:param name="anchor"/>
    <xsl:param name="n" select="1"/>
    <!-- The filters of a list stay. -->
    <xsl:variable name="kept">
      <xsl:for-each select="$page/form/field[(@name = 'year' or @name = 'state') and @value != '' and $page/@id = 'campaigns']">
        <xsl:value-of select="concat('&amp;', @name, '=', @value)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="last" select="floor((@of - 1) div @page) * @page + 1"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$n = @from"><b aria-current="page"><xsl:value-of select="$n"/></b></xsl:when>
      <xsl:otherwise><a href="{substring-before(concat($page/@url, '?'), '?')}?{@field}={$n}{$kept}{$anchor}"><xsl:value-of select="$n"/></a></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="following">
      <xsl:choose>
        <xsl:when test="$n = 1 and @from &gt; 6 * @page + 1"><xsl:value-of select="@from - 5 * @page"/></xsl:when>
        <xsl:when test="$n &gt;= @from + 5 * @page and $n &lt; $last"><xsl:value-of select="$last"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$n + @page"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$following &gt; $n + @page"><xsl:text> …</xsl:text></xsl:if>
    <xsl:if test="$following &lt;= $last">
      <xsl:call-template name="part-link">
        <xsl:with-param name="anchor" select="$anchor"/>
        <xsl:with-param name="n" select="number($following)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The same within a form that has not been sent: its buttons show another part, and what was typed stays. Enter in a field
       presses the first button of a form: such a form begins with first-button. -->
  <xsl:template name="part-buttons">
    <xsl:if test="@of &gt; @page">
      <p class="pager parts">
        <span>Đang hiện dòng <xsl:apply-templates select="@from" mode="number"/>–<xsl:apply-templates select="@to" mode="number"/> trong
          <xsl:apply-templates select="@of" mode="number"/>.</span>
        <xsl:text> </xsl:text>
        <xsl:if test="@from &gt; 1">
          <button class="text" name="{@field}" value="{@from - @page}" formnovalidate="formnovalidate">Các dòng trước</button>
        </xsl:if>
        <xsl:text> </xsl:text>
        <xsl:if test="@to &lt; @of">
          <button class="text" name="{@field}" value="{@to + 1}" formnovalidate="formnovalidate">Các dòng sau</button>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What Enter does: the form's own button once more, before all others, for nobody's eyes, ears or tab key. -->
  <xsl:template name="first-button">
    <xsl:param name="label"/>
    <xsl:param name="name"/>
    <xsl:if test="part/@of &gt; part/@page">
      <button class="unseen" tabindex="-1" aria-hidden="true">
        <xsl:if test="$name != ''">
          <xsl:attribute name="name"><xsl:value-of select="$name"/></xsl:attribute>
          <xsl:attribute name="value">yes</xsl:attribute>
        </xsl:if>
        <xsl:value-of select="$label"/>
      </button>
    </xsl:if>
  </xsl:template>

  <xsl:template name="filters-kept">
    <xsl:for-each select="$page/form/field[@value != '' and not(starts-with(@name, 'before') or starts-with(@name, 'after'))]">
      <input type="hidden" name="{@name}" value="{@value}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A filter of a list: its first choice is "all". -->
  <xsl:template name="filter">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="choices" select="$page/choices[@for = $name]/choice"/>
    <xsl:if test="$choices">
      <label class="unseen" for="q-{$name}"><xsl:value-of select="$label"/></label>
      <select id="q-{$name}" name="{$name}">
        <xsl:variable name="is" select="$page/form/field[@name = $name]/@value"/>
        <xsl:if test="$is != ''"><xsl:attribute name="class">set</xsl:attribute></xsl:if>
        <option value=""><xsl:value-of select="$label"/></option>
        <xsl:for-each select="$choices">
          <option value="{@value}">
            <xsl:if test="@value = $is"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:value-of select="@label"/>
          </option>
        </xsl:for-each>
      </select>
    </xsl:if>
  </xsl:template>

  <xsl:template name="filter-text">
    <xsl:param name="label"/>
    <xsl:param name="name">q</xsl:param>
    <label class="unseen" for="q-{$name}"><xsl:value-of select="$label"/></label>
    <input id="q-{$name}" type="search" name="{$name}" value="{$page/form/field[@name = $name]/@value}" placeholder="{$label}"/>
  </xsl:template>

  <!-- One button of the flow: at once when it can be undone and asks for nothing, by its own page otherwise. -->
  <xsl:template name="action-button">
    <xsl:param name="version"/>
    <xsl:param name="likely" select="@likely = 'yes'"/>
    <xsl:variable name="class">button<xsl:if test="$likely"> likely</xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="@irreversible = 'yes' or normalize-space(@needs) != ''">
        <a class="{$class}" href="{@href}"><xsl:value-of select="@label"/></a>
      </xsl:when>
      <xsl:otherwise>
        <form method="post" action="{@href}">
          <xsl:call-template name="tokens"/>
          <input type="hidden" name="version" value="{$version}"/>
          <button class="{$class}"><xsl:value-of select="@label"/></button>
        </form>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Facts as a list of terms -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="text"/>
    <xsl:param name="value"><xsl:value-of select="$text"/></xsl:param>
    <xsl:if test="string($value) != ''">
      <div><dt><xsl:value-of select="$label"/></dt><dd><xsl:copy-of select="$value"/></dd></div>
    </xsl:if>
  </xsl:template>

  <!-- Awards of somebody or some unit over time -->
  <xsl:template name="award-timeline">
    <xsl:param name="awards"/>
    <ol class="awards">
      <xsl:for-each select="$awards">
        <xsl:sort select="@year" data-type="number" order="descending"/>
        <xsl:sort select="@decision-date" order="descending"/>
        <li>
          <b class="year"><xsl:value-of select="@year"/></b>
          <span>
            <b class="award">
              <xsl:choose>
                <xsl:when test="@cancelled-on"><s><xsl:value-of select="@award-name"/></s></xsl:when>
                <xsl:otherwise><xsl:value-of select="@award-name"/></xsl:otherwise>
              </xsl:choose>
            </b>
            <small>
              <xsl:value-of select="@decision-no"/>, <xsl:apply-templates select="@decision-date" mode="date"/>
              <xsl:if test="@method"> · <xsl:apply-templates select="@method" mode="word"/></xsl:if>
              <xsl:if test="@cancelled-on"> · đã hủy <xsl:apply-templates select="@cancelled-on" mode="date"/></xsl:if>
            </small>
          </span>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- What a person may reach next -->
  <xsl:template name="chances">
    <xsl:param name="chances"/>
    <ul class="plain">
      <xsl:for-each select="$chances">
        <li>
          <b class="award"><xsl:value-of select="@award-name"/></b>
          <xsl:text> </xsl:text>
          <xsl:call-template name="tag">
            <xsl:with-param name="label">
              <xsl:choose>
                <xsl:when test="@result = 'pass'">Đủ</xsl:when>
                <xsl:when test="@result = 'missing'">Thiếu dữ liệu</xsl:when>
                <xsl:otherwise>Chưa đủ</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="tone">
              <xsl:choose>
                <xsl:when test="@result = 'pass'">good</xsl:when>
                <xsl:when test="@result = 'missing'">warn</xsl:when>
                <xsl:otherwise>draft</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:call-template>
          <br/>
          <xsl:value-of select="@say"/>
          <xsl:if test="@found != '' and @found != 'Chưa có dữ liệu'">; hiện có: <xsl:value-of select="@found"/></xsl:if>
          <small> (<xsl:value-of select="@cite"/><xsl:if test="@verified = 'no'">, chưa kiểm chứng</xsl:if>)</small>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Dossiers in which somebody stands -->
  <xsl:template name="dossiers">
    <xsl:param name="dossiers"/>
    <ul class="plain">
      <xsl:for-each select="$dossiers">
        <li>
          <xsl:call-template name="link"><xsl:with-param name="href" select="concat('/nominations/', @nomination-id)"/><xsl:with-param name="text" select="@title"/></xsl:call-template>
          <br/><xsl:value-of select="@award-name"/> · <xsl:call-template name="state-tag"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- One bar of a table of bars: cá nhân, then tập thể, against the longest. -->
  <xsl:template name="bar">
    <xsl:param name="individuals" select="@individuals"/>
    <xsl:param name="collectives" select="@collectives"/>
    <xsl:param name="top"/>
    <xsl:variable name="first">
      <xsl:choose>
        <xsl:when test="$top &gt; 0">
          <xsl:value-of select="format-number(100 * $individuals div $top, '0.##')"/>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="second">
      <xsl:choose>
        <xsl:when test="$top &gt; 0">
          <xsl:value-of select="format-number(100 * $collectives div $top, '0.##')"/>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <svg class="bar-of" viewBox="0 0 100 12" width="100%" height="12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="one" width="{$first}" height="12"/>
      <rect class="two" x="{$first}" width="{$second}" height="12"/>
    </svg>
  </xsl:template>

  <xsl:template name="top-of">
    <xsl:param name="rows"/>
    <xsl:for-each select="$rows">
      <xsl:sort select="@individuals + @collectives" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="@individuals + @collectives"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="bar-table">
    <xsl:param name="rows"/>
    <xsl:param name="caption"/>
    <xsl:param name="first"/>
    <xsl:param name="class"/>
    <xsl:param name="link"/>
    <xsl:param name="link-end"/>
    <xsl:variable name="top">
      <xsl:call-template name="top-of"><xsl:with-param name="rows" select="$rows"/></xsl:call-template>
    </xsl:variable>
    <table class="bars {$class}">
      <caption>
        <xsl:value-of select="$caption"/>
        <span class="key"><i class="one"></i>cá nhân <i class="two"></i>tập thể</span>
      </caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$first"/></th>
          <th scope="col" class="pic"><span class="unseen">Biểu đồ</span></th>
          <th scope="col" class="n">Cá nhân</th>
          <th scope="col" class="n">Tập thể</th>
          <th scope="col" class="n">Tổng</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <tr>
            <th scope="row">
              <xsl:choose>
                <xsl:when test="$link != ''">
                  <a href="{$link}{@year}{@award-code}{$link-end}">
                    <xsl:value-of select="concat(@year, @award-name)"/>
                  </a>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="concat(@year, @award-name)"/></xsl:otherwise>
              </xsl:choose>
            </th>
            <td class="pic">
              <xsl:call-template name="bar"><xsl:with-param name="top" select="$top"/></xsl:call-template>
            </td>
            <td class="n"><xsl:apply-templates select="@individuals" mode="number"/></td>
            <td class="n"><xsl:apply-templates select="@collectives" mode="number"/></td>
            <td class="n">
              <b><xsl:value-of select="format-number(@individuals + @collectives, '#.##0', 'vi')"/></b>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Tổng</th>
          <td class="pic"></td>
          <td class="n"><xsl:value-of select="format-number(sum($rows/@individuals), '#.##0', 'vi')"/></td>
          <td class="n"><xsl:value-of select="format-number(sum($rows/@collectives), '#.##0', 'vi')"/></td>
          <td class="n">
            <b>
              <xsl:value-of select="format-number(sum($rows/@individuals) + sum($rows/@collectives), '#.##0', 'vi')"/>
            </b>
          </td>
        </tr>
      </tfoot>
    </table>
  </xsl:template>

  <!-- The fields a returned row is to be corrected in -->
  <xsl:template name="return-fields">
    <xsl:param name="rest" select="normalize-space(@return-fields)"/>
    <xsl:if test="$rest != ''">
      <xsl:variable name="key" select="concat('|field.', substring-before(concat($rest, ' '), ' '), '=')"/>
      <xsl:value-of select="normalize-space(substring-before(substring-after($words, $key), '|'))"/>
      <xsl:if test="contains($rest, ' ')">
        <xsl:text>; </xsl:text>
        <xsl:call-template name="return-fields">
          <xsl:with-param name="rest" select="substring-after($rest, ' ')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A name that leads somewhere, for those who may go there -->
  <xsl:template name="link">
    <xsl:param name="href"/>
    <xsl:param name="text"/>
    <xsl:param name="open" select="$carries"/>
    <xsl:choose>
      <xsl:when test="$open and $href != ''">
        <a href="{$href}" title="{$text}"><xsl:value-of select="$text"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whom an award or a row is about -->
  <xsl:template name="recipient">
    <xsl:choose>
      <xsl:when test="@person-id">
        <xsl:call-template name="link">
          <xsl:with-param name="href" select="concat('/people/', @person-id)"/>
          <xsl:with-param name="text" select="@name"/>
          <xsl:with-param name="open" select="$sees-units"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@collective-id">
        <xsl:call-template name="link">
          <xsl:with-param name="href" select="concat('/units/', @collective-id)"/>
          <xsl:with-param name="text" select="@name"/>
          <xsl:with-param name="open" select="$sees-units"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
