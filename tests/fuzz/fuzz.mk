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
