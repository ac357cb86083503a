# Every reader of outside bytes is fed its corpus, as it is and bent.
check_PROGRAMS += tests/fuzz/fuzz_xml
tests_fuzz_fuzz_xml_SOURCES = tests/fuzz/fuzz_xml.c
tests_fuzz_fuzz_xml_LDADD = $(DOC_LIBS)
TESTS += tests/fuzz/xml.sh
EXTRA_DIST += tests/fuzz/xml.sh tests/fuzz/xml

check_PROGRAMS += tests/fuzz/fuzz_table
TESTS += tests/fuzz/fuzz_table
tests_fuzz_fuzz_table_SOURCES = tests/fuzz/fuzz_table.c tests/unit/workbook.c tests/unit/workbook.h
tests_fuzz_fuzz_table_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_fuzz_fuzz_table_LDADD = $(TABLE_LIBS)
EXTRA_DIST += tests/fuzz/table
# Parsers of outside bytes, each an ordinary program with a corpus that `make check` replays.
FUZZ_FCGI = tests/fuzz/fuzz_urlencoded tests/fuzz/fuzz_multipart tests/fuzz/fuzz_cookie tests/fuzz/fuzz_request \
	tests/fuzz/fuzz_wire
check_PROGRAMS += $(FUZZ_FCGI)
TESTS += $(FUZZ_FCGI)
EXTRA_DIST += tests/fuzz/corpus
tests_fuzz_fuzz_urlencoded_SOURCES = tests/fuzz/fuzz_urlencoded.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_urlencoded_LDADD = fcgi/libfcgi.a $(BASE_LIBS)
tests_fuzz_fuzz_multipart_SOURCES = tests/fuzz/fuzz_multipart.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_multipart_LDADD = fcgi/libfcgi.a $(BASE_LIBS)
tests_fuzz_fuzz_cookie_SOURCES = tests/fuzz/fuzz_cookie.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_cookie_LDADD = fcgi/libfcgi.a $(BASE_LIBS)
tests_fuzz_fuzz_request_SOURCES = tests/fuzz/fuzz_request.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_request_LDADD = fcgi/libfcgi.a $(BASE_LIBS)
tests_fuzz_fuzz_wire_SOURCES = tests/fuzz/fuzz_wire.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_wire_LDADD = fcgi/libfcgi.a $(BASE_LIBS)

# flow and law files that somebody edited
FUZZ_CORE = tests/fuzz/fuzz_flow tests/fuzz/fuzz_law
check_PROGRAMS += $(FUZZ_CORE)
TESTS += $(FUZZ_CORE)
tests_fuzz_fuzz_flow_SOURCES = tests/fuzz/fuzz_flow.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_flow_LDADD = $(CORE_LIBS)
tests_fuzz_fuzz_law_SOURCES = tests/fuzz/fuzz_law.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_law_LDADD = $(CORE_LIBS)
