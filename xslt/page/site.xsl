<?xml version="1.0" encoding="UTF-8"?>
<!-- Every page of the site as one sheet, so that frame, parts and words are held once and not once per page.
     A page's own file fills the modes title, path, state and main of page[@id = its name]; it stands in this list. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="frame.xsl"/>
  <xsl:include href="act.xsl"/>
  <xsl:include href="act-number.xsl"/>
  <xsl:include href="audit.xsl"/>
  <xsl:include href="awards.xsl"/>
  <xsl:include href="campaign.xsl"/>
  <xsl:include href="campaigns.xsl"/>
  <xsl:include href="decision.xsl"/>
  <xsl:include href="decisions.xsl"/>
  <xsl:include href="number.xsl"/>
  <xsl:include href="numbers.xsl"/>
  <xsl:include href="home.xsl"/>
  <xsl:include href="login.xsl"/>
  <xsl:include href="message.xsl"/>
  <xsl:include href="nomination-import.xsl"/>
  <xsl:include href="nomination-list.xsl"/>
  <xsl:include href="changes.xsl"/>
  <xsl:include href="nominee-form.xsl"/>
  <xsl:include href="nomination-new.xsl"/>
  <xsl:include href="nomination.xsl"/>
  <xsl:include href="nominations.xsl"/>
  <xsl:include href="nominee.xsl"/>
  <xsl:include href="people.xsl"/>
  <xsl:include href="person.xsl"/>
  <xsl:include href="roles.xsl"/>
  <xsl:include href="rows.xsl"/>
  <xsl:include href="sessions.xsl"/>
  <xsl:include href="statistics.xsl"/>
  <xsl:include href="unit.xsl"/>
  <xsl:include href="units.xsl"/>
</xsl:stylesheet>
