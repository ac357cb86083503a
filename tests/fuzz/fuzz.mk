# tests of fuzz
check_PROGRAMS += tests/fuzz/fuzz_xml
tests_fuzz_fuzz_xml_SOURCES = tests/fuzz/fuzz_xml.c
tests_fuzz_fuzz_xml_LDADD = $(DOC_LIBS)
TESTS += tests/fuzz/xml.sh
EXTRA_DIST += tests/fuzz/xml.sh tests/fuzz/xml
