read_table = tests/unit/read_table.c tests/unit/read_table.h tests/unit/workbook.c tests/unit/workbook.h
check_PROGRAMS += tests/unit/test_csv
TESTS += tests/unit/test_csv
tests_unit_test_csv_SOURCES = tests/unit/test_csv.c $(read_table)
tests_unit_test_csv_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_unit_test_csv_LDADD = $(TABLE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_table
TESTS += tests/unit/test_table
tests_unit_test_table_SOURCES = tests/unit/test_table.c $(read_table)
tests_unit_test_table_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_unit_test_table_LDADD = $(TABLE_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/test_table_write
TESTS += tests/unit/test_table_write
tests_unit_test_table_write_SOURCES = tests/unit/test_table_write.c $(read_table)
tests_unit_test_table_write_CFLAGS = $(AM_CFLAGS) $(ZIP_CFLAGS)
tests_unit_test_table_write_LDADD = $(TABLE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/test_import
TESTS += tests/unit/test_import
tests_unit_test_import_SOURCES = tests/unit/test_import.c
tests_unit_test_import_LDADD = $(STORE_LIBS) $(CMOCKA_LIBS)
$(tests_unit_test_import_OBJECTS): lib/db/statements.h
EXTRA_DIST += tests/data/import tests/it/test_import.sh
