check_PROGRAMS += tests/unit/test_scan
TESTS += tests/unit/test_scan
tests_unit_test_scan_SOURCES = tests/unit/test_scan.c tests/unit/scratch.h
tests_unit_test_scan_LDADD = $(SCAN_LIBS) $(CMOCKA_LIBS)
