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
