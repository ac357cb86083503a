check_PROGRAMS += tests/unit/test_table
TESTS += tests/unit/test_table
tests_unit_test_table_SOURCES = tests/unit/test_table.c tests/unit/workbook.c tests/unit/workbook.h
tests_unit_test_table_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_unit_test_table_LDADD = $(TABLE_LIBS) $(CMOCKA_LIBS)
