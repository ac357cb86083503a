# the settings are the office's: an installation that is there keeps its own
EXTRA_DIST += conf/tdkt.conf
install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(sysconfdir)/tdkt'
	test -e '$(DESTDIR)$(sysconfdir)/tdkt/tdkt.conf' || \
		$(INSTALL_DATA) $(srcdir)/conf/tdkt.conf '$(DESTDIR)$(sysconfdir)/tdkt/tdkt.conf'

# where the units say it is
dist_doc_DATA = README.md

# what the service reads below data_dir
messagesdir = $(pkgdatadir)/conf
dist_messages_DATA = conf/messages.xml

# vocabularies of paper
paperschemadir = $(pkgdatadir)/conf/schema
dist_paperschema_DATA = conf/schema/document.rng conf/schema/record.rng

# the demonstration province
EXTRA_DIST += conf/sample/README.md conf/sample/make.sh conf/sample/units.csv conf/sample/sizes.csv \
	conf/sample/accounts.csv conf/sample/campaigns.csv conf/sample/fields.awk conf/sample/people.awk \
	conf/sample/accounts.awk conf/sample/awards.awk conf/sample/tables.sql conf/sample/province.sql \
	conf/sample/directory.ldif
# samples of a real install; nginx also serves the pages of internal/
nginxdir = $(pkgdatadir)/conf/nginx
nginxpartdir = $(nginxdir)/tdkt
nginxpagedir = $(nginxdir)/internal
systemddir = $(pkgdatadir)/conf/systemd
dist_nginx_DATA = conf/nginx/tdkt.conf
dist_nginxpart_DATA = conf/nginx/tdkt/fastcgi.conf conf/nginx/tdkt/http.conf conf/nginx/tdkt/locations.conf \
	conf/nginx/tdkt/login.conf conf/nginx/tdkt/login-portal.conf conf/nginx/tdkt/portal.conf
dist_nginxpage_DATA = conf/nginx/internal/missing.html conf/nginx/internal/too-large.html conf/nginx/internal/too-many.html conf/nginx/internal/unavailable.html
dist_systemd_DATA = conf/systemd/tdktd.service conf/systemd/tdktd.socket conf/systemd/tdkt-ldap-sync.service conf/systemd/tdkt-ldap-sync.timer \
	conf/systemd/tdkt.sysusers
EXTRA_DIST += conf/local/nginx.sh conf/local/slapd.sh conf/local/packages

# the law, the flows, and what they are written in
lawdir = $(pkgdatadir)/conf/law
dist_law_DATA = conf/law/common.xml conf/law/R91.xml conf/law/R98.xml conf/law/R152.xml conf/law/R2026.xml
flowdir = $(pkgdatadir)/conf/flow
dist_flow_DATA = conf/flow/nomination.xml
coreschemadir = $(pkgdatadir)/conf/schema
dist_coreschema_DATA = conf/schema/law.rng conf/schema/flow.rng conf/schema/nominee.rng
# the directory of a real install
ldapdir = $(pkgdatadir)/conf/ldap
dist_ldap_DATA = conf/ldap/README.md conf/ldap/access.ldif

# pages as documents
pageschemadir = $(pkgdatadir)/conf/schema
dist_pageschema_DATA = conf/schema/page.rng conf/schema/page-types.rng conf/schema/page-records.rng \
	conf/schema/page-dossier.rng

# quickstart
EXTRA_DIST += quickstart conf/local/build.sh conf/local/check.sh conf/local/common.sh conf/local/mariadb.sh \
	conf/local/packages-check conf/local/packages-coverage conf/local/packages.sh conf/local/province.sh \
	tests/browser/browser.mjs tests/browser/clicks.mjs tests/browser/package-lock.json tests/browser/package.json \
	tests/browser/roles.mjs tests/browser/run tests/browser/run.mjs tests/browser/samples.mjs \
	tests/browser/scripts.mjs tests/tour/client.mjs tests/tour/tour.mjs
