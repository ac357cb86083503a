# tests of fcgi
check_PROGRAMS += tests/unit/test_request tests/unit/test_router
TESTS += tests/unit/test_request tests/unit/test_router
tests_unit_test_request_SOURCES = tests/unit/test_request.c
tests_unit_test_request_LDADD = fcgi/libfcgi.a $(BASE_LIBS) $(CMOCKA_LIBS)
tests_unit_test_router_SOURCES = tests/unit/test_router.c
tests_unit_test_router_LDADD = fcgi/libfcgi.a $(BASE_LIBS) $(CMOCKA_LIBS)
$(tests_unit_test_router_OBJECTS): lib/db/statements.h

check_PROGRAMS += tests/unit/test_serve
TESTS += tests/unit/test_serve
tests_unit_test_serve_SOURCES = tests/unit/test_serve.c tests/unit/serve_site.c tests/unit/serve_site.h \
	tests/unit/fake_store.c tests/unit/fake_store.h
tests_unit_test_serve_LDADD = fcgi/libfcgi.a lib/core/libcore.a lib/xml/libxml.a $(BASE_LIBS) $(XML_LIBS) \
	$(CMOCKA_LIBS)
$(tests_unit_test_serve_OBJECTS): lib/db/statements.h
EXTRA_DIST += tests/unit/site
EXTRA_DIST += tests/it/run tests/it/site.mjs tests/it/site.sql tests/it/test_master.mjs tests/it/test_access.mjs tests/it/test_web.mjs \
	tests/data/route-access.csv
