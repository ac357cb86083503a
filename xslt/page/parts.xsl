<?xml version="1.0" encoding="UTF-8"?>
<!-- The few components every page is made of: refusal, tag, used/left, table pieces, timeline, bars. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
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
        <xsl:apply-templates select="$state" mode="word">
          <xsl:with-param name="of">state</xsl:with-param>
        </xsl:apply-templates>
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

  <!-- One bar of a table of bars: cá nhân, then tập thể, against the longest. A row counts one award at least. -->
  <xsl:template name="bar">
    <xsl:param name="top"/>
    <xsl:variable name="first" select="format-number(100 * @individuals div $top, '0.##')"/>
    <xsl:variable name="second" select="format-number(100 * @collectives div $top, '0.##')"/>
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
