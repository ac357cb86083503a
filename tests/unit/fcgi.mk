# tests of fcgi
check_PROGRAMS += tests/unit/test_request tests/unit/test_router
TESTS += tests/unit/test_request tests/unit/test_router
tests_unit_test_request_SOURCES = tests/unit/test_request.c
tests_unit_test_request_LDADD = fcgi/libfcgi.a $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_router_SOURCES = tests/unit/test_router.c
tests_unit_test_router_LDADD = fcgi/libfcgi.a $(BASE_LIBS) $(CMOCKA_LIBS)
$(tests_unit_test_router_OBJECTS): lib/db/statements.h
check_PROGRAMS += tests/unit/test_wire
TESTS += tests/unit/test_wire
tests_unit_test_wire_SOURCES = tests/unit/test_wire.c
tests_unit_test_wire_LDADD = fcgi/libfcgi.a $(BASE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_serve
TESTS += tests/unit/test_serve
tests_unit_test_serve_SOURCES = tests/unit/test_serve.c tests/unit/serve_site.c tests/unit/serve_site.h \
	tests/unit/fake_store.c tests/unit/fake_store.h
tests_unit_test_serve_LDADD = fcgi/libfcgi.a lib/core/libcore.a lib/xml/libxml.a $(BASE_LIBS) $(XML_LIBS) \
	$(CMOCKA_LIBS)
$(tests_unit_test_serve_OBJECTS): lib/db/statements.h
check_PROGRAMS += tests/unit/test_keep
TESTS += tests/unit/test_keep
tests_unit_test_keep_SOURCES = tests/unit/test_keep.c tests/unit/serve_site.c tests/unit/serve_site.h \
	tests/unit/fake_store.c tests/unit/fake_store.h
tests_unit_test_keep_LDADD = fcgi/libfcgi.a lib/core/libcore.a lib/xml/libxml.a $(BASE_LIBS) $(XML_LIBS) \
	$(CMOCKA_LIBS)
$(tests_unit_test_keep_OBJECTS): lib/db/statements.h
EXTRA_DIST += tests/unit/site
EXTRA_DIST += tests/it/fake_worker.mjs tests/it/test_load.mjs tests/it/test_nginx.mjs tests/it/test_disk.mjs tests/it/test_files.mjs
EXTRA_DIST += tests/it/run tests/it/site.mjs tests/it/workbook.mjs tests/it/portal.mjs tests/it/site.sql tests/it/test_master.mjs \
	tests/it/test_access.mjs tests/it/test_across.mjs tests/it/across/world.mjs tests/it/across/exports.mjs \
	tests/it/test_web.mjs tests/it/test_hostile.mjs tests/it/test_portal.mjs tests/it/test_strangers.mjs \
	tests/data/route-access.csv

check_PROGRAMS += tests/unit/test_routes
TESTS += tests/unit/test_routes
tests_unit_test_routes_SOURCES = tests/unit/test_routes.c tests/unit/fake_db.c tests/unit/fake_db.h \
	tests/unit/read_fields.c tests/unit/read_fields.h
tests_unit_test_routes_LDFLAGS = -Wl,--wrap=form_text,--wrap=form_int,--wrap=form_int_if,--wrap=form_date,--wrap=form_bool,--wrap=form_file \
	-Wl,--wrap=form_ids,--wrap=form_int_for
# The list of statements is lib/db's; the functions are fake_db.c's, and what would bring both together does not link.
tests_unit_test_routes_LDADD = fcgi/libfcgi.a lib/store/libstore.a lib/core/libcore.a lib/scan/libscan.a lib/conf/libconf.a \
	lib/table/libtable.a lib/xml/libxml.a lib/db/libdb.a $(BASE_LIBS) $(FCGI_LIBS) $(XML_LIBS) $(ZIP_LIBS) $(XLSXWRITER_LIBS) -lm \
	$(CMOCKA_LIBS)
$(tests_unit_test_routes_OBJECTS): lib/db/statements.h

check_PROGRAMS += tests/unit/test_form tests/unit/test_messages
TESTS += tests/unit/test_form tests/unit/test_messages
tests_unit_test_form_SOURCES = tests/unit/test_form.c
tests_unit_test_form_LDADD = fcgi/libfcgi.a $(DOC_LIBS) $(CMOCKA_LIBS)
tests_unit_test_messages_SOURCES = tests/unit/test_messages.c
tests_unit_test_messages_LDADD = fcgi/libfcgi.a $(DOC_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_words
TESTS += tests/unit/test_words
tests_unit_test_words_SOURCES = tests/unit/test_words.c
tests_unit_test_words_LDADD = $(tests_unit_test_routes_LDADD)

check_PROGRAMS += tests/unit/test_limits
TESTS += tests/unit/test_limits
tests_unit_test_limits_SOURCES = tests/unit/test_limits.c tests/unit/lines.h tests/unit/fake_db.c tests/unit/fake_db.h
tests_unit_test_limits_LDADD = $(tests_unit_test_routes_LDADD)
$(tests_unit_test_limits_OBJECTS): lib/db/statements.h
EXTRA_DIST += tests/data/limits.csv
