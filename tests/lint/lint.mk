# How the house is kept: shell and TAP, part of `make check`.
TESTS += \
	tests/lint/audit.sh \
	tests/lint/cites.sh \
	tests/lint/code.sh \
	tests/lint/headers.sh \
	tests/lint/install.sh \
	tests/lint/layers.sh \
	tests/lint/messages.sh \
	tests/lint/text.sh
EXTRA_DIST += tests/lint
AM_TESTS_ENVIRONMENT += CC='$(CC)'; export CC; \
	LINT_CFLAGS='$(MARIADB_CFLAGS) $(XML_CFLAGS) $(LDAP_CFLAGS) $(FCGI_CFLAGS) $(ZIP_CFLAGS) $(XLSXWRITER_CFLAGS)'; \
	export LINT_CFLAGS;
