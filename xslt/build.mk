# what xslt/ installs

# paper: forms, layouts, and what the papers' pages ask for
formdir = $(pkgdatadir)/xslt/form
formpartdir = $(formdir)/part
layoutdir = $(pkgdatadir)/xslt/layout
paperassetdir = $(pkgdatadir)/xslt/asset
dist_form_DATA = \
	xslt/form/bang-21-cot.xsl \
	xslt/form/danh-sach.xsl \
	xslt/form/giay-khen.xsl \
	xslt/form/quyet-dinh.xsl \
	xslt/form/so-khen-thuong.xsl \
	xslt/form/to-trinh.xsl
dist_formpart_DATA = xslt/form/part/dossier.xsl xslt/form/part/record.xsl
dist_layout_DATA = \
	xslt/layout/certificate.xsl \
	xslt/layout/html.xsl \
	xslt/layout/table.xsl \
	xslt/layout/text.xsl
dist_paperasset_DATA = \
	xslt/asset/co-do.svg \
	xslt/asset/khung-giay-khen.svg \
	xslt/asset/paper.css \
	xslt/asset/quoc-huy.svg

# pages: a sheet each, and what every page asks for
pagedir = $(pkgdatadir)/xslt/page
assetdir = $(pkgdatadir)/xslt/asset
dist_page_DATA = \
	xslt/page/act.xsl \
	xslt/page/act-number.xsl \
	xslt/page/audit.xsl \
	xslt/page/awards.xsl \
	xslt/page/campaign.xsl \
	xslt/page/campaigns.xsl \
	xslt/page/decision.xsl \
	xslt/page/decisions.xsl \
	xslt/page/fields.xsl \
	xslt/page/frame.xsl \
	xslt/page/home.xsl \
	xslt/page/login.xsl \
	xslt/page/message.xsl \
	xslt/page/nomination-import.xsl \
	xslt/page/changes.xsl \
	xslt/page/nomination-list.xsl \
	xslt/page/nomination-new.xsl \
	xslt/page/nomination.xsl \
	xslt/page/nominations.xsl \
	xslt/page/nominee-form.xsl \
	xslt/page/nominee.xsl \
	xslt/page/number.xsl \
	xslt/page/numbers.xsl \
	xslt/page/paging.xsl \
	xslt/page/parts.xsl \
	xslt/page/people.xsl \
	xslt/page/person.xsl \
	xslt/page/roles.xsl \
	xslt/page/rows.xsl \
	xslt/page/sessions.xsl \
	xslt/page/site.xsl \
	xslt/page/statistics.xsl \
	xslt/page/unit.xsl \
	xslt/page/units.xsl \
	xslt/page/words.xsl
dist_asset_DATA = \
	xslt/asset/app.js \
	xslt/asset/icon.svg \
	xslt/asset/style.css
